"""Days and persistence as they are typed on the command line."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

import typer

from kg.dates import ImpreciseDate
from kg.errors import InputError, VocabularyError
from kg.views.scene import Scene
from kg.vocabulary import SIGNATURES, Relation

LONGEST = 36_500  # days
_DAYS = re.compile(r"(?P<relation>[^=]+)=(?P<days>\d{1,6})d?")
_LASTING = frozenset(relation for relation in Relation if not SIGNATURES[relation].event)

Known = Annotated[
    str | None,
    typer.Option("--known", metavar="DATE", help="Leave out what was reported after this day.", show_default="all"),
]
Persistence = Annotated[
    list[str] | None,
    typer.Option(
        "--persistence",
        metavar="RELATION=DAYS",
        help="How long a relation is presumed to last, as in fights=90d; may be repeated.",
        show_default="the ontology's",
    ),
]


def the_day(text: str) -> date:
    """A day as it is typed; raises InputError for a month, a year or what is no date, and says how to mend it."""
    try:
        when = ImpreciseDate.parse(text.strip())
    except InputError as error:
        raise InputError(f"{str(error).partition(':')[0].rstrip('.')}: write a day, as in 2024-06-10.") from None
    if when.earliest is None or when.latest is None or when.earliest != when.latest:
        low, high = when.earliest, when.latest
        which = " or ".join(str(day) for day in (low, high) if day)
        raise InputError(f"{text!r} is more than one day: write the day that you mean, {which} for instance.")
    if when.edtf != when.earliest.isoformat():
        raise InputError(f"{text!r} is no exact day: write {when.earliest}.")
    return when.earliest


def known_by(text: str | None) -> date | None:
    """The day of --known, or None for all that is known."""
    return the_day(text) if text is not None else None


def persistence_of(texts: list[str] | None) -> dict[Relation, int]:
    """Days by relation; raises InputError or VocabularyError that say what was typed wrongly."""
    found: dict[Relation, int] = {}
    lasting = sorted(relation.value for relation in _LASTING)
    for text in texts or ():
        match = _DAYS.fullmatch(text.strip())
        if not match or not 1 <= int(match["days"]) <= LONGEST:
            raise InputError(
                f"--persistence {text!r} cannot be read: write a relation and 1 to {LONGEST:,} days, as in fights=90d."
            )
        if match["relation"] not in lasting:
            if match["relation"] in set(Relation):
                raise InputError(f"--persistence {text!r}: {match['relation']} is an event, which does not last.")
            raise VocabularyError("relation", match["relation"], lasting)
        found[Relation(match["relation"])] = int(match["days"])
    return dict(sorted(found.items()))


def relations_of(texts: list[str] | None) -> frozenset[Relation]:
    """The relations of that name, all that last where none is named; raises VocabularyError for another.

    An event of which only the year is known is no state on each of its days.
    """
    known = {relation.value: relation for relation in Relation}
    for text in texts or ():
        if text not in known:
            raise VocabularyError("relation", text, known)
    return frozenset(known[text] for text in texts) if texts else _LASTING


def spoken(persistence: dict[Relation, int]) -> str:
    """What was set, for the heading of an answer; empty where nothing was."""
    if not persistence:
        return ""
    days = ", ".join(f"{relation.value} {days} days" for relation, days in persistence.items())
    return f" (presumed for: {days}; this answer alone)"


def range_of(scene: Scene) -> str:
    """The days of which there are reports, as a sentence."""
    span = scene.reported
    if span is None:
        return "No claim here has a date of report."
    return f"Its claims were reported from {span[0]} to {span[1]}."
