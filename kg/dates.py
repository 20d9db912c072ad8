"""Imprecise dates: the part of EDTF (ISO 8601-2:2019) that news needs, as closed day bounds.

Read: ``2024``, ``2024-06``, ``2024-06-10``, each with ``~ ? %``; ``201X`` and ``20XX``; seasons ``2024-21`` (spring)
to ``2024-24``; bounds as one-sided intervals ``../2024-06`` (not later than) and ``2024-06/..`` (not earlier than);
closed intervals ``2024-06/2024-08``, here one date somewhere inside. A date is as precise as its source: "2024" is the
closed span 2024-01-01 to 2024-12-31, never its first day. An open side has the bound None. Seasons are those of the
northern half.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from kg.errors import DateError

_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
_SINGLE = re.compile(r"(?P<year>\d{2}XX|\d{3}X|\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<sign>[~?%])?")


@dataclass(frozen=True, slots=True)
class ImpreciseDate:
    """An EDTF text and its closed day bounds; a bound is None where the text leaves that side open."""

    edtf: str
    earliest: date | None
    latest: date | None

    @classmethod
    def parse(cls, text: str) -> ImpreciseDate:
        """Read an EDTF text; raises DateError for anything else."""
        if "/" not in text:
            return cls(text, *_span(text))
        left, _, right = text.partition("/")
        if left in ("", "..") and right in ("", ".."):
            raise DateError(f"{text!r} is no date: an interval needs at least one side, as in '../2024-06'.")
        earliest = None if left in ("", "..") else _span(left)[0]
        latest = None if right in ("", "..") else _span(right)[1]
        if earliest and latest and latest < earliest:
            raise DateError(f"{text!r} is no interval: it ends before it begins.")
        return cls(text, earliest, latest)

    @classmethod
    def of_day(cls, day: date) -> ImpreciseDate:
        """The date of one known day."""
        return cls(day.isoformat(), day, day)

    @classmethod
    def between(cls, first: date, last: date) -> ImpreciseDate:
        """One date somewhere in the closed span of days, in the shortest EDTF text for it."""
        if first == last:
            return cls.of_day(first)
        for text in (f"{first:%Y}", f"{first:%Y-%m}"):
            if _span(text) == (first, last):
                return cls(text, first, last)
        return cls.parse(f"{first.isoformat()}/{last.isoformat()}")

    @property
    def is_bounded(self) -> bool:
        """Whether both sides are known."""
        return self.earliest is not None and self.latest is not None

    def is_before(self, other: ImpreciseDate) -> bool:
        """Whether every reading is earlier: 2023 is before 2024-03, 2024 is not."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def may_be(self, day: date) -> bool:
        """Whether the day lies within the bounds."""
        return (self.earliest is None or self.earliest <= day) and (self.latest is None or day <= self.latest)

    def __str__(self) -> str:
        return self.edtf


def month_span(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month; months 13 and 14 are January and February of the next year."""
    year, month = (year, month) if month <= 12 else (year + 1, month - 12)
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def add_days(day: date, days: int) -> date:
    """The day that many days later, held within the calendar's limits."""
    ordinal = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)


def day_after(day: date) -> date:
    """The next day, as the open end of an interval that includes `day`."""
    return day + timedelta(days=1) if day < date.max else day


def _span(text: str) -> tuple[date, date]:
    match = _SINGLE.fullmatch(text)
    if not match:
        raise DateError(f"{text!r} is no EDTF date: write 2024, 2024-06, 2024-06-10 or ../2024-06.")
    year, month, day = match["year"], match["month"], match["day"]
    try:
        if month is None:
            return date(int(year.replace("X", "0")), 1, 1), date(int(year.replace("X", "9")), 12, 31)
        if day is None and int(month) in _SEASON_MONTHS:
            first, last = _SEASON_MONTHS[int(month)]
            return month_span(int(year), first)[0], month_span(int(year), last)[1]
        if day is None and 1 <= int(month) <= 12:
            return month_span(int(year), int(month))
        exact = date(int(year), int(month), int(day or 0))  # day 0, like month 13, is no date
    except (ValueError, calendar.IllegalMonthError):
        raise DateError(f"{text!r} is no date of the calendar.") from None
    return exact, exact
