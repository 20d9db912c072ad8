"""Every saved question on the small world, whose answers are known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.errors import InputError, QueryError, UnknownNameError, VocabularyError
from kg.graph.store import Store
from kg.model import Phase, Relationship
from kg.queries.ask import ask
from kg.queries.saved import questions
from kg.vocabulary import Relation, Status

from .world import RELATIONSHIPS, small_world

D = date


def rows(world, question, *columns, **arguments):
    """The named columns of an answer, as tuples of plain values."""
    answer = ask(world, question, {name: str(value) for name, value in arguments.items()})
    return [tuple(record[c] for c in columns) for record in answer.records()]


# --- who with whom, on a day -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "day, expected",
    [
        ("2023-05-01", [("Southern League", "possible", "Not said since when.")]),
        ("2024-01-09", [("Southern League", "possible", "Not said since when.")]),
        ("2024-01-10", [("Southern League", "held", "Reported so.")]),
        ("2024-01-11", [("Southern League", "presumed", "Nothing later.")]),
        ("2026-01-09", [("Southern League", "presumed", "Nothing later.")]),
        ("2026-01-10", []),
    ],
)
def test_allies(world, day, expected):
    assert rows(world, "allies", "name", "status", "reason", actor="north", date=day) == expected


def test_allies_from_the_other_end_with_counts_and_who_denies(world):
    answer = rows(world, "allies", "name", "claims", "last_report", "contested", actor="south", date="2024-02-01")
    assert answer == [("Northern Front", 1, D(2024, 1, 10), True)]


def test_the_day_is_that_of_the_newest_article_unless_one_is_given(world):
    assert rows(world, "allies", "status", "since", actor="north") == [("presumed", D(2024, 1, 11))]


@pytest.mark.parametrize(
    "day, expected",
    [
        ("2024-01-09", []),
        ("2024-06-20", [("Northern Front", "held")]),
        ("2024-06-21", [("Northern Front", "presumed")]),
        ("2024-12-17", [("Northern Front", "presumed")]),
        ("2024-12-18", []),
    ],
)
def test_fights(world, day, expected):
    assert rows(world, "fights", "name", "status", actor="army", date=day) == expected


def test_friends_says_how_they_are_friends(world):
    answer = rows(world, "friends", "name", "reads", "status", actor="north", date="2024-02-01")
    assert answer == [("Southern League", "allied with", "presumed")]


# --- places ----------------------------------------------------------------------------------------------------


def test_place_over_time(world):
    assert rows(world, "place", "name", "since", "until", "status", place="oasis") == [
        ("Northern Front", D(2024, 1, 10), D(2024, 1, 11), "held"),
        ("Northern Front", D(2024, 1, 11), D(2024, 6, 1), "presumed"),
        ("Highland Army", D(2024, 6, 1), D(2024, 6, 20), "possible"),
        ("Northern Front", D(2024, 6, 1), D(2024, 6, 30), "possible"),
        ("Highland Army", D(2024, 6, 20), D(2024, 6, 21), "held"),
        ("Highland Army", D(2024, 6, 21), D(2025, 6, 20), "presumed"),
        ("Northern Front", D(2024, 6, 30), None, "ended"),
    ]


@pytest.mark.parametrize(
    "actor, day, expected",
    [
        ("north", "2024-03-01", [("Oasis Town", "presumed")]),
        ("north", "2024-06-20", [("Oasis Town", "possible")]),
        ("north", "2024-07-01", []),
        ("army", "2024-06-20", [("Oasis Town", "held")]),
        ("army", "2024-05-31", []),
    ],
)
def test_holds(world, actor, day, expected):
    assert rows(world, "holds", "name", "status", actor=actor, date=day) == expected


def test_present(world):
    answer = rows(world, "present", "name", "reads", "status", place="Oasis Town", date="2024-06-20")
    assert answer == [("Highland Army", "controls", "held"), ("Northern Front", "controls", "possible")]


# --- words -----------------------------------------------------------------------------------------------------


def test_evidence_names_both_sides_with_their_words(world):
    columns = ("reported", "subject", "reads", "object", "polarity", "claimant", "outlet", "quote")
    assert rows(world, "evidence", *columns, actor="south", other="north") == [
        (
            *(D(2024, 1, 10), "Northern Front", "allied with", "Southern League", "asserted", None, "Sand Wire"),
            "The Front and the League allied.",
        ),
        (
            *(D(2024, 3, 5), "Northern Front", "allied with", "Southern League", "denied", "Ali Speaker", "Sand Wire"),
            "The army denied the alliance.",
        ),
    ]


def test_evidence_about_an_actor_and_a_place(world):
    answer = rows(world, "evidence", "modality", "when", "quote", actor="army", other="oasis")
    assert answer == [
        ("planned", None, "The army will take Oasis Town."),
        ("actual", "2024-06", "The army took Oasis Town in June 2024."),
    ]


def test_evidence_of_one_relation(world):
    assert rows(world, "evidence", "quote", actor="army", other="north", relation="controls") == []
    assert len(rows(world, "evidence", "quote", actor="army", other="north", relation="fights")) == 2


def test_about_hears_the_spokesman_for_the_actor(world):
    answer = rows(world, "about", "claimant", "polarity", "quote", actor="army", other="south")
    assert answer == [("Ali Speaker", "denied", "The army denied the alliance.")]


def test_says(world):
    answer = rows(world, "says", "quote", actor="army")
    assert answer == [("The army denied the alliance.",), ("The army will take Oasis Town.",)]


def test_contradictions_show_both_sides(world):
    expected = [
        ("asserted", None, "The Front and the League allied."),
        ("denied", "Ali Speaker", "The army denied the alliance."),
    ]
    assert rows(world, "contradictions", "polarity", "claimant", "quote") == expected
    assert rows(world, "contradictions", "polarity", "claimant", "quote", actor="south") == expected
    assert rows(world, "contradictions", "polarity", actor="army") == []


def test_incompatible_is_empty_where_possible_phases_alone_overlap(world):
    assert rows(world, "incompatible", "why") == []


def test_incompatible():
    store = small_world()
    both = [
        Relationship("east", r, "north", (Phase(Status.HELD, a, b, "So.", ()),), ("c",))
        for r, a, b in (
            (Relation.ALLIED_WITH, None, D(2024, 5, 1)),
            (Relation.FIGHTS, D(2024, 4, 1), D(2024, 6, 1)),
        )
    ]
    holders = [
        Relationship(a, Relation.CONTROLS, "ridge", (Phase(Status.HELD, D(2024, 4, 1), None, "So.", ()),), ("c",))
        for a in ("army", "south")
    ]
    store.replace_derived([*RELATIONSHIPS, *both, *holders])
    assert rows(store, "incompatible", "why", "one", "other", "place", "since", "until") == [
        ("allied and at war", "Éast Band", "Northern Front", None, D(2024, 4, 1), D(2024, 5, 1)),
        ("two holders", "Highland Army", "Southern League", "Ridge", D(2024, 4, 1), None),
    ]
    friends = Relationship("army", Relation.ALLIED_WITH, "south", (), ("c",))
    store.replace_derived([*RELATIONSHIPS, *holders, friends])
    assert rows(store, "incompatible", "why") == []


def test_announced(world):
    answer = rows(world, "announced", "subject", "reads", "object", "modality", "quote", actor="army")
    assert answer == [("Highland Army", "controls", "Oasis Town", "planned", "The army will take Oasis Town.")]
    assert rows(world, "announced", "quote", since="2024-03-06") == []


# --- time lines and counts -------------------------------------------------------------------------------------


def test_actor_timeline_reads_from_the_actor(world):
    assert rows(world, "actor-timeline", "since", "reads", "name", "status", actor="army", relation="controls") == [
        (D(2024, 6, 1), "controls", "Oasis Town", "possible"),
        (D(2024, 6, 20), "controls", "Oasis Town", "held"),
        (D(2024, 6, 21), "controls", "Oasis Town", "presumed"),
    ]
    assert len(rows(world, "actor-timeline", "since", actor="army")) == 5


def test_at(world):
    columns = ("subject_name", "reads", "object_name", "status")
    known = [
        ("Northern Front", "allied with", "Southern League", "presumed"),
        ("Highland Army", "controls", "Oasis Town", "held"),
        ("Highland Army", "fights", "Northern Front", "held"),
    ]
    assert rows(world, "at", *columns, date="2024-06-20") == known
    possible = ("Northern Front", "controls", "Oasis Town", "possible")
    assert rows(world, "at", *columns, date="2024-06-20", possible=1) == [*known[:2], possible, known[2]]
    assert rows(world, "at", "reads", date="2024-06-20", least=2) == [("fights",)]
    assert rows(world, "at", "reads", date="2024-06-20", relation="alliedWith") == [("allied with",)]


def test_lineage_from_claims(world):
    columns = ("predecessor_name", "successor_name", "basis", "claims")
    expected = [("Old Front", "Northern Front", "claims", 1)]
    assert rows(world, "lineage", *columns, actor="north") == expected
    assert rows(world, "lineage", *columns, actor="old-front") == expected
    assert rows(world, "lineage", *columns, actor="south") == []


def test_lineage_of_curated_actors_goes_both_ways(world):
    for actor in ("Wagner Group", "Africa Corps"):
        pairs = rows(world, "lineage", "predecessor_name", "successor_name", "basis", actor=actor)
        assert ("Wagner Group", "Africa Corps", "curated") in pairs


def test_months(world):
    assert rows(world, "months", "month", "claims", "articles") == [
        ("2024-01", 3, 1),
        ("2024-03", 2, 1),
        ("2024-06", 2, 1),
    ]
    assert rows(world, "months", "month", "claims", actor="south") == [("2024-01", 1), ("2024-03", 1)]
    assert rows(world, "months", "month", "claims", relation="fights") == [("2024-01", 1), ("2024-06", 1)]


def test_source(world):
    answer = rows(world, "source", "reported", "title", "quote", source="sand  wire")
    assert [r[0] for r in answer] == [None] + [D(2024, 1, 10)] * 3 + [D(2024, 3, 5)] * 2
    assert ("Title 4", "The Front grew out of the Old Front") in [r[1:] for r in answer]
    assert len(rows(world, "source", "quote", source="High Herald", since="2024-06-20")) == 2
    assert rows(world, "source", "quote", source="High Herald", since="2024-06-21") == []


def test_newest(world):
    answer = rows(world, "newest", "reported", "quote", since="2024-03-01")
    assert [r[0] for r in answer] == [D(2024, 6, 20)] * 2 + [D(2024, 3, 5)] * 2


def test_sources(world):
    columns = ("name", "articles", "claims", "denials", "first_report", "last_report")
    assert rows(world, "sources", *columns) == [
        ("Sand Wire", 3, 6, 1, D(2024, 1, 10), D(2024, 3, 5)),
        ("High Herald", 1, 2, 0, D(2024, 6, 20), D(2024, 6, 20)),
    ]


# --- what is typed ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["North", "NORTHERN FRONT", "northern-front", "front du nord", "the Northern Front"])
def test_names_resolve(world, name):
    assert rows(world, "allies", "name", actor=name, date="2024-01-10") == [("Southern League",)]


def test_accents_do_not_matter(world):
    assert rows(world, "allies", "name", actor="East band", date="2024-01-10") == []


def test_an_unknown_actor_meets_a_suggestion(world):
    with pytest.raises(UnknownNameError, match="Unknown actor 'Northren Front'. Did you mean 'Northern Front'"):
        ask(world, "allies", {"actor": "Northren Front"})


def test_a_state_and_a_country_of_one_name_are_both_meant(world):
    assert rows(world, "evidence", "quote", actor="north", other="Mali") == []


@pytest.mark.parametrize(
    "question, arguments, error, words",
    [
        ("allys", {}, UnknownNameError, "Unknown question 'allys'. Did you mean 'allies'"),
        ("allies", {"actor": "north", "day": "2024-01-01"}, UnknownNameError, "parameter of the question allies"),
        ("allies", {}, QueryError, "needs --actor"),
        ("allies", {"actor": "north", "date": "June"}, InputError, "'June' is no day"),
        ("allies", {"actor": "north", "date": "2024-02-30"}, InputError, "no day of the calendar"),
        ("at", {"least": "many"}, InputError, "no whole number"),
        ("at", {"relation": "fihgts"}, VocabularyError, "Did you mean 'fights'"),
        ("source", {"source": "Sand Wyre"}, UnknownNameError, "Did you mean 'Sand Wire'"),
        ("place", {"place": "Oasis Twon"}, UnknownNameError, "Did you mean 'Oasis Town'"),
    ],
)
def test_wrong_arguments_get_one_clear_line(world, question, arguments, error, words):
    with pytest.raises(error, match=words):
        ask(world, question, arguments)


def test_a_store_without_dates_asks_for_one():
    with pytest.raises(QueryError, match="No article here has a date"):
        ask(Store.in_memory(), "at", {})


# --- all of them -----------------------------------------------------------------------------------------------


def test_every_question_was_tested_with_known_answers():
    assert len(questions()) >= 12
    text = Path(__file__).read_text(encoding="utf-8")
    missing = [name for name in questions() if f'"{name}"' not in text]
    assert not missing


@pytest.mark.parametrize("name", list(questions()))
def test_every_question_is_told_in_full(name):
    asked = questions()[name]
    assert asked.title and asked.description.endswith(".")
    assert all(p.note.endswith(".") for p in asked.parameters)
    for parameter in asked.parameters:
        assert f"?{parameter.name}" in asked.sparql
        assert parameter.default is not None or f"--{parameter.name} " in asked.example


@pytest.mark.parametrize("name", list(questions()))
def test_the_same_question_gives_the_same_rows(name, world):
    arguments = {"actor": "north", "place": "oasis", "other": "south", "source": "Sand Wire"}
    asked = questions()[name]
    given = {p.name: arguments[p.name] for p in asked.parameters if p.default is None}
    assert ask(world, name, given).rows == ask(small_world(), name, given).rows
