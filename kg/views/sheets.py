"""Sheets: named tables of plain values with the words behind each row, and their texts: csv, json, Markdown."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

Cell = str | int | bool | date | None
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run
_MARKDOWN = str.maketrans({c: f"\\{c}" for c in "\\`*_[]|#~"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"})


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that says so: whose, where and when."""

    quote: str
    reported: date | None
    outlet: str | None
    title: str | None
    claimant: str | None
    article: str
    said: str = ""  # denied, possible or planned, where it is not told as a fact

    @property
    def origin(self) -> str:
        """Who published it, when and under which title, in one line."""
        when = self.reported.isoformat() if self.reported else "undated"
        says = f"says {self.claimant}" if self.claimant else None
        return ", ".join(part for part in (self.said, says, self.outlet, when, self.title) if part)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells, in the order of the columns; and for a person a day, a sentence and what is to add."""

    cells: tuple[Cell, ...]
    when: str = ""
    reads: str = ""
    detail: str = ""
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a name (for programs) and a title (for people); `note` stands below the title."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""
    hidden: frozenset[str] = field(default_factory=frozenset)  # columns that only programs need

    def records(self) -> Iterator[dict[str, object]]:
        """Each row as a mapping from column to value, quotes as a list under "quotes"."""
        for row in self.rows:
            quotes = [
                {
                    "quote": q.quote,
                    "reported": q.reported,
                    "outlet": q.outlet,
                    "title": q.title,
                    "claimant": q.claimant,
                    "article": q.article,
                    "said": q.said or "as a fact",
                }
                for q in row.quotes
            ]
            yield dict(zip(self.columns, row.cells, strict=True)) | ({"quotes": quotes} if quotes else {})


def to_json(sheets: Sequence[Sheet], facts: Mapping[str, object]) -> str:
    """One object: what was asked, then each sheet's rows under its name."""
    told: dict[str, object] = {**facts, **{sheet.name: list(sheet.records()) for sheet in sheets}}
    return json.dumps(told, default=_json_value, ensure_ascii=False, indent=2) + "\n"


def to_csv(sheets: Sequence[Sheet]) -> str:
    """One table (RFC 4180) of all sheets: a column for the sheet, one for each that any has, and the first quote's."""
    columns = list(dict.fromkeys(column for sheet in sheets for column in sheet.columns))
    quoted = any(row.quotes for sheet in sheets for row in sheet.rows)
    tail = ["quote", "quote_claimant", "quote_outlet", "quote_reported", "quote_title", "quote_said"] if quoted else []
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["sheet", *columns, *tail])
    for sheet in sheets:
        for row in sheet.rows:
            cells = dict(zip(sheet.columns, row.cells, strict=True))
            q = row.quotes[0] if row.quotes else None
            behind = [q.quote, q.claimant, q.outlet, q.reported, q.title, q.said] if q else [None] * 6
            values = [sheet.name, *(cells.get(c) for c in columns), *(behind if quoted else [])]
            writer.writerow([_csv_cell(value) for value in values])
    return out.getvalue()


def to_markdown(sheets: Sequence[Sheet]) -> str:
    """Each sheet as a table under a heading, the words as quotations below it."""
    return "\n".join(line for sheet in sheets for line in _markdown(sheet))


def _markdown(sheet: Sheet) -> Iterator[str]:
    columns = [i for i, name in enumerate(sheet.columns) if name not in sheet.hidden]
    yield from (f"## {_escaped(plain(sheet.title))}", "")
    if sheet.note:
        yield from (_escaped(plain(sheet.note)), "")
    yield "| " + " | ".join(_escaped(sheet.columns[i].replace("_", " ")) for i in columns) + " |"
    yield "|" + " --- |" * len(columns)
    for row in sheet.rows:
        yield "| " + " | ".join(_escaped(plain(row.cells[i])) for i in columns) + " |"
    yield ""
    for row in sheet.rows:
        if row.quotes and row.reads:
            yield from (f"{_escaped(plain(row.reads))}:", "")
        for quote in row.quotes:
            yield from (f"> “{_escaped(plain(quote.quote))}” ({_escaped(plain(quote.origin))})", "")


def counted(number: int, noun: str) -> str:
    """A number with its noun: 1 article, 2,000 articles."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def plain(value: Cell) -> str:
    """A value in one line for a person; control characters as U+FFFD."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = " ".join(str(value).split())
    return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cf") else c for c in text)


def _escaped(text: str) -> str:
    return text.translate(_MARKDOWN)


def _json_value(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no form in JSON")


def _csv_cell(value: Cell) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "" if value is None else str(value)
    return "'" + text if isinstance(value, str) and text.startswith(FORMULA) else text
