import json
import re

import pytest

from kg.cli.app import status_of
from tests.cli.conftest import ARTICLES

HOSTILE = (
    "---\ntitle: '</title><script>x</script>'\noutlet: \"<b>\\x1b[31m\"\n---\n"
    "Wagner left Mali on 6 June 2025. <script>y</script>\n"
)


@pytest.fixture(scope="module")
def taken(tmp_path_factory):
    path = tmp_path_factory.mktemp("one") / "2023-11-15-kidal.txt"
    path.write_text(ARTICLES["2023-11-15-kidal.txt"], encoding="utf-8")
    return path


def test_an_article_is_shown_with_marks_claims_and_counts(kg, taken):
    found = kg("read", taken)
    lines = found.out.splitlines()
    assert (found.status, found.err) == (0, "")
    assert "2023-11-15 (known from the name of its file)" in lines[1]
    assert any("[Malian army] captured <Kidal>" in line for line in lines)
    at = next(n for n, line in enumerate(lines) if "<Kidal>" in line)
    assert re.fullmatch(r"\s+1 Malian Armed Forces — controls → Kidal, from 2023-11-14, 0\.\d\d", lines[at + 1])
    assert "2 claims;" in found.out and "[actor]  <place>" in lines[-1]
    assert not re.search(r"\x1b| +$", found.out, re.MULTILINE)


def test_claims_have_the_numbers_of_the_lines_of_kg_claims(kg, articles):
    keys = [json.loads(line)["id"] for line in kg("claims", articles / "2023-11-15-kidal.txt").out.splitlines()]
    for number, key in enumerate(keys, 1):
        told = kg("explain", "--file", articles / "2023-11-15-kidal.txt", number)
        assert told.status == 0 and f"Claim {key}, number {number} of {len(keys)}" in told.out


def test_less_sure_claims_are_left_out_and_counted(kg, taken):
    assert "0 claims of 2, those of at least 1;" in kg("read", taken, "--min-confidence", "1").out


def test_an_unsupported_language_is_shown_and_said(kg, articles):
    found = kg("read", articles / "fr.txt")
    assert found.status == 0
    assert "armée malienne" in found.out and "Not read: language 'fr' is not supported yet." in found.out


def test_what_cannot_be_read_is_named_and_stops_nothing_else(kg, taken, tmp_path):
    (tmp_path / "empty.txt").write_text("")
    found = kg("read", tmp_path / "empty.txt", taken)
    assert found.status == 0 and "controls" in found.out and "empty.txt: there is no text" in found.err
    alone = kg("read", tmp_path / "empty.txt")
    assert (alone.status, alone.out, len(alone.err.splitlines())) == (1, "", 1)


def test_hostile_text_is_text_on_the_terminal_and_on_the_page(kg, tmp_path):
    (tmp_path / "h.md").write_text(HOSTILE)
    told = kg("read", tmp_path / "h.md")
    assert told.status == 0 and "\x1b" not in told.out and "<script>y</script>" in told.out
    written = kg("read", tmp_path / "h.md", "--html", tmp_path / "h.html")
    html = (tmp_path / "h.html").read_text(encoding="utf-8")
    assert (written.status, written.out) == (0, "") and "1 article, 1 claim" in written.err
    assert "<script" not in html and "&lt;script&gt;y" in html and "\x1b" not in html


def test_a_page_that_cannot_be_written_is_one_line(kg, taken, tmp_path):
    found = kg("read", taken, "--html", tmp_path / "no" / "x.html")
    assert found.status == 1 and "cannot be written" in found.err and len(found.err.splitlines()) == 1


def test_an_explanation_has_all_its_parts(kg, taken):
    found = kg("explain", "--file", taken, "1")
    assert found.status == 0
    for heading in ("Sentence", "Rule", "Mentions", "Parse", "Confidence"):
        assert heading in found.out.splitlines()
    assert "[Malian army] (subject) captured [Kidal] (object)" in found.out
    assert "= Malian army" in found.out and "= Kidal" in found.out
    assert re.search(r"subject\s+“Malian army”\s+Malian Armed Forces", found.out)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--file", "{taken}", "3"), "it makes 2, from 1"),
        (("--file", "{taken}", "0"), "no claim number '0'"),
        (("--file", "{taken}", "²"), "no claim number '²'"),
        (("--file", "{articles}", "1"), "holds 4 articles"),
        (("--file", "{articles}/fr.txt", "1"), "it makes none: language 'fr'"),
        (("--file", "nowhere.txt", "1"), "there is no such file"),
        (("xyz", "--store", "{store}"), "no key of a claim"),
        (('0" } DROP ALL', "--store", "{store}"), "no key of a claim"),
        (("0123456789abcdef", "--store", "{store}"), "Unknown claim"),
        (("", "--store", "{store}"), "no key of a claim"),
        (("ab", "--store", "nowhere.db"), "nowhere.db"),
    ],
)
def test_what_cannot_be_explained_is_one_line(kg, taken, articles, store, arguments, message):
    found = kg(
        "explain", *(a.format(taken=taken, articles=articles, store=store) if "{" in a else a for a in arguments)
    )
    assert (found.status, found.out, len(found.err.splitlines())) == (1, "", 1)
    assert found.err.startswith("kg: ") and message in found.err


def test_a_claim_of_a_store_is_found_by_key_prefix_and_address(kg, articles, store):
    lines = [json.loads(line) for line in kg("claims", articles).out.splitlines()]
    keys = [line["id"] for line in lines]
    for key in keys:
        short = next(key[:n] for n in range(1, 17) if sum(k.startswith(key[:n]) for k in keys) == 1)
        told = {kg("explain", name, "--store", store).out for name in (key, short, short.upper(), f"claim:{key}",
                f"https://w3id.org/allegiance/claim/{key}", f"<https://w3id.org/allegiance/claim/{key}>")}  # fmt: skip
        assert len(told) == 1 and f"Claim {key}, number" in told.pop()


def test_a_beginning_that_fits_several_claims_names_them(kg, tmp_path):
    text = " ".join(f"Wagner attacked JNIM in Kidal on {day} June 2024." for day in range(1, 21))
    (tmp_path / "many.txt").write_text(text)
    assert status_of(["ingest", str(tmp_path / "many.txt"), "--store", str(tmp_path / "kg.db")]) == 0
    keys = sorted(json.loads(line)["id"] for line in kg("claims", tmp_path / "many.txt").out.splitlines())
    assert len(keys) > 16
    first = next(d for d in "0123456789abcdef" if sum(k[0] == d for k in keys) > 1)
    fitting = [k for k in keys if k[0] == first]
    found = kg("explain", first, "--store", tmp_path / "kg.db")
    assert found.status == 1 and f"{len(fitting)} claims begin with '{first}': {', '.join(fitting[:5])}" in found.err


def test_a_claim_that_another_version_read_is_shown_as_stored(kg, taken, tmp_path):
    from dataclasses import replace

    from kg.articles import read_articles
    from kg.graph.store import Store
    from kg.pipeline import Reader
    from kg.vocabulary import Modality

    reading = Reader().read_article(*read_articles([str(taken)]))
    other = replace(reading.claims[0], modality=Modality.PLANNED, rule="verb:older")
    with Store.open(tmp_path / "kg.db") as kept:
        kept.replace_article(replace(reading, claims=(other,)))
    found = kg("explain", other.key, "--store", tmp_path / "kg.db")
    assert found.status == 0
    assert (
        "planned" in found.out
        and "rule verb:older" in found.out
        and other.evidence[0].quote in " ".join(found.out.split())
    )
    assert len(found.err.splitlines()) == 1 and "not found again" in found.err


def test_on_a_terminal_there_are_colours_instead_of_brackets(taken, monkeypatch):
    from io import StringIO

    from rich.console import Console

    from kg.articles import read_articles
    from kg.cli import marking
    from kg.pipeline import Reader
    from kg.understanding import understand

    screen = Console(file=StringIO(), force_terminal=True, color_system="truecolor", width=60, highlight=False)
    monkeypatch.setattr(marking, "out", lambda: screen)
    marking.print_articles([understand(a, Reader()) for a in read_articles([str(taken)])])
    told = screen.file.getvalue()
    assert "\x1b[1;34mMalian army\x1b[0m captured \x1b[4;32mKidal\x1b[0m" in told
    plain = re.sub(r"\x1b\[[\d;]*m", "", told)
    assert "[" not in plain and all(len(line.rstrip()) <= 60 for line in plain.splitlines())
