import json

import pytest

from kg.graph.store import Store
from tests.cli.conftest import ARTICLES

FIELDS = {
    *("article", "subject", "relation", "object", "place", "start", "end", "polarity", "modality"),
    *("attributed_to", "quote", "confidence"),
}


def test_claims_are_json_lines_and_notes_go_elsewhere(kg, articles):
    found = kg("claims", articles)
    lines = [json.loads(line) for line in found.out.splitlines()]
    assert found.status == 0
    assert lines and all(line.keys() >= FIELDS for line in lines)
    taken = next(line for line in lines if line["relation"] == "controls")
    assert "2023-11-15-kidal.txt" in taken["article"]
    assert "Kidal" in taken["object"]["names"] and "Malian army" in taken["subject"]["names"]
    assert taken["start"] == "2023-11-14"
    assert taken["quote"] in ARTICLES["2023-11-15-kidal.txt"]
    assert "fr.txt: no claims, language 'fr'" in found.err


def test_every_quote_stands_in_its_article(kg, articles):
    for line in map(json.loads, kg("claims", articles).out.splitlines()):
        name = next(name for name in ARTICLES if name in line["article"])
        assert line["quote"] in ARTICLES[name]


def test_names_are_those_of_the_actor_alone(kg, articles):
    for line in map(json.loads, kg("claims", articles).out.splitlines()):
        assert "Wagner" not in " ".join(line["subject"]["names"]) or "Wagner" in line["subject"]["label"]


def test_bad_copied_and_short_inputs_drop_nothing_else(kg, articles, tmp_path):
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\xff\xfe" * 50)
    (tmp_path / "copy.txt").write_text(ARTICLES["2023-11-15-kidal.txt"])
    (tmp_path / "short.txt").write_text("Rain.")
    alone, together = kg("claims", articles), kg("claims", articles, tmp_path)
    assert together.status == 0
    assert together.out.startswith(alone.out)
    assert "empty.txt: there is no text" in together.err
    assert "binary.txt" in together.err


def test_claims_can_be_read_from_standard_input_and_dated(kg):
    found = kg("claims", "-", "--date", "2023-11-15", stdin="The Malian army captured Kidal on Tuesday.")
    (line,) = [json.loads(line) for line in found.out.splitlines()]
    assert (line["article"], line["reported"], line["start"]) == ("-", "2023-11-15", "2023-11-14")


def test_less_sure_claims_can_be_left_out(kg, articles):
    all_, none = kg("claims", articles).out, kg("claims", articles, "--min-confidence", "1").out
    assert len(none) < len(all_)


@pytest.mark.parametrize("command", ["claims", "ingest"])
@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("nowhere", None, "there is no such file or folder"),
        ("binary.txt", b"\x00\xff" * 99, "binary file"),
        ("empty.txt", b"", "there is no text"),
        ("x.pdf", b"%PDF", "no kind of article"),
    ],
)
def test_nothing_to_read_is_an_error_in_one_line_and_makes_no_store(kg, tmp_path, command, name, content, message):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    store = ("--store", tmp_path / "kg.db") if command == "ingest" else ()
    found = kg(command, tmp_path / name, *store)
    assert (found.status, found.out, len(found.err.splitlines())) == (1, "", 1)
    assert found.err.startswith("kg: ") and message in found.err
    assert not (tmp_path / "kg.db").exists()


def test_ingest_sums_up(kg, articles, tmp_path):
    (tmp_path / "more.txt").write_bytes(b"caf\xe9")
    (tmp_path / "copy.txt").write_text(ARTICLES["2023-11-15-kidal.txt"])
    found = kg("ingest", articles, tmp_path, "--store", tmp_path / "kg.db")
    assert found.status == 0
    assert "4 articles read" in found.err and "4 new or changed" in found.err
    assert "controls 1" in found.err
    assert "1 copy left out" in found.err and "copy.txt" in found.err
    assert "1 article kept without claims" in found.err and "language 'fr'" in found.err
    assert "1 input skipped" in found.err and "byte 4 (0xe9)" in found.err


def test_ingesting_again_changes_nothing(kg, articles, store):
    with Store.open(store, read_only=True) as kept:
        before = sorted(map(str, kept.quads()))
    found = kg("ingest", articles, "--store", store)
    assert found.status == 0 and "none of them new" in found.err
    with Store.open(store, read_only=True) as kept:
        assert sorted(map(str, kept.quads())) == before


def test_the_derived_graph_is_current_after_ingest(store):
    with Store.open(store, read_only=True) as kept:
        assert not kept.is_stale


def test_a_store_that_another_process_writes_is_one_line(kg, articles, store):
    import subprocess
    import sys

    hold = f"from kg.graph.store import Store; s = Store.open({str(store)!r}); print('open', flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout.readline() == "open\n"
        found = kg("ingest", articles, "--store", store)
        other.communicate("\n")
    assert found.status == 1
    assert len(found.err.splitlines()) == 1 and "being written" in found.err
