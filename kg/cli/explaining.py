"""The command that says why a claim was read: `kg explain`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.console import say
from kg.cli.settings import STORE, GivenDate, Parser, StorePath, day, examples
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.views.understood import Understood

Which = Annotated[
    str,
    typer.Argument(
        metavar="CLAIM|N",
        help="A claim's key, its beginning, or its address; with --file the claim's number there.",
        show_default=False,
    ),
]
ArticleFile = Annotated[
    str | None,
    typer.Option(
        "--file", metavar="ARTICLE", help="Explain a claim of this article, instead of a store's.", show_default=False
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog=examples(
            "kg explain 9f2c41d0a7b35e68",
            "kg explain 9f2c --store sahel.db",
            "kg explain --file article.txt 3",
        )
    )(explain)


def explain(
    which: Which,
    file: ArticleFile = None,
    store: StorePath = STORE,
    given: GivenDate = None,
    parser: Parser = None,
) -> None:
    """Say why a claim was read.

    Shows its sentence with its ends marked, the rule that found it, the parse, whom each mention stands for and why,
    and what its confidence is made of. `kg read` and `kg claims` give the numbers and keys of claims.
    """
    if file is not None:
        _explain_in_file(file, which, given, parser)
    else:
        _explain_in_store(store, which, parser)


def _explain_in_file(file: str, which: str, given: str | None, parser: str | None) -> None:
    from kg.articles import Problem, read_articles
    from kg.pipeline import Reader
    from kg.understanding import understand

    found = list(read_articles([file], given=day(given), stdin=sys.stdin.buffer))
    if len(found) != 1 or isinstance(found[0], Problem):
        first = str(found[0]) if found else f"{file}: there is no article in it."
        raise InputError(f"{file} holds {len(found):,} articles: name a file with one." if len(found) > 1 else first)
    read = understand(found[0], Reader(parser))
    if not which.isascii() or not which.isdecimal() or not 1 <= int(which) <= len(read.claims):
        why = f": {read.skipped}" if read.skipped else ""
        raise InputError(f"{file} has no claim number {which!r}: it makes {_so_many(len(read.claims))}{why}.")
    _print(read, int(which))


def _explain_in_store(path: Path, which: str, parser: str | None) -> None:
    from kg.graph.store import Store
    from kg.pipeline import Reader
    from kg.queries.one_claim import claim_in
    from kg.understanding import understand

    with Store.open(path, read_only=True) as kept:
        claim, article = claim_in(kept, which)
        actors, places = kept.actors(), kept.places()
    read = understand(article, Reader(parser))
    numbers = {each.key: number for number, each in enumerate(read.claims, 1)}
    if claim.key in numbers:
        _print(read, numbers[claim.key])
        return
    from kg.cli.explained import print_stored
    from kg.views.understood import Understood

    print_stored(Understood(article, (), (), actors, places, (claim,)))
    say("It is not found again in the article's text: another version or another parser read it. Ingest it anew.")


def _print(read: Understood, number: int) -> None:
    from kg.claims.confidence import coefficients
    from kg.cli.explained import print_explanation
    from kg.views.explanation import explain as explain_claim

    print_explanation(read, explain_claim(read, number, coefficients()))


def _so_many(claims: int) -> str:
    return {0: "none", 1: "one, number 1"}.get(claims, f"{claims:,}, from 1")
