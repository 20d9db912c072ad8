"""Dates in words, as EDTF, with Wednesday 15 May 2024 as the day of publication."""

from __future__ import annotations

from datetime import date

import pytest

from kg.claims.times import read_times

PUBLISHED = date(2024, 5, 15)

ABSOLUTE = [
    ("on 2024-03-29 they left", "2024-03-29"),
    ("on 29 March 2024", "2024-03-29"),
    ("on March 29, 2024", "2024-03-29"),
    ("on the 29th of March 2024", "2024-03-29"),
    ("on Mar. 29, 2024", "2024-03-29"),
    ("on 1st January 2020", "2020-01-01"),
    ("in March 2024", "2024-03"),
    ("in Sept. 2023", "2023-09"),
    ("in 2019", "2019"),
    ("in the spring of 2022", "2022-21"),
    ("in autumn 2021", "2021-23"),
    ("in the winter of 2023", "2023-24"),
    ("in the 1990s", "199X"),
    ("in the 2010s", "201X"),
]
RELATIVE = [
    ("today", "2024-05-15"),
    ("yesterday", "2024-05-14"),
    ("tomorrow", "2024-05-16"),
    ("on Wednesday", "2024-05-15"),
    ("on Tuesday", "2024-05-14"),
    ("on Thursday", "2024-05-09"),
    ("last Wednesday", "2024-05-08"),
    ("last Friday", "2024-05-10"),
    ("next Friday", "2024-05-17"),
    ("next Wednesday", "2024-05-22"),
    ("last week", "2024-05-06/2024-05-12"),
    ("this week", "2024-05-13/2024-05-15"),
    ("last month", "2024-04"),
    ("this month", "2024-05"),
    ("next month", "2024-06"),
    ("last year", "2023"),
    ("this year", "2024"),
    ("next year", "2025"),
    ("in March", "2024-03"),
    ("in May", "2024-05"),
    ("in June", "2023-06"),
    ("last March", "2024-03"),
    ("last May", "2023-05"),
    ("next June", "2024-06"),
    ("on 3 May", "2024-05-03"),
    ("on May 3", "2024-05-03"),
    ("on 20 May", "2024-05-20"),
    ("on 20 June", "2023-06-20"),
    ("three days ago", "2024-05-12"),
    ("10 days ago", "2024-05-05"),
    ("a week ago", "2024-05"),
    ("two months ago", "2024-03"),
    ("five years ago", "2019"),
]
NO_DATE = [
    "they may leave",
    "he will march on",
    "2,024 men",
    "$2000",
    "about 2000 fighters",
    "Flight 1999-A",
    "on 31 June 2024",
    "on 30 February",
    "the second day",
]
ROLES = [
    ("since March 2024", "since"),
    ("from 2014", "since"),
    ("until 2017", "until"),
    ("by 2024", "by"),
    ("before 2011", "before"),
    ("after 2011", "after"),
    ("in 2011", "at"),
    ("on Friday", "at"),
]


@pytest.mark.parametrize(("text", "edtf"), [*ABSOLUTE, *RELATIVE])
def test_the_words_say_the_date(text: str, edtf: str) -> None:
    assert [t.date.edtf for t in read_times(text, 0, len(text), PUBLISHED)] == [edtf]


@pytest.mark.parametrize(("text", "edtf"), ABSOLUTE)
def test_a_full_date_needs_no_publication_date(text: str, edtf: str) -> None:
    assert [t.date.edtf for t in read_times(text, 0, len(text), None)] == [edtf]


@pytest.mark.parametrize("text", [text for text, _ in RELATIVE])
def test_a_relative_date_is_unknown_without_one(text: str) -> None:
    assert read_times(text, 0, len(text), None) == []


@pytest.mark.parametrize("text", NO_DATE)
def test_what_is_no_date_gives_none(text: str) -> None:
    assert read_times(text, 0, len(text), PUBLISHED) == []


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_the_word_before_tells_the_role(text: str, role: str) -> None:
    assert [t.role for t in read_times(text, 0, len(text), PUBLISHED)] == [role]


def test_between_two_dates_is_one_span_with_both() -> None:
    [found] = read_times("between 2014 and 2017", 0, 21, PUBLISHED)
    assert (found.role, found.date.edtf, found.since, found.until) == (
        "between",
        "2014-01-01/2017-12-31",
        *(t.date for t in read_times("2014, 2017", 0, 10, PUBLISHED)),
    )


def test_from_and_to_are_a_beginning_and_an_end() -> None:
    found = read_times("from 1964 to 2016", 0, 17, PUBLISHED)
    assert [(t.role, t.date.edtf) for t in found] == [("since", "1964"), ("until", "2016")]


def test_offsets_are_those_of_the_text_and_only_the_stretch_is_read() -> None:
    text = "In 2011 he came, in 2013 he left."
    [found] = read_times(text, 16, len(text), PUBLISHED)
    assert text[found.start : found.end] == "2013"
