"""Places that changed hands: who took one, who had it before, and who had left.

No change of hands is that a holder took another name, or that an undated sentence names together with one who held the
place already another who holds it with him. Who carries on an older actor may have had from it what nothing dates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from kg.model import Claim
from kg.relationships.change import Between, Change, ChangeKind
from kg.relationships.lines import Lines
from kg.relationships.occurrences import Occurrence, Pair
from kg.relationships.spells import IN_FORCE, Spell, covers
from kg.vocabulary import Relation

NEAR = timedelta(days=60)  # a departure so long before or after the taking belongs to it


def hands(
    asked: Between,
    told: Sequence[Spell],
    events: Mapping[Pair, Sequence[Occurrence]],
    lines: Lines,
) -> Iterator[Change]:
    """Each actor that surely took a place in between, with those who held it just before."""
    of_place: dict[str, list[Spell]] = defaultdict(list)
    for spell in told:
        if spell.relationship.relation is Relation.CONTROLS:
            of_place[spell.relationship.object].append(spell)
    for place in sorted(of_place):
        for spell in of_place[place]:
            begun, first = spell.begun, spell.first
            if (
                begun
                and begun.start
                and first
                and asked.began(spell)
                and not _held_on(asked, spell, of_place[place], lines)
            ):
                r = spell.relationship
                holders = _holders(r.subject, of_place[place], first - timedelta(days=1))
                gone = {} if holders else _gone(r.subject, place, events, (first, begun.start))
                before = holders or gone
                yield Change(
                    *(ChangeKind.HANDS, r.subject, r.relation, place, first, begun.start, begun.claims),
                    before=tuple(before),
                    before_claims=tuple(key for keys in before.values() for key in keys),
                    note="held it before" if holders else "had left" if gone else "",
                )


def _held_on(asked: Between, spell: Spell, among: Sequence[Spell], lines: Lines) -> bool:
    """Whether the place stayed in the same line, or with one who is named in the same breath."""
    begun = spell.begun
    start = (begun.start if begun else None) or asked.until
    taker, behind = spell.relationship.subject, _behind(asked, spell)
    undated = all(claim.start is None for claim in behind)
    if undated and lines.carries_on(taker):
        return True
    words = {(claim.article, e.quote) for claim in behind for e in claim.evidence}
    for other in (other for other in among if other.relationship.subject != taker):
        theirs = [c for key in other.relationship.claims if (c := asked.claims.get(key))]
        begins = [claim.start.earliest for claim in theirs if claim.start and claim.start.earliest]
        held = other.in_force_between(date.min, start - timedelta(days=1)) or any(day <= start for day in begins)
        if held and lines.are_kin(taker, other.relationship.subject):
            return True
        together = any((claim.article, e.quote) in words for claim in theirs for e in claim.evidence)
        earlier = other.first is None or other.first < (spell.first or start)
        if undated and together and earlier:
            return True
    return False


def _behind(asked: Between, spell: Spell) -> list[Claim]:
    keys = spell.begun.claims if spell.begun else ()
    return [asked.claims[key] for key in keys if key in asked.claims]


def _holders(taker: str, among: Sequence[Spell], day: date) -> dict[str, tuple[str, ...]]:
    """Who held the place on the day, or was presumed to, with the claims that this rests on."""
    found = {}
    for spell in sorted(among, key=lambda s: s.relationship.subject):
        phase = next((p for p in spell.phases if p.status in IN_FORCE and covers(p, day)), None)
        if phase and spell.relationship.subject != taker:
            found[spell.relationship.subject] = phase.claims
    return found


def _gone(
    taker: str, place: str, events: Mapping[Pair, Sequence[Occurrence]], taken: tuple[date, date]
) -> dict[str, tuple[str, ...]]:
    """Who is said to have left the place about then, with the claims that say so; dated ones before others."""
    found: dict[str, tuple[str, ...]] = {}
    near = [
        one
        for (relation, _, left), happened in sorted(events.items())
        for one in happened
        if relation is Relation.LEAVES and left == place and one.subject != taker and _is_near(one, taken)
    ]
    dated = [one for one in near if one.earliest is not None]
    for one in dated or near:
        found[one.subject] = (*found.get(one.subject, ()), *(claim.key for claim in one.claims))
    return found


def _is_near(one: Occurrence, taken: tuple[date, date]) -> bool:
    return (one.earliest or one.latest) <= taken[1] + NEAR and taken[0] - NEAR <= one.latest
