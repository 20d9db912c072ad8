"""Days as ordinals, so that laying thousands of claims on a time line is arithmetic. Spans are half-open."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from kg.dates import ImpreciseDate

PAST: Final = 0  # before every day: an open beginning
FUTURE: Final = date.max.toordinal() + 1  # after every day: an open end


def earliest(when: ImpreciseDate) -> int:
    """First day that it can be; PAST where the text leaves that open."""
    return when.earliest.toordinal() if when.earliest else PAST


def latest(when: ImpreciseDate) -> int:
    """Last day that it can be; FUTURE where the text leaves that open."""
    return when.latest.toordinal() if when.latest else FUTURE


def shown(day: int) -> str:
    """The day in ISO 8601."""
    return date.fromordinal(day).isoformat()


def opened(day: int) -> date | None:
    """The day as a date; None for PAST and FUTURE."""
    return date.fromordinal(day) if PAST < day < FUTURE else None


def ordinals(start: date | None, end: date | None) -> tuple[int, int]:
    """A half-open span of days, an open side as PAST or FUTURE."""
    return start.toordinal() if start else PAST, end.toordinal() if end else FUTURE


def joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted spans, those that touch or overlap made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
