"""Compile ontology/kg.ttl into kg/vocabulary.py; `--check` only says whether the module is fresh.

Reading articles then needs neither Turtle nor rdflib. What the module must know and the ontology lacks is an error
that names the term.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import OWL, RDF, RDFS
from rdflib.term import Node

from kg.errors import DataError

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "ontology" / "kg.ttl"
MODULE = ROOT / "kg" / "vocabulary.py"
NAMESPACE = "https://w3id.org/allegiance/ontology#"
LANGUAGES = ("en", "fr")

HEAD = '''"""Names of the ontology. Generated from ontology/kg.ttl by scripts/build_vocabulary.py; do not edit."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

NAMESPACE: Final = "https://w3id.org/allegiance/ontology#"
DATA: Final = "https://w3id.org/allegiance/"

'''

SIGNATURE = '''
class Signature(NamedTuple):
    """What a relation joins and how it lives in time."""

    domain: str  # "actor" or "person"
    range: str  # "actor" or "place"
    symmetric: bool
    event: bool
    group: str  # "friendly", "hostile", "presence", "structure", "peace", "lineage"
    persistence: int | None  # days; None for events that do not last


class Label(NamedTuple):
    """A word in the languages of the product."""

    en: str
    fr: str


'''


def kg(name: str) -> URIRef:
    """A term of the ontology."""
    return URIRef(NAMESPACE + name)


def local(node: Node) -> str:
    """Local name of a term of the ontology."""
    return str(node).removeprefix(NAMESPACE)


def instances(graph: Graph, class_: str) -> list[str]:
    """Local names of the class's instances, sorted."""
    return sorted(local(node) for node in graph.subjects(RDF.type, kg(class_)))


def subclasses(graph: Graph, class_: str) -> list[str]:
    """Local names of all classes under it, at any depth, without itself, sorted."""
    found = {local(node) for node in graph.transitive_subjects(RDFS.subClassOf, kg(class_)) if node is not None}
    return sorted(found - {class_})


def only(graph: Graph, term: str, property_: URIRef) -> Node:
    """The one value of a term's property; raises DataError where there is none or are several."""
    values = list(graph.objects(kg(term), property_))
    if len(values) != 1:
        raise DataError(f"kg.ttl, kg:{term}: {len(values)} values of {property_}, where one must stand.")
    return values[0]


def label(graph: Graph, term: str, property_: URIRef = RDFS.label) -> tuple[str, ...]:
    """A term's label in each language; raises DataError where one is missing or doubled."""
    by_language: dict[str | None, str] = {}
    for value in graph.objects(kg(term), property_):
        language = value.language if isinstance(value, Literal) else None
        if language in by_language or language not in LANGUAGES:
            raise DataError(f"kg.ttl, kg:{term}: {value} is a second label in its language, or has a strange one.")
        by_language[language] = str(value)
    missing = [language for language in LANGUAGES if language not in by_language]
    if missing:
        raise DataError(f"kg.ttl, kg:{term}: no {property_} in {' and '.join(missing)}.")
    return tuple(by_language[language] for language in LANGUAGES)


def constant(name: str) -> str:
    """'makesPeaceWith' → 'MAKES_PEACE_WITH'."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).upper()


# --- parts of the module ---------------------------------------------------------------------------------------


def enum(name: str, doc: str, members: Iterable[str]) -> str:
    """Source of one StrEnum."""
    body = "".join(f"    {constant(member)} = {quoted(member)}\n" for member in members)
    return f'\nclass {name}(StrEnum):\n    """{doc}"""\n\n{body}\n'


def quoted(text: str) -> str:
    """A Python string literal in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def signature(graph: Graph, relation: str) -> str:
    """Source of one relation's signature."""
    domain = "person" if local(only(graph, relation, RDFS.domain)) == "Person" else "actor"
    range_ = local(only(graph, relation, RDFS.range)).lower()
    symmetric = (kg(relation), RDF.type, OWL.SymmetricProperty) in graph
    event = local(only(graph, relation, kg("nature"))) == "Event"
    group = local(only(graph, relation, kg("group")))
    days = next(graph.objects(kg(relation), kg("persistence")), None)
    if event == (days is not None):
        raise DataError(f"kg.ttl, kg:{relation}: a state needs kg:persistence and an event has none.")
    values = f"{quoted(domain)}, {quoted(range_)}, {symmetric}, {event}, {quoted(group)}, {days}"
    return f"    Relation.{constant(relation)}: Signature({values}),\n"


def enders(graph: Graph, relation: str) -> str:
    """Source of what ends one relation."""
    names = sorted(local(node) for node in graph.objects(kg(relation), kg("endedBy")))
    inside = "".join(f"Relation.{constant(name)}, " for name in names)
    return f"    Relation.{constant(relation)}: ({inside.strip() if len(names) == 1 else inside.strip(', ')}),\n"


def labels(graph: Graph, enum_: str, members: Iterable[str], property_: URIRef = RDFS.label) -> Iterator[str]:
    """Source of the labels of an enum's members."""
    for member in members:
        words = ", ".join(map(quoted, label(graph, member, property_)))
        yield f"    {enum_}.{constant(member)}: Label({words}),\n"


def mapping(name: str, type_: str, doc: str, rows: Iterable[str]) -> str:
    """Source of one constant mapping."""
    return f"# {doc}\n{name}: Final[{type_}] = {{\n{''.join(rows)}}}\n\n"


def terms(graph: Graph) -> str:
    """Source of the set of all local names, so that a misspelt term can be refused."""
    mine = sorted({local(s) for s in graph.subjects() if str(s).startswith(NAMESPACE)})
    rows = "".join(f"        {quoted(name)},\n" for name in mine)
    return f"# Every local name of the ontology.\nTERMS: Final[frozenset[str]] = frozenset(\n    {{\n{rows}    }}\n)\n"


def parents(graph: Graph, kinds: Iterable[str]) -> Iterator[str]:
    """Source of the kinds that are kinds of another kind."""
    kinds = list(kinds)
    for kind in kinds:
        for parent in sorted(local(node) for node in graph.objects(kg(kind), RDFS.subClassOf)):
            if parent in kinds:
                yield f"    Kind.{constant(kind)}: Kind.{constant(parent)},\n"


def render(source: str) -> str:
    """The text of kg/vocabulary.py for the text of kg.ttl."""
    graph = Graph().parse(data=source, format="turtle")
    kinds, places, relations = subclasses(graph, "Actor"), subclasses(graph, "Place"), instances(graph, "Relation")
    by_relation = "dict[Relation, Label]"
    parts = [
        HEAD,
        enum("Kind", "Kinds of actor.", kinds),
        enum("PlaceKind", "Kinds of place.", places),
        enum("Relation", "The twelve relations of a claim.", relations),
        enum("Polarity", "Whether the text says that it is so or that it is not.", instances(graph, "Polarity")),
        enum(
            "Modality", "Whether the text speaks of what is, may be, or is meant to be.", instances(graph, "Modality")
        ),
        enum("Status", "What is known of a relationship at a date.", instances(graph, "Status")),
        SIGNATURE,
        mapping(
            "SIGNATURES",
            "dict[Relation, Signature]",
            "What each relation joins.",
            (signature(graph, r) for r in relations),
        ),
        mapping(
            "ENDED_BY",
            "dict[Relation, tuple[Relation, ...]]",
            "Relations whose claims end a state or an accord.",
            (enders(graph, r) for r in relations),
        ),
        mapping("KIND_OF", "dict[Kind, Kind]", "Kinds that are kinds of another kind.", parents(graph, kinds)),
        mapping("LABELS", by_relation, "Subject to object.", labels(graph, "Relation", relations)),
        mapping(
            "INVERSE_LABELS",
            by_relation,
            "Object to subject.",
            labels(graph, "Relation", relations, kg("inverseLabel")),
        ),
        mapping("KIND_LABELS", "dict[Kind, Label]", "Kinds of actor in words.", labels(graph, "Kind", kinds)),
        mapping(
            "PLACE_LABELS", "dict[PlaceKind, Label]", "Kinds of place in words.", labels(graph, "PlaceKind", places)
        ),
        terms(graph),
    ]
    return "".join(parts)


def main(arguments: list[str]) -> int:
    """Write the module, or with --check compare it; 0 when all is well."""
    text = render(SOURCE.read_text(encoding="utf-8"))
    if arguments == ["--check"]:
        fresh = MODULE.read_text(encoding="utf-8") == text
        print("vocabulary.py is fresh." if fresh else "vocabulary.py is stale: run scripts/build_vocabulary.py.")
        return 0 if fresh else 1
    MODULE.write_text(text, encoding="utf-8")
    print(f"{MODULE.relative_to(ROOT)} written.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
