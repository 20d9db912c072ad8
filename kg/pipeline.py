"""The order of the stages: article → mentions → eased sentences → trees → claims. Nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg import gazetteer
from kg.claims.cast import Cast
from kg.claims.extract import extract_claims
from kg.documents.easing import ease
from kg.documents.masks import mask
from kg.documents.parse import parse_all
from kg.documents.sentences import split_sentences
from kg.errors import DataError
from kg.mentions.find import find_mentions
from kg.model import Actor, Article, Claim, Mentions, Place, Reading, Sentence
from kg.vocabulary import SIGNATURES

LANGUAGES = frozenset({"en"})


class Reader:
    """Reads articles into claims. `parser` names another spaCy pipeline than the shipped one."""

    def __init__(self, parser: str | None = None) -> None:
        self._parser = parser

    def read_articles(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """One reading an article, in order."""
        for article in articles:
            yield self.read_article(article)

    def read_article(self, article: Article) -> Reading:
        """The article's claims; none, with the reason, where its language is not supported."""
        if article.language not in LANGUAGES and article.language is not None:
            return Reading(article, {}, {}, (), f"language {article.language!r} is not supported yet")
        found = find_mentions(article.text, article.id, article.published)
        sentences = self.parse(article.text, found)
        cast = Cast.of(found)
        return _reading(article, cast, extract_claims(article, sentences, cast))

    def parse(self, text: str, found: Mentions) -> tuple[Sentence, ...]:
        """The text's sentences and inserts, parsed with its mentions masked."""
        eased = [e for span in split_sentences(text) for e in ease(text, span, found)]
        masked = (mask(text, e.span.start, e.span.end, e.replacements) for e in eased)
        trees = parse_all(masked, self._parser)
        return tuple(
            Sentence(e.span.start, e.span.end, e.span.paragraph, tokens, e.host)
            for e, tokens in zip(eased, trees, strict=True)
        )


def _reading(article: Article, found: Cast, claims: tuple[Claim, ...]) -> Reading:
    """Keep the actors and places that the claims name; some stand only inside a longer name ("the UN mission")."""
    actors: dict[str, Actor] = {}
    places: dict[str, Place] = {}
    for claim in claims:
        about_place = SIGNATURES[claim.relation].range == "place"
        named = {claim.subject, claim.claimant, claim.on_behalf_of, None if about_place else claim.object}
        actors.update({a: found.actors.get(a) or gazetteer.actors()[a] for a in named if a})
        where = {claim.place, claim.object if about_place else None}
        places.update({p: found.places.get(p) or _known_place(p) for p in where if p})
    return Reading(article, dict(sorted(actors.items())), dict(sorted(places.items())), claims)


def _known_place(place: str) -> Place:
    known = gazetteer.place(place)
    if known is None:
        raise DataError(f"A claim names the place {place!r}, which neither the article nor the gazetteer knows.")
    return known
