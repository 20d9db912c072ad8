"""Answers on the terminal: as a table where it fits, one field a line where it does not."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kg.cli.console import Format, default_format, out, warn
from kg.queries.results import Result, shown

WIDE_ENOUGH = 16  # characters in which longer cells can still be read, folded
CLAIM = ("subject", "reads", "object", "quote")


Quotes = Mapping[str, Sequence[str]]
"""What stands below a row: lines by the address in one of its cells."""


def write_answer(result: Result, format_: Format | None, quotes: Quotes | None = None) -> None:
    """Write a result to stdout; says on stderr where there are more rows than were asked for."""
    chosen = format_ or _format_of(result, quotes is not None)
    if chosen is Format.TABLE:
        print_answer(result, quotes)
    else:
        texts = {Format.CSV: result.to_csv, Format.JSON: result.to_json, Format.TTL: result.to_turtle}
        sys.stdout.write(texts[chosen]())
    if result.truncated:
        warn("There are more rows: --limit ROWS gives more of them.")


def _format_of(result: Result, quotes: bool) -> Format:
    """What nobody said: a table for a person and for words below rows; for a program Turtle where it can be."""
    format_ = Format.TABLE if quotes else default_format()
    return Format.TTL if result.kind == "graph" and format_ is Format.CSV else format_


def print_answer(result: Result, quotes: Quotes | None = None) -> None:
    """The rows for a person: without empty columns, and without identifiers of what has a name."""
    if result.kind == "truth":
        out().print("yes" if result else "no")
        return
    if not result.rows:
        out().print("Nothing is known.")
        return
    columns = _worth_showing(result)
    if set(CLAIM) <= set(result.columns):
        _print_claims(result)
    elif not quotes and sum(_least_width(result, i) + 2 for i in columns) <= out().width + 2:
        out().print(_table(result, columns))
    else:
        _print_records(result, columns, quotes or {})


def _worth_showing(result: Result) -> list[int]:
    """Columns that hold something, each once."""
    names = result.columns
    named = {name.removesuffix("_name") for name in names if name.endswith("_name")}
    if "name" in names and names.index("name") > 0:
        named.add(names[names.index("name") - 1])
    addresses = {name for name in names if name.split("_")[-1] in ("claim", "phase", "relationship", "article")}
    hidden = named | addresses if len(names) > 3 else named
    filled = [i for i in range(len(names)) if any(row[i] not in (None, False) for row in result.rows)]
    return [i for i in filled if names[i] not in hidden] or filled


def _least_width(result: Result, column: int) -> int:
    longest = max(len(shown(row[column])) for row in result.rows)
    return max(len(_heading(result.columns[column])), min(longest, WIDE_ENOUGH))


def _print_claims(result: Result) -> None:
    """Each claim as a sentence, then who says so, then the words."""
    for row in result.records():
        told = {name: shown(value) for name, value in row.items()}
        qualified = [told[q] for q in ("polarity", "modality") if told.get(q) in ("denied", "possible", "planned")]
        when = [f"{word} {told[name]}" for name, word in (("when", "in"), ("ended", "until")) if told.get(name)]
        said = [f"says {told['claimant']}"] if told.get("claimant") else []
        where = [told[name] for name in ("outlet", "title") if told.get(name)]
        head = Text(f"{told.get('reported') or 'undated':<10}  ")
        head.append(" ".join(told[name] for name in CLAIM[:3]), style="bold")
        head.append("".join(f", {part}" for part in (*qualified, *when, *said)))
        out().print(head, *([Text(f"({', '.join(where)})", style="dim")] if where else []))
        out().print(Padding(Text(f"\u201c{told['quote']}\u201d"), (0, 0, 0, 12)))


def _table(result: Result, columns: list[int]) -> Table:
    table = Table(show_edge=False, pad_edge=False, header_style="bold")
    for i in columns:
        table.add_column(_heading(result.columns[i]), overflow="fold")
    for row in result.rows:
        table.add_row(*(Text(shown(row[i])) for i in columns))
    return table


def _print_records(result: Result, columns: list[int], quotes: Quotes) -> None:
    width = max(len(_heading(result.columns[i])) for i in columns)
    for number, row in enumerate(result.rows):
        if number:
            out().print()
        grid = Table.grid(padding=(0, 2))
        grid.add_column(width=width, style="bold", no_wrap=True)
        grid.add_column(overflow="fold")
        for i in columns:
            if row[i] is not None:
                grid.add_row(_heading(result.columns[i]), Text(shown(row[i])))
        for line in (line for cell in row for line in quotes.get(str(cell), ())):
            grid.add_row("", Text(line, style="italic"))
        out().print(grid)


def _heading(column: str) -> str:
    return column.removesuffix("_name").replace("_", " ")
