"""Mentions while they are being found: candidates with their possible readings, before one is chosen."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum

from kg.model import Actor, Form, Place


class Made(Enum):
    """How a draft was read, where that matters to later steps."""

    KNOWN = "known name"
    ORGANISATION = "capitalised name with a head of organisations"
    ACRONYM = "acronym that nobody listed"
    PERSON = "name of a person"
    GROUP = "name before a kind of group"
    STATE_FORCE = "force of a state"
    PLACE = "name in the position of a place"
    DESCRIPTION = "description"
    REFERENCE = "reference to a place"
    NOBODY = "outlet, treaty or the like"


@dataclass(frozen=True, slots=True)
class Description:
    """What is said of an actor without its name: "the Tuareg rebels".

    `owner` is the state or organisation whose it is said to be, `name` a proper word or tie in it ("Tuareg",
    "Iran-backed"). `attribute` marks a word before a noun: "rebel stronghold".
    """

    class_: str
    plural: bool
    definite: bool = False
    vague: bool = False
    possessive: bool = False
    attribute: bool = False
    name: str | None = None
    owner: str | None = None
    seat: str | None = None  # the state in whose capital it sits: "the junta in Bamako"


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
    made: Made = Made.KNOWN
    description: Description | None = None
    reference: str | None = None  # "country", "town" …, of a reference to a place
    weak: bool = False  # only a part of another's description: "al-Qaeda" in "al-Qaeda-linked"
    end: int | None = None  # offset of the end, where it lies behind the last word: "(RSF)"


@dataclass(slots=True)
class World:
    """What this article adds to what is known."""

    article: str
    actors: dict[str, Actor] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    merged: dict[str, str] = field(default_factory=dict)  # new actor → the one that it turned out to be
    forces: dict[str, str] = field(default_factory=dict)  # person → the actor that the article says is his
    named: set[str] = field(default_factory=set)  # states named as owners: "Russia's military"
    states: Counter[str] = field(default_factory=Counter)  # how often the article speaks of each state

    def actual(self, actor: str) -> str:
        """The actor that an id stands for after merging."""
        return self.merged.get(actor, actor)
