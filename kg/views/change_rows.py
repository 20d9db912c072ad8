"""What changed, as tables: one a kind of change, each row with its day, its sentence and the words that say so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kg.dates import ImpreciseDate
from kg.relationships.change import ORDER, Change, ChangeKind
from kg.views.scene import Scene
from kg.views.sheets import Row, Sheet
from kg.vocabulary import LABELS, Relation

COLUMNS = (
    *("when", "kind", "what", "subject", "relation", "object", "before", "note", "sure", "claims", "articles"),
    *("subject_id", "object_id", "before_ids", "source"),
)
MOST = 2  # quotes a change
UNSURE = "not_dated"

TITLES: Final = {
    ChangeKind.LINEAGE: "Renamed, replaced, merged, split",
    ChangeKind.HANDS: "Places that changed hands",
    ChangeKind.LEFT: "Places that were left",
    ChangeKind.FLIPPED: "Turned between friendly and hostile",
    ChangeKind.FORMED: "Alliances and support, first reported in between",
    ChangeKind.JOINED: "Affiliations, first reported in between",
    ChangeKind.QUIT: "Organisations that were left",
    ChangeKind.BROKEN: "Broken off",
    ChangeKind.PEACE: "Peace made",
    ChangeKind.FOUGHT: "Fighting, first reported in between",
    ChangeKind.ARRIVED: "Presence, first reported in between",
    ChangeKind.ENDED: "Ended",
    ChangeKind.LAPSED: "No longer reported: no end is known",
}
_LINEAGE: Final = {
    "renamed": "{old} was renamed {new}",
    "replaced": "{new} replaced {old}",
    "merged": "{old} merged into {new}",
    "absorbed": "{new} absorbed {old}",
    "split": "a part of {old} went into {new}",
    "joined": "{old} joined {new}",
}


def change_sheets(scene: Scene, changes: Iterable[Change]) -> list[Sheet]:
    """A sheet for each kind of change that there is, and one for what may lie outside the days asked about."""
    told = list(changes)
    sheets = [
        _sheet(scene, kind.name.lower(), TITLES[kind], [c for c in told if c.sure and c.kind is kind]) for kind in ORDER
    ]
    unsure = _sheet(scene, UNSURE, "Reported in between, but not said to have happened in it", _unsure(told))
    return [sheet for sheet in (*sheets, unsure) if sheet.rows]


def _unsure(told: list[Change]) -> list[Change]:
    return sorted((c for c in told if not c.sure), key=lambda c: (c.latest, c.order))


def _sheet(scene: Scene, name: str, title: str, told: list[Change]) -> Sheet:
    hidden = frozenset(COLUMNS) - {"when", "what", "claims", "articles"}
    return Sheet(name, title, COLUMNS, tuple(_row(scene, change) for change in told), hidden=hidden)


def _row(scene: Scene, change: Change) -> Row:
    c = change
    what = sentence_of(scene, c)
    quotes = tuple(dict.fromkeys((*scene.quotes(c.claims, MOST), *scene.quotes(c.before_claims, MOST))))
    cells = (
        *(when_of(c), c.kind.value, what, scene.actor(c.subject), c.relation.value),
        *(scene.object(c.relation, c.object), ", ".join(map(scene.actor, c.before)), c.note, c.sure),
        *(len(c.claims), scene.articles_behind(c.claims)),
        *(c.subject, c.object, ", ".join(c.before), c.source),
    )
    detail = "" if quotes else f"From the curated table of lineages, after {c.source}" if c.source else ""
    return Row(cells, when=_spoken(c), reads=what, detail=detail, quotes=quotes)


def when_of(change: Change) -> str:
    """The day as EDTF: a span where it is not precise, not later than a report where nothing dates it."""
    if change.earliest is None:
        return f"../{change.latest.isoformat()}"
    return ImpreciseDate.between(change.earliest, change.latest).edtf


def _spoken(change: Change) -> str:
    if change.kind is ChangeKind.LAPSED:
        return f"since {change.latest}"
    if change.earliest is None:
        return f"by {change.latest}"
    text = when_of(change)
    return text.replace("/", " to ") if "/" in text else text


def sentence_of(scene: Scene, change: Change) -> str:
    """The change in words."""
    c, one, other = change, scene.actor(change.subject), scene.object(change.relation, change.object)
    if c.kind is ChangeKind.LINEAGE:
        return _LINEAGE.get(c.note, "{new} succeeded {old}").format(new=one, old=other)
    if c.kind is ChangeKind.HANDS:
        return f"{other}: {_before(scene, c)} → {one}"
    if c.kind is ChangeKind.LEFT:
        return f"{one} left {other}"
    if c.kind is ChangeKind.FLIPPED:
        ways = "hostile, was friendly" if c.note.endswith("hostile") else "friendly, was hostile"
        return f"{one} and {other}: {ways}"
    if c.kind is ChangeKind.QUIT:
        return f"{one} left {other}"
    if c.kind is ChangeKind.BROKEN:
        return f"{one} broke with {other}"
    if c.kind is ChangeKind.PEACE:
        return f"{one} made peace with {other}"
    if c.kind is ChangeKind.JOINED and c.relation is Relation.AFFILIATED_WITH:
        return f"{one} belongs to {other}"
    ended = "no longer: " if c.kind is ChangeKind.ENDED else ""
    return f"{ended}{one} {LABELS[c.relation].en} {other}"


def _before(scene: Scene, change: Change) -> str:
    names = " and ".join(scene.actor(actor) for actor in change.before)
    if not names:
        return "(nobody reported)"
    return names if change.note == "held it before" else f"({names} left)"
