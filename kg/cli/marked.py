"""The command that shows an article as it was understood: `kg read`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.console import progress, say, warn
from kg.cli.reading import Least
from kg.cli.settings import GivenDate, Parser, Paths, day, examples
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.views.understood import Understood

HtmlFile = Annotated[
    Path | None,
    typer.Option("--html", metavar="OUT.html", help="Write a page instead, one file for all.", show_default=False),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog=examples(
            "kg read article.txt",
            "kg read article.txt --min-confidence 0.7",
            "kg read articles/ --html articles.html",
            "cat article.txt | kg read - --date 2024-06-10",
        )
    )(read)


def read(
    paths: Paths, html: HtmlFile = None, least: Least = 0.0, given: GivenDate = None, parser: Parser = None
) -> None:
    """Show an article with all that was understood marked.

    Actors and places are marked in the text, coloured by kind; each claim stands under the sentence that makes it, with
    its number for `kg explain`. What a word like "the group" stands for is said behind it. Keeps nothing.
    """
    from kg.articles.read import count_files
    from kg.cli.marking import print_articles

    if html is None:  # what is printed shows how far it is
        print_articles(_understood(paths, given, parser), least)
        return
    with progress(count_files(paths)) as step:
        found = list(_understood(paths, given, parser, step))
    _write_page(html, found, least)


def _understood(
    paths: list[str], given: str | None, parser: str | None, step: Callable[[str], None] = lambda source: None
) -> Iterator[Understood]:
    """Each article in turn; inputs that cannot be read are named at the end, or raised where there is nothing else."""
    from kg.articles import Problem, read_articles
    from kg.pipeline import Reader
    from kg.understanding import understand

    reader, problems, read = Reader(parser), list[Problem](), 0
    for article in read_articles(paths, given=day(given), stdin=sys.stdin.buffer):
        step(article.source)
        if isinstance(article, Problem):
            problems.append(article)
            continue
        read += 1
        yield understand(article, reader)
    if problems and not read:
        more = f" And {len(problems) - 1:,} more inputs that cannot be read." if len(problems) > 1 else ""
        raise InputError(f"{problems[0]}{more}")
    for problem in problems:
        warn(str(problem))


def _write_page(target: Path, found: list[Understood], least: float) -> None:
    from kg.views.article_facts import total_of
    from kg.views.article_page import articles_html

    content = articles_html(found, least).encode()
    try:
        target.write_bytes(content)
    except OSError as error:
        raise InputError(f"{target} cannot be written: {error.strerror}.") from None
    for each in found:
        if each.skipped:
            warn(f"{each.article.source}: no claims, {each.skipped}.")
    say(f"{target} written ({len(content) / 1e3:.0f} kB): {total_of(found, least)} Open it in a browser.")
