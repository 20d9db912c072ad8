"""Relationships as periods: from when to when each surely held, and on how many claims that rests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kg.model import Relationship
from kg.relationships.spells import Spell, spells
from kg.views.scene import Scene
from kg.views.sheets import Row, Sheet, counted
from kg.vocabulary import LABELS

COLUMNS = (
    *("subject", "reads", "object", "first_known", "last_known", "ended", "status", "claims", "articles", "contested"),
    *("subject_id", "relation", "object_id"),
)
HIDDEN = frozenset({"subject_id", "relation", "object_id"})
MOST = 1  # quotes a period


def period_sheet(
    scene: Scene, name: str, title: str, relationships: Iterable[Relationship], day: date | None = None
) -> Sheet:
    """A row for each period of the relationships, oldest first; with a day, those that may cover it."""
    rows = [row for r in relationships for row in _rows(scene, r, day)]
    rows.sort(key=lambda row: (str(row.cells[3] or row.cells[4] or "~"), row.reads))
    return Sheet(name, title, COLUMNS, tuple(rows), hidden=HIDDEN)


def _rows(scene: Scene, relationship: Relationship, day: date | None) -> Iterator[Row]:
    for spell in spells(relationship):
        if day is None or spell.in_force_on(day):
            yield _row(scene, spell)


def _row(scene: Scene, spell: Spell) -> Row:
    r, begun = spell.relationship, spell.begun
    began, last = begun.start if begun else None, spell.last_held or max(r.reports, default=None)
    ended = spell.ending.start if spell.ending and spell.ending.claims else None
    status = "held" if begun else "possible"
    articles = scene.articles_behind(r.claims)
    cells = (
        *(scene.actor(r.subject), LABELS[r.relation].en, scene.object(r.relation, r.object)),
        *(began, last, ended, status, len(r.claims), articles, r.contested),
        *(r.subject, r.relation.value, r.object),
    )
    parts = [f"last known on {last}" if last else "", f"ended by {ended}" if ended else ""]
    parts += ["" if begun else "not said when", f"{counted(len(r.claims), 'claim')} in {counted(articles, 'article')}"]
    contested = ", contested" if r.contested else ""
    behind = begun.claims if begun else spell.phases[-1].claims
    return Row(
        cells,
        when=began.isoformat() if began else "?",
        reads=scene.sentence(r.subject, r.relation, r.object),
        detail="; ".join(part for part in parts if part) + contested,
        quotes=scene.quotes(behind, MOST),
    )
