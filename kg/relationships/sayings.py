"""What one claim says of each day, by the kind of thing it says.

| the claim says        | before                      | during                      | after                          |
| --------------------- | --------------------------- | --------------------------- | ------------------------------ |
| a state, undated      | possible                    | held on the report's day R  | presumed until R + P           |
| a state with a start  | possible between its bounds | held, latest start to R     | presumed until R + P           |
| a state with an end   | –                           | held up to the earliest end | possible to the latest; ended  |
| a past event, undated | possible on R and P before  | –                           | –                              |
| a dated event         | –                           | held at its date            | presumed for P                 |

P is the relation's persistence in days. Days of which a claim says nothing are unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from kg.dates import ImpreciseDate
from kg.model import Claim
from kg.relationships.days import FUTURE, PAST, earliest, latest, shown
from kg.relationships.ledger import Entry
from kg.vocabulary import SIGNATURES, Relation, Status

_OPEN_END: Final = ImpreciseDate("", None, None)


class Saying(NamedTuple):
    """One status over the half-open days [start, end), as ordinals."""

    status: Status
    start: int
    end: int
    reason: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """All that one claim says: `first` to `last` are the closed days it speaks of itself, `since` is a stated start."""

    entry: Entry
    first: int
    last: int
    sayings: tuple[Saying, ...]
    event: bool
    since: int | None = None
    reported: int | None = None

    @property
    def claim(self) -> Claim:
        """The claim that says it."""
        return self.entry.claim

    @property
    def undated(self) -> bool:
        """Whether the text says neither since when nor until when."""
        return self.claim.start is None and self.claim.end is None


def is_event(claim: Claim, persistence: int) -> bool:
    """Whether the claim tells an event; a fight is one unless it is said to end, or to go on for longer than P."""
    if claim.relation is not Relation.FIGHTS:
        return SIGNATURES[claim.relation].event
    if claim.end is None:
        return True
    if claim.start is None or claim.start.earliest is None or claim.end.latest is None:
        return False
    return (claim.end.latest - claim.start.earliest).days <= persistence


def said_by(entry: Entry, persistence: int) -> Said | None:
    """What the claim says, or None where neither it nor its article has a date."""
    claim = entry.claim
    reported = claim.reported.toordinal() if claim.reported else None
    if claim.start is None and claim.end is None and reported is None:
        return None
    if is_event(claim, persistence):
        return _event(entry, reported, persistence)
    if claim.end is not None:
        return _ending(entry, claim.end, reported, persistence)
    if claim.start is not None:
        return _since(entry, claim.start, reported, persistence)
    return state_on(entry, claim.reported, persistence) if claim.reported else None


def state_on(entry: Entry, day: date, persistence: int, floor: int = PAST) -> Said:
    """A state, undated, reported on the day; `floor` is the first day on which it is possible."""
    on, key = day.toordinal(), (entry.key,)
    told = shown(on)
    sayings = (
        Saying(Status.POSSIBLE, floor, on, f"Reported on {told}, without saying since when.", key),
        Saying(Status.HELD, on, on + 1, f"Reported on {told}.", key),
        _presumed(on, persistence, f"Last reported on {told}", key),
    )
    return Said(entry, on, on, _kept(sayings), False, None, on)


def _since(entry: Entry, start: ImpreciseDate, reported: int | None, persistence: int) -> Said:
    """A state with a start."""
    key, low, high = (entry.key,), earliest(start), latest(start)
    if reported is not None and low > reported:
        return _ahead(entry, start, reported, persistence)
    if high == FUTURE and reported is None:
        open_start = Saying(Status.POSSIBLE, low, low + persistence + 1, f"Said to begin after {shown(low)}.", key)
        return Said(entry, low, low, (open_start,), False, low)
    # What is told as a fact began on the day of the report at the latest.
    high = high if reported is None else min(high, reported)
    last = high if reported is None else reported
    told = f"Said to hold since {start.edtf}" + (f", reported on {shown(last)}." if reported is not None else ".")
    sayings = (
        Saying(Status.POSSIBLE, low, high, f"Said to begin in {start.edtf}.", key),
        Saying(Status.HELD, high, last + 1, told, key),
        _presumed(last, persistence, f"Last known on {shown(last)}", key),
    )
    since = None if low == PAST else low
    return Said(entry, high if since is None else since, last, _kept(sayings), False, since, reported)


def _ending(entry: Entry, end: ImpreciseDate, reported: int | None, persistence: int) -> Said | None:
    """A state with an end, with or without a start."""
    claim, key, low, high = entry.claim, (entry.key,), earliest(end), latest(end)
    if reported is not None and low > reported:
        return _until(entry, end, reported, persistence)
    high = high if reported is None else min(high, reported)
    high = low if high == FUTURE else high
    begin = earliest(claim.start) if claim.start else PAST
    told = f"Said to hold until {end.edtf}."
    certain = _certain(claim, low, high) or (high + 1, high)
    sayings = (
        Saying(Status.POSSIBLE, begin, certain[0], told, key),
        Saying(Status.HELD, certain[0], certain[1] + 1, told, key),
        Saying(Status.POSSIBLE, certain[1] + 1, high + 1, f"Said to end in {end.edtf}.", key),
        Saying(Status.ENDED, high + 1, FUTURE, f"Said to have ended in {end.edtf}.", key),
    )
    since = begin if begin > PAST else None
    return Said(entry, min(begin if since else certain[0], high), high, _kept(sayings), False, since, reported)


def _certain(claim: Claim, low: int, high: int) -> tuple[int, int] | None:
    """The closed days on which a state that ended between low and high is certain; without a start only the last."""
    if claim.start is None:
        return (low, low) if low > PAST else None
    begun = min(latest(claim.start), high)
    still = low if low > PAST else begun
    return (begun, still) if begun <= still else None


def _until(entry: Entry, end: ImpreciseDate, reported: int, persistence: int) -> Said | None:
    """An end that lies after the report is no end yet: nothing is presumed beyond it."""
    claim, day = entry.claim, date.fromordinal(reported)
    said = _since(entry, claim.start, reported, persistence) if claim.start else state_on(entry, day, persistence)
    stop = earliest(end)
    sayings = tuple(s._replace(end=min(s.end, stop)) for s in said.sayings)
    return Said(entry, said.first, said.last, _kept(sayings), False, said.since, reported)


def _ahead(entry: Entry, start: ImpreciseDate, reported: int, persistence: int) -> Said:
    """A beginning after the day of the report: told as a fact, known by nobody yet."""
    low, high = earliest(start), latest(start)
    end = min(high, low + persistence) + 1
    reason = f"Said on {shown(reported)} to begin in {start.edtf}, which lay ahead."
    return Said(entry, low, low, (Saying(Status.POSSIBLE, low, end, reason, (entry.key,)),), False, None, reported)


def _event(entry: Entry, reported: int | None, persistence: int) -> Said | None:
    """An event, dated or not; one that is dated on one side only is possible up to the side that is known."""
    claim, key, low, high = entry.claim, (entry.key,), *_event_bounds(entry.claim)
    if reported is not None and low > reported:
        ahead = f"Said on {shown(reported)} to happen in {_dates(claim)}, which lay ahead."
        end = min(high, low + persistence) + 1
        return Said(entry, low, low, (Saying(Status.POSSIBLE, low, end, ahead, key),), True, None, reported)
    high = high if reported is None else min(high, reported)
    if low == PAST:
        return _past_event(entry, high, reported, persistence) if high < FUTURE else None
    if high == FUTURE:
        high = low
    sayings = (
        Saying(Status.HELD, low, high + 1, f"Said to have happened in {_dates(claim)}.", key),
        _presumed(high, persistence, f"Last known in {_dates(claim)}", key),
    )
    return Said(entry, low, high, _kept(sayings), True, None, reported)


def _past_event(entry: Entry, last: int, reported: int | None, persistence: int) -> Said:
    """An event of which only is known that it happened on the last day or before."""
    when = _dates(entry.claim)
    reason = f"Said to have happened in {when}." if when else f"Reported on {shown(last)} as past, not said when."
    possible = Saying(Status.POSSIBLE, max(last - persistence, PAST + 1), last + 1, reason, (entry.key,))
    return Said(entry, last, last, (possible,), True, None, reported)


def _event_bounds(claim: Claim) -> tuple[int, int]:
    start, end = claim.start or claim.end or _OPEN_END, claim.end or claim.start or _OPEN_END
    return earliest(start), latest(end)


def _dates(claim: Claim) -> str:
    if claim.start and claim.end and claim.start != claim.end:
        return f"{claim.start.edtf} to {claim.end.edtf}"
    when = claim.start or claim.end
    return when.edtf if when else ""


def _presumed(last: int, persistence: int, why: str, key: tuple[str, ...]) -> Saying:
    end = min(last + persistence + 1, FUTURE)
    return Saying(Status.PRESUMED, last + 1, end, f"{why}; presumed for {persistence} days.", key)


def _kept(sayings: tuple[Saying, ...]) -> tuple[Saying, ...]:
    """The sayings that cover a day."""
    return tuple(s for s in sayings if s.start < s.end)
