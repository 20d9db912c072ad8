"""What ends a relationship: the column "ended by" of the table of relations, one short function a way.

Nothing else ends anything. An ender that is not dated happened on the day of its report at the latest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from kg.dates import ImpreciseDate
from kg.relationships.days import FUTURE, PAST, earliest, latest
from kg.relationships.ledger import Entry
from kg.relationships.sayings import is_event
from kg.vocabulary import Relation

_BROKEN_OFF: Final = frozenset(
    {
        Relation.ALLIED_WITH,
        Relation.SUPPORTS,
        Relation.AFFILIATED_WITH,
        Relation.LEADS,
        Relation.SPEAKS_FOR,
        Relation.MAKES_PEACE_WITH,  # an accord
    }
)
ENDED_BETWEEN: Final[dict[Relation, frozenset[Relation]]] = {
    **dict.fromkeys(_BROKEN_OFF, frozenset({Relation.BREAKS_WITH})),
    Relation.ALLIED_WITH: frozenset({Relation.BREAKS_WITH, Relation.FIGHTS}),
    Relation.FIGHTS: frozenset({Relation.MAKES_PEACE_WITH}),
    Relation.CONTROLS: frozenset({Relation.LEAVES}),
    Relation.OPERATES_IN: frozenset({Relation.LEAVES}),
}
"""Which relations between the same two ends, in either direction, end which."""

_SAYS: Final = {
    Relation.BREAKS_WITH: "one broke with the other",
    Relation.FIGHTS: "they fought each other",
    Relation.MAKES_PEACE_WITH: "they made peace",
    Relation.LEAVES: "the actor left the place",
}


class Ender(NamedTuple):
    """Something that ended a relationship on a day between two closed bounds, as ordinals; PAST: earliest not said."""

    latest: int
    earliest: int
    reason: str  # as a clause
    claim: str  # the claim's key
    article: str
    own: bool = False  # the relationship's own claim says that it ended
    at_once: bool = False  # another holds the place, not said since when: who is said to hold it that day holds it too


class Enders:
    """What the claims of one group end, each claim's ender made once."""

    def __init__(self, facts: Iterable[Entry]) -> None:
        self._between: dict[tuple[Relation, str, str], list[Ender]] = defaultdict(list)
        self._takings: list[tuple[str, Ender]] = []  # who holds the place from then on
        self._holders: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)  # by sentence: who, reported
        for entry in facts:
            claim = entry.claim
            if claim.relation in _SAYS:
                low, high = sorted((claim.subject, claim.object))
                enders = _ender(entry, claim.start or claim.end, _SAYS[claim.relation])
                self._between[(claim.relation, low, high)].extend(enders)
            elif claim.relation is Relation.CONTROLS:
                begun = claim.start or (ImpreciseDate("", None, claim.end.earliest) if claim.end else None)
                takings = _ender(entry, begun, "another took the place")
                self._takings.extend((claim.subject, e._replace(at_once=begun is None)) for e in takings)
                reported = claim.reported.toordinal() if claim.reported else PAST
                for evidence in claim.evidence:
                    self._holders[(claim.article, evidence.quote)].append((claim.subject, reported))

    def between(self, relation: Relation, ends: tuple[str, str]) -> Iterator[Ender]:
        """Break, fight, peace or departure between the same two."""
        low, high = sorted(ends)
        for ender in sorted(ENDED_BETWEEN.get(relation, ())):
            yield from self._between.get((ender, low, high), ())

    def taken_by_others(self, actor: str, allied: Callable[[str, str, int], bool], persistence: int) -> Iterator[Ender]:
        """The same place held by another who is not allied on that day, and not said to hold it together with it."""
        together = self._holding_with(actor) if self._takings else {}
        for holder, ender in self._takings:
            joint = any(abs(day - ender.latest) <= persistence for day in together.get(holder, ()))
            if holder != actor and not joint and not allied(actor, holder, ender.latest):
                yield ender

    def _holding_with(self, actor: str) -> dict[str, list[int]]:
        """Whom one sentence names as holding the place together with the actor, and the days of those reports."""
        found: dict[str, list[int]] = defaultdict(list)
        for holders in self._holders.values():
            if any(holder == actor for holder, _ in holders):
                for other, reported in holders:
                    found[other].append(reported)
        return found


def own_ends(facts: Iterable[Entry], persistence: int) -> Iterator[Ender]:
    """Ends that the relationship's own claims state; a fight that is over within P is one of a series, no end of it."""
    for entry in facts:
        claim = entry.claim
        if claim.end is not None and not is_event(claim, persistence):
            yield from (
                e._replace(own=True) for e in _ender(entry, claim.end, f"it is said to have ended in {claim.end}")
            )


def succeeded(successions: Iterable[Entry], same_post: Callable[[str], bool]) -> Iterator[Ender]:
    """A successor who has the same post."""
    for entry in successions:
        claim = entry.claim
        if same_post(claim.subject):
            yield from _ender(entry, claim.start or claim.end, "a successor took the post")


def _ender(entry: Entry, when: ImpreciseDate | None, reason: str) -> Iterator[Ender]:
    """The ender that a claim is, unless its date lies ahead of its report or is known from below alone."""
    claim = entry.claim
    reported = claim.reported.toordinal() if claim.reported else FUTURE
    low, high = (earliest(when), min(latest(when), reported)) if when else (PAST, reported)
    if high < FUTURE and low <= high:
        yield Ender(high, low, reason, entry.key, claim.article)
