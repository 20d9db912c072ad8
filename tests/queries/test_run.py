"""Ad-hoc SPARQL: what comes back, in which forms, and where an error is."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from decimal import Decimal

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.graph.store import Store
from kg.graph.terms import Iri, value_of
from kg.queries.results import Result, shown
from kg.queries.run import run
from kg.queries.text import blanked, bound

from .world import WIRE3, small_world

any_text = st.text(st.characters(exclude_categories=("Cs",)))


# --- values ----------------------------------------------------------------------------------------------------


def test_prefixes_are_known_and_values_are_plain(world):
    answer = run(
        world, "SELECT ?o ?d ?n { ?c kg:start '2024-06' ; kg:object ?o ; kg:startEarliest ?d ; kg:confidence ?n }"
    )
    assert answer.columns == ("o", "d", "n")
    assert answer.rows == ((Iri("https://w3id.org/allegiance/place/oasis"), date(2024, 6, 1), Decimal("0.5")),)
    assert isinstance(answer.rows[0][0], Iri)


def test_all_graphs_are_asked_together_and_one_by_one(world):
    assert run(world, "ASK { actor:jnim a kg:Jihadist }")
    assert not run(world, "ASK { GRAPH graph:relationships { actor:jnim a kg:Jihadist } }")
    assert run(world, "ASK { GRAPH graph:reference { actor:jnim a kg:Jihadist } }")


def test_the_plain_edges_are_there(world):
    assert run(world, "ASK { actor:army kg:fights actor:north . actor:north kg:fights actor:army }")
    assert run(world, "ASK { actor:army kg:controls place:oasis }")


def test_unbound_is_none(world):
    assert run(world, "SELECT ?x ?y { VALUES ?x { 1 } OPTIONAL { ?x kg:never ?y } }").rows == ((1, None),)


@pytest.mark.parametrize(
    "literal, value",
    [
        ("'x'@fr", "x"),
        ("true", True),
        ("1.5e0", 1.5),
        ("'2024-01-01'^^xsd:date", date(2024, 1, 1)),
        ("'2024-13-01'^^xsd:date", "2024-13-01"),
        ("'x'^^xsd:integer", "x"),
        ("'2024-06'^^xsd:gYearMonth", "2024-06"),
    ],
)
def test_literals(world, literal, value):
    ((found,),) = run(world, f"SELECT ?x {{ BIND({literal} AS ?x) }}").rows
    assert found == value
    assert type(found) is type(value)


# --- binding ---------------------------------------------------------------------------------------------------


@given(any_text)
def test_whatever_a_text_says_it_stays_one_term(text):
    query = bound("SELECT (?x AS ?y) {}", {"x": Literal(text)})
    (row,) = ox.Store().query(query)
    assert row["y"] == Literal(text)


@given(any_text)
def test_a_bound_text_breaks_out_of_nothing(text):
    store = ox.Store()
    store.add(ox.Quad(NamedNode("http://e/s"), NamedNode("http://e/p"), Literal(text)))
    query = bound("SELECT ?s { ?s ?p ?text . # ?text\n FILTER('?text' != \"x\") }", {"text": Literal(text)})
    assert [row["s"].value for row in store.query(query)] == ["http://e/s"]


def test_only_whole_variables_outside_strings_give_way():
    query = 'SELECT ?x1 { ?x1 <http://e/?x> "?x" ; ?p ?x } # ?x'
    assert bound(query, {"x": Literal(5)}).count("?x") == 5
    assert '"5"' in bound(query, {"x": Literal("5")})


def test_a_variable_that_is_not_there_is_an_error():
    with pytest.raises(QueryError, match=r"no variable \?y"):
        bound("SELECT ?x { ?x ?p 'y ?y' }", {"y": Literal(1)})


@given(any_text)
def test_blanking_keeps_offsets(text):
    assert len(blanked(text)) == len(text)
    assert [i for i, c in enumerate(blanked(text)) if c in "\r\n"] == [i for i, c in enumerate(text) if c in "\r\n"]


# --- errors ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "query, words",
    [
        ("SELECT ?x {\n  ?x a foo:bar\n}", "Line 2, column 8: nobody declared the prefix foo:"),
        ("SELECT ?x {\n  ?x a kgg:Claim\n}", "Line 2, column 8: .*Did you mean 'kg'"),
        ("SELECT ?x { ?x a kg:Claim . FILTR(?x) }", "Line 1, column 37"),
        ("SELECT ?x { ?x a kg:Claim", "a '}' is missing"),
        ("SELECT ?x ?y { ?x a ?y } GROUP BY ?x", "variable that is unbound"),
        ("", "the query is empty"),
        ("INSERT DATA { <a:a> <a:b> 1 }", "INSERT would change the store"),
        ("SELECT (<http://e/f>(1) AS ?x) {}", "not supported"),
    ],
)
def test_an_error_says_where(world, query, words):
    with pytest.raises(QueryError, match=words) as caught:
        run(world, query)
    assert "\n" not in str(caught.value)


# --- forms -----------------------------------------------------------------------------------------------------


def test_csv_keeps_every_value_and_runs_no_formula():
    result = Result("table", ("a", "b"), (('=HYPERLINK("x")', 'say "hi",\nyou'), (None, True), (-5, date(2024, 1, 2))))
    rows = list(csv.reader(io.StringIO(result.to_csv())))
    assert rows == [["a", "b"], ['\'=HYPERLINK("x")', 'say "hi",\nyou'], ["", "true"], ["-5", "2024-01-02"]]


def test_json_is_a_list_of_objects():
    result = Result("table", ("a", "b"), ((Iri("http://e/x"), Decimal("0.5")), ("</script>", None)))
    assert json.loads(result.to_json()) == [{"a": "http://e/x", "b": 0.5}, {"a": "</script>", "b": None}]


def test_a_table_shows_control_characters_and_cuts_long_cells(world):
    result = Result("table", ("a",), (("\x1b[31mred\x07",), (Iri("https://w3id.org/allegiance/actor/x"),), ("y" * 99,)))
    lines = result.to_table().splitlines()
    assert "\x1b" not in result.to_table()
    assert lines[2] == "�[31mred�"
    assert lines[3] == "actor:x"
    assert lines[4].endswith("y…")


def test_turtle_is_for_triples(world):
    made = run(world, "CONSTRUCT { ?a kg:fights ?b } WHERE { ?a kg:fights ?b }")
    assert {q.triple for q in ox.parse(made.to_turtle(), format=ox.RdfFormat.TURTLE)} == {
        ox.Triple(NamedNode(a), NamedNode(p), NamedNode(o)) for a, p, o in made.rows
    }
    assert "actor:army kg:fights actor:north" in made.to_turtle()
    with pytest.raises(QueryError, match="CONSTRUCT"):
        run(world, "SELECT ?s { ?s ?p ?o }", rows=1).to_turtle()


def test_an_answer_with_no_columns_can_be_shown(world):
    assert run(world, "SELECT * {}").to_table()
    assert run(world, "SELECT ?x { ?x a kg:Nothing }").to_table().splitlines()[0] == "x"


def test_hostile_words_come_back_as_they_are(world):
    ((text,),) = run(world, f"SELECT ?t {{ <https://w3id.org/allegiance/article/{WIRE3.id}> schema:text ?t }}").rows
    assert text == WIRE3.text


@given(any_text)
def test_shown_is_one_printable_line(text):
    assert all(c.isprintable() or c == "�" or c == " " for c in shown(text)) or "\n" not in shown(text)
    assert len(shown(text).splitlines()) <= 1


def test_values_of_terms_that_a_store_gives(tmp_path):
    with Store.open(tmp_path / "s") as store:
        small_world(store)
        assert run(store, "SELECT (COUNT(?c) AS ?n) { ?c a kg:Claim }").rows == ((8,),)
    assert value_of(None) is None
