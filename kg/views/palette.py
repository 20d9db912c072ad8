"""How a relation and a kind of actor look; the colours stay apart for colour-blind sight too (docs/page.md)."""

from __future__ import annotations

from typing import Final, NamedTuple

from kg.vocabulary import Kind, PlaceKind, Relation


class Line(NamedTuple):
    """One relation's line. `dash` is in pixels, empty for a solid line; `family` names its entry in the legend."""

    family: str
    light: str
    dark: str
    width: float
    dash: tuple[int, ...]
    arrow: bool
    shown: bool  # whether a page opens with it


class Mark(NamedTuple):
    """One kind's mark: a shape that the page can draw, its colours, and its radius in pixels."""

    shape: str
    light: str
    dark: str
    radius: int


_BLUE, _RED, _GREY = ("#0072b2", "#56b4e9"), ("#d0420a", "#ff8a4c"), ("#8c8c8c", "#a6abb3")
_PLUM, _GREEN, _INK = ("#7b1f6a", "#c44fa0"), ("#004d3d", "#8fe388"), ("#16191d", "#eceff3")

LINES: Final[dict[Relation, Line]] = {
    Relation.ALLIED_WITH: Line("allied", *_BLUE, 2.6, (), False, True),
    Relation.SUPPORTS: Line("supports", *_BLUE, 2.0, (), True, True),
    Relation.AFFILIATED_WITH: Line("affiliated", *_GREEN, 1.6, (5, 4), True, True),
    Relation.FIGHTS: Line("fights", *_RED, 2.4, (10, 6), False, True),
    Relation.BREAKS_WITH: Line("breaks", *_PLUM, 2.4, (12, 5, 2, 5), True, True),
    Relation.MAKES_PEACE_WITH: Line("peace", *_GREY, 2.6, (2, 5), False, True),
    Relation.CONTROLS: Line("controls", *_GREEN, 1.6, (), True, True),
    Relation.LEAVES: Line("leaves", *_PLUM, 1.6, (8, 4, 2, 4), True, True),
    Relation.SUCCEEDS: Line("succession", *_INK, 4.0, (2, 6), True, True),
    Relation.OPERATES_IN: Line("operates", *_GREEN, 1.2, (2, 4), True, False),
    Relation.LEADS: Line("leads", *_GREEN, 1.6, (9, 4), True, False),
    Relation.SPEAKS_FOR: Line("speaks", *_GREEN, 1.2, (3, 3), True, False),
}

_STATE, _FORCE = ("#46536b", "#b3bfd4"), ("#46536b", "#b3bfd4")
_REBEL, _JIHAD, _HIRED = ("#a8752a", "#dcb36b"), ("#1f2226", "#f2f2ee"), ("#8d4a33", "#d99a80")
_ABROAD, _CIVIL = ("#7d6b9e", "#b9a8dc"), ("#5b7f86", "#93bcc4")

MARKS: Final[dict[Kind, Mark]] = {
    Kind.STATE: Mark("square", *_STATE, 11),
    Kind.GOVERNMENT: Mark("square", *_STATE, 10),
    Kind.ARMED_FORCE: Mark("shield", *_FORCE, 12),
    Kind.SECURITY_FORCE: Mark("shield", *_FORCE, 10),
    Kind.SEPARATIST: Mark("triangle", *_REBEL, 12),
    Kind.REBEL: Mark("triangle", *_REBEL, 12),
    Kind.ARMED_GROUP: Mark("triangle", *_REBEL, 11),
    Kind.MILITIA: Mark("pentagon", *_REBEL, 11),
    Kind.JIHADIST: Mark("triangleDown", *_JIHAD, 12),
    Kind.PRIVATE_MILITARY_COMPANY: Mark("hexagon", *_HIRED, 12),
    Kind.COMPANY: Mark("hexagon", *_HIRED, 9),
    Kind.MISSION: Mark("circle", *_ABROAD, 11),
    Kind.INTERGOVERNMENTAL_ORGANISATION: Mark("circle", *_ABROAD, 10),
    Kind.COALITION: Mark("ring", *_ABROAD, 12),
    Kind.MOVEMENT: Mark("diamond", *_CIVIL, 11),
    Kind.COMMUNITY: Mark("diamond", *_CIVIL, 10),
    Kind.PERSON: Mark("person", *_CIVIL, 8),
}

PLACE_MARK: Final = Mark("place", "#5d6f66", "#9fb5a8", 5)


def mark_of(kind: Kind | PlaceKind) -> Mark:
    """The mark of an actor's or a place's kind."""
    return MARKS[kind] if isinstance(kind, Kind) else PLACE_MARK
