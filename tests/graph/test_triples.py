"""Values to triples and back."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date

import pytest
from hypothesis import given

from kg.errors import DataError, VocabularyError
from kg.graph.facts import Facts
from kg.graph.namespaces import KG, OA, PROV, RDF, SKOS, compact, id_of, node
from kg.graph.triples import article_graph, claim_facts, fingerprint, reading_quads
from kg.graph.values import actors_of, article_of, claims_of, places_of
from kg.model import Claim
from kg.vocabulary import Polarity, Relation

from .cases import ids, reading, readings


def objects(claim, property_):
    return {o for _, p, o in claim_facts(claim, "1") if p == property_}


@given(readings())
def test_claims_and_article_come_back_as_they_were(said):
    facts = Facts(reading_quads(said, "1"))
    back = list(claims_of(facts))
    assert [asdict(claim) for claim in back] == [asdict(claim) for claim in said.claims]
    article = article_of(facts, article_graph(said.article.id), "somewhere")
    assert article == said.article


@given(readings())
def test_every_quad_stands_in_the_article_s_graph(said):
    assert {quad.graph_name for quad in reading_quads(said, "1")} == {article_graph(said.article.id)}


@given(readings())
def test_quads_are_well_formed_whatever_the_text_says(said):
    import pyoxigraph as ox

    quads = set(reading_quads(said, "1"))
    lines = "".join(f"{quad} .\n" for quad in quads)
    assert set(ox.parse(lines, format=ox.RdfFormat.N_QUADS)) == quads


@given(ids)
def test_identifiers_come_back(id_):
    assert id_of("actor", node("actor", id_)) == id_


def test_a_symmetric_claim_is_written_once_whatever_its_order():
    one = Claim("a", "x", Relation.FIGHTS, "y")
    other = Claim("a", "y", Relation.FIGHTS, "x")
    assert set(claim_facts(one, "1")) == set(claim_facts(other, "1"))
    assert objects(other, KG.subject) == {node("actor", "x")}
    assert objects(other, KG.involves) == {node("actor", "x"), node("actor", "y")}


def test_a_directed_claim_keeps_its_direction():
    claim = Claim("a", "y", Relation.SUPPORTS, "x")
    assert objects(claim, KG.subject) == {node("actor", "y")}
    assert objects(claim, KG.object) == {node("actor", "x")}


def test_a_place_is_a_place():
    assert objects(Claim("a", "x", Relation.CONTROLS, "oasis"), KG.object) == {node("place", "oasis")}


def test_claims_of_the_same_pair_meet_at_one_node():
    yes = Claim("a", "x", Relation.FIGHTS, "y")
    no = Claim("b", "y", Relation.FIGHTS, "x", Polarity.DENIED)
    assert objects(yes, KG.pair) == objects(no, KG.pair) == {node("relationship", yes.pair)}


def test_an_undated_claim_has_no_bounds():
    dated = {p for _, p, _ in claim_facts(reading().claims[0], "1")}
    undated = {p for _, p, _ in claim_facts(reading().claims[1], "1")}
    bounds = {KG.start, KG.startEarliest, KG.startLatest}
    assert bounds <= dated
    assert not undated & (bounds | {KG.end, KG.endEarliest, KG.endLatest})


def test_evidence_is_a_web_annotation():
    said = reading()
    facts = Facts(reading_quads(said, "1"))
    (annotation,) = facts.nodes(node("claim", said.claims[0].key), KG.evidence)
    assert facts.nodes(annotation, RDF.type) == [OA.Annotation]
    target = facts.need(annotation, OA.hasTarget)
    assert facts.need(target, OA.hasSource) == article_graph(said.article.id)
    quotes = [facts.text(s, OA.exact) for s in facts.nodes(target, OA.hasSelector)]
    assert "Blue Front fighters attacked the Red Army near Oasis." in quotes


def test_actors_and_places_come_back():
    said = reading()
    facts = Facts(reading_quads(said, "1"))
    assert actors_of(facts) == said.actors
    assert places_of(facts) == said.places


def test_what_the_reference_describes_is_only_mentioned():
    quads = set(reading_quads(reading(), "1", {node("actor", "red-army")}))
    subjects = {q.subject for q in quads if q.predicate == SKOS.prefLabel}
    assert node("actor", "red-army") not in subjects
    assert node("actor", "red-army") in {q.object for q in quads if q.predicate == KG.mentions}


def test_no_clock_stands_in_an_article_s_graph():
    quads = set(reading_quads(reading(), "1"))
    assert {q.object for q in quads if q.predicate == PROV.wasGeneratedBy} == {node("run", "1")}
    assert not {q for q in quads if "dateTime" in str(q)}


def test_the_fingerprint_sees_a_change_of_one_digit():
    one, other = (set(reading_quads(reading(confidence=c), "1")) for c in (0.83, 0.84))
    assert fingerprint(one) == fingerprint(set(reading_quads(reading(), "1")))
    assert fingerprint(one) != fingerprint(other)


def test_a_misspelt_term_is_refused():
    with pytest.raises(VocabularyError, match="Did you mean 'fights'"):
        _ = KG.fihgts


def test_a_claim_without_a_relation_is_a_clear_error():
    quads = [q for q in reading_quads(reading(), "1") if q.predicate != KG.relation]
    with pytest.raises(DataError, match="has no <.*relation>"):
        list(claims_of(Facts(quads)))


def test_two_starts_are_a_clear_error():
    said = reading()
    second = replace(said.claims[0], start=None, reported=date(2020, 1, 1))
    quads = [*reading_quads(said, "1"), *reading_quads(replace(said, claims=(said.claims[0], second)), "1")]
    assert len(list(claims_of(Facts(quads)))) == 3
    doubled = [*quads, *(type(q)(q.subject, KG.rule, q.object, q.graph_name) for q in quads if q.predicate == KG.key)]
    with pytest.raises(DataError, match="2 values"):
        list(claims_of(Facts(doubled)))


@pytest.mark.parametrize(
    "iri, short",
    [
        ("https://w3id.org/allegiance/actor/wagner", "actor:wagner"),
        ("https://w3id.org/allegiance/ontology#fights", "kg:fights"),
        ("https://example.org/x", "https://example.org/x"),
    ],
)
def test_compact(iri, short):
    assert compact(iri) == short
