"""Quads → the values that they were made from: the way back of triples.py. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pyoxigraph import NamedNode

from kg.dates import ImpreciseDate
from kg.errors import DataError
from kg.graph.facts import Facts
from kg.graph.namespaces import GEO, KG, OA, PROV, RDF, SCHEMA, SKOS, id_of, term_name
from kg.model import Actor, Article, Claim, DatedBy, Evidence, Place
from kg.vocabulary import NAMESPACE, SIGNATURES, Kind, Modality, PlaceKind, Polarity, Relation

KINDS = frozenset(kind.value for kind in Kind)
PLACE_KINDS = frozenset(kind.value for kind in PlaceKind)


def article_of(facts: Facts, subject: NamedNode, source: str = "") -> Article:
    """The article; `source` is where the store's records say that it was read from."""
    published, dated_by = facts.text(subject, SCHEMA.datePublished), facts.node(subject, KG.datedBy)
    return Article(
        text=facts.need_text(subject, SCHEMA.text),
        source=source,
        title=facts.text(subject, SCHEMA.headline),
        outlet=facts.text(subject, KG.outlet),
        published=None if published is None else date.fromisoformat(published),
        dated_by=None if dated_by is None else DatedBy(term_name(dated_by)),
        url=facts.text(subject, SCHEMA.url),
        language=facts.text(subject, SCHEMA.inLanguage),
    )


def claims_of(facts: Facts) -> Iterator[Claim]:
    """Every claim, in the order of their keys."""
    return (claim_of(facts, subject) for subject in facts.instances(KG.Claim))


def claim_of(facts: Facts, subject: NamedNode) -> Claim:
    """One claim; raises DataError where a part that every claim has is missing or doubled."""
    relation = Relation(term_name(facts.need(subject, KG.relation)))
    reported = facts.text(subject, KG.reportedOn)
    return Claim(
        article=id_of("article", facts.need(subject, PROV.wasDerivedFrom)),
        subject=id_of("actor", facts.need(subject, KG.subject)),
        relation=relation,
        object=id_of(SIGNATURES[relation].range, facts.need(subject, KG.object)),
        polarity=Polarity(term_name(facts.need(subject, KG.polarity))),
        modality=Modality(term_name(facts.need(subject, KG.modality))),
        claimant=_optional_id("actor", facts.node(subject, KG.claimant)),
        place=_optional_id("place", facts.node(subject, KG.place)),
        start=_optional_date(facts.text(subject, KG.start)),
        end=_optional_date(facts.text(subject, KG.end)),
        on_behalf_of=_optional_id("actor", facts.node(subject, KG.onBehalfOf)),
        reported=None if reported is None else date.fromisoformat(reported),
        confidence=float(facts.need_text(subject, KG.confidence)),
        rule=facts.need_text(subject, KG.rule),
        evidence=tuple(sorted(_evidence_of(facts, subject), key=lambda e: (e.start, e.end))),
    )


def _evidence_of(facts: Facts, claim: NamedNode) -> Iterator[Evidence]:
    for annotation in facts.nodes(claim, KG.evidence):
        target = facts.need(annotation, OA.hasTarget)
        by_type = {facts.need(s, RDF.type): s for s in facts.nodes(target, OA.hasSelector)}
        if by_type.keys() != {OA.TextQuoteSelector, OA.TextPositionSelector}:
            raise DataError(f"<{annotation.value}> lacks its quote or its offsets: read its article again.")
        position = by_type[OA.TextPositionSelector]
        yield Evidence(
            quote=facts.need_text(by_type[OA.TextQuoteSelector], OA.exact),
            start=int(facts.need_text(position, OA.start)),
            end=int(facts.need_text(position, OA.end)),
        )


# --- who and where ---------------------------------------------------------------------------------------------


def actors_of(facts: Facts) -> dict[str, Actor]:
    """Every actor that the quads describe, by identifier."""
    found = ((subject, _kind(facts, subject, KINDS)) for subject in facts.subjects_in("actor"))
    actors = (actor_of(facts, subject, Kind(kind)) for subject, kind in found if kind is not None)
    return {actor.id: actor for actor in actors}


def places_of(facts: Facts) -> dict[str, Place]:
    """Every place that the quads describe, by identifier."""
    found = ((subject, _kind(facts, subject, PLACE_KINDS)) for subject in facts.subjects_in("place"))
    places = (place_of(facts, subject, PlaceKind(kind)) for subject, kind in found if kind is not None)
    return {place.id: place for place in places}


def actor_of(facts: Facts, subject: NamedNode, kind: Kind) -> Actor:
    """One actor; of several labels the English one, or else the first."""
    label, names = _names(facts, subject)
    return Actor(
        id=id_of("actor", subject),
        kind=kind,
        label=label,
        names=names,
        curated="true" in {value.value for value in facts.literals(subject, KG.curated)},
        state=_optional_id("actor", next(iter(facts.nodes(subject, KG.ofState)), None)),
        existed=(_first_date(facts, subject, KG.existsFrom), _first_date(facts, subject, KG.existsUntil)),
    )


def place_of(facts: Facts, subject: NamedNode, kind: PlaceKind) -> Place:
    """One place; of several labels the English one, or else the first."""
    label, names = _names(facts, subject)
    return Place(
        id=id_of("place", subject),
        kind=kind,
        label=label,
        names=names,
        within=_optional_id("place", next(iter(facts.nodes(subject, KG.within)), None)),
        country=_optional_id("place", next(iter(facts.nodes(subject, KG.country)), None)),
        latitude=_degrees(facts, subject, GEO.lat),
        longitude=_degrees(facts, subject, GEO.long),
    )


def _kind(facts: Facts, subject: NamedNode, kinds: frozenset[str]) -> str | None:
    """The kind, or the first of the kinds that articles gave it; None where nothing says."""
    found = (value.value.removeprefix(NAMESPACE) for value in facts.nodes(subject, RDF.type))
    return next((kind for kind in found if kind in kinds), None)


def _names(facts: Facts, subject: NamedNode) -> tuple[str, tuple[str, ...]]:
    """The label, and all names with the label first."""
    labels = facts.literals(subject, SKOS.prefLabel)
    if not labels:
        raise DataError(f"<{subject.value}> has no label: read its article again.")
    label = next((x.value for x in labels if x.language == "en"), labels[0].value)
    more = (x.value for p in (SKOS.prefLabel, SKOS.altLabel, KG.acronym) for x in facts.literals(subject, p))
    return label, tuple(dict.fromkeys((label, *more)))


def _optional_id(room: str, found: NamedNode | None) -> str | None:
    return None if found is None else id_of(room, found)


def _optional_date(text: str | None) -> ImpreciseDate | None:
    return None if text is None else ImpreciseDate.parse(text)


def _first_date(facts: Facts, subject: NamedNode, property_: NamedNode) -> ImpreciseDate | None:
    return next((ImpreciseDate.parse(x.value) for x in facts.literals(subject, property_)), None)


def _degrees(facts: Facts, subject: NamedNode, property_: NamedNode) -> float | None:
    return next((float(x.value) for x in facts.literals(subject, property_)), None)
