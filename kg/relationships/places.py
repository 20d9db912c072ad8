"""Places that changed hands: who took one, who had it before, and who had left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from kg.relationships.change import Between, Change, ChangeKind
from kg.relationships.occurrences import Occurrence, Pair
from kg.relationships.spells import Spell
from kg.vocabulary import Relation

NEAR = timedelta(days=60)  # a departure so long before or after the taking belongs to it


def hands(asked: Between, told: Sequence[Spell], events: Mapping[Pair, Sequence[Occurrence]]) -> Iterator[Change]:
    """Each actor that surely took a place in between, with those who held it just before."""
    of_place: dict[str, list[Spell]] = defaultdict(list)
    for spell in told:
        if spell.relationship.relation is Relation.CONTROLS:
            of_place[spell.relationship.object].append(spell)
    for place in sorted(of_place):
        for spell in of_place[place]:
            begun, first = spell.begun, spell.first
            if begun and begun.start and first and asked.began(spell):
                r = spell.relationship
                holders = _holders(r.subject, of_place[place], first - timedelta(days=1))
                gone = _gone(r.subject, place, events, (first, begun.start)) if not holders else ()
                yield Change(
                    *(ChangeKind.HANDS, r.subject, r.relation, place, first, begun.start, begun.claims),
                    before=holders or gone,
                    note="held it before" if holders else "had left" if gone else "",
                )


def _holders(taker: str, among: Sequence[Spell], day: date) -> tuple[str, ...]:
    """Who held the place on the day, or was presumed to."""
    found = (s.relationship.subject for s in among if s.in_force_on(day))
    return tuple(sorted({actor for actor in found if actor != taker}))


def _gone(
    taker: str, place: str, events: Mapping[Pair, Sequence[Occurrence]], taken: tuple[date, date]
) -> tuple[str, ...]:
    """Who is said to have left the place about then."""
    found = set()
    for (relation, actor, left), happened in events.items():
        if relation is Relation.LEAVES and left == place and actor != taker:
            days = [(one.earliest or one.latest, one.latest) for one in happened]
            if any(low <= taken[1] + NEAR and taken[0] - NEAR <= high for low, high in days):
                found.add(actor)
    return tuple(sorted(found))
