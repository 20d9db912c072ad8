"""The index of known names: folded words → the actors and places that bear the name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from kg import gazetteer, lexicon
from kg.mentions.lists import lists
from kg.mentions.words import Word, fold_name, is_joined, raw_words
from kg.model import Place
from kg.vocabulary import Kind, PlaceKind

_LONGEST_WORLD_NAME = 5
_SMALL = 3  # letters that a word of a place name may have without a capital: "de", "el"


@dataclass(slots=True)
class Entry:
    """What one folded name may stand for; `spellings` are the names as they are written, split into words."""

    actors: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    demonym_of: list[str] = field(default_factory=list)  # ids of states: "Congolese" is said of two
    people_of: list[str] = field(default_factory=list)  # ids of states: "Malians"
    capital_of: str | None = None  # a state's id
    spellings: list[tuple[str, ...]] = field(default_factory=list)
    curated: bool = False
    common: bool = False  # an everyday word: wants context
    nobody: bool = False  # an outlet and the like: takes its words, stands for nobody


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found at words[first:last + 1]."""

    first: int
    last: int
    entry: Entry


class NameIndex:
    """Finds the names that begin at a word."""

    def __init__(self) -> None:
        self._entries: dict[tuple[str, ...], Entry] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        self.lower: set[str] = set()  # first words of names that are written small

    def add(self, name: str) -> Entry:
        """The entry of a name, made where it is new."""
        key = fold_name(name)
        entry = self._entries.get(key)
        if entry is None:
            entry = self._entries[key] = Entry()
            if key and len(key) not in self._lengths.get(key[0], ()):
                self._lengths[key[0]] = tuple(sorted((*self._lengths.get(key[0], ()), len(key)), reverse=True))
        spelling = tuple(raw_words(name))
        if spelling not in entry.spellings:
            entry.spellings.append(spelling)
        if spelling and not spelling[0][0].isupper():
            self.lower.add(key[0])
        return entry

    def may_begin(self, folded: str) -> bool:
        """Whether a name begins with a folded word."""
        return folded in self._lengths

    def get(self, name: str) -> Entry | None:
        """The entry of a name, however it is written."""
        return self._entries.get(fold_name(name))

    def all_at(self, words: Sequence[Word], first: int) -> Iterator[Hit]:
        """The names that begin at a word and are written as names are, the longest first."""
        for length in self._lengths.get(words[first].fold, ()):
            last = first + length - 1
            if last >= len(words) or not is_joined(words, first, last):
                continue
            run = words[first : last + 1]
            entry = self._entries.get(tuple(w.fold for w in run))
            if entry and any(_written_like(name, run) for name in entry.spellings):
                yield Hit(first, last, entry)


def _written_like(parts: Sequence[str], words: Sequence[Word]) -> bool:
    """Whether the words carry the name's capitals: an acronym all of them, any other name where it has them."""
    if len(parts) != len(words):
        return False
    if len(parts) == 1:
        return _word_like(parts[0], words[0])
    if all(w.text.isupper() for w in words):
        return True
    pairs = [(p, w) for p, w in zip(parts, words, strict=True) if p[:1].isupper() and len(p) > 1]
    telling = [w.is_capital for p, w in pairs if p.lower() not in lists().heads and p.lower() not in lists().modifiers]
    if telling and len(telling) < len(pairs):
        return all(telling)
    wanted = [w.is_capital for _, w in pairs]
    return sum(wanted) >= max(1, len(wanted) - 1) if wanted else True


def _word_like(part: str, word: Word) -> bool:
    if sum(c.isupper() for c in part) < 2 and not any(c.isdigit() for c in part):
        long = len(part) > _SMALL
        return (word.is_capital and (long or not word.is_acronym or word.opens)) or part.islower()
    if word.text.replace(".", "") == part.replace(".", ""):
        return True
    return len(part) > _SMALL and not part.isupper() and sum(c.isupper() for c in word.text) > 1


def world_hit(words: Sequence[Word], first: int) -> Hit | None:
    """The longest name of the world gazetteer that begins at a capital word."""
    names = gazetteer.world_names()
    key, found = "", None
    for last in range(first, min(first + _LONGEST_WORLD_NAME, len(words))):
        word = words[last]
        if last > first and not is_joined(words, last - 1, last):
            break
        key = f"{key} {word.fold}" if key else word.fold
        if not (word.is_capital or len(word.text) <= _SMALL):
            break
        row = names.get(key) if word.is_capital else None
        if row and not (last == first and len(word.text) <= _SMALL and word.is_acronym):
            found = (last, row)
    return Hit(first, found[0], _world_entry(found[1])) if found else None


@cache
def _world_entry(row: str) -> Entry:
    ids, _, common = row.partition("\t")
    return Entry(places=ids.split("|"), common=common == "1")


@cache
def known_names() -> NameIndex:
    """The index over the curated actors and places, the states, their adjectives, peoples and capitals."""
    index = NameIndex()
    for actor in gazetteer.actors().values():
        for name in actor.names:
            if len(name) > 2 or name.isupper():
                _enter(index.add(name).actors, index.add(name), actor.id)
    for place in gazetteer.places().values():
        for name in place.names:
            _enter(index.add(name).places, index.add(name), place.id)
    _add_states(index)
    for area in areas().values():
        entry = index.add(area.label)
        if not entry.places:
            _enter(entry.places, entry, area.id)
    for row in lexicon.table("state_names"):
        _add_other_name(index, row["name"], row["state"], row["of"])
    for word in lexicon.words("outlets"):
        index.add(word).nobody = True
    return index


@cache
def areas() -> dict[str, Place]:
    """Parts of the world that no gazetteer lists, by id."""
    found = {}
    for row in lexicon.table("areas"):
        id_ = "-".join(fold_name(row["name"]))
        found[id_] = Place(
            id_, PlaceKind.AREA, row["name"], (row["name"],), row["country"] or None, row["country"] or None
        )
    return found


def _enter(ids: list[str], entry: Entry, id_: str) -> None:
    if id_ not in ids:
        ids.append(id_)
    entry.curated = True


def _add_states(index: NameIndex) -> None:
    for country in gazetteer.countries():
        for name in country.names:
            if re.fullmatch(r"[^\W\d]{1,3}", name) and name != name.upper():
                continue
            entry = index.add(name)
            _enter(entry.actors, entry, country.state)
            _enter(entry.places, entry, country.place)
        for word in country.demonyms:
            index.add(word).demonym_of.append(country.state)
        for word in country.people:
            index.add(word).people_of.append(country.state)
    for country in gazetteer.countries():
        if country.capital and country.capital != country.name:
            _add_capital(index, country)
    for actor in gazetteer.actors().values():  # a state's curated name means its country too
        if actor.kind is Kind.STATE and actor.id in gazetteer.states():
            for name in actor.names:
                entry = index.add(name)
                if not entry.places and name not in ("Kremlin",):
                    entry.places.append(gazetteer.states()[actor.id].place)


def _add_capital(index: NameIndex, country: gazetteer.Country) -> None:
    entry = index.add(country.capital)
    entry.capital_of = country.state
    if not entry.places:
        entry.places = capital_places(country)
    for place in entry.places[:1]:
        known = gazetteer.place(place)
        for name in known.names if known else ():
            if len(name) > _SMALL:
                other = index.add(name)
                if other.capital_of is None and not other.actors and (not other.places or other.places == [place]):
                    other.capital_of, other.places = country.state, [place]


def capital_places(country: gazetteer.Country) -> list[str]:
    """The id of a country's capital as a list of one, or an empty one where no gazetteer has it."""
    row = gazetteer.world_names().get(" ".join(fold_name(country.capital)))
    ids = _world_entry(row).places if row else []
    own = [p for p in ids if (known := gazetteer.place(p)) and known.country == country.place]
    own.sort(key=lambda p: -gazetteer.world()[p].population if p in gazetteer.world() else 0)
    return own[:1]


@cache
def capitals() -> frozenset[str]:
    """Ids of the places that are capitals."""
    found = (known_names().get(c.capital) for c in gazetteer.countries() if c.capital)
    return frozenset(p for entry in found if entry for p in entry.places[:1])


def _add_other_name(index: NameIndex, name: str, state: str, of: str) -> None:
    """Enter a name from the word list: of a state's seat ("Kremlin") or of two states ("Congo")."""
    entry = index.add(name)
    country = gazetteer.states().get(state)
    if of == "adjective":
        entry.demonym_of.append(state)
        return
    if state not in entry.actors:
        entry.actors.append(state)
    entry.curated = True
    if of == "country" and country and country.place not in entry.places:
        entry.places.append(country.place)
