"""A test a row of the column "ended by" of the table of relations."""

from dataclasses import replace

import pytest

from kg.dates import ImpreciseDate
from kg.model import Evidence
from kg.relationships import fold
from tests.relationships.cases import PLANNED, claim, day, folded, statuses

ENDED = ["presumed", "ended", "ended"]
AROUND = ("2023-03-04", "2023-03-06", "2026-01-01")


@pytest.mark.parametrize(
    ("relation", "ender", "persistence"),
    [
        ("alliedWith", "breaksWith", 730),
        ("alliedWith", "fights", 730),
        ("supports", "breaksWith", 730),
        ("affiliatedWith", "breaksWith", 730),
        ("leads", "breaksWith", 730),
        ("speaksFor", "breaksWith", 730),
        ("controls", "leaves", 365),
        ("operatesIn", "leaves", 365),
    ],
)
def test_a_state_is_ended_by_its_enders(relation, ender, persistence):
    state, end = claim("a", relation, "b", "2023-01-10"), claim("a", ender, "b", "2023-03-10", start="2023-03-05")
    assert statuses(folded(state, end), *AROUND) == ENDED
    alone = statuses(folded(state), "2023-03-06")
    assert alone == ["presumed"], persistence


def test_fights_are_ended_by_peace():
    fight = claim("a", "fights", "b", "2023-01-10", start="2023-01-08")
    peace = claim("b", "makesPeaceWith", "a", "2023-03-10", start="2023-03-05")
    assert statuses(folded(fight, peace), *AROUND) == ENDED


def test_an_accord_is_ended_by_a_break():
    accord = claim("a", "makesPeaceWith", "b", "2015-06-21", start="2015-06-20")
    broken = claim("b", "breaksWith", "a", "2024-01-26", start="2024-01-25")
    assert statuses(folded(accord, broken), "2015-06-20", "2024-01-25", "2024-01-26") == ["held", "unknown", "ended"]


@pytest.mark.parametrize("relation", ["alliedWith", "supports", "fights", "controls", "operatesIn", "leads"])
def test_the_end_of_an_actor_ends_it(relation):
    state = claim("a", relation, "b", "2023-01-10", start="2023-01-08")
    over = {"a": (None, ImpreciseDate.parse("2023-03-05"))}
    assert statuses(folded(state, existence=over), *AROUND) == ENDED


def test_nothing_holds_after_the_end_of_an_actor_or_before_its_beginning():
    late = claim("a", "operatesIn", "p", "2025-09-01")
    life = {"a": (ImpreciseDate.parse("2014-05"), ImpreciseDate.parse("2025-06-06"))}
    held = folded(late, existence=life)
    assert statuses(held, "2014-04-30", "2014-05-01", "2025-06-06", "2025-09-01") == [
        "unknown",
        "possible",
        "possible",
        "ended",
    ]


def test_a_successor_in_the_same_post_ends_it():
    first = claim("x", "leads", "g", "2023-01-10")
    second = claim("y", "leads", "g", "2023-03-10")
    followed = claim("y", "succeeds", "x", "2023-03-10", start="2023-03-05")
    assert statuses(folded(first, second, followed), *AROUND) == ENDED
    assert statuses(folded(first, second), "2023-03-06") == ["presumed"], "a group may have two leaders"
    assert statuses(folded(first, followed), "2023-03-06") == ["presumed"], "not a successor in this post"


def test_a_place_is_lost_to_another_holder_who_is_not_allied():
    ours = claim("a", "controls", "p", "2023-01-10")
    theirs = claim("b", "controls", "p", "2023-03-10", start="2023-03-05")
    assert statuses(folded(ours, theirs), *AROUND) == ENDED
    allied = claim("a", "alliedWith", "b", "2023-02-01")
    assert statuses(folded(ours, theirs, allied), "2023-03-06") == ["presumed"]
    part = claim("b", "affiliatedWith", "a", "2023-02-01")
    assert statuses(folded(ours, theirs, part), "2023-03-06") == ["presumed"]
    assert statuses(folded(ours, theirs, allied=[("b", "a")]), "2023-03-06") == ["presumed"]


def test_an_alliance_of_another_time_does_not_keep_a_place():
    ours = claim("a", "controls", "p", "2023-01-10")
    theirs = claim("b", "controls", "p", "2023-03-10", start="2023-03-05")
    once = claim("a", "alliedWith", "b", "2016-01-01", start="2012-01-01", end="2015-01-01")
    assert statuses(folded(ours, theirs, once), *AROUND) == ENDED


@pytest.mark.parametrize(
    ("state", "event"),
    [
        (("a", "controls", "p"), ("a", "breaksWith", "b")),
        (("a", "operatesIn", "p"), ("b", "controls", "p")),
        (("a", "supports", "b"), ("a", "fights", "b")),
        (("a", "affiliatedWith", "b"), ("b", "succeeds", "a")),
        (("a", "alliedWith", "b"), ("a", "makesPeaceWith", "b")),
        (("a", "controls", "p"), ("a", "leaves", "q")),
        (("a", "alliedWith", "b"), ("a", "breaksWith", "c")),
        (("a", "controls", "p"), ("b", "leaves", "p")),
    ],
)
def test_nothing_else_ends_anything(state, event):
    kept = folded(claim(*state, "2023-01-10"), claim(*event, "2023-03-10", start="2023-03-05"))
    assert statuses(kept, "2023-03-06") == ["presumed"]


def test_a_planned_departure_ends_nothing():
    stays = folded(claim("a", "operatesIn", "p", "2023-01-10"), claim("a", "leaves", "p", "2023-03-05", said=PLANNED))
    assert statuses(stays, "2023-03-06") == ["presumed"]


def test_an_undated_end_came_at_some_time_before_its_report():
    ended = folded(claim("a", "operatesIn", "p", "2023-01-10"), claim("a", "leaves", "p", "2023-03-05"))
    assert statuses(ended, "2023-01-10", "2023-01-11", "2023-03-05", "2023-03-06") == [
        "held",
        "possible",
        "possible",
        "ended",
    ]


def test_between_the_bounds_of_an_ender_it_is_possible():
    ended = folded(
        claim("a", "operatesIn", "p", "2023-01-10"), claim("a", "leaves", "p", "2023-05-01", start="2023-03")
    )
    assert statuses(ended, "2023-02-28", "2023-03-01", "2023-03-31", "2023-04-01") == [
        "presumed",
        "possible",
        "possible",
        "ended",
    ]


def test_an_ended_phase_rests_on_the_claim_that_ended_it():
    left = claim("a", "leaves", "p", "2023-03-10", start="2023-03-05")
    ended = folded(claim("a", "operatesIn", "p", "2023-01-10"), left)
    assert ended.status_on(day("2024-01-01")).claims == (left.key,)
    assert "left the place" in ended.status_on(day("2024-01-01")).reason


def test_an_ender_alone_makes_no_relationship_of_the_kind_that_it_ends():
    assert [r.relation for r in fold([claim("a", "leaves", "p", "2023-03-10")])] == ["leaves"]


def test_two_who_are_reported_to_hold_a_place_on_one_day_do_not_end_each_other():
    ours, theirs = claim("a", "controls", "p", "2023-01-10"), claim("b", "controls", "p", "2023-01-10")
    assert statuses(folded(ours, theirs), "2023-01-10", "2023-01-11") == ["held", "presumed"]
    together = [claim(who, "controls", "p", "2023-01-10", article="one") for who in "ab"]
    assert statuses(folded(*together), "2023-01-10", "2023-01-11") == ["held", "presumed"]


def test_those_whom_one_sentence_says_to_hold_a_place_are_no_rivals():
    words = (Evidence("A and B took P.", 0, 15),)
    ours = replace(claim("a", "controls", "p", "2023-01-10", start="2023-01", article="one"), evidence=words)
    theirs = replace(claim("b", "controls", "p", "2023-01-10", start="2023-01", article="one"), evidence=words)
    later = claim("b", "controls", "p", "2023-06-01")
    assert statuses(folded(ours, theirs, later), "2023-06-02") == ["presumed"]
    alone = claim("a", "controls", "p", "2023-01-10", start="2023-01")
    assert statuses(folded(alone, later), "2023-06-02") == ["ended"]
