"""Reads an article so that the reading can be shown and explained: mentions, trees and features beside the claims."""

from __future__ import annotations

from kg import gazetteer
from kg.claims.cast import Cast
from kg.claims.extract import explain_claims
from kg.claims.repair import mend
from kg.documents.sentences import split_sentences
from kg.mentions.find import find_mentions
from kg.model import Actor, Article, Claim, Place, Reading, Sentence
from kg.pipeline import Reader
from kg.views.understood import Proposed, Understood


def understand(article: Article, reader: Reader) -> Understood:
    """All that is understood of an article; its claims are those that the reader gives.

    An article that the reader skips keeps its sentences, and has nothing else.
    """
    reading = reader.read_article(article)
    spans = split_sentences(article.text)
    if reading.skipped:
        return Understood(article, spans, (), {}, {}, (), skipped=reading.skipped)
    found = find_mentions(article.text, article.id, article.published)
    sentences = reader.parse(article.text, found)
    cast = Cast.of(found)  # rules add their own mentions to it
    proposed = tuple(Proposed(claim, dict(known)) for claim, known in explain_claims(article, sentences, cast))
    return Understood(
        article,
        spans,
        tuple(sorted(cast.mentions, key=lambda m: (m.start, m.end))),
        _actors(cast, reading),
        _places(cast, reading),
        tuple(sorted(reading.claims, key=_place_in_text)),
        tuple(_mended(sentence) for sentence in sentences),
        proposed,
    )


def _place_in_text(claim: Claim) -> tuple[int, str]:
    """As `kg claims` sorts them, so that the number of a claim is that of its line."""
    return (claim.evidence[0].start if claim.evidence else 0, claim.key)


def _mended(sentence: Sentence) -> Sentence:
    """The tree as the rules saw it."""
    return mend(sentence) if sentence.tokens else sentence


def _actors(cast: Cast, reading: Reading) -> dict[str, Actor]:
    """By identifier; a mention may stand for one whom only the gazetteer describes."""
    named = {m.actor for m in cast.mentions if m.actor}
    known = {id_: gazetteer.actors()[id_] for id_ in named if id_ in gazetteer.actors()}
    return dict(sorted({**known, **cast.actors, **reading.actors}.items()))


def _places(cast: Cast, reading: Reading) -> dict[str, Place]:
    known = {m.place: gazetteer.place(m.place) for m in cast.mentions if m.place and m.place not in cast.places}
    found = {id_: place for id_, place in known.items() if place is not None}
    return dict(sorted({**found, **cast.places, **reading.places}.items()))
