"""What the store notes about itself, in the graph of records: runs, first recorded times, fingerprints.

The fingerprint of all articles together is the exclusive or of theirs, so that one article changes it at a fixed cost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.namespaces import KG, PROV, RDF, RECORDS, node
from kg.graph.terms import triple_line
from kg.graph.triples import Fact

NOTHING = "0" * 32


def toggled(total: str, *fingerprints: str | None) -> str:
    """The total with these fingerprints taken in, or out where they were in."""
    number = int(total, 16)
    for one in fingerprints:
        number ^= int(one or "0", 16)
    return f"{number:032x}"


def run_facts(run: str) -> Iterator[Fact]:
    """Describe the version of software and tables that read an article."""
    subject = node("run", run)
    yield subject, RDF.type, KG.Run
    yield subject, RDF.type, PROV.Activity
    yield subject, KG.softwareVersion, Literal(run)


def record_quads(facts: Iterable[Fact]) -> list[Quad]:
    """Facts as quads of the graph of records."""
    return [Quad(*fact, RECORDS) for fact in facts]


# --- updates ---------------------------------------------------------------------------------------------------


def insert(quads: Iterable[Quad]) -> str:
    """A SPARQL update that adds quads; terms are written and escaped by the store's own library."""
    return _data("INSERT DATA", quads)


def delete(quads: Iterable[Quad]) -> str:
    """A SPARQL update that takes quads away."""
    return _data("DELETE DATA", quads)


def drop(graph: NamedNode) -> str:
    """A SPARQL update that drops a graph."""
    return f"DROP SILENT GRAPH {graph}"


def set_record(subject: NamedNode, property_: NamedNode, value: Literal) -> list[str]:
    """SPARQL updates that note one value in the place of the old one."""
    fresh = insert([Quad(subject, property_, value, RECORDS)])
    return [*forget(subject, property_), fresh]


def forget(subject: NamedNode, property_: NamedNode | None = None) -> list[str]:
    """SPARQL updates that take away what is noted about the subject: one property, or all."""
    return [f"DELETE WHERE {{ GRAPH {RECORDS} {{ {subject} {property_ or '?property'} ?value }} }}"]


def _data(verb: str, quads: Iterable[Quad]) -> str:
    by_graph: dict[str, list[str]] = {}
    for quad in quads:
        by_graph.setdefault(str(quad.graph_name), []).append(triple_line(quad))
    blocks = (f"GRAPH {graph} {{\n" + "\n".join(lines) + "\n}" for graph, lines in by_graph.items())
    return f"{verb} {{ {' '.join(blocks)} }}"
