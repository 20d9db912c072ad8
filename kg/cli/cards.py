"""Commands that tell all about one: `kg actor` and `kg place`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import say
from kg.cli.moments import Known, known_by, range_of, the_day
from kg.cli.settings import STORE, StorePath, examples
from kg.cli.sheets import SheetFormat, SheetFormatOption, write_sheets
from kg.views.scene import Scene
from kg.views.sheets import Sheet

Name = Annotated[str, typer.Argument(metavar="NAME", help="Any usual name, or an identifier.", show_default=False)]
OnDay = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help="Only what held on this day.", show_default="all times")
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(epilog=examples("kg actor Wagner", "kg actor FAMa --date 2023-12-01", "kg actor JNIM --format md"))(
        actor
    )
    app.command(epilog=examples("kg place Kidal", "kg place Gao --date 2012-07-01", "kg place Kidal --format json"))(
        place
    )


def actor(
    name: Name,
    day: OnDay = None,
    known: Known = None,
    format_: SheetFormatOption = None,
    store: StorePath = STORE,
) -> None:
    """Tell all that is known about one actor.

    Names, lineage, who leads it, its friends and enemies over time, its places, who says so, and the last reports.
    """
    from kg.views.cards import actor_card

    _card("actor", actor_card, name, day, known, format_, store)


def place(
    name: Name,
    day: OnDay = None,
    known: Known = None,
    format_: SheetFormatOption = None,
    store: StorePath = STORE,
) -> None:
    """Tell all that is known about one place.

    Who held it when, who is or was there, who left, the fights there, and the last reports.
    """
    from kg.views.cards import place_card

    _card("place", place_card, name, day, known, format_, store)


def _card(
    room: str,
    card: Callable[[Scene, str, date | None], list[Sheet]],
    name: str,
    day: str | None,
    known: str | None,
    format_: SheetFormat | None,
    store: Path,
) -> None:
    from kg.graph.store import Store
    from kg.picture import scene_of
    from kg.queries.names import Names

    on, by = the_day(day) if day is not None else None, known_by(known)
    with Store.open(store, read_only=True) as kept:
        scene = scene_of(kept, by)
    id_ = Names(scene.actors, scene.places).resolve(name, room)
    label = scene.actor(id_) if room == "actor" else scene.place(id_)
    sheets = card(scene, id_, on)
    told = any(sheet.name == "last_reports" for sheet in sheets)
    as_asked = (f", on {on}" if on else "") + (f", as known on {by}" if by else "")
    facts = {room: id_, "date": on, "known": by}
    write_sheets(sheets, format_, facts, f"{label}{as_asked}", "")
    if not told:
        say(f"No claim here speaks of {label}{as_asked}. {range_of(scene)}")
