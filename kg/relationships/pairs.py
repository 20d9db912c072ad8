"""What changed between two actors: new friends, new fights, friends that became enemies and enemies friends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from kg.model import Phase
from kg.relationships.change import FRIENDLY, Between, Change, ChangeKind
from kg.relationships.spells import Spell
from kg.vocabulary import Relation, Status

Pair = tuple[str, str]


def friendships(asked: Between, told: Sequence[Spell]) -> Iterator[Change]:
    """The first tie of a pair that surely began in between, where no other may be older."""
    for among in _by_pair(told, FRIENDLY).values():
        new = _first_new(asked, among)
        if new and new.begun and new.begun.start:
            r = new.relationship
            kind = ChangeKind.JOINED if r.relation is Relation.AFFILIATED_WITH else ChangeKind.FORMED
            yield Change(kind, r.subject, r.relation, r.object, new.first, new.begun.start, new.begun.claims)


def new_fights(asked: Between, told: Sequence[Spell]) -> Iterator[Change]:
    """Pairs of which it is first known in between that they fight."""
    for among in _by_pair(told, frozenset({Relation.FIGHTS})).values():
        new = _first_new(asked, among)
        if new and new.begun and new.begun.start:
            r = new.relationship
            day, behind = new.begun.start, new.begun.claims
            by = max(day, _sure_by(asked, new.begun))
            yield Change(ChangeKind.FOUGHT, r.subject, r.relation, r.object, day, by, behind)


def flips(asked: Between, told: Sequence[Spell]) -> Iterator[Change]:
    """Friends on one day and fighting each other on a later one, or the reverse; both days in between or the first."""
    friends, foes = _by_pair(told, FRIENDLY), _by_pair(told, frozenset({Relation.FIGHTS}))
    for pair in sorted(friends.keys() & foes.keys()):
        yield from _turned(asked, friends[pair], foes[pair], "from friendly to hostile")
        yield from _turned(asked, foes[pair], friends[pair], "from hostile to friendly")


def _turned(asked: Between, was: Sequence[Spell], became: Sequence[Spell], note: str) -> Iterator[Change]:
    """The first day on which the one surely held after the other had stood alone."""
    for spell in became:
        for phase in spell.phases:
            start = phase.start
            if phase.status is not Status.HELD or start is None or not asked.includes(start, _sure_by(asked, phase)):
                continue
            alone = _stood_alone(asked, was, became, start)
            if alone:
                r = spell.relationship
                yield Change(ChangeKind.FLIPPED, r.subject, r.relation, r.object, start, start, phase.claims, note=note)
                return


def _stood_alone(asked: Between, was: Sequence[Spell], became: Sequence[Spell], before: date) -> bool:
    begun = [spell.begun.start for spell in was if spell.begun and spell.begun.start]
    days = {asked.after, before - timedelta(days=1), *begun}
    return any(
        any(spell.in_force_on(day) for spell in was) and not any(spell.in_force_on(day) for spell in became)
        for day in sorted(days)
        if asked.after <= day < before
    )


def _sure_by(asked: Between, phase: Phase) -> date:
    """The day by which what the phase tells has surely happened."""
    ends = []
    for claim in (asked.claims[key] for key in phase.claims if key in asked.claims):
        when = claim.start or claim.end
        days = [day for day in (when.latest if when else None, claim.reported) if day]
        ends += [min(days)] if days else []
    return min(ends, default=phase.start or asked.until)


def _first_new(asked: Between, among: Sequence[Spell]) -> Spell | None:
    """The first of a pair's spells to begin in between, unless another of them may have stood before."""
    new = sorted(
        (spell for spell in among if asked.began(spell)),
        key=lambda s: (s.begun.start or date.max if s.begun else date.max, s.relationship.key),
    )
    for spell in new[:1]:
        start = spell.begun.start if spell.begun else None
        if start and not any(_may_be_older(asked, other, start) for other in among if other is not spell):
            return spell
    return None


def _may_be_older(asked: Between, other: Spell, start: date) -> bool:
    began_before = other.first is None or other.first <= asked.after
    ended_before = other.ending is not None and other.ending.start is not None and other.ending.start <= start
    return began_before and not ended_before


def _by_pair(told: Sequence[Spell], relations: frozenset[Relation]) -> dict[Pair, list[Spell]]:
    found: dict[Pair, list[Spell]] = defaultdict(list)
    for spell in told:
        r = spell.relationship
        if r.relation in relations:
            found[(min(r.subject, r.object), max(r.subject, r.object))].append(spell)
    return dict(sorted(found.items()))
