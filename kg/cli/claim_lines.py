"""Claims as JSON Lines: what `kg claims` prints and a scorer reads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from kg.model import Actor, Claim, Place, Reading
from kg.vocabulary import SIGNATURES


def lines_of(reading: Reading, least: float = 0.0) -> Iterator[str]:
    """One JSON object a claim whose confidence is at least so high, in the order of the text."""
    for claim in sorted(reading.claims, key=_place_in_text):
        if claim.confidence >= least:
            yield json.dumps(_record(claim, reading), ensure_ascii=False)


def _place_in_text(claim: Claim) -> tuple[int, str]:
    return (claim.evidence[0].start if claim.evidence else 0, claim.key)


def _record(claim: Claim, reading: Reading) -> dict[str, Any]:
    objects = reading.places if SIGNATURES[claim.relation].range == "place" else reading.actors
    return {
        "article": reading.article.source,
        "subject": _named(reading.actors[claim.subject]),
        "relation": claim.relation.value,
        "object": _named(objects[claim.object]),
        "place": _named(reading.places[claim.place]) if claim.place else None,
        "start": claim.start.edtf if claim.start else None,
        "end": claim.end.edtf if claim.end else None,
        "polarity": claim.polarity.value,
        "modality": claim.modality.value,
        "attributed_to": _named(reading.actors[claim.claimant]) if claim.claimant else None,
        "quote": " ".join(evidence.quote for evidence in claim.evidence) or None,
        "confidence": round(claim.confidence, 3),
        "reported": claim.reported.isoformat() if claim.reported else None,
        "rule": claim.rule,
        "id": claim.key,
    }


def _named(thing: Actor | Place) -> dict[str, Any]:
    return {"label": thing.label, "names": list(dict.fromkeys((thing.label, *thing.names)))}
