"""Folded relationships → the quads of the derived graph. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.namespaces import KG, RDF, RELATIONSHIPS, node
from kg.graph.terms import boolean_literal, date_literal, integer_literal
from kg.graph.triples import Fact
from kg.model import Phase, Relationship
from kg.vocabulary import SIGNATURES


def relationship_quads(relationships: Iterable[Relationship]) -> Iterator[Quad]:
    """Every relationship with its phases, and the plain edges that claims state."""
    for relationship in relationships:
        for fact in relationship_facts(relationship):
            yield Quad(*fact, RELATIONSHIPS)


def relationship_facts(relationship: Relationship) -> Iterator[Fact]:
    """Describe one relationship. Both ends are named by kg:involves; an edge stands only where a claim states it."""
    subject = node("relationship", relationship.key)
    first, second = node("actor", relationship.subject), _object_node(relationship)
    yield subject, RDF.type, KG.Relationship
    yield subject, KG.subject, first
    yield subject, KG.relation, KG[relationship.relation.value]
    yield subject, KG.object, second
    yield subject, KG.involves, first
    yield subject, KG.involves, second
    yield subject, KG.contested, boolean_literal(relationship.contested)
    yield subject, KG.claimCount, integer_literal(len(relationship.claims))
    yield from _report_facts(subject, relationship)
    yield from _voice_facts(subject, relationship)
    for number, phase in enumerate(relationship.phases, 1):
        yield from _phase_facts(subject, number, phase)
    yield from _edges(relationship, first, second)


def _object_node(relationship: Relationship) -> NamedNode:
    return node(SIGNATURES[relationship.relation].range, relationship.object)


def _report_facts(subject: NamedNode, relationship: Relationship) -> Iterator[Fact]:
    if relationship.reports:
        yield subject, KG.firstReport, date_literal(min(relationship.reports))
        yield subject, KG.lastReport, date_literal(max(relationship.reports))
    for day in relationship.reports:
        yield subject, KG.reported, date_literal(day)


def _voice_facts(subject: NamedNode, relationship: Relationship) -> Iterator[Fact]:
    voices = (
        (KG.statedBy, relationship.claims),
        (KG.deniedBy, relationship.denied),
        (KG.possiblyBy, relationship.possible),
        (KG.announcedBy, relationship.announced),
    )
    for property_, keys in voices:
        for key in keys:
            yield subject, property_, node("claim", key)


def _phase_facts(relationship: NamedNode, number: int, phase: Phase) -> Iterator[Fact]:
    subject = NamedNode(f"{relationship.value}#phase-{number}")
    yield relationship, KG.phase, subject
    yield subject, RDF.type, KG.Phase
    yield subject, KG.status, KG[phase.status.value]
    yield subject, KG.reason, Literal(phase.reason)
    if phase.start is not None:
        yield subject, KG["from"], date_literal(phase.start)
    if phase.end is not None:
        yield subject, KG.until, date_literal(phase.end)
    for key in phase.claims:
        yield subject, KG.restsOn, node("claim", key)


def _edges(relationship: Relationship, first: NamedNode, second: NamedNode) -> Iterator[Fact]:
    if not relationship.claims:
        return
    edge = KG[relationship.relation.value]
    yield first, edge, second
    if SIGNATURES[relationship.relation].symmetric:
        yield second, edge, first
