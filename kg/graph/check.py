"""Checking a store article by article: SHACL shapes, and beside them what SHACL cannot say well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import pyshacl
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import RDF as RDFLIB_RDF
from rdflib import SH, Graph, URIRef
from rdflib import Literal as RdflibLiteral
from rdflib.term import Node

from kg.errors import KgError
from kg.graph.facts import Facts
from kg.graph.namespaces import KG, PROV, RELATIONSHIPS, SCHEMA, id_of, node
from kg.graph.store import Store
from kg.graph.terms import Term
from kg.graph.triples import article_graph, claim_facts, fingerprint
from kg.graph.values import claim_of
from kg.model import Claim
from kg.vocabulary import NAMESPACE, Modality, Polarity, Relation

READ_AGAIN = "Read the article again: `kg ingest` its file."
FOLD_AGAIN = "Fold the relationships again: `kg fold`."


@dataclass(frozen=True, slots=True)
class Violation:
    """Something that does not hold: where, which rule, what is wrong, and how to mend it."""

    article: str | None  # None: in the derived graph
    subject: str  # address of the claim or other node
    rule: str
    message: str
    mend: str


def check(store: Store) -> Iterator[Violation]:
    """Every violation, article by article, then those of the folded relationships."""
    classes = _classes(store)
    for id_ in store.article_ids():
        yield from check_article(store, id_, classes)
    yield from check_derived(store)


def check_article(store: Store, id_: str, classes: dict[NamedNode, set[str]] | None = None) -> list[Violation]:
    """The violations of one article's graph, sorted."""
    quads = set(store.article_quads(id_))
    known = _classes(store) if classes is None else classes
    found = [*_shape_violations(id_, quads, known), *_python_violations(id_, quads)]
    if store.fingerprint_of(id_) != fingerprint(quads):
        graph = article_graph(id_).value
        found.append(
            Violation(id_, graph, "untouched", "The graph is not what was written when it was read.", READ_AGAIN)
        )
    return sorted(set(found), key=lambda v: (v.subject, v.rule, v.message))


# --- SHACL -----------------------------------------------------------------------------------------------------


@cache
def shapes() -> Graph:
    """The shapes that the package carries."""
    return Graph().parse(data=files("kg.data").joinpath("shapes.ttl").read_text(encoding="utf-8"), publicID="urn:shape")


def _classes(store: Store) -> dict[NamedNode, set[str]]:
    """The classes of every actor and place, the general one included."""
    found = {node("actor", a.id): {a.kind.value, "Actor"} for a in store.actors().values()}
    return found | {node("place", p.id): {p.kind.value, "Place"} for p in store.places().values()}


def _shape_violations(id_: str, quads: Iterable[Quad], classes: dict[NamedNode, set[str]]) -> Iterator[Violation]:
    data = _rdflib_graph(quads, classes)
    conforms, report, text = pyshacl.validate(data, shacl_graph=shapes(), inference="none", advanced=False)
    if conforms:
        return
    if not isinstance(report, Graph):
        raise KgError(f"The shapes could not be checked: {text}")
    for result in report.subjects(RDFLIB_RDF.type, SH.ValidationResult):
        focus, shape = report.value(result, SH.focusNode), report.value(result, SH.sourceShape)
        yield Violation(id_, str(focus), *_rule(report, result, shape))


def _rule(report: Graph, result: Node, shape: Node | None) -> tuple[str, str, str]:
    """Name, message and mend of the shape that was violated; a shape inside a named one speaks with its own words."""
    known = shapes()
    name, mend = known.value(shape, SH.name), known.value(shape, SH.description)
    message = report.value(result, SH.resultMessage)
    return str(name or "shape"), str(message), str(mend or READ_AGAIN)


def _rdflib_graph(quads: Iterable[Quad], classes: dict[NamedNode, set[str]]) -> Graph:
    graph = Graph()
    mentioned = set()
    for quad in quads:
        graph.add((_rdflib_term(quad.subject), URIRef(quad.predicate.value), _rdflib_term(quad.object)))
        mentioned |= {term for term in (quad.subject, quad.object) if isinstance(term, NamedNode)}
    for term in mentioned & classes.keys():
        for class_ in classes[term]:
            graph.add((URIRef(term.value), RDFLIB_RDF.type, URIRef(NAMESPACE + class_)))
    return graph


def _rdflib_term(term: object) -> Node:
    if isinstance(term, Literal):
        if term.language:
            return RdflibLiteral(term.value, lang=term.language)
        # No datatype for plain strings would make rdflib tell "x" and "x"^^xsd:string apart.
        return RdflibLiteral(term.value, datatype=URIRef(term.datatype.value), normalize=False)
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    raise KgError(f"{term} is neither an address nor a value: our graphs have no blank nodes.")


# --- beside SHACL ----------------------------------------------------------------------------------------------


def _python_violations(id_: str, quads: set[Quad]) -> Iterator[Violation]:
    facts, graph = Facts(quads), article_graph(id_)
    texts = [text.value for text in facts.literals(graph, SCHEMA.text)]
    for subject in facts.instances(KG.Claim):
        yield from _home_violations(id_, subject, facts)
        yield from _undated_violations(id_, subject, facts)
        try:
            claim = claim_of(facts, subject)
        except (KgError, ValueError) as error:
            wrong = f"The claim cannot be read back: {str(error).removesuffix('.')}."
            yield Violation(id_, subject.value, "readable", wrong, READ_AGAIN)
            continue
        yield from _quote_violations(id_, subject, claim, texts[0] if texts else "")
        yield from _form_violations(id_, subject, claim, facts, quads)


def _home_violations(id_: str, subject: NamedNode, facts: Facts) -> Iterator[Violation]:
    for article in facts.nodes(subject, PROV.wasDerivedFrom):
        if article != article_graph(id_):
            wrong = f"The claim belongs to <{article.value}>, but stands in the graph of {id_}."
            yield Violation(id_, subject.value, "own graph", wrong, READ_AGAIN)


def _undated_violations(id_: str, subject: NamedNode, facts: Facts) -> Iterator[Violation]:
    for said, *bounds in ((KG.start, KG.startEarliest, KG.startLatest), (KG.end, KG.endEarliest, KG.endLatest)):
        if not facts.literals(subject, said) and any(facts.literals(subject, bound) for bound in bounds):
            wrong = f"The claim has bounds of a date that it does not say: <{said.value}> is missing."
            yield Violation(id_, subject.value, "undated", wrong, READ_AGAIN)


def _quote_violations(id_: str, subject: NamedNode, claim: Claim, text: str) -> Iterator[Violation]:
    for evidence in claim.evidence:
        if text[evidence.start : evidence.end] != evidence.quote or not evidence.quote:
            where = f"{evidence.start} to {evidence.end}"
            wrong = f"The quote {evidence.quote[:60]!r} is not what the article's text says at {where}."
            yield Violation(id_, subject.value, "quote", wrong, READ_AGAIN)


def _form_violations(id_: str, subject: NamedNode, claim: Claim, facts: Facts, quads: set[Quad]) -> Iterator[Violation]:
    """A claim that is written anew must give the same statements: bounds of dates, sorted ends, keys and months."""
    run = facts.node(subject, PROV.wasGeneratedBy)
    version = "" if run is None else id_of("run", run)
    expected: set[tuple[Term, Term, Term]] = {(s, p, o) for s, p, o in claim_facts(claim, version) if s == subject}
    written: set[tuple[Term, Term, Term]] = {(q.subject, q.predicate, q.object) for q in quads if q.subject == subject}
    if node("claim", claim.key) != subject:
        wrong = f"The claim's identifier is not that of what it says, {claim.key}."
        yield Violation(id_, subject.value, "identity", wrong, READ_AGAIN)
        return
    for _, property_, value in sorted(expected - written, key=str):
        wrong = f"What the claim says entails {property_} {value}, which is missing."
        yield Violation(id_, subject.value, "form", wrong, READ_AGAIN)
    for _, property_, value in sorted(written - expected, key=str):
        wrong = f"{property_} {value} does not follow from what the claim says."
        yield Violation(id_, subject.value, "form", wrong, READ_AGAIN)


# --- relationships ---------------------------------------------------------------------------------------------


def check_derived(store: Store) -> Iterator[Violation]:
    """What does not hold in the folded relationships: staleness, edges without an asserted claim, strange claims."""
    if store.is_stale:
        wrong = "The relationships were folded from other articles than those that are here now."
        yield Violation(None, RELATIONSHIPS.value, "fresh", wrong, FOLD_AGAIN)
    stating = _stating(store)
    facts = Facts(store.quads(RELATIONSHIPS))
    stated = set()
    for subject in facts.instances(KG.Relationship):
        claims = facts.nodes(subject, KG.statedBy)
        ends = {*facts.nodes(subject, KG.subject), *facts.nodes(subject, KG.object)}
        if claims:
            stated |= {(relation, frozenset(ends)) for relation in facts.nodes(subject, KG.relation)}
        for claim in claims:
            if claim not in stating:
                wrong = f"{claim.value} is not here as an asserted, actual claim, and states nothing."
                yield Violation(None, subject.value, "stated", wrong, FOLD_AGAIN)
    yield from _edge_violations(store, stated)


def _stating(store: Store) -> set[NamedNode]:
    """Claims that say that something is so: asked statement by statement, so that a damaged claim hides no other."""
    found = set()
    for id_ in store.article_ids():
        facts = Facts(store.article_quads(id_))
        for claim in facts.instances(KG.Claim):
            said = facts.nodes(claim, KG.polarity), facts.nodes(claim, KG.modality)
            if said == ([KG[Polarity.ASSERTED.value]], [KG[Modality.ACTUAL.value]]):
                found.add(claim)
    return found


def _edge_violations(store: Store, stated: set[tuple[NamedNode, frozenset[NamedNode]]]) -> Iterator[Violation]:
    relations = {KG[relation.value] for relation in Relation}
    for quad in sorted(store.quads(RELATIONSHIPS), key=str):
        if quad.predicate in relations and isinstance(quad.subject, NamedNode):
            ends = frozenset({quad.subject, quad.object})
            if (quad.predicate, ends) not in stated:
                wrong = f"The edge {quad.predicate.value} to {quad.object} rests on no asserted, actual claim."
                yield Violation(None, quad.subject.value, "edge", wrong, FOLD_AGAIN)
