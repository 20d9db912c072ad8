"""The index of known names: folded words → the actors and places that bear the name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from kg import gazetteer
from kg.mentions.words import Word, fold_name, is_joined
from kg.vocabulary import PlaceKind


@dataclass(slots=True)
class Entry:
    """What one folded name may stand for; `spellings` are the names as they are written."""

    actors: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    demonym_of: str | None = None  # a state's id
    spellings: set[str] = field(default_factory=set)
    curated: bool = False
    common: bool = False  # an everyday word: wants context


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found at words[first:last + 1]."""

    first: int
    last: int
    entry: Entry


class NameIndex:
    """Finds the longest known name at each word."""

    def __init__(self) -> None:
        self._entries: dict[tuple[str, ...], Entry] = {}
        self._lengths: dict[str, set[int]] = {}

    def add(self, name: str) -> Entry:
        """The entry of a name, made where it is new."""
        key = fold_name(name)
        entry = self._entries.get(key)
        if entry is None:
            entry = self._entries[key] = Entry()
            if key:
                self._lengths.setdefault(key[0], set()).add(len(key))
        entry.spellings.add(name)
        return entry

    def get(self, name: str) -> Entry | None:
        """The entry of a name, however it is written."""
        return self._entries.get(fold_name(name))

    def longest(self, words: Sequence[Word], first: int) -> Hit | None:
        """The longest name that begins at a word and is written as names are."""
        return next(self.all_at(words, first), None)

    def all_at(self, words: Sequence[Word], first: int) -> Iterator[Hit]:
        """The names that begin at a word and are written as names are, the longest first."""
        for length in sorted(self._lengths.get(words[first].fold, ()), reverse=True):
            last = first + length - 1
            if last >= len(words) or not is_joined(words, first, last):
                continue
            entry = self._entries.get(tuple(w.fold for w in words[first : last + 1]))
            if entry and any(_written_like(name, words[first : last + 1]) for name in entry.spellings):
                yield Hit(first, last, entry)


def _written_like(name: str, words: Sequence[Word]) -> bool:
    """Whether the words carry the name's capitals: an acronym all of them, any other name where it has them."""
    parts = re.findall(r"(?:[A-Z]\.){2,}|[^\W_]+", name)
    if len(parts) != len(words):
        return False
    if len(parts) == 1:
        capitals = sum(c.isupper() for c in parts[0])
        if capitals > 1:
            return words[0].text.replace(".", "") == parts[0].replace(".", "") or (
                len(parts[0]) > 3 and not parts[0].isupper() and sum(c.isupper() for c in words[0].text) > 1
            )
        return words[0].is_capital or not capitals
    if all(w.text.isupper() for w in words):
        return True
    wanted = [w.is_capital for p, w in zip(parts, words, strict=True) if p[:1].isupper() and len(p) > 1]
    return sum(wanted) >= max(1, len(wanted) - 1) if wanted else True


@cache
def known_names() -> NameIndex:
    """The index over everything shipped."""
    index = NameIndex()
    _add_curated(index)
    for name, actor in _state_names():
        entry = index.add(name)
        if actor not in entry.actors:
            entry.actors.append(actor)
        entry.curated = True
    for country in gazetteer.countries():
        for word in country.demonyms:
            index.add(word).demonym_of = country.state
    for known in gazetteer.world().values():
        for name in known.place.names:
            entry = index.add(name)
            if known.place.id not in entry.places and not (entry.curated and entry.places):
                entry.places.append(known.place.id)
                entry.common |= known.common and known.place.kind is not PlaceKind.COUNTRY
    return index


def _add_curated(index: NameIndex) -> None:
    for actor in gazetteer.actors().values():
        for name in actor.names:
            entry = index.add(name)
            entry.actors.append(actor.id)
            entry.curated = True
    for place in gazetteer.places().values():
        for name in place.names:
            entry = index.add(name)
            entry.places.append(place.id)
            entry.curated = True


def _state_names() -> Iterator[tuple[str, str]]:
    """Names of states that nobody curated."""
    for country in gazetteer.countries():
        for name in country.names:
            yield name, country.state
