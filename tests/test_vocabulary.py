"""The generated vocabulary is fresh, complete and bilingual."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import OWL, RDF, RDFS

from kg.errors import DataError
from kg.model import DatedBy
from kg.vocabulary import (
    ENDED_BY,
    INVERSE_LABELS,
    KIND_LABELS,
    LABELS,
    NAMESPACE,
    SIGNATURES,
    TERMS,
    Kind,
    Relation,
    Status,
)

ROOT = Path(__file__).resolve().parent.parent
ONTOLOGY = ROOT / "ontology" / "kg.ttl"


def script(name):
    spec = spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def graph():
    return Graph().parse(ONTOLOGY)


def test_vocabulary_is_up_to_date():
    rendered = script("build_vocabulary").render(ONTOLOGY.read_text(encoding="utf-8"))
    assert (ROOT / "kg" / "vocabulary.py").read_text(encoding="utf-8") == rendered, "run scripts/build_vocabulary.py"


def test_every_relation_has_a_signature_and_words_for_both_directions():
    assert set(SIGNATURES) == set(LABELS) == set(INVERSE_LABELS) == set(ENDED_BY) == set(Relation)
    assert len(Relation) == 12
    symmetric = {r for r in Relation if SIGNATURES[r].symmetric}
    assert symmetric == {Relation.ALLIED_WITH, Relation.FIGHTS, Relation.MAKES_PEACE_WITH}
    assert all(LABELS[r] == INVERSE_LABELS[r] for r in symmetric)


def test_events_alone_do_not_persist():
    events = {r for r in Relation if SIGNATURES[r].event}
    assert events == {Relation.BREAKS_WITH, Relation.MAKES_PEACE_WITH, Relation.LEAVES, Relation.SUCCEEDS}
    assert events == {r for r in Relation if SIGNATURES[r].persistence is None}


def test_dated_by_has_an_individual_for_every_value(graph):
    individuals = {str(s).removeprefix(NAMESPACE) for s in graph.subjects(RDF.type, URIRef(NAMESPACE + "DateSource"))}
    assert individuals == {d.value for d in DatedBy}


def test_every_kind_has_a_name():
    assert set(KIND_LABELS) == set(Kind)


def test_every_class_and_property_is_explained_in_english_and_french(graph):
    types = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, RDF.Property)
    terms = {s for t in types for s in graph.subjects(RDF.type, t) if str(s).startswith(NAMESPACE)}
    assert len(terms) > 100
    simple = {"RelationGroup", "Polarity", "Modality", "DateSource", "SuccessionMode"}  # their members say it all
    for term in sorted(terms):
        for property_ in (RDFS.label, RDFS.comment):
            if property_ == RDFS.comment and str(term).removeprefix(NAMESPACE) in simple:
                continue
            languages = sorted(v.language for v in graph.objects(term, property_) if isinstance(v, Literal))
            assert languages == ["en", "fr"], f"{term} {property_}"


def test_terms_are_closed(graph):
    used = {str(n).removeprefix(NAMESPACE) for triple in graph for n in triple if str(n).startswith(NAMESPACE)}
    assert used == TERMS


def test_a_status_is_what_the_design_says():
    assert {s.value for s in Status} == {"held", "presumed", "possible", "ended", "unknown"}


def test_a_relation_without_a_french_label_is_refused():
    source = ONTOLOGY.read_text(encoding="utf-8").replace('"dirige"@fr ; kg:inverse', '"directs"@en ; kg:inverse')
    with pytest.raises(DataError, match="kg:leads"):
        script("build_vocabulary").render(source)


def test_a_state_without_persistence_is_refused():
    source = ONTOLOGY.read_text(encoding="utf-8").replace("kg:persistence 180 ;", "")
    with pytest.raises(DataError, match="kg:fights.*persistence"):
        script("build_vocabulary").render(source)
