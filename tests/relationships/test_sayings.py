"""A test a row of the table of what one claim says. Persistence: controls 365 days, fights 180."""

import pytest

from tests.relationships.cases import claim, folded, statuses


def test_a_state_undated():
    held = folded(claim("a", "controls", "p", "2023-01-10"))
    assert statuses(held, "1990-01-01", "2023-01-09") == ["possible", "possible"]
    assert statuses(held, "2023-01-10") == ["held"]
    assert statuses(held, "2023-01-11", "2024-01-10") == ["presumed", "presumed"]
    assert statuses(held, "2024-01-11", "2030-01-01") == ["unknown", "unknown"]


def test_a_state_with_a_start():
    held = folded(claim("a", "controls", "p", "2023-01-10", start="2022-03"))
    assert statuses(held, "2022-02-28") == ["unknown"]
    assert statuses(held, "2022-03-01", "2022-03-30") == ["possible", "possible"]
    assert statuses(held, "2022-03-31", "2022-12-01", "2023-01-10") == ["held", "held", "held"]
    assert statuses(held, "2023-01-11", "2024-01-10", "2024-01-11") == ["presumed", "presumed", "unknown"]


def test_a_state_with_an_end():
    held = folded(claim("a", "controls", "p", "2023-01-10", start="2020-05-02", end="2022-03"))
    assert statuses(held, "2020-05-01") == ["unknown"]
    assert statuses(held, "2020-05-02", "2022-03-01") == ["held", "held"]
    assert statuses(held, "2022-03-02", "2022-03-31") == ["possible", "possible"]
    assert statuses(held, "2022-04-01", "2023-01-10", "2030-01-01") == ["ended", "ended", "ended"]


def test_a_state_with_an_end_alone():
    held = folded(claim("a", "controls", "p", "2023-01-10", end="2022-03"))
    assert statuses(held, "2022-02-28", "2022-03-01", "2022-03-31", "2022-04-01") == [
        "possible",
        "held",
        "possible",
        "ended",
    ]


def test_a_past_event_undated():
    fought = folded(claim("a", "fights", "b", "2023-07-01"))
    assert statuses(fought, "2023-01-01", "2023-01-02", "2023-07-01") == ["unknown", "possible", "possible"]
    assert statuses(fought, "2023-07-02") == ["unknown"]


def test_a_dated_event():
    fought = folded(claim("a", "fights", "b", "2023-07-01", start="2023-03-05"))
    assert statuses(fought, "2023-03-04", "2023-03-05", "2023-03-06") == ["unknown", "held", "presumed"]
    assert statuses(fought, "2023-09-01", "2023-09-02") == ["presumed", "unknown"]


def test_an_event_relation_does_not_last():
    broke = folded(claim("a", "breaksWith", "b", "2023-07-01", start="2023-03"))
    assert statuses(broke, "2023-02-28", "2023-03-01", "2023-03-31", "2023-04-01") == [
        "unknown",
        "held",
        "held",
        "unknown",
    ]


def test_an_undated_event_relation_is_possible_on_the_day_of_its_report():
    left = folded(claim("a", "leaves", "p", "2023-07-01"))
    assert statuses(left, "2023-06-30", "2023-07-01", "2023-07-02") == ["unknown", "possible", "unknown"]


@pytest.mark.parametrize(
    ("start", "first_held"),
    [
        ("2023", "2023-01-10"),  # began this year, so on the day of the report at the latest
        ("../2022-06-30", "2022-06-30"),
        ("2022-06/..", "2023-01-10"),
        ("202X", "2023-01-10"),
    ],
)
def test_an_imprecise_start_holds_from_the_last_day_that_it_can_be(start, first_held):
    phases = folded(claim("a", "controls", "p", "2023-01-10", start=start)).phases
    assert [str(p.start) for p in phases if p.status == "held"] == [first_held]


def test_a_start_without_a_report_is_certain_on_its_own_days_alone():
    held = folded(claim("a", "controls", "p", start="2022-03-05"))
    assert statuses(held, "2022-03-04", "2022-03-05", "2022-03-06", "2023-03-06") == [
        "unknown",
        "held",
        "presumed",
        "unknown",
    ]


def test_without_any_date_there_are_no_phases_but_a_relationship():
    undated = claim("a", "controls", "p")
    held = folded(undated)
    assert (held.phases, held.claims, held.reports) == ((), (undated.key,), ())


@pytest.mark.parametrize("start", ["2024", "2024-06/.."])
@pytest.mark.parametrize("relation", ["controls", "leaves"])
def test_what_lies_ahead_of_its_report_is_never_held(relation, start):
    assert "held" not in {p.status for p in folded(claim("a", relation, "p", "2023-01-10", start=start)).phases}


def test_an_end_that_lies_ahead_stops_what_is_presumed_and_ends_nothing():
    held = folded(claim("a", "operatesIn", "p", "2023-06-20", start="2013-07-01", end="2023-12-31"))
    assert statuses(held, "2023-06-20", "2023-06-21", "2023-12-30") == ["held", "presumed", "presumed"]
    assert statuses(held, "2024-01-15") == ["unknown"]


def test_a_battle_of_three_days_is_an_event_and_a_war_of_years_a_state_that_ended():
    battle = folded(claim("a", "fights", "b", "2024-08-01", start="2024-07-25", end="2024-07-27"))
    assert statuses(battle, "2024-07-26", "2024-07-28") == ["held", "presumed"]
    war = folded(claim("a", "fights", "b", "2024-08-01", start="2012-01-17", end="2015-06-20"))
    assert statuses(war, "2014-01-01", "2015-06-21") == ["held", "ended"]


def test_an_event_dated_not_later_than_a_day_is_possible_before_it():
    fought = folded(claim("a", "fights", "b", "2024-08-01", start="../2024-03-01"))
    assert statuses(fought, "2023-09-01", "2023-09-03", "2024-03-01", "2024-03-02") == [
        "unknown",
        "possible",
        "possible",
        "unknown",
    ]


def test_persistence_can_be_changed():
    fought = claim("a", "fights", "b", "2023-07-01", start="2023-03-05")
    short = folded(fought, persistence={fought.relation: 10})
    assert statuses(short, "2023-03-15", "2023-03-16") == ["presumed", "unknown"]
    assert "presumed for 10 days" in short.phases[-1].reason
