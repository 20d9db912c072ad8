"""From what a person types to the actor or place that is meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from kg.errors import InputError, UnknownNameError
from kg.graph.store import Store
from kg.model import Actor, Place

ARTICLES = ("the ", "le ", "la ", "les ", "l ")


def folded(name: str) -> str:
    """A name without case, accents and the differences of apostrophes, hyphens and spaces, or a leading article."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    text = " ".join(re.sub(r"[-_‐-―’‘'`.]", " ", plain).casefold().split())
    article = next((a for a in ARTICLES if text.startswith(a) and len(text) > len(a)), "")
    return text.removeprefix(article)


class Names:
    """All names of a store's actors and places. An identifier wins over a label, a label over other names."""

    def __init__(self, actors: Mapping[str, Actor], places: Mapping[str, Place]) -> None:
        self._things: dict[str, Mapping[str, Actor | Place]] = {"actor": actors, "place": places}
        self._tiers = {room: _tiers(things.values()) for room, things in self._things.items()}

    @classmethod
    def of(cls, store: Store) -> Names:
        """The names of all that the store knows."""
        return cls(store.actors(), store.places())

    def resolve(self, name: str, room: str) -> str:
        """Identifier of the actor or place that the name means.

        Args:
            name: an identifier, or any name in any case, with or without accents.
            room: "actor" or "place".

        Raises:
            UnknownNameError: nobody bears the name; says which names are near.
            InputError: several bear it; says which.
        """
        found = self.candidates(name, room)
        if not found:
            raise UnknownNameError(room, name, self.known(room))
        if len(found) > 1:
            choices = ", ".join(f"{id_} ({self._things[room][id_].label})" for id_ in found)
            raise InputError(f"{name!r} may be any of these {room}s: {choices}. Give the identifier.")
        return found[0]

    def candidates(self, name: str, room: str) -> list[str]:
        """Identifiers that the name may mean, from the first tier that knows it; curated ones, where there are any."""
        if name in self._things[room]:
            return [name]
        for tier in self._tiers[room]:
            found = sorted(tier.get(folded(name), ()))
            curated = [id_ for id_ in found if getattr(self._things[room][id_], "curated", True)]
            if found:
                return curated or found
        return []

    def known(self, room: str) -> list[str]:
        """Every name, sorted: for suggestions and completion."""
        return sorted({name for thing in self._things[room].values() for name in (thing.label, *thing.names)})


def _tiers(things: Iterable[Actor | Place]) -> tuple[dict[str, set[str]], ...]:
    tiers: tuple[dict[str, set[str]], ...] = ({}, {}, {})
    for thing in things:
        for tier, names in zip(tiers, _ranked(thing), strict=True):
            for name in names:
                tier.setdefault(folded(name), set()).add(thing.id)
    return tiers


def _ranked(thing: Actor | Place) -> Iterator[tuple[str, ...]]:
    yield (thing.id,)
    yield (thing.label,)
    yield thing.names
