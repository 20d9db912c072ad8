"""Queries that run away, reach out or write: each is stopped, and the next one runs."""

from __future__ import annotations

import socket
import threading
import time

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import QueryError, QueryTimeoutError
from kg.graph.store import Store
from kg.queries.guard import Guard
from kg.queries.refuse import refuse
from kg.queries.run import run

from .world import small_world

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("guarded") / "s"
    with Store.open(path) as store:
        small_world(store)
    return path


@pytest.fixture(scope="module")
def guard(folder):
    with Store.open(folder, read_only=True) as store, Guard(store, seconds=2.0) as found:
        yield found


def test_a_guarded_query_answers_as_an_unguarded_one(guard, world):
    query = "SELECT ?c ?d { ?c a kg:Claim . OPTIONAL { ?c kg:reportedOn ?d } } ORDER BY ?c"
    assert guard.run(query) == run(world, query)
    assert guard.run("ASK { ?c kg:polarity kg:denied }").rows == ((True,),)
    construct = "CONSTRUCT { ?c kg:polarity ?p } WHERE { ?c kg:polarity ?p }"
    assert guard.run(construct).to_turtle() == run(world, construct).to_turtle()


def test_terms_are_bound_in_the_worker_too(guard):
    answer = guard.run("SELECT ?c { ?c kg:rule ?rule }", {"rule": Literal("test")})
    assert len(answer.rows) == 8
    assert not guard.run("SELECT ?c { ?c kg:rule ?rule }", {"rule": Literal('" } #')}).rows


def test_rows_are_limited(guard):
    answer = guard.run("SELECT ?s { ?s ?p ?o }", rows=5)
    assert len(answer.rows) == 5
    assert answer.truncated
    assert not guard.run("SELECT ?c { ?c a kg:Claim }", rows=8).truncated


def test_a_query_that_never_ends_is_dead_in_time_and_the_next_one_runs(guard):
    guard.run("ASK {}")
    begun = time.monotonic()
    with pytest.raises(QueryTimeoutError, match="2 seconds"):
        guard.run(ENDLESS)
    assert time.monotonic() - begun < 2.5
    assert guard.run("ASK { ?c a kg:Claim }")


def test_a_query_that_eats_memory_is_stopped(folder):
    hungry = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d ?g"
    with (
        Store.open(folder, read_only=True) as store,
        Guard(store, seconds=60, memory=500 * 1024**2) as small,
        pytest.raises(QueryError, match="more memory"),
    ):
        small.run(hungry)


def test_an_error_in_the_worker_comes_back_with_its_place(guard):
    with pytest.raises(QueryError, match="Line 2, column"):
        guard.run("SELECT ?x {\n ?x a }")


# --- reaching out ----------------------------------------------------------------------------------------------

TRICKS = [
    "SELECT * { SERVICE <http://HOST/> { ?s ?p ?o } }",
    "SELECT * { service silent <http://HOST/> { ?s ?p ?o } }",
    "PREFIX x: <http://HOST/> SELECT * { SERVICE x:y { ?s ?p ?o } }",
    "PREFIX : <http://HOST/> SELECT * { SERVICE:x { ?s ?p ?o } }",
    "SELECT * { SERVICESILENT<http://HOST/> { ?s ?p ?o } }",
    'SELECT * { BIND("\\u0022 AS ?x) SERVICE <http://HOST/> { ?s ?p ?o } BIND("\\u0022 AS ?y) }',
    'SELECT * { BIND("a\\u0022) SERVICE <http://HOST/> { ?s ?p ?o } #" AS ?x) }',
    "SELECT * { \\u0053ERVICE <http://HOST/> { ?s ?p ?o } }",
    "SELECT * { # nothing\rSERVICE <http://HOST/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o . FILTER(?s<?o)SERVICE<http://HOST/>{?a ?b ?c} FILTER(?o>?s) }",
    "SELECT * { VALUES ?e { <http://HOST/> } SERVICE ?e { ?s ?p ?o } }",
    "ASK { { SELECT * { SERVICE <http://HOST/> { ?s ?p ?o } } } }",
    "LOAD <http://HOST/>",
    "LOAD SILENT <http://HOST/> INTO GRAPH <http://g>",
    'INSERT DATA { <a:a> <a:b> "c" }',
    "DELETE WHERE { ?s ?p ?o }",
    "PREFIX kg: <http://x#> DROP ALL",
    "WITH <http://g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "# harmless\nCLEAR ALL",
]


@pytest.mark.parametrize("query", TRICKS)
def test_what_reaches_out_or_writes_is_refused(query, guard, world):
    for ask in (guard.run, lambda q: run(world, q)):
        with pytest.raises(QueryError):
            ask(query.replace("HOST", "127.0.0.1:9"))


@pytest.fixture
def listener():
    """A local port that notes every visitor."""
    visits = []
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()

        def note():
            while True:
                try:
                    visitor, _ = server.accept()
                except OSError:
                    return
                visits.append(1)
                visitor.close()

        threading.Thread(target=note, daemon=True).start()
        yield server.getsockname()[1], visits


def test_the_worker_refuses_what_the_first_look_let_pass(guard, listener, monkeypatch):
    port, visits = listener
    query = f"SELECT * {{ SERVICE SILENT <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}"
    # The port does note visitors: the bare library goes there.
    import pyoxigraph as ox

    list(ox.Store().query(query))
    assert visits
    visits.clear()
    monkeypatch.setattr("kg.queries.guard.refuse", lambda query: None)
    with pytest.raises(QueryError, match="refused"):  # the worker refuses as well
        guard.run(query)
    assert not visits


def test_a_confined_process_can_open_no_connection(folder, listener):
    """The second layer alone: the worker's confinement, with nothing refused before."""
    import subprocess
    import sys

    port, visits = listener
    code = f"""
import sys
from pathlib import Path
from kg.graph.store import Store
from kg.queries.worker import confine
import pyoxigraph as ox
with Store.at(Path(sys.argv[1])) as store:
    confine(2 * 1024**3)
    print(len(list(store.query("SELECT * {{ ?c a kg:Claim }}"))))
    query = "SELECT * {{ SERVICE SILENT <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}"
    try:
        print(len(list(store.query(query))))
    except OSError as error:
        print("refused")
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder / "data")], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.splitlines()[0] == "8"
    assert not visits


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?c kg:rule "SERVICE and LOAD" }',
        "SELECT * { ?c kg:rule ?service . # SERVICE is only a word here\n }",
        "SELECT * { ?c <http://example.org/SERVICE> ?load }",
        "SELECT ?insert { ?insert kg:rule '''DELETE \"this\"''' }",
        "SELECT * { ?c kg:rule ?r FILTER(?r < 'a' && ?r > 'b') }",
    ],
)
def test_the_words_alone_do_no_harm(query, world):
    refuse(query)
    run(world, query)


# --- stores of every kind --------------------------------------------------------------------------------------


def test_a_store_in_memory_can_be_guarded(world):
    with Guard(world) as guard:
        assert len(guard.run("SELECT ?c { ?c a kg:Claim }").rows) == 8


def test_a_writer_s_store_is_read_from_a_snapshot(tmp_path):
    with Store.open(tmp_path / "s") as store:
        small_world(store)
        with Guard(store) as guard:
            assert len(guard.run("SELECT ?c { ?c a kg:Claim }").rows) == 8
            store.remove_article(store.article_ids()[0])
            assert len(guard.run("SELECT ?c { ?c a kg:Claim }").rows) == 8
    assert sorted(p.name for p in (tmp_path / "s").iterdir()) == ["data", "format", "writer"]


def test_a_store_of_many_files_is_read_whole_by_a_process_that_can_open_none(tmp_path):
    import pyoxigraph as ox

    data = tmp_path / "data"
    store = ox.Store(data)
    for part in range(12):
        store.bulk_extend(
            Quad(
                NamedNode(f"http://e/{part}-{n}"),
                NamedNode("http://e/p"),
                Literal(f"{part} {n}"),
                NamedNode("http://g"),
            )
            for n in range(500)
        )
        store.flush()
    del store
    assert len(list(data.glob("*.sst"))) > 20
    with Store.at(data) as many, Guard(many) as guard:
        assert guard.run("SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }").rows == ((6000,),)
        assert guard.run("SELECT ?o { <http://e/7-77> ?p ?o }").rows == (("7 77",),)


def test_nothing_in_the_working_directory_is_run(folder, tmp_path, monkeypatch):
    (tmp_path / "kg").mkdir()
    (tmp_path / "kg" / "__init__.py").write_text("raise SystemExit('wrong kg')")
    (tmp_path / "pickle.py").write_text("raise SystemExit('wrong pickle')")
    monkeypatch.chdir(tmp_path)
    with Store.open(folder, read_only=True) as store, Guard(store) as guard:
        assert guard.run("ASK { ?c a kg:Claim }")
