"""Where messages go: results to stdout, everything else to stderr; no terminal, no colour."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    TTL = "ttl"


def out() -> Console:
    """The console of results."""
    return Console(file=sys.stdout, highlight=False)


def err() -> Console:
    """The console of messages."""
    return Console(file=sys.stderr, highlight=False)


def say(message: str) -> None:
    """One message for the person, to stderr; what it holds is text and no markup."""
    err().print(message, markup=False, soft_wrap=True)


def warn(message: str) -> None:
    """A message about something that went otherwise than meant, and stops nothing."""
    err().print(f"[yellow]Note:[/yellow] {escape(printable(message))}", soft_wrap=True)


def printable(text: str) -> str:
    """The text in one line, without the control characters that a terminal would obey."""
    return "".join(c if c.isprintable() else "\ufffd" for c in " ".join(text.split()))


def default_format() -> Format:
    """A table for a person, CSV for another program."""
    return Format.TABLE if sys.stdout.isatty() else Format.CSV


@contextmanager
def progress(total: int) -> Iterator[Callable[[str], None]]:
    """A bar on stderr, where that is a terminal; yields what to call with the name of each input."""
    columns = (
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}"),
    )
    console = err()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=total)
        started: set[str] = set()

        def step(source: str) -> None:
            file = source.rsplit(":", 1)[0] if source.rsplit(":", 1)[-1].isdecimal() else source
            if started:
                bar.update(task, completed=len(started))
            started.add(file)
            bar.update(task, description=escape(printable(file)[-40:]))

        yield step
