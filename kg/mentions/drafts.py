"""Mentions while they are being found: candidates with their possible readings, before one is chosen."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.mentions.descriptions import Description
from kg.model import Actor, Form, Place


@dataclass(slots=True)
class Draft:
    """words[first:last + 1] with everything it may stand for."""

    first: int
    last: int
    form: Form
    reason: str
    actors: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    plural: bool = False
    description: Description | None = None
    state: str | None = None  # whose it is: "Russian mercenaries"
    end: int | None = None  # offset of the end, where it lies behind the last word: "(RSF)"


@dataclass(slots=True)
class World:
    """Actors and places that this article adds to the known ones."""

    article: str
    actors: dict[str, Actor] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
