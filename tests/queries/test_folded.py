"""From claims through the real fold to answers: the rows of the table of statuses, asked as an analyst would."""

from __future__ import annotations

from datetime import date

import pytest

from kg.dates import ImpreciseDate
from kg.graph.check import check
from kg.graph.store import Store
from kg.model import Actor, Article, Claim, DatedBy, Evidence, Place, Reading
from kg.queries.ask import ask
from kg.queries.evidence import quotes
from kg.relationships import fold
from kg.vocabulary import Kind, PlaceKind, Polarity, Relation

TEXT = "Alpha and Beta are allied, and Alpha holds Gate."
REPORTED = date(2024, 6, 10)
ACTORS = {i: Actor(i, Kind.ARMED_GROUP, i.title(), curated=False) for i in ("alpha", "beta", "gamma")}
PLACES = {"gate": Place("gate", PlaceKind.TOWN, "Gate")}


def reading(outlet, *claims, published=REPORTED):
    article = Article(TEXT, f"{outlet}.txt", None, outlet, published, DatedBy.METADATA, None, "en")
    said = tuple(
        Claim(
            article.id, subject, relation, object_, reported=published, evidence=(Evidence(TEXT, 0, len(TEXT)),), **more
        )
        for subject, relation, object_, more in claims
    )
    return Reading(article, ACTORS, PLACES, said)


def folded(*readings):
    store = Store.in_memory()
    for one in readings:
        store.replace_article(one)
    store.replace_derived(fold(store.claims()))
    return store


def edtf(text):
    return ImpreciseDate.parse(text)


def status(store, question, day, **arguments):
    answer = ask(store, question, {**arguments, "date": day}).records()
    return [(r["name"], r["status"]) for r in answer]


STATE = reading("A", ("alpha", Relation.ALLIED_WITH, "beta", {}))
STARTED = reading("B", ("alpha", Relation.ALLIED_WITH, "beta", {"start": edtf("2024-03")}))
ENDED = reading("C", ("alpha", Relation.ALLIED_WITH, "beta", {"end": edtf("2024-03")}))
ATTACKED = reading("D", ("alpha", Relation.FIGHTS, "beta", {"start": edtf("2024-05-02")}))
HOLDS = reading("E", ("alpha", Relation.CONTROLS, "gate", {"start": edtf("2024-01-15")}))
TAKES = reading("F", ("gamma", Relation.CONTROLS, "gate", {"start": edtf("2024-09-01")}), published=date(2024, 9, 3))


@pytest.mark.parametrize(
    "said, question, day, expected",
    [
        # a state, undated: possible before, held on the day of the report, presumed for 730 days, then unknown
        (STATE, "allies", "2020-01-01", [("Beta", "possible")]),
        (STATE, "allies", "2024-06-10", [("Beta", "held")]),
        (STATE, "allies", "2024-06-11", [("Beta", "presumed")]),
        (STATE, "allies", "2026-06-10", [("Beta", "presumed")]),
        (STATE, "allies", "2026-06-12", []),
        # a state with a start: nothing before it, possible within its month, held from then on
        (STARTED, "allies", "2024-02-29", []),
        (STARTED, "allies", "2024-03-15", [("Beta", "possible")]),
        (STARTED, "allies", "2024-03-31", [("Beta", "held")]),
        (STARTED, "allies", "2024-05-01", [("Beta", "held")]),
        # a state with an end: over after its month
        (ENDED, "allies", "2024-04-01", []),
        (ENDED, "allies", "2024-03-15", [("Beta", "possible")]),
        # a dated attack: held on its day, presumed for 180 days
        (ATTACKED, "fights", "2024-05-01", []),
        (ATTACKED, "fights", "2024-05-02", [("Beta", "held")]),
        (ATTACKED, "fights", "2024-07-01", [("Beta", "presumed")]),
        (ATTACKED, "fights", "2025-01-01", []),
    ],
)
def test_statuses(said, question, day, expected):
    assert status(folded(said), question, day, actor="alpha") == expected


def test_a_town_changes_hands():
    store = folded(HOLDS, TAKES)
    assert status(store, "holds", "2024-08-31", actor="alpha") == [("Gate", "presumed")]
    assert status(store, "holds", "2024-09-02", actor="alpha") == []
    assert status(store, "holds", "2024-09-02", actor="gamma") == [("Gate", "held")]
    over_time = ask(store, "place", {"place": "gate"}).records()
    assert [r["name"] for r in over_time][0] == "Alpha"
    assert "Gamma" in [r["name"] for r in over_time]
    assert all(quotes(store, ask(store, "place", {"place": "gate"})))


def test_a_denial_is_listed_and_makes_nothing_hold():
    denied = reading("G", ("alpha", Relation.ALLIED_WITH, "beta", {"polarity": Polarity.DENIED}))
    store = folded(denied)
    assert status(store, "allies", "2024-06-10", actor="alpha") == []
    both = folded(denied, STATE)
    assert [r["polarity"] for r in ask(both, "contradictions", {}).records()] == ["asserted", "denied"]
    assert ask(both, "allies", {"actor": "alpha", "date": "2024-06-10"}).records()[0]["contested"] is True


def test_what_is_folded_passes_the_check():
    assert list(check(folded(STATE, HOLDS, TAKES, ATTACKED))) == []


def test_folding_again_writes_nothing():
    store = folded(HOLDS, TAKES)
    assert not store.replace_derived(fold(store.claims()))
