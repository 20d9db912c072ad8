"""Sheets on the terminal, or as json, csv and Markdown."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated

import typer
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kg.cli.console import out, printable, say
from kg.views.sheets import Row, Sheet, plain, to_csv, to_json, to_markdown

WIDE_ENOUGH = 110  # characters for a table with reasons; narrower, each row is a few lines


class SheetFormat(StrEnum):
    """How tables are written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    MD = "md"


SheetFormatOption = Annotated[
    SheetFormat | None,
    typer.Option("--format", help="How to write the answer.", show_default="table on a terminal, else csv"),
]


def write_sheets(
    sheets: Sequence[Sheet], format_: SheetFormat | None, facts: Mapping[str, object], heading: str, nothing: str
) -> None:
    """Write an answer to stdout; `facts` are what was asked, `nothing` is said where there is no row."""
    chosen = format_ or (SheetFormat.TABLE if sys.stdout.isatty() else SheetFormat.CSV)
    if not sheets and chosen in (SheetFormat.JSON, SheetFormat.CSV):
        say(nothing)
    if chosen is SheetFormat.JSON:
        sys.stdout.write(to_json(sheets, facts))
    elif chosen is SheetFormat.CSV:
        sys.stdout.write(to_csv(sheets))
    elif chosen is SheetFormat.MD:
        sys.stdout.write(f"# {printable(heading)}\n\n" + (to_markdown(sheets) if sheets else f"{nothing}\n"))
    else:
        _print(sheets, heading, nothing)


def _print(sheets: Sequence[Sheet], heading: str, nothing: str) -> None:
    out().print(Text(plain(heading), style="bold"))
    if not sheets:
        out().print(Text(plain(nothing)))
    for sheet in sheets:
        out().print()
        out().print(Text(plain(sheet.title), style="bold cyan"))
        if sheet.note:
            out().print(Text(plain(sheet.note), style="dim"))
        if any(row.quotes for row in sheet.rows) or (_is_told(sheet) and out().width < WIDE_ENOUGH):
            for row in sheet.rows:
                _print_row(row, max(len(plain(each.when)) for each in sheet.rows))
        else:
            out().print(_table(sheet))


def _is_told(sheet: Sheet) -> bool:
    return all(row.reads for row in sheet.rows)


def _print_row(row: Row, width: int) -> None:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(min_width=width, no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(Text(plain(row.when)), Text(plain(row.reads), style="bold"))
    if row.detail:
        grid.add_row("", Text(plain(row.detail), style="dim"))
    for quote in row.quotes:
        said = Text(f"\u201c{plain(quote.quote)}\u201d", style="italic")
        grid.add_row("", said.append(f" ({plain(quote.origin)})", style="not italic dim"))
    out().print(Padding(grid, (0, 0, 0, 2)))


def _table(sheet: Sheet) -> Table:
    shown = [i for i, name in enumerate(sheet.columns) if name not in sheet.hidden]
    filled = [i for i in shown if any(row.cells[i] not in (None, "", False) for row in sheet.rows)]
    table = Table(show_edge=False, pad_edge=False, header_style="bold")
    for i in filled:
        table.add_column(sheet.columns[i].replace("_", " "), overflow="fold")
    for row in sheet.rows:
        table.add_row(*(Text(plain(row.cells[i])) for i in filled))
    return table
