"""Imprecise dates: what is read, its bounds, and laws that hold for any."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.dates import ImpreciseDate, add_days, day_after, month_span
from kg.errors import DateError

DAYS = st.dates(date(1000, 1, 1), date(9998, 12, 31))
READ = [
    ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ("2024~", date(2024, 1, 1), date(2024, 12, 31)),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2023-02?", date(2023, 2, 1), date(2023, 2, 28)),
    ("2024-03-29", date(2024, 3, 29), date(2024, 3, 29)),
    ("201X", date(2010, 1, 1), date(2019, 12, 31)),
    ("20XX", date(2000, 1, 1), date(2099, 12, 31)),
    ("2024-21", date(2024, 3, 1), date(2024, 5, 31)),
    ("2024-24", date(2024, 12, 1), date(2025, 2, 28)),
    ("../2024-06", None, date(2024, 6, 30)),
    ("2024-06/..", date(2024, 6, 1), None),
    ("2024-06/2024-08", date(2024, 6, 1), date(2024, 8, 31)),
    ("/2024", None, date(2024, 12, 31)),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), READ)
def test_bounds(text: str, earliest: date | None, latest: date | None) -> None:
    found = ImpreciseDate.parse(text)
    assert (found.edtf, str(found), found.earliest, found.latest) == (text, text, earliest, latest)


@pytest.mark.parametrize(
    "text",
    ["", "24", "2024-00", "2024-02-30", "2024-25", "June 2024", "../..", "/", "2024-08/2024-06", "2024-6"],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        ImpreciseDate.parse(text)


@pytest.mark.parametrize("text", ["2024-13", "2024-14"])
def test_a_thirteenth_month_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        ImpreciseDate.parse(text)


def test_a_year_is_neither_before_nor_after_its_months() -> None:
    year, month = ImpreciseDate.parse("2024"), ImpreciseDate.parse("2024-03")
    assert ImpreciseDate.parse("2023").is_before(month)
    assert not year.is_before(month)
    assert not month.is_before(year)


def test_an_open_side_is_never_before() -> None:
    assert not ImpreciseDate.parse("2020/..").is_before(ImpreciseDate.parse("2024"))
    assert not ImpreciseDate.parse("2020").is_before(ImpreciseDate.parse("../2024"))
    assert not ImpreciseDate.parse("../2024").is_bounded


@pytest.mark.parametrize(
    ("first", "last", "edtf"),
    [
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(2024, 6, 1), date(2024, 6, 30), "2024-06"),
        (date(2024, 6, 1), date(2024, 6, 1), "2024-06-01"),
        (date(2024, 6, 1), date(2024, 7, 2), "2024-06-01/2024-07-02"),
    ],
)
def test_between_takes_the_shortest_text(first: date, last: date, edtf: str) -> None:
    assert ImpreciseDate.between(first, last).edtf == edtf


def test_month_span_runs_over_the_year() -> None:
    assert month_span(2024, 13) == (date(2025, 1, 1), date(2025, 1, 31))


@given(DAYS)
def test_a_day_is_read_back(day: date) -> None:
    found = ImpreciseDate.of_day(day)
    assert ImpreciseDate.parse(found.edtf) == found
    assert found.earliest == found.latest == day
    assert found.may_be(day) and not found.may_be(day_after(day))


@given(DAYS, DAYS)
def test_a_span_is_read_back_with_its_bounds(one: date, other: date) -> None:
    first, last = min(one, other), max(one, other)
    found = ImpreciseDate.between(first, last)
    assert (found.earliest, found.latest) == (first, last)
    assert ImpreciseDate.parse(found.edtf) == found


@given(DAYS, DAYS, DAYS, DAYS)
def test_before_is_a_strict_order(a: date, b: date, c: date, d: date) -> None:
    left, right = ImpreciseDate.between(min(a, b), max(a, b)), ImpreciseDate.between(min(c, d), max(c, d))
    assert not left.is_before(left)
    assert not (left.is_before(right) and right.is_before(left))
    assert left.is_before(right) == (max(a, b) < min(c, d))


@given(DAYS, DAYS, DAYS)
def test_may_be_is_lying_within_the_bounds(a: date, b: date, day: date) -> None:
    assert ImpreciseDate.between(min(a, b), max(a, b)).may_be(day) == (min(a, b) <= day <= max(a, b))


@given(st.dates(), st.integers(-10_000_000, 10_000_000))
def test_adding_days_stays_in_the_calendar(day: date, days: int) -> None:
    moved = add_days(day, days)
    assert date.min <= moved <= date.max
    if date.min < moved < date.max:
        assert moved - day == timedelta(days=days)


@given(st.text(max_size=15))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = ImpreciseDate.parse(text)
    except DateError:
        return
    assert found.edtf == text
    assert found.earliest or found.latest
