"""Commands that read articles: `kg claims` and `kg ingest`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from kg.articles.problems import Problem
from kg.cli.claim_lines import lines_of
from kg.cli.console import progress, say, warn
from kg.cli.settings import STORE, GivenDate, Parser, Paths, StorePath, day, examples
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.articles.read import Read

Least = Annotated[
    float, typer.Option("--min-confidence", min=0.0, max=1.0, help="Leave out claims that are less sure than this.")
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(
        epilog=examples(
            "kg claims article.txt",
            "kg claims articles/ > claims.jsonl",
            "cat article.txt | kg claims - --date 2024-06-10",
            "kg claims articles/ --min-confidence 0.7",
        )
    )(claims)
    app.command(
        epilog=examples(
            "kg ingest articles/",
            "kg ingest communique.md wire.jsonl --store sahel.db",
            "kg ingest undated.txt --date 2024-06-10",
        )
    )(ingest)


def claims(paths: Paths, least: Least = 0.0, given: GivenDate = None, parser: Parser = None) -> None:
    """Print what articles claim; keeps nothing.

    One JSON object a line: who relates to whom and how, when, according to whom, in which words of which article.
    """
    from kg.articles import read_articles
    from kg.articles.read import count_files
    from kg.pipeline import Reader

    reader = Reader(parser)
    found = _with_an_article(read_articles(paths, given=day(given), stdin=sys.stdin.buffer))
    with progress(count_files(paths)) as step:
        for article in found:
            step(article.source)
            if isinstance(article, Problem):
                warn(str(article))
                continue
            reading = reader.read_article(article)
            if reading.skipped:
                warn(f"{article.source}: no claims, {reading.skipped}.")
            for line in lines_of(reading, least):
                typer.echo(line)


def ingest(paths: Paths, store: StorePath = STORE, given: GivenDate = None, parser: Parser = None) -> None:
    """Read articles into a store.

    Then works out what held when. Reading the same articles again changes nothing; a file that cannot be read is
    named and skipped.
    """
    from kg.articles import read_articles
    from kg.articles.read import count_files
    from kg.cli.summary import summary_lines
    from kg.graph.store import Store
    from kg.ingest import ingest as ingest_articles
    from kg.pipeline import Reader

    found = _with_an_article(read_articles(paths, given=day(given), stdin=sys.stdin.buffer))
    with Store.open(store) as kept, progress(count_files(paths)) as step:
        summary = ingest_articles(kept, found, Reader(parser).read_article, step)
    for line in summary_lines(summary, store):
        say(line)


def _with_an_article(found: Iterator[Read]) -> Iterator[Read]:
    """The same inputs, once it is sure that one of them is an article: for nothing, nothing is begun or made."""
    problems: list[Read] = []
    for first in found:
        if not isinstance(first, Problem):
            return chain(problems, [first], found)
        problems.append(first)
    more = f" And {len(problems) - 1:,} more inputs that cannot be read." if len(problems) > 1 else ""
    raise InputError(f"{problems[0]}{more}")
