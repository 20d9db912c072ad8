"""The curated tables and the ontology → the two graphs that every store carries."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg import __version__
from kg.errors import DataError
from kg.graph.namespaces import DCT, GEO, KG, ONTOLOGY, PREFIXES, RDF, RDFS, REFERENCE, SKOS, node
from kg.graph.terms import boolean_literal, decimal_literal
from kg.graph.triples import Fact
from kg.model import digest

Row = Mapping[str, Any]

ACTORS, PLACES, VOCABULARY = "actors.json", "places.json", "kg.ttl"


@cache
def reference_quads() -> frozenset[Quad]:
    """Curated actors, places, offices and successions, and the ontology; raises DataError where a table is damaged."""
    actors, places = _table(ACTORS), _table(PLACES)
    facts = {Quad(*fact, REFERENCE) for fact in reference_facts(actors, places)}
    return frozenset(facts | set(_ontology_quads()))


@cache
def reference_mark() -> str:
    """What tells one state of the tables, of the ontology and of this conversion from another, without converting."""
    return digest(__version__, *map(_text, (ACTORS, PLACES, VOCABULARY)))


@cache
def described() -> frozenset[NamedNode]:
    """The curated actors and places, which no article need describe again."""
    found = (q.subject for q in reference_quads() if q.predicate == KG.curated and isinstance(q.subject, NamedNode))
    return frozenset(found)


def reference_facts(actors: Mapping[str, list[Row]], places: list[Row]) -> Iterator[Fact]:
    """Describe all that the tables hold."""
    for row in actors["actors"]:
        yield from _actor_facts(row)
    for row in actors["roles"]:
        yield from _role_facts(row)
    for row in actors["successions"]:
        yield from _succession_facts(row)
    for row in actors["ambiguous"]:
        yield from _ambiguous_facts(row)
    for row in places:
        yield from _place_facts(row)


def _actor_facts(row: Row) -> Iterator[Fact]:
    subject = node("actor", row["id"])
    yield subject, RDF.type, KG[row["kind"]]
    yield from _label_facts(subject, row["label"])
    labels = set(row["label"].values())
    for name in row["names"]:
        if name["from"] or name["until"]:
            yield from _timed_name_facts(subject, name)
        elif name["text"] not in labels:
            property_ = KG.acronym if name["type"] == "acronym" else SKOS.altLabel
            yield subject, property_, Literal(name["text"], language=name["lang"])
    for property_, when in zip((KG.existsFrom, KG.existsUntil), row["exists"], strict=True):
        yield from _optional(subject, property_, when)
    yield from _optional(subject, KG.country, row["country"])
    if row["of_state"]:
        yield subject, KG.ofState, node("actor", row["of_state"])
    yield from _origin_facts(subject, row)


def _timed_name_facts(subject: NamedNode, name: Row) -> Iterator[Fact]:
    named = NamedNode(f"{subject.value}#name-{digest(name['text'], name['lang'] or '')}")
    yield subject, KG.name, named
    yield named, RDF.type, KG.Name
    yield named, SKOS.prefLabel, Literal(name["text"], language=name["lang"])
    yield from _optional(named, KG.validFrom, name["from"])
    yield from _optional(named, KG.validUntil, name["until"])


def _role_facts(row: Row) -> Iterator[Fact]:
    person = node("actor", row["person"])
    office = digest(row["relation"], row["object"], row["start"] or "", row["end"] or "")
    subject = NamedNode(f"{person.value}#role-{office}")
    yield person, KG.role, subject
    yield subject, RDF.type, KG.Role
    yield subject, KG.relation, KG[row["relation"]]
    yield subject, KG.object, node("actor", row["object"])
    yield from _optional(subject, KG.start, row["start"])
    yield from _optional(subject, KG.end, row["end"])
    yield from _sources(subject, row)


def _succession_facts(row: Row) -> Iterator[Fact]:
    successor = node("actor", row["successor"])
    subject = NamedNode(f"{successor.value}#succession-{digest(row['predecessor'], row['mode'], row['on'] or '')}")
    yield subject, RDF.type, KG.Succession
    yield subject, KG.predecessor, node("actor", row["predecessor"])
    yield subject, KG.successor, successor
    yield subject, KG.mode, KG[row["mode"]]
    yield from _optional(subject, KG.on, row["on"])
    yield from _sources(subject, row)


def _ambiguous_facts(row: Row) -> Iterator[Fact]:
    subject = NamedNode(f"{REFERENCE.value}#ambiguous-{digest(row['text'])}")
    yield subject, RDF.type, KG.AmbiguousName
    yield subject, SKOS.prefLabel, Literal(row["text"])
    yield subject, SKOS.note, Literal(row["reason"])
    for actor in row["actors"]:
        yield subject, KG.actor, node("actor", actor)


def _place_facts(row: Row) -> Iterator[Fact]:
    subject = node("place", row["id"])
    yield subject, RDF.type, KG[row["kind"]]
    yield from _label_facts(subject, row["label"])
    for name in row["names"]:
        if name not in row["label"].values():
            yield subject, SKOS.altLabel, Literal(name)
    for property_, id_ in ((KG.within, row["within"]), (KG.country, row["country"])):
        if id_:
            yield subject, property_, node("place", id_)
    for id_ in row["spans"]:
        yield subject, DCT.spatial, node("place", id_)
    for property_, degrees in ((GEO.lat, row["lat"]), (GEO.long, row["lon"])):
        if degrees is not None:
            yield subject, property_, decimal_literal(degrees)
    if row["geonames"]:
        yield subject, SKOS.exactMatch, NamedNode(f"https://sws.geonames.org/{row['geonames']}")
    yield from _origin_facts(subject, row)


def _label_facts(subject: NamedNode, label: Mapping[str, str | None]) -> Iterator[Fact]:
    """skos:prefLabel in each language, and one rdfs:label, so that asking for a label gives one row."""
    yield subject, RDFS.label, Literal(label["en"] or "")
    for language, text in sorted(label.items()):
        if text:
            yield subject, SKOS.prefLabel, Literal(text, language=language)


def _origin_facts(subject: NamedNode, row: Row) -> Iterator[Fact]:
    yield subject, KG.curated, boolean_literal(True)
    if row["wikidata"]:
        yield subject, SKOS.exactMatch, NamedNode(PREFIXES["wd"] + row["wikidata"])
    yield from _sources(subject, row)


def _sources(subject: NamedNode, row: Row) -> Iterator[Fact]:
    for source in row["source"]:
        yield subject, DCT.source, Literal(source)


def _optional(subject: NamedNode, property_: NamedNode, text: str | None) -> Iterator[Fact]:
    if text:
        yield subject, property_, Literal(text)


def _ontology_quads() -> Iterator[Quad]:
    for quad in parse(_text(VOCABULARY), format=RdfFormat.TURTLE):
        yield Quad(quad.subject, quad.predicate, quad.object, ONTOLOGY)


def _table(name: str) -> Any:  # noqa: ANN401 - JSON has no type before it is read
    try:
        return json.loads(_text(name))
    except ValueError as error:
        raise DataError(f"The table kg/data/{name} is damaged ({error}): run the scripts/build_* again.") from None


def _text(name: str) -> str:
    try:
        return files("kg.data").joinpath(name).read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(f"The table kg/data/{name} cannot be read ({error}): run the scripts/build_* again.") from None
