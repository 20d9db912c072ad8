"""What a page shows of a store: its relationships, and the claims, actors, places and articles that they cite."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kg import gazetteer
from kg.graph.store import Store
from kg.ingest import folded
from kg.relationships.known import claims_known_by, is_known_by
from kg.views.data import PageData, Succession, page_data
from kg.views.scene import Scene
from kg.vocabulary import Relation


def picture_of(store: Store, persistence: Mapping[Relation, int] | None = None) -> PageData:
    """All relationships of the store, and the curated successions around them."""
    claims, relationships = list(store.claims()), folded(store, persistence=persistence)
    return page_data(relationships, claims, store.actors(), store.places(), store.articles(), curated_successions())


def curated_successions() -> list[Succession]:
    """The lineages that we know of, as a page draws them."""
    return [
        Succession(s.predecessor, s.successor, s.on, s.mode, s.source[0] if s.source else "")
        for s in gazetteer.successions()
    ]


def scene_of(store: Store, known: date | None = None, persistence: Mapping[Relation, int] | None = None) -> Scene:
    """What tables and cards are drawn from: all that could be known on the day, or now."""
    steps = (step for step in gazetteer.successions() if is_known_by(step.on, known))
    return Scene(
        folded(store, known=known, persistence=persistence),
        {claim.key: claim for claim in claims_known_by(store.claims(), known)},
        {article.id: article for article in store.articles()},
        store.actors(),
        store.places(),
        tuple(steps),
    )
