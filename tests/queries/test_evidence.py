"""From a row to the words behind it."""

from __future__ import annotations

from datetime import date

from kg.queries.ask import ask
from kg.queries.evidence import quotes
from kg.queries.quotes import quotes_behind
from kg.queries.run import run


def test_a_phase_leads_to_its_claims(world):
    answer = ask(world, "fights", {"actor": "army", "date": "2024-06-20"})
    ((first, second),) = quotes(world, answer)
    assert (first.quote, first.outlet, first.reported) == ("They fight the army.", "Sand Wire", date(2024, 1, 10))
    assert (second.quote, second.title) == ("The Front attacked the army.", "Title 3")


def test_a_relationship_leads_to_both_sides(world):
    answer = run(world, "SELECT ?relationship { ?relationship kg:contested true }")
    ((yes, no),) = quotes(world, answer)
    assert (yes.polarity, no.polarity, no.claimant) == ("asserted", "denied", "Ali Speaker")


def test_a_claim_leads_to_itself(world):
    answer = ask(world, "announced", {"actor": "army"})
    assert [[q.modality for q in behind] for behind in quotes(world, answer)] == [["planned"]]


def test_rows_that_name_nothing_have_none(world):
    answer = ask(world, "months", {})
    assert quotes(world, answer) == [()] * 3


def test_each_row_of_each_dated_question_has_words(world):
    for name, arguments in (
        ("allies", {"actor": "north", "date": "2024-02-01"}),
        ("holds", {"actor": "army", "date": "2024-06-20"}),
        ("place", {"place": "oasis"}),
        ("at", {"date": "2024-06-20"}),
        ("actor-timeline", {"actor": "north"}),
    ):
        answer = ask(world, name, arguments)
        assert answer.rows
        assert all(quotes(world, answer))


def test_lines_for_a_person(world):
    answer = ask(world, "fights", {"actor": "army", "date": "2024-06-20"})
    (lines,) = quotes_behind(world, answer).values()
    assert lines == [
        "\u201cThey fight the army.\u201d (Sand Wire, 2024-01-10)",
        "\u201cThe Front attacked the army.\u201d (High Herald, 2024-06-20)",
    ]
    assert quotes_behind(world, ask(world, "months", {})) == {}
