"""What one article yields → the quads of its named graph. Pure: opens nothing and writes nothing.

No clock stands here: the same reading gives the same quads, whenever and wherever it is made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.dates import ImpreciseDate
from kg.graph.namespaces import GEO, KG, OA, PROV, RDF, SCHEMA, SKOS, XSD, node
from kg.graph.terms import (
    Object,
    boolean_literal,
    date_literal,
    decimal_literal,
    integer_literal,
    month_literal,
)
from kg.model import Actor, Article, Claim, Evidence, Place, Reading
from kg.vocabulary import SIGNATURES

Fact = tuple[NamedNode, NamedNode, Object]


def article_graph(id_: str) -> NamedNode:
    """The named graph of an article; its name is the article's own."""
    return node("article", id_)


def reading_quads(reading: Reading, run: str, described: Container[NamedNode] = ()) -> Iterator[Quad]:
    """All quads of one article's graph.

    Args:
        reading: what the article yields.
        run: version of the software and tables that read it.
        described: nodes that the reference graph describes already; only others are described here.
    """
    graph = article_graph(reading.article.id)
    for fact in _reading_facts(reading, run, described):
        yield Quad(*fact, graph)


def _reading_facts(reading: Reading, run: str, described: Container[NamedNode]) -> Iterator[Fact]:
    yield from article_facts(reading.article, reading.skipped)
    article = article_graph(reading.article.id)
    for actor in sorted(reading.actors.values(), key=lambda a: a.id):
        yield article, KG.mentions, node("actor", actor.id)
        if node("actor", actor.id) not in described:
            yield from actor_facts(actor)
    for place in sorted(reading.places.values(), key=lambda p: p.id):
        yield article, KG.mentions, node("place", place.id)
        if node("place", place.id) not in described:
            yield from place_facts(place)
    for claim in reading.claims:
        yield from claim_facts(claim, run)


# --- articles --------------------------------------------------------------------------------------------------


def article_facts(article: Article, skipped: str | None = None) -> Iterator[Fact]:
    """Describe the article itself. Where it was read from is a record of the store, not part of the text."""
    subject = article_graph(article.id)
    yield subject, RDF.type, SCHEMA.NewsArticle
    yield subject, SCHEMA.text, Literal(article.text)
    yield subject, KG.sha256, Literal(article.sha256)
    if article.title is not None:
        yield subject, SCHEMA.headline, Literal(article.title)
    if article.outlet is not None:
        yield subject, KG.outlet, Literal(article.outlet)
        yield subject, SCHEMA.publisher, source_node(article.outlet)
    if article.published is not None:
        yield subject, SCHEMA.datePublished, date_literal(article.published)
    if article.dated_by is not None:
        yield subject, KG.datedBy, KG[article.dated_by.value]
    if article.url is not None:
        yield subject, SCHEMA.url, Literal(article.url, datatype=XSD.anyURI)
    if article.language is not None:
        yield subject, SCHEMA.inLanguage, Literal(article.language)
    if skipped is not None:
        yield subject, KG.skipped, Literal(skipped)


def source_node(outlet: str) -> NamedNode:
    """The node of an outlet: one for all spellings that differ in case and spaces alone."""
    return node("source", "-".join(outlet.casefold().split()) or "unnamed")


# --- who and where ---------------------------------------------------------------------------------------------


def actor_facts(actor: Actor) -> Iterator[Fact]:
    """Describe an actor that an article brought, with the names that the article uses."""
    subject = node("actor", actor.id)
    yield subject, RDF.type, KG[actor.kind.value]
    yield from _names(subject, actor.label, actor.names)
    yield subject, KG.curated, boolean_literal(actor.curated)
    if actor.state is not None:
        yield subject, KG.ofState, node("actor", actor.state)
    for property_, when in zip((KG.existsFrom, KG.existsUntil), actor.existed, strict=True):
        if when is not None:
            yield subject, property_, Literal(when.edtf)


def place_facts(place: Place) -> Iterator[Fact]:
    """Describe a place that the reference graph lacks."""
    subject = node("place", place.id)
    yield subject, RDF.type, KG[place.kind.value]
    yield from _names(subject, place.label, place.names)
    yield subject, KG.curated, boolean_literal(False)
    if place.within is not None:
        yield subject, KG.within, node("place", place.within)
    if place.country is not None:
        yield subject, KG.country, node("place", place.country)
    for property_, degrees in ((GEO.lat, place.latitude), (GEO.long, place.longitude)):
        if degrees is not None:
            yield subject, property_, decimal_literal(degrees)


def _names(subject: NamedNode, label: str, names: tuple[str, ...]) -> Iterator[Fact]:
    yield subject, SKOS.prefLabel, Literal(label)
    for name in sorted(set(names) - {label}):
        yield subject, SKOS.altLabel, Literal(name)


# --- claims ----------------------------------------------------------------------------------------------------


def claim_facts(claim: Claim, run: str) -> Iterator[Fact]:
    """Describe one claim. The ends of a symmetric relation are sorted; kg:involves names both."""
    subject, article = node("claim", claim.key), article_graph(claim.article)
    first, second = end_nodes(claim)
    yield subject, RDF.type, KG.Claim
    yield subject, KG.key, Literal(claim.key)
    yield subject, KG.pair, node("relationship", claim.pair)
    yield subject, KG.subject, first
    yield subject, KG.relation, KG[claim.relation.value]
    yield subject, KG.object, second
    yield subject, KG.involves, first
    yield subject, KG.involves, second
    yield subject, KG.polarity, KG[claim.polarity.value]
    yield subject, KG.modality, KG[claim.modality.value]
    yield from _voice_facts(subject, claim)
    yield from _time_facts(subject, claim)
    yield subject, KG.confidence, decimal_literal(claim.confidence)
    yield subject, KG.rule, Literal(claim.rule)
    yield subject, PROV.wasDerivedFrom, article
    yield subject, PROV.wasGeneratedBy, node("run", run)
    for evidence in claim.evidence:
        yield subject, KG.evidence, evidence_node(article, evidence)
        yield from evidence_facts(article, evidence)


def end_nodes(claim: Claim) -> tuple[NamedNode, NamedNode]:
    """The nodes of a claim's two ends, sorted where the relation is symmetric."""
    first, second = claim.ends
    return node("actor", first), node(SIGNATURES[claim.relation].range, second)


def _voice_facts(subject: NamedNode, claim: Claim) -> Iterator[Fact]:
    if claim.claimant is not None:
        yield subject, KG.claimant, node("actor", claim.claimant)
    if claim.on_behalf_of is not None:
        yield subject, KG.onBehalfOf, node("actor", claim.on_behalf_of)
    if claim.place is not None:
        yield subject, KG.place, node("place", claim.place)


def _time_facts(subject: NamedNode, claim: Claim) -> Iterator[Fact]:
    if claim.start is not None:
        yield from _date_facts(subject, (KG.start, KG.startEarliest, KG.startLatest), claim.start)
    if claim.end is not None:
        yield from _date_facts(subject, (KG.end, KG.endEarliest, KG.endLatest), claim.end)
    if claim.reported is not None:
        yield subject, KG.reportedOn, date_literal(claim.reported)
        yield subject, KG.reportedMonth, month_literal(claim.reported)


def _date_facts(
    subject: NamedNode, properties: tuple[NamedNode, NamedNode, NamedNode], when: ImpreciseDate
) -> Iterator[Fact]:
    edtf, earliest, latest = properties
    yield subject, edtf, Literal(when.edtf)
    if when.earliest is not None:
        yield subject, earliest, date_literal(when.earliest)
    if when.latest is not None:
        yield subject, latest, date_literal(when.latest)


def evidence_node(article: NamedNode, evidence: Evidence) -> NamedNode:
    """The node of a sentence; claims that the same sentence supports share it."""
    return NamedNode(f"{article.value}#evidence-{evidence.start}-{evidence.end}")


def evidence_facts(article: NamedNode, evidence: Evidence) -> Iterator[Fact]:
    """Describe one piece of evidence as a Web Annotation: quote and half-open code point offsets."""
    span = f"{evidence.start}-{evidence.end}"
    annotation = evidence_node(article, evidence)
    target, quote, position = (NamedNode(f"{article.value}#{part}-{span}") for part in ("target", "quote", "position"))
    yield annotation, RDF.type, OA.Annotation
    yield annotation, OA.hasTarget, target
    yield target, OA.hasSource, article
    yield target, OA.hasSelector, quote
    yield quote, RDF.type, OA.TextQuoteSelector
    yield quote, OA.exact, Literal(evidence.quote)
    yield target, OA.hasSelector, position
    yield position, RDF.type, OA.TextPositionSelector
    yield position, OA.start, integer_literal(evidence.start)
    yield position, OA.end, integer_literal(evidence.end)


def fingerprint(quads: set[Quad]) -> str:
    """32 hexadecimal digits of a graph's statements, whatever their order."""
    lines = "\n".join(sorted(map(str, quads)))
    return hashlib.sha256(lines.encode()).hexdigest()[:32]
