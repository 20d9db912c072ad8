"""Phases: on each day the strongest status that any claim gives, in runs that do not overlap.

Held phases rest on every claim that says so; presumed and ended ones on what was last said before the day, possible
ones on the nearest claim after it, so that a phase names the claims that carry it and not all that could.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.model import Phase
from kg.relationships.days import opened
from kg.relationships.sayings import Saying
from kg.vocabulary import Status

STRONGEST_FIRST: Final = (Status.HELD, Status.PRESUMED, Status.POSSIBLE, Status.ENDED)


def phases_of(sayings: Iterable[Saying]) -> tuple[Phase, ...]:
    """Sorted phases; neighbours differ in status or leave a gap, which is unknown."""
    ordered = sorted(set(sayings), key=lambda s: (s.start, s.end, s.reason, s.claims))
    return tuple(run.as_phase() for run in _runs(ordered))


@dataclass(slots=True)
class _Run:
    """A stretch of days of one status, and the sayings it rests on, in the order of their days."""

    status: Status
    start: int
    end: int
    rests_on: dict[Saying, None] = field(default_factory=dict)

    def as_phase(self) -> Phase:
        sayings = list(self.rests_on)
        claims = tuple(sorted({claim for saying in sayings for claim in saying.claims}))
        reason = sayings[0].reason
        more = len({saying.reason for saying in sayings}) - 1
        if more:
            reason += f" {more} more {'reason' if more == 1 else 'reasons'} of the same kind."
        return Phase(self.status, opened(self.start), opened(self.end), reason, claims)


def _runs(ordered: Sequence[Saying]) -> Iterator[_Run]:
    """Sweep over the days on which something begins or stops."""
    days = sorted({day for saying in ordered for day in (saying.start, saying.end)})
    active = {status: _Active(status) for status in STRONGEST_FIRST}
    run: _Run | None = None
    upcoming = 0
    for day, until in zip(days, days[1:], strict=False):
        while upcoming < len(ordered) and ordered[upcoming].start <= day:
            active[ordered[upcoming].status].add(ordered[upcoming])
            upcoming += 1
        status = next((s for s in STRONGEST_FIRST if active[s].any_on(day)), None)
        if run and (run.status is not status or run.end != day):
            yield run
            run = None
        if status is None:
            continue
        run = run or _Run(status, day, until)
        run.end = until
        run.rests_on.update(dict.fromkeys(active[status].carrying(day, fresh=run.start == day)))
    if run:
        yield run


class _Active:
    """The sayings of one status that cover the day of the sweep."""

    def __init__(self, status: Status) -> None:
        self._status = status
        self._by_end: list[tuple[int, int, Saying]] = []
        self._latest: list[tuple[int, int, Saying]] = []
        self._new: list[Saying] = []
        self._count = 0

    def add(self, saying: Saying) -> None:
        self._count += 1
        heapq.heappush(self._by_end, (saying.end, self._count, saying))
        heapq.heappush(self._latest, (-saying.start, self._count, saying))
        self._new.append(saying)

    def any_on(self, day: int) -> bool:
        while self._by_end and self._by_end[0][0] <= day:
            heapq.heappop(self._by_end)
        return bool(self._by_end)

    def carrying(self, day: int, *, fresh: bool) -> list[Saying]:
        """The sayings that the status rests on from this day on; all of them where it is certain."""
        if self._status in (Status.PRESUMED, Status.ENDED):
            while self._latest[0][2].end <= day:
                heapq.heappop(self._latest)
            return [self._latest[0][2]]
        if self._status is Status.POSSIBLE:
            return [self._by_end[0][2]]
        new, self._new = self._new, []
        return [entry[2] for entry in sorted(self._by_end)] if fresh else new
