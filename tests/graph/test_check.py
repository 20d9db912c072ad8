"""What `kg check` finds: a damaged graph is named by claim, rule and mend; a whole one is not complained about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.check import check, check_article
from kg.graph.namespaces import KG, OA, PROV, RELATIONSHIPS, SCHEMA, XSD, node
from kg.graph.store import Store
from kg.graph.terms import date_literal
from kg.graph.triples import article_graph
from kg.model import Phase, Relationship
from kg.vocabulary import Relation, Status

from .cases import reading

SAID = reading()
GRAPH = article_graph(SAID.article.id)
FIGHT, LEAVE = (node("claim", claim.key) for claim in SAID.claims)


@pytest.fixture
def whole():
    store = Store.in_memory()
    store.replace_article(SAID)
    phase = Phase(Status.HELD, date(2024, 6, 10), None, "Said so.", (SAID.claims[0].key,))
    fights = Relationship("blue-front", Relation.FIGHTS, "red-army", (phase,), phase.claims)
    store.replace_derived([fights, Relationship("red-army", Relation.LEAVES, "oasis", (), (), (SAID.claims[1].key,))])
    return store


def change(store, subject, property_, *values, graph=GRAPH):
    """Put other values in the place of a property's, behind the store's back."""
    for quad in list(store._store.quads_for_pattern(subject, property_, None, graph)):
        store._store.remove(quad)
    for value in values:
        store._store.add(Quad(subject, property_, value, graph))


def rules(store, subject=FIGHT):
    return {v.rule for v in check_article(store, SAID.article.id) if v.subject == subject.value}


def test_a_whole_store_is_whole(whole):
    assert list(check(whole)) == []


@pytest.mark.parametrize("property_", [KG.subject, KG.relation, KG.object, KG.polarity, PROV.wasDerivedFrom])
def test_a_claim_that_cannot_be_read_back_hides_no_other_violation(whole, property_):
    change(whole, FIGHT, property_)
    change(whole, LEAVE, KG.confidence, Literal("7", datatype=XSD.decimal))
    found = list(check(whole))
    assert {FIGHT.value, LEAVE.value} <= {v.subject for v in found}
    assert all(v.mend for v in found)


def test_reading_again_mends_an_article(whole):
    change(whole, FIGHT, KG.subject)
    assert whole.replace_article(SAID) and whole.is_stale
    assert not check_article(whole, SAID.article.id)
    assert not whole.replace_article(SAID)


@pytest.mark.parametrize(
    "property_, values, rule",
    [
        (KG.subject, [], "one subject"),
        (KG.subject, [node("actor", "blue-front"), node("actor", "jnim")], "one subject"),
        (KG.relation, [], "one relation"),
        (KG.relation, [KG.friendly], "one relation"),
        (KG.object, [], "one object"),
        (KG.polarity, [], "one polarity"),
        (KG.polarity, [KG.asserted, KG.denied], "one polarity"),
        (KG.modality, [KG.held], "one modality"),
        (KG.confidence, [Literal("1.5", datatype=XSD.decimal)], "confidence"),
        (KG.confidence, [Literal("-0.1", datatype=XSD.decimal)], "confidence"),
        (KG.evidence, [], "evidence"),
        (KG.reportedOn, [date_literal(date(2024, 6, 11))], "report date"),
        (KG.reportedOn, [], "report date"),
        (KG.object, [node("place", "oasis")], "ends fit the relation"),
        (KG.startEarliest, [date_literal(date(2024, 7, 1))], "bounds of the start"),
        (KG.startEarliest, [date_literal(date(2024, 6, 2))], "form"),
        (KG.startLatest, [], "form"),
        (KG.start, [], "undated"),
        (KG.start, [Literal("June")], "readable"),
        (KG.place, [node("actor", "red-army")], "place"),
        (KG.key, [Literal("abc")], "key"),
        (KG.reportedMonth, [Literal("2024-07", datatype=XSD.gYearMonth)], "form"),
        (KG.pair, [node("relationship", "0")], "form"),
        (PROV.wasDerivedFrom, [node("article", "0123")], "one article"),
    ],
)
def test_a_damaged_claim_is_named_with_its_rule(whole, property_, values, rule):
    change(whole, FIGHT, property_, *values)
    assert rule in rules(whole)
    found = [v for v in check_article(whole, SAID.article.id) if v.subject == FIGHT.value]
    assert all(v.message.endswith(".") and v.mend for v in found)
    assert all(v.article == SAID.article.id for v in found)


def test_an_undated_claim_with_a_bound_is_found(whole):
    change(whole, LEAVE, KG.startLatest, date_literal(date(2024, 6, 10)))
    assert {"undated", "form"} <= rules(whole, LEAVE)


def test_unsorted_ends_of_a_symmetric_claim_are_found(whole):
    change(whole, FIGHT, KG.subject, node("actor", "red-army"))
    change(whole, FIGHT, KG.object, node("actor", "blue-front"))
    assert "form" in rules(whole)


def test_a_quote_that_the_text_does_not_say_is_found(whole):
    (quote,) = {q.subject for q in whole.quads(GRAPH) if q.predicate == OA.exact and "Blue Front" in q.object.value}
    change(whole, quote, OA.exact, Literal("Blue Front fighters fled the Red Army near Oasis."))
    assert "quote" in rules(whole)


def test_a_text_that_was_changed_makes_its_quotes_wrong(whole):
    change(whole, GRAPH, SCHEMA.text, Literal("Nothing of the kind."))
    assert "quote" in rules(whole)
    assert "untouched" in rules(whole, GRAPH)


def test_a_claim_in_another_article_s_graph_is_found(whole):
    other = reading(outlet="Other Wire")
    whole.replace_article(other)
    for quad in whole.quads(GRAPH):
        if quad.subject == FIGHT:
            whole._store.add(Quad(*quad.triple, article_graph(other.article.id)))
    found = [v for v in check_article(whole, other.article.id) if v.subject == FIGHT.value]
    assert "own graph" in {v.rule for v in found}


def test_a_graph_that_was_changed_by_other_hands_is_found(whole):
    whole._store.add(Quad(FIGHT, NamedNode("http://e/p"), Literal("x"), GRAPH))
    assert "untouched" in rules(whole, GRAPH)
    assert "form" in rules(whole)


def test_a_stale_fold_is_found(whole):
    whole.replace_article(reading(outlet="Other Wire"))
    assert [v.rule for v in check(whole)] == ["fresh"]


def test_an_edge_that_only_a_denial_would_make_is_found(whole):
    edge = Quad(node("actor", "red-army"), KG.leaves, node("place", "oasis"), RELATIONSHIPS)
    whole._store.add(edge)
    assert [(v.rule, v.subject) for v in check(whole)] == [("edge", node("actor", "red-army").value)]


def test_a_relationship_stated_by_a_denial_is_found(whole):
    denied = Relationship("red-army", Relation.LEAVES, "oasis", (), (SAID.claims[1].key,))
    whole.replace_derived([denied])
    assert {v.rule for v in check(whole)} == {"stated"}


def test_an_article_without_claims_is_whole(store):
    store.replace_article(replace(SAID, claims=(), skipped="The language is not supported."))
    assert check_article(store, SAID.article.id) == []
