"""The word lists: fresh copies, checked rows, and what other lists and code rely on."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import lexicon
from kg.errors import DataError
from kg.mentions.lists import lists
from kg.vocabulary import Kind, PlaceKind

ROOT = Path(__file__).resolve().parents[1]
SOURCES, COPIES = ROOT / "ontology" / "lexicon", ROOT / "kg" / "data" / "lexicon"
NAMES = sorted(path.name for path in SOURCES.glob("*.tsv"))


def test_there_are_word_lists() -> None:
    assert len(NAMES) >= 25


@pytest.mark.parametrize("name", NAMES)
def test_the_copy_in_the_package_is_fresh(name: str) -> None:
    assert (COPIES / name).read_text(encoding="utf-8") == (SOURCES / name).read_text(encoding="utf-8"), (
        "run scripts/build_lexicon.py"
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_row_can_be_read_and_stands_once(name: str) -> None:
    rows = lexicon.table(name.removesuffix(".tsv"))
    assert rows
    said = [tuple(value for column, value in row.items() if column != "note") for row in rows]
    assert len(said) == len(set(said))


@pytest.mark.parametrize(
    ("lines", "where"),
    [(["word\tnote", "a\tb\tc"], "x.tsv:2"), (["word\tnote", "a\t", "\tb"], "x.tsv:3")],
)
def test_a_wrong_row_is_named_by_file_and_line(lines: list[str], where: str) -> None:
    with pytest.raises(DataError, match=where):
        lexicon.parse_table("x.tsv", lines)


def test_blank_lines_and_comments_are_skipped_and_short_rows_filled() -> None:
    rows = lexicon.parse_table("x.tsv", ["word\tnote", "", "# no row", "a"])
    assert [dict(row) for row in rows] == [{"word": "a", "note": ""}]


def test_a_missing_list_is_named() -> None:
    with pytest.raises(DataError, match=r"nothing\.tsv"):
        lexicon.table("nothing")


def test_kinds_are_kinds() -> None:
    assert {Kind(row["kind"]) for row in lexicon.table("heads")}
    assert {Kind(row["kind"]) for row in lexicon.table("name_heads")}
    assert {PlaceKind(row["kind"]) for row in lexicon.table("place_heads")}


def test_numbers_of_heads_are_singular_or_plural() -> None:
    assert {row["number"] for row in lexicon.table("heads")} == {"sing", "plur"}


def test_titles_do_not_end_names_of_organisations() -> None:
    assert "forces" not in lists().titles
    assert not lists().titles & {word.lower() for word in lists().last_heads}


def test_words_and_mapping_read_the_first_column() -> None:
    assert "January" in lexicon.words("calendar")
    assert lexicon.mapping("heads", "class")["rebels"] == "rebel"
