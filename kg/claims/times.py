"""Dates in a sentence, resolved against the publication date; without one a relative date stays unknown.

All results are imprecise dates (EDTF). The words are those of ontology/lexicon/time.tsv.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from kg import lexicon
from kg.dates import ImpreciseDate, month_span
from kg.errors import DateError


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """text[start:end] says a date; `role` is at, since, until, by, before, after or between.

    `since` and `until` are the two dates of "between A and B", whose `date` is the span from the one to the other.
    """

    start: int
    end: int
    date: ImpreciseDate
    role: str
    since: ImpreciseDate | None = None
    until: ImpreciseDate | None = None


def read_times(text: str, start: int, end: int, published: date | None) -> list[TimeExpression]:
    """The dates in text[start:end] in order; those that cannot be resolved are left out."""
    found: list[TimeExpression] = []
    taken: list[tuple[int, int]] = []  # also by what cannot be resolved: "31 June 2024" is no "2024"
    for pattern, resolve in _patterns():
        for match in pattern.finditer(text, start, end):
            if any(first < match.end() and match.start() < last for first, last in taken):
                continue
            taken.append(match.span())
            when = resolve(match, published)
            if when is not None:
                found.append(TimeExpression(match.start(), match.end(), when, _role(text, start, match.start())))
    found.sort(key=lambda t: t.start)
    return list(_joined(text, found))


def _role(text: str, start: int, at: int) -> str:
    """The role that the word before the date gives it."""
    before = re.findall(r"[^\W\d_]+", text[max(start, at - 24) : at])
    words = [w.lower() for w in before[-2:] if w.lower() not in ("the", "early", "late", "mid", "end", "of", "about")]
    return _values("role").get(words[-1], "at") if words else "at"


def _joined(text: str, found: list[TimeExpression]) -> Iterator[TimeExpression]:
    """Let "between A and B" be one span, and "to B" an end only behind "from A"."""
    skip = False
    for number, here in enumerate(found):
        if skip:
            skip = False
            continue
        after = found[number + 1] if number + 1 < len(found) else None
        between = text[here.end : after.start].strip() if after else ""
        if after and between == "and" and re.search(r"between\s+(?:the\s+)?$", text[: here.start]):
            first, last = here.date.earliest, after.date.latest
            if first and last and first <= last:
                span = ImpreciseDate.between(first, last)
                yield TimeExpression(here.start, after.end, span, "between", here.date, after.date)
                skip = True
                continue
        if here.role == "until" and re.search(r"\bto\s+(?:the\s+)?$", text[: here.start]):
            previous = found[number - 1] if number else None
            if not (previous and previous.role == "since"):
                here = TimeExpression(here.start, here.end, here.date, "at")
        yield here


@cache
def _values(kind: str) -> dict[str, str]:
    return {row["word"]: row["value"] for row in lexicon.table("time") if row["kind"] == kind}


def _any(kind: str) -> str:
    words = sorted(_values(kind), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(w.replace(" ", r"\s+") for w in words) + ")"


Resolve = Callable[[re.Match[str], date | None], ImpreciseDate | None]


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Resolve], ...]:
    """The patterns in the order in which they are tried; a later one never overlaps an earlier match."""
    month, weekday, unit = _any("month"), _any("weekday"), _any("unit")
    number = rf"(?P<number>\d+|{_any('number')})"
    rows: tuple[tuple[str, Resolve], ...] = (
        (r"(?P<iso>\d{4}-\d{2}-\d{2})", _iso),
        (rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{month})\.?,?\s+(?P<year>\d{{4}})", _full),
        (rf"(?P<month>{month})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})", _full),
        (rf"(?P<month>{month})\.?,?\s+(?:of\s+)?(?P<year>(?:19|20)\d{{2}})", _month_year),
        (rf"(?P<season>{_any('season')})\s+(?:of\s+)?(?P<year>(?:19|20)\d{{2}})", _season),
        (rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{month})\b(?!\s+\d)", _day_month),
        (rf"(?P<month>{month})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d,]*\d)", _day_month),
        (rf"(?P<which>{_any('which')})\s+(?P<month>{month})", _which_month),
        (rf"(?P<which>{_any('which')})\s+(?P<weekday>{weekday})", _weekday),
        (rf"{number}\s+(?P<unit>{unit})s?\s+ago", _ago),
        (rf"(?P<which>{_any('which')})\s+(?P<unit>{unit})", _which_unit),
        (rf"(?P<weekday>{weekday})", _weekday),
        (rf"(?P<offset>{_any('offset')})", _offset),
        (r"(?P<year>(?:19|20)\d)0s", _decade),
        (rf"(?<=\b[Ii]n\s)(?P<month>{month})\b", _which_month),
        (rf"(?<=\b[Ss]ince\s)(?P<month>{month})\b", _which_month),
        (
            r"(?<![\d,.$€£-])(?P<year>(?:19[4-9]|20[0-4])\d)(?![\d,]*\d|-[A-Za-z]|\s+(?:percent|people|men|fighters|troops))",
            _year,
        ),
    )
    return tuple((re.compile(rf"\b{p}\b" if not p.startswith("(?<") else p, re.IGNORECASE), r) for p, r in rows)


def _iso(match: re.Match[str], published: date | None) -> ImpreciseDate | None:
    return _safe(match["iso"])


def _full(match: re.Match[str], published: date | None) -> ImpreciseDate | None:
    return _safe(f"{match['year']}-{_month(match):02d}-{int(match['day']):02d}")


def _month_year(match: re.Match[str], published: date | None) -> ImpreciseDate | None:
    return _safe(f"{match['year']}-{_month(match):02d}")


def _season(match: re.Match[str], published: date | None) -> ImpreciseDate | None:
    return _safe(f"{match['year']}-{_values('season')[match['season'].lower()]}")


def _year(match: re.Match[str], published: date | None) -> ImpreciseDate | None:
    return _safe(match["year"])


def _decade(match: re.Match[str], published: date | None) -> ImpreciseDate | None:
    return _safe(f"{match['year']}X")


def _day_month(match: re.Match[str], published: date | None) -> ImpreciseDate | None:
    """The last such day not later than a week after publication."""
    if published is None:
        return None
    for year in (published.year, published.year - 1):
        when = _safe(f"{year}-{_month(match):02d}-{int(match['day']):02d}")
        if when and when.earliest and when.earliest <= published + timedelta(days=7):
            return when
    return None


def _which_month(match: re.Match[str], published: date | None) -> ImpreciseDate | None:
    """Resolve "in June" to the last one that has begun; "next June" the first that has not."""
    if published is None:
        return None
    month, which = _month(match), _which(match)
    if match["month"].lower() == "may" and not match["month"][0].isupper():
        return None
    year = published.year if month <= published.month else published.year - 1
    if which == "next":
        year = published.year if month > published.month else published.year + 1
    elif which == "last" and month == published.month:
        year = published.year - 1
    return ImpreciseDate.between(*month_span(year, month))


def _weekday(match: re.Match[str], published: date | None) -> ImpreciseDate | None:
    """The last such day up to the publication; "last" excludes the day itself, "next" looks ahead."""
    if published is None or not match["weekday"][0].isupper():
        return None
    wanted = int(_values("weekday")[match["weekday"].lower()])
    back = (published.weekday() - wanted) % 7
    which = _which(match)
    if which == "next":
        return ImpreciseDate.of_day(published + timedelta(days=(7 - back) or 7))
    if which == "last" and back == 0:
        back = 7
    return ImpreciseDate.of_day(published - timedelta(days=back))


def _offset(match: re.Match[str], published: date | None) -> ImpreciseDate | None:
    if published is None:
        return None
    return ImpreciseDate.of_day(published + timedelta(days=int(_values("offset")[match["offset"].lower()])))


def _ago(match: re.Match[str], published: date | None) -> ImpreciseDate | None:
    """Days ago are exact; weeks and months ago are a month, years ago a year."""
    if published is None:
        return None
    text = match["number"].lower()
    number, unit = int(text) if text.isdigit() else int(_values("number")[text]), _unit(match)
    when = published - timedelta(days=min(number * unit, 30_000))
    if unit == 1:
        return ImpreciseDate.of_day(when)
    return _safe(f"{when:%Y}" if unit == 365 else f"{when:%Y-%m}")


def _which_unit(match: re.Match[str], published: date | None) -> ImpreciseDate | None:
    """Resolve "last week", "this month", "last year" as closed spans of the calendar."""
    if published is None:
        return None
    unit = _unit(match)
    step = {"last": -1, "this": 0, "next": 1}[_which(match)]
    if unit == 365:
        return _safe(str(published.year + step))
    if unit == 30:
        index = published.year * 12 + published.month - 1 + step
        return ImpreciseDate.between(*month_span(index // 12, index % 12 + 1))
    if unit == 7:
        monday = published - timedelta(days=published.weekday()) + timedelta(days=7 * step)
        last = monday + timedelta(days=6)
        return ImpreciseDate.between(monday, min(last, published) if step == 0 else last)
    return None


def _month(match: re.Match[str]) -> int:
    return int(_values("month")[match["month"].lower()])


def _unit(match: re.Match[str]) -> int:
    return int(_values("unit")[match["unit"].lower()])


def _which(match: re.Match[str]) -> str:
    given = match.groupdict().get("which")
    return _values("which")[" ".join(given.lower().split())] if given else ""


def _safe(edtf: str) -> ImpreciseDate | None:
    """The date, or None for one that the calendar lacks ("31 June")."""
    try:
        return ImpreciseDate.parse(edtf)
    except DateError:
        return None
