"""Spells: a relationship from one end to the next, and what of it stands on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kg.model import Phase, Relationship
from kg.vocabulary import Status

IN_FORCE = frozenset({Status.HELD, Status.PRESUMED})


@dataclass(frozen=True, slots=True)
class Spell:
    """The phases of a relationship that no end parts, and the end that follows; never empty."""

    relationship: Relationship
    phases: tuple[Phase, ...]
    ending: Phase | None = None

    @property
    def first(self) -> date | None:
        """The first day on which it may have been so; None where that is open."""
        return self.phases[0].start

    @property
    def begun(self) -> Phase | None:
        """The first phase in which it surely held; None where it only may have."""
        return next((phase for phase in self.phases if phase.status is Status.HELD), None)

    @property
    def last_held(self) -> date | None:
        """The last day on which it surely held; None where there is none, or where it is open."""
        ends = [phase.end for phase in self.phases if phase.status is Status.HELD]
        return ends[-1] - timedelta(days=1) if ends and ends[-1] else None

    def in_force_on(self, day: date) -> bool:
        """Whether it was held or presumed on the day."""
        return any(phase.status in IN_FORCE and covers(phase, day) for phase in self.phases)

    def in_force_between(self, first: date, last: date) -> bool:
        """Whether it was held or presumed on one of the days from first to last."""
        return any(
            phase.status in IN_FORCE
            and (phase.start is None or phase.start <= last)
            and (phase.end is None or phase.end > first)
            for phase in self.phases
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """What a relationship was on a day."""

    relationship: Relationship
    phase: Phase
    since: (
        date | None
    )  # the first day since when it was held or presumed, without a gap; or possible, if it is only that


def covers(phase: Phase, day: date) -> bool:
    """Whether the day lies within the phase."""
    return (phase.start is None or phase.start <= day) and (phase.end is None or day < phase.end)


def spells(relationship: Relationship) -> Iterator[Spell]:
    """The spells of one relationship, in the order of time."""
    run: list[Phase] = []
    for phase in relationship.phases:
        if phase.status is not Status.ENDED:
            run.append(phase)
        elif run:
            yield Spell(relationship, tuple(run), phase)
            run = []
    if run:
        yield Spell(relationship, tuple(run))


def standing_on(relationships: Iterable[Relationship], day: date, *, possible: bool = False) -> list[Standing]:
    """What was held or presumed on the day, or also what may have been; in the order that they are given."""
    wanted = IN_FORCE | {Status.POSSIBLE} if possible else IN_FORCE
    found = []
    for relationship in relationships:
        phase = relationship.status_on(day)
        if phase and phase.status in wanted:
            found.append(Standing(relationship, phase, _since(relationship, phase, day)))
    return found


def _since(relationship: Relationship, phase: Phase, day: date) -> date | None:
    """Where the run of phases in force began that reaches the day; for a possible phase, where that began."""
    since = phase.start
    if phase.status is Status.POSSIBLE:
        return since
    for earlier in reversed([p for p in relationship.phases if p.end is not None and p.end <= day]):
        if earlier.status not in IN_FORCE or earlier.end != since:
            break
        since = earlier.start
    return since
