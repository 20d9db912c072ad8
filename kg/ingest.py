"""Articles into a store: read, kept one by one, then folded into relationships once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from kg.articles import Problem
from kg.graph.store import Store
from kg.model import Actor, Article, Reading, Relationship
from kg.relationships import fold
from kg.relationships.known import claims_known_by, lives_known_by
from kg.vocabulary import Relation


@dataclass(slots=True)
class Summary:
    """What one ingest did. `skipped` are articles that were kept and yield no claims, each with the reason."""

    read: int = 0
    changed: int = 0
    undated: int = 0
    copies: list[str] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    claims: Counter[Relation] = field(default_factory=Counter)
    relationships: int | None = None  # None: nothing changed, so nothing was folded


def ingest(
    store: Store,
    articles: Iterable[Article | Problem],
    read_article: Callable[[Article], Reading],
    step: Callable[[str], None] = lambda source: None,
) -> Summary:
    """Keep what every article yields and bring the relationships up to date. `step` hears of each input.

    A bad input, a copy or an unsupported language drops nothing else.
    """
    summary, seen = Summary(), set[str]()
    for article in articles:
        step(article.source)
        if isinstance(article, Problem):
            summary.problems.append(article)
        elif article.id in seen:
            summary.copies.append(article.source)
        else:
            seen.add(article.id)
            _keep(store, read_article(article), summary)
    if store.is_stale:
        summary.relationships = len(refold(store))
    return summary


def _keep(store: Store, reading: Reading, summary: Summary) -> None:
    summary.read += 1
    summary.undated += reading.article.published is None
    summary.changed += store.replace_article(reading)
    summary.claims.update(claim.relation for claim in reading.claims)
    if reading.skipped:
        summary.skipped.append((reading.article.source, reading.skipped))


def refold(store: Store) -> tuple[Relationship, ...]:
    """Fold all claims of the store, and put the relationships in the place of the old ones."""
    relationships = folded(store)
    store.replace_derived(relationships)
    return relationships


def folded(
    store: Store, *, known: date | None = None, persistence: Mapping[Relation, int] | None = None
) -> tuple[Relationship, ...]:
    """The relationships that the store's claims fold into, with what is known of its actors' lives and states.

    `known` leaves out what was reported after that day; `persistence` overrides the ontology's days.
    """
    actors = store.actors()
    lives = {id_: actor.existed for id_, actor in actors.items() if actor.existed != (None, None)}
    return fold(
        claims_known_by(store.claims(), known),
        persistence=persistence,
        existence=lives_known_by(lives, known),
        allied=of_one_state(actors),
    )


def of_one_state(actors: Mapping[str, Actor]) -> list[tuple[str, str]]:
    """Pairs of a state and its government, army and police, and of these: none of them takes a place from another."""
    of_state: dict[str, set[str]] = {}
    for id_, actor in actors.items():
        if actor.state:
            of_state.setdefault(actor.state, {actor.state}).add(id_)
    return [pair for state in sorted(of_state) for pair in combinations(sorted(of_state[state]), 2)]
