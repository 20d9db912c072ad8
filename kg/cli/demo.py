"""`kg demo`: the whole way on sample articles, so that a newcomer sees what there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kg.cli.console import out, progress, say
from kg.cli.settings import examples
from kg.cli.showing import write_page_of
from kg.cli.summary import summary_lines

if TYPE_CHECKING:
    from kg.articles import Problem
    from kg.graph.store import Store
    from kg.model import Article

QUESTIONS: Final[tuple[tuple[str, str, dict[str, str]], ...]] = (
    ("Who followed the Wagner Group, and in whose words?", "evidence", {"actor": "Wagner", "other": "Africa Corps"}),
    ("Who was in Kidal in December 2023?", "present", {"place": "Kidal", "date": "2023-12-01"}),
    ("Who held Gao over time?", "place", {"place": "Gao"}),
)
MOST: Final = 4  # rows of an answer that are shown


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog=examples("kg demo", "kg demo --out somewhere"))(demo)


def demo(
    target: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where to put the store and the page.")] = Path(
        "allegiance-demo"
    ),
) -> None:
    """Show everything on sample articles.

    Reads them into a store, checks it, asks three questions and draws the page.
    The articles are our own words about real, public events in the Sahel, 2012 to 2025.
    """
    from kg.graph.check import check
    from kg.graph.store import Store
    from kg.ingest import ingest
    from kg.pipeline import Reader

    target.mkdir(parents=True, exist_ok=True)
    path, page = target / "allegiance.db", target / "alliances.html"
    say("Reading the sample articles …")
    articles = list(sample_articles())
    with Store.open(path) as store:
        with progress(len(articles)) as step:
            summary = ingest(store, articles, Reader().read_article, step)
        for line in summary_lines(summary, path):
            say(line)
        wrong = sum(1 for _ in check(store))
        say("Checked: everything is as it must be." if not wrong else f"Checked: {wrong} violations, see `kg check`.")
        for title, name, arguments in QUESTIONS:
            _answer(store, title, name, arguments)
    write_page_of(path, page, "Who sides with whom in the Sahel, 2012 to 2025")
    out().print(f"\nThe page: {page.resolve()} - open it in a browser.", markup=False, soft_wrap=True)


def _answer(store: Store, title: str, name: str, arguments: Mapping[str, str]) -> None:
    """Print a question, how it is asked, and the first rows of its answer."""
    from kg.cli.answers import print_answer
    from kg.queries.ask import ask
    from kg.queries.quotes import quotes_behind

    command = " ".join(["kg ask", name, *(f'--{key} "{text}"' for key, text in arguments.items())])
    out().print(f"\n[bold]{title}[/bold]\n[dim]{command}[/dim]")
    answer = ask(store, name, arguments)
    shown = replace(answer, rows=answer.rows[:MOST])
    print_answer(shown, quotes_behind(store, shown))
    if len(answer.rows) > MOST:
        out().print(f"… and {len(answer.rows) - MOST} more")


def sample_articles() -> Iterator[Article | Problem]:
    """The articles that the package carries; their source is their name, wherever the package lies."""
    from kg.articles import read_articles

    with as_file(files("kg.data").joinpath("sample")) as folder:
        for article in read_articles([folder]):
            yield replace(article, source=f"sample/{Path(article.source).name}")
