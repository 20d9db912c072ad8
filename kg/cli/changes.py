"""The command that compares two days: `kg diff`."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.moments import Known, Persistence, known_by, persistence_of, range_of, spoken, the_day
from kg.cli.settings import STORE, StorePath, examples
from kg.cli.sheets import SheetFormatOption, write_sheets
from kg.errors import InputError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog=examples(
            "kg diff 2023-01-01 2025-07-31",
            "kg diff 2023-01-01 2023-12-31 --known 2023-10-31",
            "kg diff 2022-06-01 2023-06-01 --lapsed --format json",
        )
    )(diff)


def diff(
    first: Annotated[str, typer.Argument(metavar="FROM", help="The earlier day: 2023-01-01.", show_default=False)],
    second: Annotated[str, typer.Argument(metavar="TO", help="The later day: 2025-07-31.", show_default=False)],
    known: Known = None,
    lapsed: Annotated[
        bool, typer.Option("--lapsed", help="Also what is merely no longer reported, in a list of its own.")
    ] = False,
    persistence: Persistence = None,
    format_: SheetFormatOption = None,
    store: StorePath = STORE,
) -> None:
    """Say what changed between two days, in whose words.

    What happened after the first day, up to the second. What is reported in between without a day of its own is listed
    apart. That nobody spoke of something any more is no change; --lapsed lists it.
    """
    from kg.graph.store import Store
    from kg.picture import scene_of
    from kg.relationships.changes import changes
    from kg.views.change_rows import change_sheets

    after, until, by, lasting = the_day(first), the_day(second), known_by(known), persistence_of(persistence)
    if until < after:
        raise InputError(f"{until} lies before {after}: write the earlier day first, as in kg diff {until} {after}.")
    with Store.open(store, read_only=True) as kept:
        scene = scene_of(kept, by, lasting)
    kinds = {id_: actor.kind for id_, actor in scene.actors.items()}
    found = changes(
        *(scene.relationships, scene.claims.values(), after, until),
        kinds=kinds,
        successions=scene.successions,
        lapsed=lapsed,
    )
    as_known = f", as known on {by}" if by else ""
    facts = {
        "from": after,
        "to": until,
        "known": by,
        "persistence": {relation.value: days for relation, days in lasting.items()},
    }
    nothing = f"No change is reported between {after} and {until}{as_known}. {range_of(scene)}"
    heading = f"What changed after {after}, up to {until}{as_known}{spoken(lasting)}"
    write_sheets(change_sheets(scene, found), format_, facts, heading, nothing)
