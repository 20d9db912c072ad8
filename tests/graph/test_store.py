"""The store: one transaction an article, one writer, and nothing written twice."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kg.errors import StoreBusyError, StoreError
from kg.graph.namespaces import KG, RECORDS, REFERENCE, RELATIONSHIPS, node
from kg.graph.reference import reference_quads
from kg.graph.store import Store
from kg.graph.triples import article_graph
from kg.model import Phase, Relationship
from kg.vocabulary import Kind, Relation, Status

from .cases import reading


def lines(store):
    return sorted(map(str, store.quads()))


def relationship(*claims):
    phase = Phase(Status.HELD, date(2024, 6, 1), None, "Said so.", tuple(c.key for c in claims))
    return Relationship("blue-front", Relation.FIGHTS, "red-army", (phase,), phase.claims, reports=(date(2024, 6, 10),))


# --- articles --------------------------------------------------------------------------------------------------


def test_a_reading_comes_back(store):
    said = reading()
    assert store.replace_article(said)
    assert list(store.claims()) == sorted(said.claims, key=lambda c: c.key)
    assert list(store.articles()) == [said.article]
    assert store.actors()["blue-front"] == said.actors["blue-front"]
    assert store.places()["oasis"] == said.places["oasis"]


def test_curated_actors_are_there_before_any_article(store):
    assert store.actors()["jnim"].kind is Kind.JIHADIST
    assert store.actors()["jnim"].curated
    assert store.places()["kidal"].label == "Kidal"
    assert set(store.quads(REFERENCE)) <= set(reference_quads())


def test_reading_again_writes_nothing(store):
    store.replace_article(reading())
    before = lines(store)
    assert not store.replace_article(reading())
    assert lines(store) == before


def test_another_reading_replaces_the_article_s_graph_and_no_other(store):
    other = reading(outlet="Other Wire")
    store.replace_article(reading())
    store.replace_article(other)
    untouched = set(store.quads(article_graph(other.article.id)))
    fewer = replace(reading(), claims=reading().claims[:1])
    assert store.replace_article(fewer)
    assert sorted(c.key for c in store.claims()) == sorted(c.key for c in (*fewer.claims, *other.claims))
    assert set(store.quads(article_graph(other.article.id))) == untouched


def test_the_order_of_articles_does_not_matter():
    both = (reading(), reading(outlet="Other Wire"))
    stores = [Store.in_memory(clock=lambda: datetime(2025, 1, 1, tzinfo=UTC)) for _ in range(2)]
    for store, order in zip(stores, (both, both[::-1]), strict=True):
        for said in order:
            store.replace_article(said)
    assert lines(stores[0]) == lines(stores[1])


def test_removing_an_article_leaves_the_store_as_it_was(store):
    store.replace_article(reading(outlet="Other Wire"))
    before = lines(store)
    store.replace_article(reading())
    assert store.remove_article(reading().article.id)
    assert lines(store) == before
    assert not store.remove_article(reading().article.id)


def test_first_recorded_time_and_place_are_kept():
    hours = iter([datetime(2025, 1, 1, 8, tzinfo=UTC), datetime(2025, 1, 1, 9, tzinfo=UTC)])
    store = Store.in_memory(clock=lambda: next(hours))
    store.replace_article(reading())
    store.replace_article(reading(confidence=0.5, source="copy.txt"))
    graph = article_graph(reading().article.id)
    recorded = [q.object.value for q in store.quads(RECORDS) if q.subject == graph and q.predicate == KG.recordedAt]
    assert recorded == ["2025-01-01T08:00:00Z"]
    assert next(store.articles()).source == "a.txt"


def test_a_newer_version_of_the_software_reads_again(store):
    store.replace_article(reading(), run="1")
    assert store.replace_article(reading(), run="2")
    assert {str(q.subject) for q in store.quads(RECORDS) if q.predicate == KG.softwareVersion} == {
        str(node("run", "1")),
        str(node("run", "2")),
    }


# --- relationships ---------------------------------------------------------------------------------------------


def test_relationships_are_stale_until_they_are_folded_again(store):
    store.replace_article(reading())
    assert store.is_stale
    assert store.replace_derived([relationship(*reading().claims[:1])])
    assert not store.is_stale
    assert not store.replace_derived([relationship(*reading().claims[:1])])
    store.replace_article(reading(outlet="Other Wire"))
    assert store.is_stale
    store.remove_article(reading(outlet="Other Wire").article.id)
    assert not store.is_stale


def test_a_symmetric_relationship_is_reached_from_both_ends(store):
    store.replace_derived([relationship(*reading().claims[:1])])
    for end in ("blue-front", "red-army"):
        assert store.query(f"ASK {{ ?r a kg:Relationship ; kg:involves actor:{end} }}")
    edges = {(q.subject, q.object) for q in store.quads(RELATIONSHIPS) if q.predicate == KG.fights}
    ends = (node("actor", "blue-front"), node("actor", "red-army"))
    assert edges == {ends, ends[::-1]}


def test_a_relationship_that_is_only_denied_has_no_edge(store):
    denied = Relationship("red-army", Relation.LEAVES, "oasis", (), (), denied=("abc",))
    store.replace_derived([denied])
    assert not [q for q in store.quads(RELATIONSHIPS) if q.predicate == KG.leaves]
    assert store.query("ASK { ?r a kg:Relationship ; kg:contested true ; kg:deniedBy claim:abc }")


def test_everything_has_exactly_one_label_once_folded(store):
    store.replace_article(reading())
    store.replace_article(reading(outlet="Other Wire"))
    store.replace_derived([])
    found = list(store.query("SELECT ?l { actor:blue-front rdfs:label ?l }"))
    assert [row["l"].value for row in found] == ["Blue Front"]
    assert len(list(store.query("SELECT ?l { actor:jnim rdfs:label ?l }"))) == 1
    assert len(list(store.query("SELECT ?l { ?s a kg:Source ; rdfs:label ?l }"))) == 2


def test_a_large_fold_that_is_cut_short_is_stale(store, monkeypatch):
    store.replace_article(reading())
    fights = [relationship(*reading().claims[:1])]
    with monkeypatch.context() as cut:
        cut.setattr("kg.graph.store.CHUNK", 3)
        broken = ["cut short"]  # a part that no store can take
        parts = lambda quads: [sorted(quads, key=str)[:3], broken] if quads else []  # noqa: E731
        cut.setattr("kg.graph.store._chunks", parts)
        with pytest.raises(TypeError):
            store.replace_derived(fights)
    assert store.is_stale
    assert len(set(store.quads(RELATIONSHIPS))) == 3
    with monkeypatch.context() as small:
        small.setattr("kg.graph.store.CHUNK", 3)
        assert store.replace_derived(fights)
    assert not store.is_stale
    whole = Store.in_memory()
    whole.replace_article(reading())
    whole.replace_derived([relationship(*reading().claims[:1])])
    assert set(store.quads(RELATIONSHIPS)) == set(whole.quads(RELATIONSHIPS))


# --- on disk ---------------------------------------------------------------------------------------------------


def test_what_is_written_is_there_the_next_time(tmp_path):
    with Store.open(tmp_path / "s") as store:
        store.replace_article(reading())
        before = lines(store)
    with Store.open(tmp_path / "s", read_only=True) as store:
        assert lines(store) == before
    with Store.open(tmp_path / "s") as store:
        assert not store.replace_article(reading())
        assert lines(store) == before


def test_a_second_writer_is_told_which_store_is_busy(tmp_path):
    with Store.open(tmp_path / "s"), pytest.raises(StoreBusyError, match=str(tmp_path / "s")):
        Store.open(tmp_path / "s")
    Store.open(tmp_path / "s").close()


def test_a_writer_in_another_process_is_named(tmp_path):
    code = (
        "import sys, time; from kg.graph.store import Store; s = Store.open(sys.argv[1]);"
        "print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "s")], stdout=subprocess.PIPE, stdin=subprocess.PIPE
    ) as other:
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(StoreBusyError, match=f"process {other.pid}"):
            Store.open(tmp_path / "s")
        other.stdin.close()


def test_readers_see_what_the_writer_found_while_it_works(tmp_path):
    with Store.open(tmp_path / "s") as store:
        store.replace_article(reading())
    with Store.open(tmp_path / "s") as writer:
        writer.replace_article(reading(outlet="Other Wire"))
        with Store.open(tmp_path / "s", read_only=True) as reader:
            assert len(reader.article_ids()) == 1
    with Store.open(tmp_path / "s", read_only=True) as reader:
        assert len(reader.article_ids()) == 2


def test_a_reader_cannot_write(tmp_path):
    Store.open(tmp_path / "s").close()
    with Store.open(tmp_path / "s", read_only=True) as store, pytest.raises(StoreError):
        store.replace_article(reading())


def test_a_snapshot_is_a_store_of_its_own(tmp_path):
    with Store.open(tmp_path / "s") as store:
        store.replace_article(reading())
        store.snapshot(tmp_path / "copy")
        count = len(store)
    import pyoxigraph as ox

    assert len(ox.Store.read_only(str(tmp_path / "copy"))) == count


def test_no_store_no_reading(tmp_path):
    with pytest.raises(StoreError, match="There is no store at .*kg ingest"):
        Store.open(tmp_path / "nothing", read_only=True)


def test_a_folder_of_other_things_is_left_alone(tmp_path):
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(StoreError, match="no Allegiance store"):
        Store.open(tmp_path)
    with pytest.raises(StoreError, match="no Allegiance store"):
        Store.open(tmp_path, read_only=True)
    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]


def test_another_format_is_refused(tmp_path):
    Store.open(tmp_path / "s").close()
    (tmp_path / "s" / "format").write_text("allegiance store 99\n")
    with pytest.raises(StoreError, match="allegiance store 99"):
        Store.open(tmp_path / "s")


def test_a_killed_writer_leaves_whole_articles(tmp_path):
    """Killed at some moment of an endless ingestion; what is there is whole."""
    code = """
import sys
sys.path.insert(0, sys.argv[2])
from itertools import count
from graph.cases import reading
from kg.graph.store import Store
store = Store.open(sys.argv[1])
print("open", flush=True)
for number in count():
    store.replace_article(reading(outlet=f"Wire {number}"))
"""
    here = str(Path(__file__).parent.parent)
    whole = len(set(reading_graph()))
    for wait in (0.05, 0.11, 0.17):
        command = [sys.executable, "-c", code, str(tmp_path / "s"), here]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
            assert writer.stdout.readline() == b"open\n"
            time.sleep(wait)
            writer.send_signal(signal.SIGKILL)
        with Store.open(tmp_path / "s") as store:
            ids = store.article_ids()
            assert ids
            assert {len(list(store.article_quads(id_))) for id_ in ids} == {whole}
            assert all(store.has_article(id_) for id_ in ids)


def reading_graph():
    store = Store.in_memory()
    store.replace_article(reading(outlet="Wire 1"))
    return store.article_quads(reading(outlet="Wire 1").article.id)
