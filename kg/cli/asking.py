"""Commands that ask a store: `kg ask` with a saved question, `kg query` with SPARQL."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable
from inspect import Parameter as Slot
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.cli.console import Format, out, warn
from kg.cli.settings import STORE, AnswerFormat, Rows, StorePath, examples
from kg.errors import InputError
from kg.queries.saved import TYPES, Parameter, Question, questions

ROWS = 10_000
Quotes = Annotated[bool, typer.Option("--quotes", help="In a table, show the words that each row rests on.")]
STARTS_A_QUERY = re.compile(r"\s*(BASE|PREFIX|DESCRIBE)\b(?!\.)", re.IGNORECASE)  # which need no braces

ASK_HELP = """Ask a saved question; without one, list them.

Names are understood in any usual spelling: "Wagner", "Wagner Group", an acronym. Dates are days: 2024-06-10.

\b
Examples:
  kg ask
  kg ask allies --actor FAMa --date 2025-07-01
  kg ask place --place Kidal
  kg ask evidence --help
"""


def register(app: typer.Typer) -> None:
    """Add the commands; each saved question is a command of its own below `ask`."""
    app.command(
        epilog=examples(
            "kg query 'SELECT ?name { ?who a kg:Jihadist ; rdfs:label ?name }'",
            "kg query question.rq --format json",
            "kg query 'SELECT ?c { ?c kg:relation kg:leaves ; kg:object place:mali }' --store sahel.db",
        )
    )(query)
    asks = typer.Typer(help=ASK_HELP, invoke_without_command=True, rich_markup_mode=None)
    asks.callback()(_list_questions)
    for saved in questions().values():
        asks.command(saved.name, help=_help(saved), short_help=saved.title)(_command(saved))
    app.add_typer(asks, name="ask")


def query(
    sparql: Annotated[
        str, typer.Argument(metavar="SPARQL|FILE|-", help="A query, a file that holds one, or - for stdin.")
    ],
    store: StorePath = STORE,
    format_: AnswerFormat = None,
    limit: Rows = ROWS,
    timeout: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="Give up after this long.")] = 30.0,
) -> None:
    """Ask in SPARQL.

    That is the query language of such graphs; for most questions `kg ask` is easier.

    The prefixes kg:, actor:, place:, article:, claim:, rdfs:, schema: and more are known.
    CONSTRUCT and DESCRIBE are written as Turtle where no terminal is.
    """
    from kg.cli.answers import write_answer
    from kg.graph.store import Store
    from kg.queries.guard import Guard

    with Store.open(store, read_only=True) as kept, Guard(kept, seconds=timeout, rows=limit) as guard:
        write_answer(guard.run(_sparql_of(sparql)), format_)


def _sparql_of(text: str) -> str:
    if text == "-":
        return sys.stdin.read()
    looks_like_a_file = "{" not in text and len(text) < 1000 and not STARTS_A_QUERY.match(text)
    if not looks_like_a_file:
        return text
    try:
        return Path(text).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InputError(
            f"{text!r} is neither a file nor a query: a query holds braces, as in 'SELECT * {{ ?s ?p ?o }}'."
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"The query file {text!r} cannot be read: {error}.") from None


def _list_questions(context: typer.Context) -> None:
    if context.invoked_subcommand is not None:
        return
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    for saved in questions().values():
        table.add_row(saved.name, saved.title)
    out().print(table)
    out().print("\nkg ask NAME --help says what a question needs.")


def _help(saved: Question) -> str:
    example = f"kg ask {saved.name} {saved.example}".rstrip()
    return f"{saved.title}.\n\n{saved.description}\n\n\b\nExample:\n  {example}\n"


def _command(saved: Question) -> Callable[..., None]:
    """A function with a parameter for each of the question's, as Typer reads them from its signature."""

    def asked(store: Path, format_: Any, limit: int, quotes: bool = False, **arguments: str | None) -> None:  # noqa: ANN401
        given = {name: text for name, text in arguments.items() if text is not None}
        _ask(saved, store, given, format_, limit, quotes)

    slots = [_slot(parameter) for parameter in saved.parameters]
    common: dict[str, tuple[Any, Any]] = {
        "store": (StorePath, STORE),
        "format_": (AnswerFormat, None),
        "limit": (Rows, ROWS),
    }
    if "?phase" in saved.sparql.partition("WHERE")[0]:
        common["quotes"] = (Quotes, False)
    slots += [Slot(name, Slot.KEYWORD_ONLY, annotation=kind, default=value) for name, (kind, value) in common.items()]
    signature = inspect.Signature(slots)
    asked.__signature__ = signature  # type: ignore[attr-defined]
    asked.__annotations__ = {slot.name: slot.annotation for slot in slots}
    return asked


def _slot(parameter: Parameter) -> Slot:
    note = f"{parameter.note} ({TYPES[parameter.type].split(';')[0]})"
    if parameter.default is None:
        option = typer.Option(f"--{parameter.name}", metavar=parameter.type.upper(), help=note)
        return Slot(parameter.name, Slot.KEYWORD_ONLY, annotation=Annotated[str, option])
    shown = typer.Option(
        f"--{parameter.name}", metavar=parameter.type.upper(), help=note, show_default=parameter.default
    )
    return Slot(parameter.name, Slot.KEYWORD_ONLY, annotation=Annotated[str | None, shown], default=None)


def _ask(
    saved: Question, path: Path, arguments: dict[str, str], format_: Format | None, limit: int, quotes: bool
) -> None:
    from kg.cli.answers import write_answer
    from kg.graph.store import Store
    from kg.queries.ask import ask
    from kg.queries.quotes import quotes_behind

    with Store.open(path, read_only=True) as store:
        if store.is_stale:
            warn("The relationships are older than the articles: `kg fold` brings them up to date.")
        answer = ask(store, saved.name, arguments, limit)
        write_answer(answer, format_, quotes_behind(store, answer) if quotes else None)
