"""The pages about data and questions are what the code does."""

from __future__ import annotations

import re
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.dates import ImpreciseDate
from kg.graph.namespaces import PREFIXES
from kg.graph.store import Store
from kg.graph.triples import reading_quads
from kg.model import Actor, Article, Claim, DatedBy, Evidence, Phase, Place, Reading, Relationship
from kg.queries.run import run
from kg.vocabulary import Kind, PlaceKind, Relation, Status

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8")

TEXT = "The Blue Front said that it took Oasis from the Red Army in June 2025."
ARTICLE = Article(TEXT, "1.txt", "Oasis falls", "Sand Wire", date(2025, 6, 10), DatedBy.HEADER, None, "en")
TOOK = Claim(
    ARTICLE.id,
    "blue-front",
    Relation.CONTROLS,
    "oasis",
    claimant="blue-front",
    start=ImpreciseDate.parse("2025-06"),
    reported=date(2025, 6, 10),
    confidence=0.83,
    rule="verb:take",
    evidence=(Evidence(TEXT, 0, len(TEXT)),),
)
FRIENDS = Claim(ARTICLE.id, "blue-front", Relation.ALLIED_WITH, "jnim", evidence=TOOK.evidence)


def script(name):
    spec = spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def prefixed(turtle):
    return "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in PREFIXES.items()) + turtle


@pytest.fixture(scope="module")
def store():
    actors = {"blue-front": Actor("blue-front", Kind.REBEL, "Blue Front", curated=False)}
    places = {"oasis": Place("oasis", PlaceKind.TOWN, "Oasis")}
    filled = Store.in_memory()
    filled.replace_article(Reading(ARTICLE, actors, places, (TOOK, FRIENDS)))
    held = Phase(Status.HELD, date(2024, 1, 1), None, "Said so.", (FRIENDS.key,))
    filled.replace_derived([Relationship("blue-front", Relation.FIGHTS, "jnim", (held,), (FRIENDS.key,))])
    return filled


def test_the_saved_questions_page_is_fresh():
    assert (ROOT / "docs" / "queries.md").read_text(encoding="utf-8") == script("build_queries_doc").render()


def test_the_copies_in_the_package_are_fresh():
    assert script("build_data").stale() == [], "run scripts/build_data.py"


def test_the_example_is_what_is_stored():
    (turtle,) = blocks("turtle")
    shown = {quad.triple for quad in ox.parse(prefixed(turtle), format=ox.RdfFormat.TURTLE)}
    stored = {quad.triple for quad in reading_quads(Reading(ARTICLE, {}, {}, (TOOK,)), "0.1.0")}
    assert shown == {t for t in stored if "NewsArticle" not in str(t) and t.subject.value != _article()}


def _article():
    return PREFIXES["article"] + ARTICLE.id


@pytest.mark.parametrize("sparql", blocks("sparql"))
def test_every_query_of_the_page_runs_and_answers(sparql, store):
    assert run(store, sparql).rows


def test_the_page_names_every_graph_of_ours():
    assert all(f"`graph:{name}`" in PAGE for name in ("relationships", "reference", "ontology", "records"))
    assert len(blocks("sparql")) == 3
