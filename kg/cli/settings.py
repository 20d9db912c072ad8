"""Arguments and options that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import Format

PATHS_HELP = "Files or folders: .txt, .md with front matter, .jsonl; - is standard input."

Paths = Annotated[list[str], typer.Argument(metavar="PATH", help=PATHS_HELP, show_default=False)]
StorePath = Annotated[Path, typer.Option("--store", metavar="DIR", help="The store's folder.")]
AnswerFormat = Annotated[
    Format | None,
    typer.Option("--format", help="How to write the answer.", show_default="table on a terminal, else csv"),
]
Rows = Annotated[int, typer.Option("--limit", min=1, metavar="ROWS", help="The most rows to give.")]
GivenDate = Annotated[
    str | None,
    typer.Option(
        "--date", metavar="YYYY-MM-DD", help="Publication date of articles that nothing else dates.", show_default=False
    ),
]
Parser = Annotated[
    str | None,
    typer.Option("--parser", metavar="NAME", help="Another spaCy pipeline instead of our own.", show_default=False),
]

STORE = Path("allegiance.db")


def day(text: str | None) -> date | None:
    """A day as it is typed; raises a usage error for anything else."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no day: write YYYY-MM-DD.", param_hint="--date") from None


def examples(*commands: str) -> str:
    """The end of a command's help; the mark before it keeps the lines as they are."""
    heading = "Example:" if len(commands) == 1 else "Examples:"
    return "\b\n" + "\n".join([heading, *(f"  {command}" for command in commands)])
