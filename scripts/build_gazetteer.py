"""Compile ontology/places.ttl and countries.tsv into kg/data; `--check` only says whether the tables are fresh.

    places.json    the curated places, one record a line, sorted by id
    countries.json the states with the names, adjectives and peoples that news use
    world.tsv.gz   the rest of the world, compact (see world_gazetteer.py; only with the packages of the extra `build`)

Everything that can be wrong in the two sources is an error here that names the file, the entry and the field: nothing
is guessed, completed or dropped. `--curated` leaves the world table as it is.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS
from rdflib.term import Node

from kg.errors import DataError
from kg.vocabulary import DATA, NAMESPACE, PlaceKind

ROOT = Path(__file__).resolve().parent.parent
PLACES = ROOT / "ontology" / "places.ttl"
COUNTRIES = ROOT / "ontology" / "countries.tsv"
TABLES = ROOT / "kg" / "data"

KG = Namespace(NAMESPACE)
PLACE = Namespace(DATA + "place/")
GEO = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#")
GEONAMES = "https://sws.geonames.org/"
WIKIDATA = "http://www.wikidata.org/entity/"

LANGUAGES = ("en", "fr")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NAMING = (SKOS.prefLabel, SKOS.altLabel)
ON_PLACES = {RDF.type, *NAMING, KG.within, GEO.lat, GEO.long, SKOS.exactMatch, SKOS.note, SKOS.scopeNote}
ON_PLACES |= {DCTERMS.spatial, DCTERMS.source}
LARGER: dict[str, set[str]] = {  # what a place of a kind may lie within
    "Country": set(),
    "Region": {"Country"},
    "District": {"Region"},
    "Town": {"District", "Region"},
    "Base": {"Town", "District", "Region"},
    "Area": {"District", "Region", "Country", "Area"},
}
COLUMNS = [
    *("iso2", "name_en", "name_fr", "aliases_en", "aliases_fr", "adjectives_en", "adjectives_fr"),
    *("people_en", "capital", "note", "source"),
]

Record: TypeAlias = dict[str, object]


class GazetteerError(DataError):
    """Something in places.ttl or countries.tsv that does not hold: file, entry and field."""

    def __init__(self, file: str, entry: str, field: str, wrong: str) -> None:
        super().__init__(f"{file}, {entry}, {field}: {wrong}")


def fold(text: str) -> str:
    """A name without case, accents and the differences of apostrophes, hyphens and spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[-‐-―’'`]", " ", plain).casefold().split())


def slug(text: str) -> str:
    """The id that a name makes: "Côte d'Ivoire" → "cote-d-ivoire"."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def line(record: Record) -> str:
    """One record as compact JSON."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def lines(records: Iterable[Record]) -> str:
    """A JSON list, one record a line."""
    return "[\n" + ",\n".join(map(line, records)) + "\n]\n"


# --- places.ttl --------------------------------------------------------------------------------------------------


def short(node: Node) -> str:
    """A term as the file writes it: kg:within, place:kidal."""
    text = str(node)
    spaces = (("place", PLACE), ("kg", KG), ("skos", SKOS), ("dct", DCTERMS), ("rdf", RDF), ("geo", GEO))
    for prefix, namespace in spaces:
        if text.startswith(str(namespace)):
            return f"{prefix}:{text.removeprefix(str(namespace))}"
    return text


def wrong_place(subject: Node, field: Node, wrong: str) -> GazetteerError:
    """The error for one property of one place."""
    return GazetteerError("places.ttl", short(subject), short(field), wrong)


def optional(graph: Graph, subject: Node, property_: URIRef) -> Node | None:
    """The only value, or None; several are an error."""
    values = list(graph.objects(subject, property_))
    if len(values) > 1:
        raise wrong_place(subject, property_, f"{len(values)} values where one may stand.")
    return values[0] if values else None


def reference(graph: Graph, subject: Node, property_: URIRef, value: Node) -> str:
    """Id of the place that the property points to, which must be in the file."""
    if not str(value).startswith(str(PLACE)) or (value, RDF.type, None) not in graph:
        raise wrong_place(subject, property_, f"{short(value)} is no place of this file.")
    return str(value).removeprefix(str(PLACE))


def kind_of(graph: Graph, subject: Node) -> str:
    """The one kind, of those the vocabulary knows."""
    kind = str(optional(graph, subject, RDF.type)).removeprefix(NAMESPACE)
    if kind not in set(PlaceKind):
        raise wrong_place(subject, RDF.type, f"{kind} is none of {', '.join(sorted(PlaceKind))}.")
    return kind


def names_of(graph: Graph, subject: Node) -> tuple[dict[str, str], list[str]]:
    """The label in each language, and all names: labels first, then the others by text; a name twice is an error."""
    label: dict[str, str] = {}
    for value in graph.objects(subject, SKOS.prefLabel):
        language = value.language if isinstance(value, Literal) else None
        if language not in LANGUAGES or language in label:
            raise wrong_place(subject, SKOS.prefLabel, f"{value!s} is not the one label in English or in French.")
        label[language] = str(value)
    if set(label) != set(LANGUAGES):
        raise wrong_place(subject, SKOS.prefLabel, "one in English and one in French must be there.")
    others = sorted((str(v) for v in graph.objects(subject, SKOS.altLabel)), key=lambda t: (t.casefold(), t))
    names = list(dict.fromkeys([label["en"], label["fr"]])) + others
    for text, times in Counter(names).items():
        if times > 1 or not text.strip() or text != " ".join(text.split()) or len(text) > 60:
            raise wrong_place(subject, SKOS.altLabel, f"{text!r} stands twice, is empty, too long or has stray spaces.")
    return {language: label[language] for language in LANGUAGES}, names


def point_of(graph: Graph, subject: Node) -> tuple[float | None, float | None]:
    """Latitude and longitude in degrees, or neither."""
    found: list[float | None] = []
    for property_, limit in ((GEO.lat, 90), (GEO.long, 180)):
        value = optional(graph, subject, property_)
        try:
            degrees = None if value is None else float(str(value))
        except ValueError:
            raise wrong_place(subject, property_, f"{value!s} is no number.") from None
        if degrees is not None and not -limit <= degrees <= limit:
            raise wrong_place(subject, property_, f"{degrees} lies outside ±{limit} degrees.")
        found.append(degrees)
    if found.count(None) == 1:
        raise wrong_place(subject, GEO.lat, "one of latitude and longitude is missing.")
    return found[0], found[1]


def identities(graph: Graph, subject: Node) -> tuple[int | None, str | None]:
    """The GeoNames id and the Wikidata id, each at most once."""
    geonames: int | None = None
    wikidata: str | None = None
    for value in sorted(map(str, graph.objects(subject, SKOS.exactMatch))):
        if geonames is None and re.fullmatch(re.escape(GEONAMES) + r"[1-9]\d*", value):
            geonames = int(value.removeprefix(GEONAMES))
        elif wikidata is None and re.fullmatch(re.escape(WIKIDATA) + r"Q[1-9]\d*", value):
            wikidata = value.removeprefix(WIKIDATA)
        else:
            raise wrong_place(subject, SKOS.exactMatch, f"{value} is no GeoNames or Wikidata item, or a second one.")
    return geonames, wikidata


def place(graph: Graph, subject: Node) -> Record:
    """One place as a record; `country` is filled in later."""
    id_ = str(subject).removeprefix(str(PLACE))
    if not SLUG.fullmatch(id_):
        raise wrong_place(subject, RDF.type, "a place is place: and a slug of lower-case letters, digits and hyphens.")
    for property_ in sorted(set(graph.predicates(subject)) - ON_PLACES, key=str):
        raise wrong_place(subject, property_, "is not a property of places.")
    label, names = names_of(graph, subject)
    within = optional(graph, subject, KG.within)
    latitude, longitude = point_of(graph, subject)
    geonames, wikidata = identities(graph, subject)
    sources = sorted(map(str, graph.objects(subject, DCTERMS.source)))
    if not sources or not all(sources):
        raise wrong_place(subject, DCTERMS.source, "missing: say where the place was looked up.")
    spans = sorted(reference(graph, subject, DCTERMS.spatial, v) for v in graph.objects(subject, DCTERMS.spatial))
    return {
        "id": id_,
        "kind": kind_of(graph, subject),
        "label": label,
        "names": names,
        "within": None if within is None else reference(graph, subject, KG.within, within),
        "country": None,
        "spans": spans,
        "lat": latitude,
        "lon": longitude,
        "geonames": geonames,
        "wikidata": wikidata,
        "common": optional(graph, subject, SKOS.scopeNote) is not None,
        "source": sources,
    }


def contain(records: Mapping[str, Record]) -> None:
    """Check what lies within what and fill in each country; a wrong kind, a ring or an orphan is an error."""
    for id_, record in records.items():
        subject, kind, within = PLACE[id_], str(record["kind"]), record["within"]
        if within is None:
            if kind not in ("Country", "Area"):
                raise wrong_place(subject, KG.within, f"missing: a {kind} lies within something.")
        elif records[str(within)]["kind"] not in LARGER[kind]:
            larger = ", ".join(sorted(LARGER[kind])) or "nothing"
            raise wrong_place(subject, KG.within, f"place:{within} is none of what a {kind} lies within: {larger}.")
        if record["spans"] and kind != "Area":
            raise wrong_place(subject, DCTERMS.spatial, "only an Area spans several places.")
        seen: list[str] = []
        step: str | None = id_
        while step is not None and step not in seen:
            seen.append(step)
            step = None if records[step]["within"] is None else str(records[step]["within"])
        if step is not None:
            raise wrong_place(subject, KG.within, f"a ring: {' → '.join([*seen, step])}.")
        record["country"] = seen[-1] if records[seen[-1]]["kind"] == "Country" else None


def unique(records: Iterable[Record]) -> None:
    """No two places share an identity or, accents and hyphens apart, a name."""
    held: dict[tuple[str, object], str] = {}
    for record in records:
        keys: set[tuple[str, object]] = {("name", fold(str(name))) for name in record["names"]}  # type: ignore[attr-defined]
        keys |= {(key, record[key]) for key in ("geonames", "wikidata") if record[key] is not None}
        for key in sorted(keys, key=str):
            other = held.setdefault(key, str(record["id"]))
            if other != record["id"]:
                field = SKOS.altLabel if key[0] == "name" else SKOS.exactMatch
                raise wrong_place(PLACE[str(record["id"])], field, f"{key[1]!r} is place:{other}'s already.")


def places(turtle: str) -> list[Record]:
    """All places of the text of places.ttl, sorted by id."""
    graph = Graph().parse(data=turtle, format="turtle")
    found = [place(graph, subject) for subject in sorted(set(graph.subjects()), key=str)]
    contain({str(record["id"]): record for record in found})
    unique(found)
    return found


# --- countries.tsv -----------------------------------------------------------------------------------------------


def several(cell: str) -> list[str]:
    """The values of a cell, parted by "; "."""
    return cell.split("; ") if cell else []


def country(number: int, text: str) -> Record:
    """One row as a record; `number` is its line, from 1."""
    cells = text.split("\t")
    entry = f"line {number} ({cells[0]})"
    if len(cells) != len(COLUMNS):
        raise GazetteerError("countries.tsv", entry, "columns", f"{len(cells)} where {len(COLUMNS)} must stand.")
    row = dict(zip(COLUMNS, cells, strict=True))
    for column, cell in row.items():
        values = several(cell)
        if cell != cell.strip() or len(set(values)) != len(values) or not all(v == " ".join(v.split()) for v in values):
            raise GazetteerError("countries.tsv", entry, column, f"{cell!r} has stray spaces or a value twice.")
        if not cell and column in ("iso2", "name_en", "name_fr", "adjectives_en", "adjectives_fr", "capital", "source"):
            raise GazetteerError("countries.tsv", entry, column, "missing.")
    if not re.fullmatch("[A-Z]{2}", row["iso2"]):
        raise GazetteerError("countries.tsv", entry, "iso2", f"{row['iso2']!r} is no code of two capital letters.")
    id_ = slug(row["name_en"])
    return {
        "iso2": row["iso2"],
        "place": id_,
        "actor": id_,
        "label": {"en": row["name_en"], "fr": row["name_fr"]},
        "aliases": {"en": several(row["aliases_en"]), "fr": several(row["aliases_fr"])},
        "adjectives": {"en": several(row["adjectives_en"]), "fr": several(row["adjectives_fr"])},
        "people": several(row["people_en"]),
        "capital": row["capital"],
    }


def countries(table: str) -> list[Record]:
    """All states of the text of countries.tsv, sorted by code."""
    rows = [(n, text) for n, text in enumerate(table.splitlines(), 1) if text and not text.startswith("#")]
    if not rows or rows[0][1].split("\t") != COLUMNS:
        raise GazetteerError("countries.tsv", "the first row", "columns", f"must be {', '.join(COLUMNS)}.")
    found = [country(number, text) for number, text in rows[1:]]
    codes = [str(record["iso2"]) for record in found]
    if codes != sorted(set(codes)):
        raise GazetteerError("countries.tsv", "the rows", "iso2", "must be sorted, each code once.")
    for key, column in (("place", "name_en"), ("label", "name_fr")):
        for text, times in Counter(line({"": record[key]}) for record in found).items():
            if times > 1:
                raise GazetteerError("countries.tsv", "the rows", column, f"{text} stands {times} times.")
    return found


# --- the tables --------------------------------------------------------------------------------------------------


def curated() -> dict[str, bytes]:
    """The two tables compiled from our own sources: file name → bytes."""
    found = places(PLACES.read_text(encoding="utf-8"))
    states = countries(COUNTRIES.read_text(encoding="utf-8"))
    known = {str(state["place"]) for state in states}
    for record in found:
        if record["kind"] == "Country" and record["id"] not in known:
            raise wrong_place(PLACE[str(record["id"])], RDF.type, "no row of countries.tsv has this name.")
    return {"places.json": lines(found).encode(), "countries.json": lines(states).encode()}


def all_tables(*, world: bool) -> dict[str, bytes]:
    """Every table; `world` needs the packages of the extra `build`."""
    tables = curated()
    if world:
        from world_gazetteer import compile_world

        tables["world.tsv.gz"] = compile_world(json.loads(tables["places.json"]), json.loads(tables["countries.json"]))
    return tables


def is_fresh(name: str, data: bytes) -> bool:
    """Whether the table on disk is the one that the sources give."""
    path = TABLES / name
    return path.exists() and path.read_bytes() == data


def main(arguments: list[str]) -> int:
    """Write the tables, or with --check compare them; 0 when all is well."""
    try:
        tables = all_tables(world="--curated" not in arguments)
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    stale = [name for name, data in tables.items() if not is_fresh(name, data)]
    if "--check" in arguments:
        print(f"stale: {', '.join(stale)}; run scripts/build_gazetteer.py" if stale else "The gazetteer is fresh.")
        return 1 if stale else 0
    TABLES.mkdir(parents=True, exist_ok=True)
    for name, data in tables.items():
        (TABLES / name).write_bytes(data)
        print(f"kg/data/{name}: {len(data):,} bytes")
    found = json.loads(tables["places.json"])
    print("places:", len(found), dict(sorted(Counter(record["kind"] for record in found).items())))
    print("states:", len(json.loads(tables["countries.json"])))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
