"""What a query answers, as plain values, and its texts: table, csv, json, Turtle."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal as Choice

import pyoxigraph as ox

from kg.errors import QueryError
from kg.graph.namespaces import PREFIXES, compact
from kg.graph.terms import Iri, Value

WIDEST = 60  # characters of a cell in a plain table
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run


@dataclass(frozen=True, slots=True)
class Result:
    """Columns and rows of plain values.

    `kind` is "table" for SELECT, "truth" for ASK (one row, one column) and "graph" for CONSTRUCT and DESCRIBE
    (columns subject, predicate, object), whose `ntriples` then holds the same triples in full.
    `truncated` says that there were more rows than were asked for.
    """

    kind: Choice["table", "truth", "graph"]
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    truncated: bool = False
    ntriples: str = ""

    def __bool__(self) -> bool:
        """The truth of an ASK; whether there is any row, for the others."""
        return bool(self.rows[0][0]) if self.kind == "truth" else bool(self.rows)

    def records(self) -> list[dict[str, Value]]:
        """Each row as a mapping from column to value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def to_json(self) -> str:
        """A JSON list of objects, one a row; addresses in full, dates as text."""
        return json.dumps(self.records(), default=_json_value, ensure_ascii=False, indent=2) + "\n"

    def to_csv(self) -> str:
        """Comma-separated (RFC 4180); a text that a spreadsheet would run as a formula gets an apostrophe before it."""
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(self.columns)
        for row in self.rows:
            writer.writerow([_csv_cell(value) for value in row])
        return out.getvalue()

    def to_table(self) -> str:
        """A plain table for a terminal: addresses compacted, control characters shown, long cells cut."""
        cells = [[_cut(shown(value)) for value in row] for row in self.rows]
        widths = [max(map(len, column)) for column in zip(self.columns, *cells, strict=True)]
        lines = [_line(self.columns, widths), _line(["-" * width for width in widths], widths)]
        return "\n".join([*lines, *(_line(row, widths) for row in cells)]) + "\n"

    def to_turtle(self) -> str:
        """The triples as Turtle; raises QueryError where the query gave none."""
        if self.kind != "graph":
            raise QueryError("Turtle is for triples: ask with CONSTRUCT, or choose another format.")
        triples = ox.parse(self.ntriples, format=ox.RdfFormat.N_TRIPLES)
        ordered = sorted((quad.triple for quad in triples), key=str)
        data = ox.serialize(ordered, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)
        return data.decode() if data is not None else ""


def shown(value: Value) -> str:
    """A value for a person: addresses compacted, nothing for unbound, control characters as U+FFFD."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = compact(value) if isinstance(value, Iri) else str(value)
    return "".join("�" if unicodedata.category(c) in ("Cc", "Cf") else c for c in " ".join(text.split()))


def _json_value(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{value!r} has no form in JSON")


def _csv_cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return "'" + text if isinstance(value, str) and text.startswith(FORMULA) else text


def _cut(text: str) -> str:
    return text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"


def _line(cells: tuple[str, ...] | list[str], widths: list[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
