"""Episodes: what claims say, cut where the relationship ended, and told apart where nobody spoke of it for long.

Three things happen to what a claim says of itself (see `sayings`):
- An ender closes the episode: what was presumed stops at it, and after it the relationship has ended.
- A claim that reaches across an ender is two: what came before, and a new episode of which only the day of the report
  is sure. Unless the same article tells the end as well: then it speaks of what has ended.
- An undated claim is possible earlier, but not earlier than the start that its episode is said to have, and not before
  the previous episode's last report, which is that episode's own matter.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from kg.relationships.days import FUTURE, PAST, shown
from kg.relationships.enders import Ender
from kg.relationships.sayings import Said, Saying, state_on
from kg.vocabulary import Status


class Side(Enum):
    """Where a claim stands to an ender."""

    BEFORE = auto()
    AFTER = auto()
    ACROSS = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """What a claim says between two enders, or beyond the last."""

    said: Said
    after: Ender | None
    before: Ender | None
    demoted: bool = False


def within_episodes(told: Sequence[Said], enders: Iterable[Ender], persistence: int) -> list[Saying]:
    """All that the claims of one relationship say, enders and episodes taken into account."""
    closers = _Closers(enders, persistence)
    parts = [part for said in told for part in closers.cut(said)]
    sayings = [s for episode, floor in _episodes(parts, persistence) for part in episode for s in _say(part, floor)]
    return _until_taken_up_again(sayings + _endings(parts), sorted(_anchor(part) for part in parts))


def _until_taken_up_again(sayings: list[Saying], anchors: list[int]) -> list[Saying]:
    """What had ended is no longer known to be over once something later is said of it."""
    return [
        s._replace(end=anchors[next_one])
        if s.status is Status.ENDED and (next_one := bisect_left(anchors, s.start)) < len(anchors)
        else s
        for s in sayings
    ]


class _Closers:
    """The enders of one relationship, in the order of their days."""

    def __init__(self, enders: Iterable[Ender], persistence: int) -> None:
        self._enders = sorted(set(enders))
        self._days = [ender.latest for ender in self._enders]
        self._persistence = persistence
        self._by_article: dict[str, list[Ender]] = defaultdict(list)
        for ender in self._enders:
            self._by_article[ender.article].append(ender)

    def cut(self, said: Said) -> Iterator[Part]:
        """What the claim says before, between and beyond the enders."""
        earlier = bisect_left(self._days, said.first)  # all that it speaks of comes after these
        after = self._enders[earlier - 1] if earlier else None
        together = self._told_together(said)
        if together:
            yield Part(said, after if after and after < together else None, together, demoted=True)
            return
        for ender in self._enders[earlier:]:
            side = _side(said, ender)
            if side is Side.BEFORE:
                yield Part(said, after, ender)
                return
            if side is Side.ACROSS:
                yield Part(said, after, ender)
                rest = _rest(said, ender, self._persistence)
                if rest is None:
                    return
                said = rest
            after = ender
        yield Part(said, after, None)

    def _told_together(self, said: Said) -> Ender | None:
        """The end, not long ago, told in the article of an undated claim, which then speaks of what has ended."""
        if not said.undated:
            return None
        for ender in self._by_article.get(said.claim.article, ()):
            if (
                ender.latest <= said.last
                and not ender.at_once
                and (ender.own or said.last - ender.latest <= self._persistence)
            ):
                return ender
        return None


def _side(said: Said, ender: Ender) -> Side:
    if ender.at_once and said.last == ender.latest:
        return Side.AFTER
    if said.last <= ender.latest or ender.claim == said.entry.key:
        return Side.BEFORE
    if said.first < ender.earliest:
        return Side.BEFORE if said.event else Side.ACROSS
    return Side.AFTER


def _rest(said: Said, ender: Ender, persistence: int) -> Said | None:
    """What a claim says beyond an ender that it reaches across."""
    if said.reported is None or said.reported <= ender.latest or ender.article == said.claim.article:
        return None
    if said.claim.end is None:
        return state_on(said.entry, date.fromordinal(said.reported), persistence, ender.latest + 1)
    sayings = tuple(s for s in said.sayings if s.start > ender.latest)
    return replace(said, first=min(s.start for s in sayings), sayings=sayings) if sayings else None


def _episodes(parts: list[Part], persistence: int) -> Iterator[tuple[list[Part], int]]:
    """Parts that are closer together than P and between the same enders, each with the first day that is possible."""
    episode: list[Part] = []
    last = floor = PAST
    for part in sorted(parts, key=_order):
        first = _anchor(part)
        if episode and (first - last > persistence or part.after != episode[-1].after):
            yield episode, max(floor, _stated_start(episode))
            episode, floor = [], last + 1
        floor = max(floor, part.after.latest + 1) if part.after else floor
        episode.append(part)
        last = max(last, _end_of(part))
    if episode:
        yield episode, max(floor, _stated_start(episode))


def _order(part: Part) -> tuple[int, int, int, str]:
    opened = part.after.latest if part.after else PAST
    return (opened, _anchor(part), part.said.last, part.said.entry.key)


def _anchor(part: Part) -> int:
    return min(part.said.first, _end_of(part))


def _end_of(part: Part) -> int:
    return min(part.said.last, part.before.latest) if part.before else part.said.last


def _stated_start(episode: Sequence[Part]) -> int:
    """The earliest start that is said, unless a report is earlier still."""
    starts = [part.said.since for part in episode if part.said.since is not None]
    if not starts or min(_anchor(part) for part in episode) < min(starts):
        return PAST
    return min(starts)


def _say(part: Part, floor: int) -> Iterator[Saying]:
    for saying in part.said.sayings:
        start = max(saying.start, floor) if _reaches_back(part, saying) else saying.start
        yield from (s for s in _closed(part, saying._replace(start=start)) if s.start < s.end)


def _reaches_back(part: Part, saying: Saying) -> bool:
    return saying.status is Status.POSSIBLE and not part.said.event and saying.start <= PAST


def _closed(part: Part, saying: Saying) -> Iterator[Saying]:
    """The saying up to the ender that closes the episode."""
    ender = part.before
    if ender is None or saying.status is Status.ENDED:
        yield saying
        return
    beyond = ender.latest + 1
    told = (*saying.claims, ender.claim)
    if part.demoted:
        reason = f"Told together with its end: {ender.reason}."
        yield Saying(Status.POSSIBLE, saying.start, min(saying.end, beyond), reason, told)
    elif saying.status is Status.PRESUMED:
        # Where the ender's earliest day is not said, it may have come on any day after the last report.
        stop = max(ender.earliest, saying.start)
        yield saying._replace(end=min(saying.end, stop))
        reason = f"It may have ended by then: {ender.reason}, not later than {shown(ender.latest)}."
        yield Saying(Status.POSSIBLE, stop, min(saying.end, beyond), reason, told)
    elif part.said.event:
        yield saying
    else:
        yield saying._replace(end=min(saying.end, beyond))


def _endings(parts: Sequence[Part]) -> list[Saying]:
    """The relationship has ended after each ender that closed an episode."""
    closed: dict[Ender, int] = {}
    for part in parts:
        if part.before:
            day = max(part.before.latest, part.said.last if part.said.event else PAST)
            closed[part.before] = max(day, closed.get(part.before, PAST))
    return [_ending(ender, day) for ender, day in sorted(closed.items())]


def _ending(ender: Ender, day: int) -> Saying:
    reason = f"Ended: {ender.reason}, not later than {shown(ender.latest)}."
    return Saying(Status.ENDED, day + 1, FUTURE, reason, (ender.claim,))
