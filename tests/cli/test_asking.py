import csv
import io
import json

import pytest

from kg.queries.saved import questions


def test_without_a_name_the_questions_are_listed(kg):
    listed = kg("ask")
    assert listed.status == 0
    assert all(name in listed.out and question.title in listed.out for name, question in questions().items())


@pytest.mark.parametrize("name", sorted(questions()))
def test_each_question_says_what_it_needs(kg, name):
    helped = kg("ask", name, "--help")
    asked = questions()[name]
    assert helped.status == 0
    assert f"kg ask {name}" in helped.out
    assert all(f"--{parameter.name}" in helped.out for parameter in asked.parameters)


def test_an_answer_names_who_held_a_place(kg, store):
    found = kg("ask", "place", "--place", "kidal", "--format", "json", "--store", store)
    rows = json.loads(found.out)
    assert found.status == 0
    assert ("Malian Armed Forces", "held", "2023-11-14") in [(r["name"], r["status"], r["since"]) for r in rows]


def test_the_successor_of_wagner_comes_with_its_words(kg, store):
    found = kg("ask", "evidence", "--actor", "Wagner", "--other", "Africa Corps", "--format", "table", "--store", store)
    assert "Africa Corps succeeds Wagner Group" in found.out
    assert "“Africa Corps replaced Wagner in Mali.”" in found.out


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("allies", "--actor", "Wagnr"), 1, "Did you mean 'Wagner'"),
        (("place", "--place", "Kidall"), 1, "Did you mean 'Kidal'"),
        (("allies", "--actor", "JNIM", "--date", "2024-13-01"), 1, "no day"),
        (("at", "--relation", "fihgts"), 1, "Did you mean 'fights'"),
        (("allies",), 2, "--actor"),
        (("allise",), 2, "allise"),
    ],
)
def test_a_wrong_question_gets_a_clear_answer(kg, store, arguments, status, message):
    name, *rest = arguments
    found = kg("ask", name, *rest, "--store", store) if name in questions() else kg("ask", *arguments)
    assert found.status == status
    assert message in found.err
    assert status == 2 or len(found.err.splitlines()) == 1


def test_a_store_that_is_not_there_is_one_line(kg, tmp_path):
    found = kg("ask", "at", "--store", tmp_path / "nowhere")
    assert found.status == 1 and len(found.err.splitlines()) == 1
    assert "kg ingest" in found.err and not (tmp_path / "nowhere").exists()


QUERY = "SELECT ?name { ?c kg:relation kg:controls ; kg:subject/rdfs:label ?name }"


def test_a_query_is_taken_from_the_argument_a_file_or_standard_input(kg, store, tmp_path):
    file = tmp_path / "q.rq"
    file.write_text(QUERY)
    answers = {
        kg("query", QUERY, "--store", store).out,
        kg("query", file, "--store", store).out,
        kg("query", "-", "--store", store, stdin=QUERY).out,
    }
    assert len(answers) == 1
    assert "Malian Armed Forces" in answers.pop()


def test_formats(kg, store):
    rows = list(csv.reader(io.StringIO(kg("query", QUERY, "--store", store, "--format", "csv").out)))
    assert rows[0] == ["name"] and ["Malian Armed Forces"] in rows
    assert {"name": "Malian Armed Forces"} in json.loads(kg("query", QUERY, "--store", store, "--format", "json").out)
    construct = "CONSTRUCT { ?a rdfs:label ?l } { ?a a kg:PrivateMilitaryCompany ; rdfs:label ?l }"
    turtle = kg("query", construct, "--store", store, "--format", "ttl").out
    assert "actor:wagner" in turtle
    assert kg("query", construct, "--store", store).out == turtle
    assert "actor:wagner" in kg("query", "DESCRIBE actor:wagner", "--store", store).out
    assert kg("query", "ASK { ?c kg:relation kg:controls }", "--store", store, "--format", "table").out == "yes\n"


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?x { ?x kg:relation }", "Line 1, column 28"),
        ("SELECT ?x { ?x foo:bar ?y }", "foo"),
        ("nowhere.rq", "neither a file nor a query"),
        ("DELETE WHERE { ?s ?p ?o }", "DELETE"),
    ],
)
def test_a_wrong_query_is_one_line(kg, store, query, message):
    found = kg("query", query, "--store", store)
    assert (found.status, len(found.err.splitlines())) == (1, 1)
    assert message in found.err


def test_a_limit_says_that_there_is_more(kg, store):
    found = kg("query", "SELECT ?s { ?s a kg:Claim }", "--store", store, "--limit", "1", "--format", "csv")
    assert len(found.out.splitlines()) == 2
    assert "more rows" in found.err


def test_the_words_behind_a_phase_are_shown_when_asked_for(kg, store):
    asked = ("ask", "place", "--place", "Kidal", "--format", "table", "--store", store)
    assert "“The Malian army captured Kidal" not in kg(*asked).out
    assert "“The Malian army captured Kidal" in " ".join(kg(*asked[:4], "--store", store, "--quotes").out.split())
    assert "“The Malian army captured Kidal on 14 November 2023.”" in " ".join(kg(*asked, "--quotes").out.split())
