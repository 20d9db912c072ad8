"""Commands that read articles: `kg claims` and `kg ingest`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.claim_lines import lines_of
from kg.cli.console import progress, say, warn
from kg.cli.settings import STORE, GivenDate, Parser, Paths, StorePath, day, examples
from kg.errors import InputError

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
    from kg.articles import Problem, read_articles
    from kg.articles.read import count_files
    from kg.pipeline import Reader

    _need_existing(paths)
    reader, readable, date_of_undated = Reader(parser), 0, day(given)
    with progress(count_files(paths)) as step:
        for article in read_articles(paths, given=date_of_undated, stdin=sys.stdin.buffer):
            step(article.source)
            if isinstance(article, Problem):
                warn(str(article))
                continue
            readable += 1
            found = reader.read_article(article)
            if found.skipped:
                warn(f"{article.source}: no claims, {found.skipped}.")
            for line in lines_of(found, least):
                typer.echo(line)
    _need_articles(readable, paths)


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

    _need_existing(paths)
    date_of_undated = day(given)
    with Store.open(store) as kept, progress(count_files(paths)) as step:
        found = read_articles(paths, given=date_of_undated, stdin=sys.stdin.buffer)
        summary = ingest_articles(kept, found, Reader(parser).read_article, step)
    for line in summary_lines(summary, store):
        say(line)
    _need_articles(summary.read + len(summary.copies), paths)


def _need_existing(paths: list[str]) -> None:
    """Nothing is made for inputs none of which is there."""
    if not any(path == "-" or Path(path).exists() for path in paths):
        raise InputError(f"There is no such file or folder: {', '.join(paths)}.")


def _need_articles(readable: int, paths: list[str]) -> None:
    if not readable:
        raise InputError(f"No article could be read from {', '.join(paths)}: see the notes above.")
