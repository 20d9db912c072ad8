"""Lives of actors: nothing holds before an actor existed or after it had ended, whatever is reported later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kg.dates import ImpreciseDate
from kg.relationships.days import FUTURE, PAST, earliest, latest, shown
from kg.relationships.sayings import Saying
from kg.vocabulary import Status


class Life(NamedTuple):
    """Closed bounds of an actor's life as ordinals: it began on `born` at the earliest, ended between the other two."""

    born: int
    ended_earliest: int
    ended_latest: int

    @classmethod
    def of(cls, existed: tuple[ImpreciseDate | None, ImpreciseDate | None]) -> Life:
        """Read the dates of existence; None is open."""
        start, end = existed
        born = earliest(start) if start else PAST
        return cls(born, earliest(end), latest(end)) if end else cls(born, FUTURE, FUTURE)


def within_lives(sayings: Sequence[Saying], lives: Iterable[Life]) -> list[Saying]:
    """The sayings that fall within all lives, and that the relationship has ended after the first of them."""
    lives = list(lives)
    born = max((life.born for life in lives), default=PAST)
    end = min((life.ended_latest for life in lives), default=FUTURE)
    doubt = min((life.ended_earliest for life in lives), default=FUTURE)
    lived = [clipped for saying in sayings for clipped in _clipped(saying, born, doubt, end)]
    if end < FUTURE and any(saying.status is not Status.ENDED for saying in lived):
        reason = f"Ended: one of the two ceased to exist, not later than {shown(end)}."
        lived.append(Saying(Status.ENDED, end + 1, FUTURE, reason, ()))
    return lived


def _clipped(saying: Saying, born: int, doubt: int, end: int) -> Iterator[Saying]:
    if saying.status is Status.ENDED:
        yield saying
        return
    inside = saying._replace(start=max(saying.start, born), end=min(saying.end, end + 1))
    if inside.status is Status.PRESUMED and doubt < inside.end:
        turn = max(inside.start, doubt)
        reason = "One of the two may have ceased to exist by then."
        yield from _kept(inside._replace(end=turn))
        yield from _kept(inside._replace(status=Status.POSSIBLE, start=turn, reason=reason))
        return
    yield from _kept(inside)


def _kept(saying: Saying) -> Iterator[Saying]:
    if saying.start < saying.end:
        yield saying
