"""What the page's script reads: the picture as plain JSON values. Days count from 1970-01-01; spans are half open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from kg.dates import ImpreciseDate, add_days, day_after
from kg.model import Actor, Claim, Phase, Place, Relationship
from kg.views.data import PageData, Succession, cited_claims, nodes_of, object_is_place, place_node
from kg.views.names import lines_of, short_names
from kg.views.palette import LINES, MARKS, PLACE_MARK
from kg.vocabulary import SIGNATURES, Kind, Relation

SCHEMA: Final = "allegiance-page"
VERSION: Final = 1
EVENT_DAYS: Final = 180  # how long an event stays in sight after its date
_EPOCH: Final = date(1970, 1, 1).toordinal()

Json = dict[str, Any]


def payload(picture: PageData) -> Json:
    """The whole picture but its drawing, which is pyvis's."""
    claim_index = {c.key: i for i, c in enumerate(picture.claims)}
    source_index = {s.id: i for i, s in enumerate(picture.sources)}
    names = {p.id: p.label for p in picture.places} | {a.id: a.label for a in picture.actors}
    claims = {c.key: c for c in picture.claims}
    short = short_names(picture)
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "nodes": [*(_actor(a, short[a.id]) for a in picture.actors), *map(_place, picture.places)],
        "sources": [
            {"title": s.title, "outlet": s.outlet, "date": day(s.published), "url": s.url, "language": s.language}
            for s in picture.sources
        ],
        "claims": [_claim(c, source_index, names) for c in picture.claims],
        "edges": [_edge(r, claim_index, claims) for r in picture.relationships],
        "lineage": lineage(picture),
        "relations": {r.value: _relation(r) for r in LINES},
        "marks": {k.value: MARKS[k]._asdict() for k in Kind} | {"Place": PLACE_MARK._asdict()},
        "eventDays": EVENT_DAYS,
    }


def day(when: date | None) -> int | None:
    """Days since 1970-01-01, negative before."""
    return None if when is None else when.toordinal() - _EPOCH


def lineage(picture: PageData) -> list[Json]:
    """One entry for each pair of an earlier and a later actor, curated or claimed.

    The curated date goes before a claimed one. `edge` is the claimed relationship's key, or None.
    """
    links: dict[tuple[str, str], Json] = {}
    claims = {c.key: c for c in picture.claims}
    for s in picture.successions:
        links[s.earlier, s.later] = _succession(s)
    for r in (r for r in picture.relationships if r.relation is Relation.SUCCEEDS):
        when = _claimed_date(r, claims)
        known = links.get((r.object, r.subject))
        if known is None:
            known = _step(r.key, r.object, r.subject)
            links[r.object, r.subject] = known
        known["edge"] = r.key
        if known["day"] is None and when is not None:
            known["when"], known["day"] = when.edtf, day(when.earliest or when.latest)
    return [links[pair] for pair in sorted(links)]


def _actor(actor: Actor, short: str) -> Json:
    since, until = (d.edtf if d else None for d in actor.existed)
    return {
        "id": actor.id,
        "label": actor.label,
        "short": short,
        "lines": list(lines_of(short)),
        "names": [n for n in dict.fromkeys(actor.names) if n != actor.label],
        "kind": actor.kind.value,
        "place": False,
        "since": since,
        "until": until,
        "curated": actor.curated,
    }


def _place(place: Place) -> Json:
    return {
        "id": place_node(place.id),
        "label": place.label,
        "short": place.label,
        "lines": list(lines_of(place.label)),
        "names": [n for n in dict.fromkeys(place.names) if n != place.label],
        "kind": place.kind.value,
        "place": True,
        "since": None,
        "until": None,
        "curated": True,
    }


def _claim(claim: Claim, sources: Mapping[str, int], names: Mapping[str, str]) -> Json:
    return {
        "quotes": [e.quote for e in claim.evidence],
        "source": sources[claim.article],
        "day": day(claim.reported),
        "by": names.get(claim.claimant) if claim.claimant else None,
        "behalf": names.get(claim.on_behalf_of) if claim.on_behalf_of else None,
        "confidence": round(claim.confidence, 2),
        "polarity": claim.polarity.value,
        "modality": claim.modality.value,
        "at": names.get(claim.place) if claim.place else None,
        "start": claim.start.edtf if claim.start else None,
        "end": claim.end.edtf if claim.end else None,
        "rule": claim.rule,
    }


def _edge(relationship: Relationship, index: Mapping[str, int], claims: Mapping[str, Claim]) -> Json:
    r = relationship
    return {
        "id": r.key,
        "a": nodes_of(r)[0],
        "b": nodes_of(r)[1],
        "relation": r.relation.value,
        "phases": [_phase(p, index) for p in r.phases],
        "aside": _aside(r, claims),
        "for": [index[k] for k in r.claims],
        "against": [index[k] for k in r.denied],
        "possible": [index[k] for k in r.possible],
        "announced": [index[k] for k in r.announced],
        "reports": [day(d) for d in r.reports],
    }


def _phase(phase: Phase, index: Mapping[str, int]) -> list[Any]:
    cited = [index[k] for k in phase.claims]
    return [phase.status.value, day(phase.start), day(phase.end), phase.reason, cited]


def _aside(relationship: Relationship, claims: Mapping[str, Claim]) -> list[list[Any]]:
    """Spans in which it is only denied, announced or said to be possible: from the report on, for the persistence."""
    lasting = SIGNATURES[relationship.relation].persistence or EVENT_DAYS
    said = {"denied": relationship.denied, "announced": relationship.announced, "possible": relationship.possible}
    return [
        [how, day(when), day(add_days(when, lasting))]
        for how, keys in said.items()
        for when in sorted(filter(None, {claims[k].reported for k in keys}))
    ]


def _relation(relation: Relation) -> Json:
    line, signature = LINES[relation], SIGNATURES[relation]
    return {
        **line._asdict(),
        "event": signature.event,
        "symmetric": signature.symmetric,
        "group": signature.group,
        "persistence": signature.persistence or EVENT_DAYS,
        "toPlace": object_is_place(relation),
    }


def _succession(s: Succession) -> Json:
    first = (s.when.earliest or s.when.latest) if s.when else None
    when = s.when.edtf if s.when else None
    return _step(s.key, s.earlier, s.later) | {"kind": s.kind, "source": s.source, "when": when, "day": day(first)}


def _step(key: str, earlier: str, later: str) -> Json:
    return {"id": key, "from": earlier, "to": later, "kind": "", "source": "", "when": None, "day": None, "edge": None}


def _claimed_date(relationship: Relationship, claims: Mapping[str, Claim]) -> ImpreciseDate | None:
    """The best dated claim's start, else the first report as an upper bound."""
    dated = [c.start for k in relationship.claims if (c := claims[k]).start and c.start.is_bounded]
    if dated:
        return min(dated, key=lambda d: (_width(d), d.edtf))
    reported = [c.reported for k in cited_claims(relationship) if (c := claims[k]).reported]
    first = min((d for d in reported if d), default=None)
    return ImpreciseDate.parse(f"../{first.isoformat()}") if first else None


def _width(when: ImpreciseDate) -> int:
    return (day_after(when.latest) - when.earliest).days if when.latest and when.earliest else 10**6
