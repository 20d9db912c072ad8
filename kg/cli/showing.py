"""The command that draws: `kg page`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import say, warn
from kg.cli.moments import Persistence, persistence_of, spoken
from kg.cli.settings import STORE, StorePath, examples
from kg.errors import InputError
from kg.vocabulary import Relation

PageFile = Annotated[Path, typer.Argument(metavar="OUT.html", help="The file to write.", show_default=False)]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog=examples(
            "kg page alliances.html",
            'kg page sahel.html --store sahel.db --title "The Sahel, 2012 to 2025"',
        )
    )(page)


def page(
    target: PageFile,
    store: StorePath = STORE,
    title: Annotated[str, typer.Option(help="The page's heading.")] = "Who sides with whom",
    language: Annotated[str, typer.Option(help="The language of its words: en or fr.")] = "en",
    persistence: Persistence = None,
) -> None:
    """Write a page of how alliances move in time.

    One file, which opens in any browser, also offline.
    """
    lasting = persistence_of(persistence)
    size = write_page_of(store, target, title, language, lasting)
    say(f"{target} written ({size / 1e6:.1f} MB){spoken(lasting)}: open it in a browser.")


def write_page_of(
    store: Path, target: Path, title: str, language: str = "en", persistence: Mapping[Relation, int] | None = None
) -> int:
    """Write the page of a store and give its size in bytes."""
    from kg.graph.store import Store
    from kg.picture import picture_of
    from kg.views.page import LARGE, write_page

    with Store.open(store, read_only=True) as kept:
        picture = picture_of(kept, persistence)
    try:
        size = write_page(target, picture, title=title, language=language)
    except OSError as error:
        raise InputError(f"{target} cannot be written: {error.strerror}.") from None
    if size > LARGE:
        warn(f"{target} is large and will open slowly on a phone.")
    return size
