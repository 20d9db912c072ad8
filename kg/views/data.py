"""What a page shows: the relationships, and only what they cite. Quotes, never whole articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kg.dates import ImpreciseDate
from kg.errors import DataError
from kg.model import Actor, Article, Claim, Place, Relationship, digest
from kg.vocabulary import SIGNATURES, Relation


@dataclass(frozen=True, slots=True)
class Succession:
    """One actor that became another, by our curated table; claims that say so are relationships."""

    earlier: str
    later: str
    when: ImpreciseDate | None = None
    kind: str = ""  # renamed, merged, split, absorbed or replaced
    source: str = ""  # where the table has it from

    @property
    def key(self) -> str:
        """Key of the pair, told apart from that of a claimed relationship."""
        return digest("succession", self.earlier, self.later)


@dataclass(frozen=True, slots=True)
class Source:
    """An article without its text."""

    id: str
    title: str | None
    outlet: str | None
    published: date | None
    url: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class PageData:
    """All that one page holds; every tuple is sorted, and nothing in it goes uncited.

    `actors` are the ends of relationships and successions and the voices of claims.
    """

    relationships: tuple[Relationship, ...]
    claims: tuple[Claim, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    sources: tuple[Source, ...]
    successions: tuple[Succession, ...] = ()


def page_data(
    relationships: Iterable[Relationship],
    claims: Iterable[Claim],
    actors: Mapping[str, Actor],
    places: Mapping[str, Place],
    articles: Iterable[Article],
    successions: Iterable[Succession] = (),
) -> PageData:
    """Choose what the relationships cite.

    Successions are kept where both ends are known, and drawn where one of them has a relationship. Raises DataError
    where a relationship cites a claim, a claim an article, or either an actor or place that was not given.
    """
    kept = tuple(sorted(relationships, key=lambda r: (r.relation, r.subject, r.object)))
    cited = {key for r in kept for key in cited_claims(r)}
    by_key = {c.key: c for c in claims if c.key in cited}
    _require("claims", cited, by_key)
    chosen = tuple(sorted(by_key.values(), key=lambda c: (c.reported or date.max, c.article, _start(c), c.key)))
    wanted_articles = {c.article for c in chosen}
    by_id = {a.id: a for a in articles if a.id in wanted_articles}
    _require("articles", wanted_articles, by_id)
    named_actors, named_places = _named(kept, chosen)
    _require("actors", named_actors, actors)
    _require("places", named_places, places)
    lineage = _connected(successions, {i for i in named_actors if i in actors}, actors)
    named_actors |= {end for s in lineage for end in (s.earlier, s.later)}
    return PageData(
        relationships=kept,
        claims=chosen,
        actors=tuple(actors[i] for i in sorted(named_actors)),
        places=tuple(places[i] for i in sorted(named_places)),
        sources=tuple(_source(by_id[i]) for i in sorted(by_id)),
        successions=lineage,
    )


def cited_claims(relationship: Relationship) -> tuple[str, ...]:
    """Keys of all claims that the relationship rests on or is contradicted by."""
    of_phases = tuple(key for phase in relationship.phases for key in phase.claims)
    r = relationship
    return (*r.claims, *r.denied, *r.possible, *r.announced, *of_phases)


def place_node(place: str) -> str:
    """A place's id among the nodes: "mali" is the state, "place:mali" the country."""
    return f"place:{place}"


def nodes_of(relationship: Relationship) -> tuple[str, str]:
    """Ids of the two nodes that the relationship joins."""
    r = relationship
    return r.subject, place_node(r.object) if object_is_place(r.relation) else r.object


def object_is_place(relation: Relation) -> bool:
    """Whether the relation's object is a place."""
    return SIGNATURES[relation].range == "place"


def _named(relationships: Iterable[Relationship], claims: Iterable[Claim]) -> tuple[set[str], set[str]]:
    """Ids of the actors and of the places that the page has to name."""
    actors: set[str] = set()
    places: set[str] = set()
    for r in relationships:
        actors.add(r.subject)
        (places if object_is_place(r.relation) else actors).add(r.object)
    for claim in claims:
        actors.update(i for i in (claim.claimant, claim.on_behalf_of) if i)
        places.update(i for i in (claim.place,) if i)
    return actors, places


def _connected(
    successions: Iterable[Succession], shown: set[str], actors: Mapping[str, Actor]
) -> tuple[Succession, ...]:
    """The successions that lead to or from a shown actor, however many steps away."""
    known = sorted({s for s in successions if s.earlier in actors and s.later in actors}, key=lambda s: s.key)
    reached = set(shown)
    while True:
        near = {end for s in known if s.earlier in reached or s.later in reached for end in (s.earlier, s.later)}
        if near <= reached:
            break
        reached |= near
    return tuple(s for s in known if s.earlier in reached)


def _source(article: Article) -> Source:
    a = article
    return Source(a.id, a.title, a.outlet, a.published, a.url, a.language)


def _start(claim: Claim) -> int:
    return claim.evidence[0].start if claim.evidence else 0


def _require(what: str, wanted: Iterable[str], given: Mapping[str, object]) -> None:
    missing = sorted(set(wanted) - set(given))
    if missing:
        raise DataError(f"The page lacks {what} that its relationships cite: {', '.join(missing[:3])}. Give them too.")
