"""Loader of the curated actors, places and countries in kg/data, and of the world gazetteer behind them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from kg.dates import ImpreciseDate
from kg.errors import DataError
from kg.model import Actor, Place
from kg.vocabulary import Kind, PlaceKind, Relation


@dataclass(frozen=True, slots=True)
class Country:
    """A state and its place, with the words made from its name."""

    iso2: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]  # adjectives: "Malian"
    people: tuple[str, ...]  # plural nouns: "Malians"
    capital: str
    place: str
    state: str


@dataclass(frozen=True, slots=True)
class Role:
    """A curated office: a person leads or speaks for an actor, in EDTF years where they are known."""

    person: str
    relation: Relation
    object: str
    start: ImpreciseDate | None
    end: ImpreciseDate | None


@dataclass(frozen=True, slots=True)
class Succession:
    """A curated change of lineage: renamed, replaced, merged, split or absorbed, on an imprecise date."""

    predecessor: str
    successor: str
    mode: str
    on: ImpreciseDate | None
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorldPlace:
    """A place of the world gazetteer. `common` marks names that are everyday words."""

    place: Place
    population: int
    common: bool


@cache
def actors() -> Mapping[str, Actor]:
    """Curated actors by id."""
    found = {row["id"]: _actor(row) for row in _json("actors.json")["actors"]}
    return MappingProxyType(found)


@cache
def roles() -> tuple[Role, ...]:
    """Curated offices."""
    return tuple(
        Role(r["person"], Relation(r["relation"]), r["object"], _date(r.get("start")), _date(r.get("end")))
        for r in _json("actors.json")["roles"]
    )


@cache
def successions() -> tuple[Succession, ...]:
    """Curated changes of lineage."""
    return tuple(
        Succession(s["predecessor"], s["successor"], s["mode"], _date(s.get("on")), tuple(s.get("source") or ()))
        for s in _json("actors.json")["successions"]
    )


@cache
def places() -> Mapping[str, Place]:
    """Curated places by id."""
    return MappingProxyType({row["id"]: _place(row) for row in _json("places.json")})


@cache
def countries() -> tuple[Country, ...]:
    """All states, sorted by name."""
    return tuple(_country(row) for row in _json("countries.json"))


class World(Mapping[str, WorldPlace]):
    """Places of the world gazetteer by id; a row becomes a value when it is first asked for."""

    def __init__(self) -> None:
        rows = _world_lines()
        self._columns = rows[0].split("\t")
        self._rows = {row[: row.index("\t")]: row for row in rows[1:] if row}
        self._iso = {c.iso2: c.place for c in countries()}
        self._known = {c.place: _country_place(c) for c in countries() if c.place not in places()}

    def __getitem__(self, key: str) -> WorldPlace:
        known = self._known.get(key)
        if known is None:
            row = dict(zip(self._columns, self._rows[key].split("\t"), strict=True))
            place = _world_place(row, self._iso.get(row["country"]))
            known = self._known[key] = WorldPlace(place, int(row["population"] or 0), row["common"] == "1")
        return known

    def __iter__(self) -> Iterator[str]:
        yield from dict.fromkeys([*(c.place for c in countries() if c.place not in places()), *self._rows])

    def __len__(self) -> int:
        return sum(1 for _ in self)


@cache
def world() -> Mapping[str, WorldPlace]:
    """Places of the world gazetteer by id: countries, first-level regions, cities of 15,000 and more."""
    return World()


@cache
def world_names() -> Mapping[str, str]:
    """Folded names of the world's places, each with its row of kg/data/world_names.tsv.gz.

    Names have their words joined by spaces; a row has the ids joined by "|", and a tab and 1 where the name is an
    everyday word. scripts/build_index.py writes them.
    """
    lines = _unzip("world_names.tsv.gz").split("\n")
    return MappingProxyType(dict(line.split("\t", 1) for line in lines if line))


def place(place_id: str) -> Place | None:
    """A place by id, curated or of the world gazetteer."""
    curated = places().get(place_id)
    if curated:
        return curated
    known = world().get(place_id)
    return known.place if known else None


@cache
def states() -> Mapping[str, Country]:
    """Countries by the id of their state."""
    return MappingProxyType({c.state: c for c in countries()})


@cache
def country_of(place_id: str) -> Country | None:
    """The country whose place this is."""
    return _by_place().get(place_id)


@cache
def _by_place() -> Mapping[str, Country]:
    return MappingProxyType({c.place: c for c in countries()})


def _actor(row: Mapping[str, Any]) -> Actor:
    label = row["label"]["en"]
    # the acronym in most use is the identifier; English names come before French ones
    ordered = sorted(row["names"], key=lambda name: (name["text"].lower() != row["id"], name["lang"] == "fr"))
    names = dict.fromkeys([label, *(name["text"] for name in ordered)])
    first, last = row.get("exists") or (None, None)
    return Actor(
        id=row["id"],
        kind=Kind(row["kind"]),
        label=label,
        names=tuple(names),
        state=row.get("of_state"),
        existed=(_date(first), _date(last)),
    )


def _place(row: Mapping[str, Any]) -> Place:
    label = row["label"]["en"]
    return Place(
        id=row["id"],
        kind=PlaceKind(row["kind"]),
        label=label,
        names=tuple(dict.fromkeys([label, *row["names"]])),
        within=row.get("within"),
        country=row.get("country"),
        latitude=row.get("lat"),
        longitude=row.get("lon"),
    )


def _country(row: Mapping[str, Any]) -> Country:
    names = [row["label"]["en"], *row["aliases"]["en"], row["label"]["fr"]]
    return Country(
        iso2=row["iso2"],
        name=row["label"]["en"],
        names=tuple(dict.fromkeys(names)),
        demonyms=tuple(row["adjectives"]["en"]),
        people=tuple(row["people"]),
        capital=row["capital"] or "",
        place=row["place"],
        state=row["actor"],
    )


def _country_place(country: Country) -> WorldPlace:
    place = Place(country.place, PlaceKind.COUNTRY, country.name, country.names, None, country.place)
    return WorldPlace(place, 0, False)


def _world_place(row: Mapping[str, str], country: str | None) -> Place:
    names = [row["name"], *(n for n in row["names"].split("|") if n)]
    return Place(
        id=row["id"],
        kind=PlaceKind(row["kind"]),
        label=row["name"],
        names=tuple(dict.fromkeys(names)),
        within=country,
        country=country,
        latitude=float(row["lat"]) if row["lat"] else None,
        longitude=float(row["lon"]) if row["lon"] else None,
    )


def _world_lines() -> list[str]:
    return _unzip("world.tsv.gz").split("\n")


def _unzip(name: str) -> str:
    try:
        return gzip.decompress(files("kg.data").joinpath(name).read_bytes()).decode()
    except (OSError, ValueError) as error:
        raise DataError(f"The table kg/data/{name} cannot be read ({error}): run the scripts/build_* again.") from None


@cache
def _json(name: str) -> Any:  # noqa: ANN401 - JSON has no type before it is read
    try:
        return json.loads(files("kg.data").joinpath(name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"The table kg/data/{name} cannot be read ({error}): run the scripts/build_* again.") from None


def _date(text: str | None) -> ImpreciseDate | None:
    return ImpreciseDate.parse(text) if text else None
