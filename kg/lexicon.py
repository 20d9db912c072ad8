"""Loader of the word lists in kg/data/lexicon: tab-separated tables with one header row, checked row by row."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from kg.errors import DataError

Row = Mapping[str, str]


@cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of `<name>.tsv`, each a read-only mapping from column to text (empty where blank).

    Raises:
        DataError: naming file and line, where a row has too many cells or lacks its first.
    """
    file = files("kg.data").joinpath("lexicon", f"{name}.tsv")
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError:
        raise DataError(f"The word list {name}.tsv is missing: run scripts/build_lexicon.py.") from None
    return parse_table(f"{name}.tsv", lines)


def parse_table(name: str, lines: list[str]) -> tuple[Row, ...]:
    """Rows of a table given as lines; the first names the columns. Raises DataError with file and line."""
    columns = lines[0].split("\t") if lines else []
    rows = []
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if not line.strip() or line.startswith("#"):
            continue
        if len(cells) > len(columns) or not cells[0].strip():
            raise DataError(f"{name}:{number}: expected at most the {len(columns)} cells {', '.join(columns)}.")
        padded = [cell.strip() for cell in cells] + [""] * (len(columns) - len(cells))
        rows.append(MappingProxyType(dict(zip(columns, padded, strict=True))))
    return tuple(rows)


@cache
def mapping(name: str, column: str) -> Mapping[str, str]:
    """First column → `column` of a table."""
    rows = table(name)
    first = next(iter(rows[0])) if rows else ""
    return MappingProxyType({row[first]: row[column] for row in rows})


@cache
def words(name: str) -> frozenset[str]:
    """The first column of a table as a set."""
    rows = table(name)
    first = next(iter(rows[0])) if rows else ""
    return frozenset(row[first] for row in rows)
