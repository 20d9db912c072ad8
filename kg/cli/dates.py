"""The command that asks what stood on a day: `kg at`."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.moments import Known, Persistence, known_by, persistence_of, range_of, relations_of, spoken, the_day
from kg.cli.settings import STORE, StorePath, examples
from kg.cli.sheets import SheetFormatOption, write_sheets

Relations = Annotated[
    list[str] | None,
    typer.Option(
        "--relation", metavar="RELATION", help="Only this relation; may be repeated.", show_default="all that last"
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog=examples(
            "kg at 2023-12-01",
            "kg at 2023-12-01 --known 2023-10-31",
            "kg at 2024-08-01 --relation controls --quotes",
            "kg at 2018-01-01 --persistence fights=90d --format md",
        )
    )(at)


def at(
    day: Annotated[str, typer.Argument(metavar="DATE", help="The day, as in 2024-06-10.", show_default=False)],
    known: Known = None,
    relation: Relations = None,
    possible: Annotated[bool, typer.Option("--possible", help="Also what may have been so.")] = False,
    quotes: Annotated[bool, typer.Option("--quotes", help="Show the words that each row rests on.")] = False,
    persistence: Persistence = None,
    format_: SheetFormatOption = None,
    store: StorePath = STORE,
) -> None:
    """Say what held on a day, as far as could be known.

    With --known, only what had been reported by that day counts, and all is worked out anew from it.
    """
    from kg.graph.store import Store
    from kg.picture import scene_of
    from kg.views.standing_rows import standing_sheets

    when, by, lasting, wanted = the_day(day), known_by(known), persistence_of(persistence), relations_of(relation)
    with Store.open(store, read_only=True) as kept:
        scene = scene_of(kept, by, lasting)
    sheets = standing_sheets(scene, when, wanted, possible=possible, quotes=quotes)
    as_known = f", as known on {by}" if by else ""
    facts = {"date": when, "known": by, "persistence": {r.value: days for r, days in lasting.items()}}
    more = "" if possible else " --possible adds what may have been."
    nothing = f"Nothing is known to hold on {when}{as_known}. {range_of(scene)}{more}"
    write_sheets(sheets, format_, facts, f"What held on {when}{as_known}{spoken(lasting)}", nothing)
