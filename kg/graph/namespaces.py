"""Where names live: the ontology, the published vocabularies that we use, and our own data.

Identifiers of actors, places and sources are percent-encoded into their address, so that any text makes a valid one.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode

from kg.errors import DataError, VocabularyError
from kg.vocabulary import DATA, NAMESPACE, TERMS

# Known in every query without saying.
PREFIXES: Final[dict[str, str]] = {
    "kg": NAMESPACE,
    "actor": DATA + "actor/",
    "place": DATA + "place/",
    "article": DATA + "article/",
    "claim": DATA + "claim/",
    "relationship": DATA + "relationship/",
    "source": DATA + "source/",
    "run": DATA + "run/",
    "graph": DATA + "graph/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "dct": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

# Graphs that are no article's.
REFERENCE: Final = NamedNode(DATA + "graph/reference")  # curated actors, places, successions, roles
ONTOLOGY: Final = NamedNode(DATA + "graph/ontology")  # the vocabulary itself: labels, groups, persistence
RELATIONSHIPS: Final = NamedNode(DATA + "graph/relationships")  # derived: can be thrown away and rebuilt
RECORDS: Final = NamedNode(DATA + "graph/records")  # runs, first recorded times, fingerprints

SAFE = "/-._~"  # unreserved characters and the slash of identifiers that are scoped to an article


class Vocabulary:
    """Terms of one vocabulary by name: `SCHEMA.url`, or `SCHEMA["url"]` where the name is not known beforehand."""

    def __init__(self, prefix: str) -> None:
        self._base = PREFIXES[prefix]

    def __getattr__(self, name: str) -> NamedNode:
        term = self[name]
        self.__dict__[name] = term  # the next time it is found without coming here
        return term

    def __getitem__(self, name: str) -> NamedNode:
        return NamedNode(self._base + name)


class OntologyTerms(Vocabulary):
    """Terms of our own ontology; a misspelt one raises VocabularyError instead of making a new term."""

    def __getitem__(self, name: str) -> NamedNode:
        if name not in TERMS:
            raise VocabularyError("term", name, TERMS)
        return super().__getitem__(name)


KG: Final = OntologyTerms("kg")
GEO: Final = Vocabulary("geo")
OA: Final = Vocabulary("oa")
PROV: Final = Vocabulary("prov")
RDF: Final = Vocabulary("rdf")
RDFS: Final = Vocabulary("rdfs")
SCHEMA: Final = Vocabulary("schema")
SKOS: Final = Vocabulary("skos")
DCT: Final = Vocabulary("dct")
XSD: Final = Vocabulary("xsd")


def node(room: str, id_: str) -> NamedNode:
    """The node of an actor, a place, an article, a claim, a relationship, a source or a run."""
    return NamedNode(PREFIXES[room] + quote(id_, safe=SAFE))


def id_of(room: str, iri: NamedNode | str) -> str:
    """The identifier inside a node's address; raises DataError where the node is of another room."""
    text = iri if isinstance(iri, str) else iri.value
    if not text.startswith(PREFIXES[room]):
        raise DataError(f"<{text}> is no {room}.")
    return unquote(text.removeprefix(PREFIXES[room]))


def term_name(iri: NamedNode) -> str:
    """Local name of a term of our ontology: kg:fights → "fights"; raises DataError for anything else."""
    if not iri.value.startswith(NAMESPACE):
        raise DataError(f"<{iri.value}> is no term of the ontology.")
    return iri.value.removeprefix(NAMESPACE)


def compact(iri: str) -> str:
    """The address with its prefix where one fits ("actor:wagner"), else the address."""
    fitting = (p for p, base in PREFIXES.items() if iri.startswith(base) and len(iri) > len(base))
    prefix = max(fitting, key=lambda p: len(PREFIXES[p]), default=None)
    return iri if prefix is None else f"{prefix}:{iri.removeprefix(PREFIXES[prefix])}"
