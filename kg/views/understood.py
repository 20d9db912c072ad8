"""What was read in one article, with all that an explanation needs; made by kg.understanding, drawn by views."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Actor, Article, Claim, Evidence, Mention, Place, Sentence, Span
from kg.views.data import object_is_place
from kg.vocabulary import KIND_LABELS, LABELS, PLACE_LABELS, Modality, Polarity


@dataclass(frozen=True, slots=True)
class Proposed:
    """A claim of one sentence before the article's are merged, and the features that its confidence rests on."""

    claim: Claim
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Understood:
    """One article as it was read. `claims` are in the order in which `kg claims` prints them, numbered from 1."""

    article: Article
    spans: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    claims: tuple[Claim, ...]
    sentences: tuple[Sentence, ...] = ()  # parsed and mended, inserts among them
    proposed: tuple[Proposed, ...] = ()
    skipped: str | None = None

    def actor(self, id_: str) -> str:
        """The actor's label."""
        return self.actors[id_].label if id_ in self.actors else id_

    def place(self, id_: str) -> str:
        """The place's label."""
        return self.places[id_].label if id_ in self.places else id_

    def object(self, claim: Claim) -> str:
        """The label of what the claim's relation points to."""
        return self.place(claim.object) if object_is_place(claim.relation) else self.actor(claim.object)

    def proposals(self, claim: Claim, evidence: Evidence | None = None) -> list[Proposed]:
        """What the sentences said before it became this claim, the surest first; of one sentence if given."""
        where = {e.start for e in ([evidence] if evidence else claim.evidence)}
        same = (claim.relation, claim.ends, claim.polarity, claim.modality)
        found = [
            p
            for p in self.proposed
            if (p.claim.relation, p.claim.ends, p.claim.polarity, p.claim.modality) == same
            and p.claim.evidence[0].start in where
        ]
        return sorted(found, key=lambda p: (p.claim.rule != claim.rule, -p.claim.confidence))


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """One claim in words; `details` are its qualifiers: place, time, manner, voice."""

    number: int
    subject: str
    relation: str
    object: str
    details: tuple[str, ...]
    claim: Claim

    @property
    def line(self) -> str:
        """The claim in one line, its confidence last."""
        told = f"{self.subject} \u2014 {self.relation} \u2192 {self.object}"
        return ", ".join((told, *self.details, f"{self.claim.confidence:.2f}"))


def claim_words(read: Understood, number: int) -> ClaimWords:
    """The article's claim of that number, counted from 1."""
    claim = read.claims[number - 1]
    details = [
        f"at {read.place(claim.place)}" if claim.place else "",
        _when(claim),
        claim.polarity.value if claim.polarity is not Polarity.ASSERTED else "",
        claim.modality.value if claim.modality is not Modality.ACTUAL else "",
        _voice(read, claim),
    ]
    return ClaimWords(
        number,
        read.actor(claim.subject),
        LABELS[claim.relation].en,
        read.object(claim),
        tuple(detail for detail in details if detail),
        claim,
    )


def _when(claim: Claim) -> str:
    start, end = (d.edtf if d else "" for d in (claim.start, claim.end))
    if start and end:
        return start if start == end else f"from {start} until {end}"
    return f"from {start}" if start else f"until {end}" if end else ""


def _voice(read: Understood, claim: Claim) -> str:
    if claim.claimant is None:
        return ""
    behalf = f" on behalf of {read.actor(claim.on_behalf_of)}" if claim.on_behalf_of else ""
    return f"according to {read.actor(claim.claimant)}{behalf}"


def stands_for(read: Understood, mention: Mention) -> str:
    """Whom and what a mention stands for, with their kinds; "nobody" where it is not resolved."""
    actor, place = read.actors.get(mention.actor or ""), read.places.get(mention.place or "")
    parts = [f"{actor.label} ({KIND_LABELS[actor.kind].en})"] if actor else [mention.actor] if mention.actor else []
    parts += [f"{place.label} ({PLACE_LABELS[place.kind].en})"] if place else [mention.place] if mention.place else []
    return " / ".join(parts) or "nobody"
