"""What stood on a day, as tables: one a relation, each row with its status, since when, why and on how many claims."""

from __future__ import annotations

from collections.abc import Container
from datetime import date

from kg.relationships.spells import Standing, standing_on
from kg.views.scene import Scene
from kg.views.sheets import Row, Sheet, counted
from kg.vocabulary import LABELS, Relation

COLUMNS = (
    *("subject", "reads", "object", "status", "since", "reason", "claims", "articles", "contested"),
    *("subject_id", "object_id"),
)
MOST = 3  # quotes a row


def standing_sheets(
    scene: Scene, day: date, relations: Container[Relation], *, possible: bool = False, quotes: bool = False
) -> list[Sheet]:
    """A sheet for each of the relations of which something stood on the day."""
    found: dict[Relation, list[Row]] = {}
    for standing in standing_on(scene.relationships, day, possible=possible):
        if standing.relationship.relation in relations:
            found.setdefault(standing.relationship.relation, []).append(_row(scene, standing, quotes))
    return [_sheet(relation, rows) for relation, rows in sorted(found.items())]


def _sheet(relation: Relation, rows: list[Row]) -> Sheet:
    ordered = tuple(sorted(rows, key=lambda row: (str(row.cells[3]) == "possible", row.reads)))
    title = f"{LABELS[relation].en} ({len(rows)})"
    return Sheet(relation.value, title, COLUMNS, ordered, hidden=frozenset({"reads", "subject_id", "object_id"}))


def _row(scene: Scene, standing: Standing, quotes: bool) -> Row:
    r, phase = standing.relationship, standing.phase
    articles = scene.articles_behind(r.claims)
    cells = (
        *(scene.actor(r.subject), LABELS[r.relation].en, scene.object(r.relation, r.object)),
        *(phase.status.value, standing.since, phase.reason, len(r.claims), articles, r.contested),
        *(r.subject, r.object),
    )
    contested = f", contested by {counted(len(r.denied), 'claim')}" if r.contested else ""
    behind = f"{counted(len(r.claims), 'claim')} in {counted(articles, 'article')}{contested}"
    return Row(
        cells,
        when=standing.since.isoformat() if standing.since else "?",
        reads=scene.sentence(r.subject, r.relation, r.object),
        detail=f"{phase.status.value}; {behind}. {phase.reason}",
        quotes=scene.quotes((*phase.claims, *r.denied), MOST) if quotes else (),
    )
