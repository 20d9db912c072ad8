"""What a rule proposes before qualifiers are read: a relation between two ends at a trigger."""

from __future__ import annotations

from dataclasses import dataclass

from kg.vocabulary import SIGNATURES, Modality, Polarity, Relation


@dataclass(frozen=True, slots=True)
class Proposal:
    """Subject and object are ids of actors or places; `trigger` is a token's index in the tree of the sentence."""

    relation: Relation
    subject: str
    object: str
    trigger: int
    rule: str
    sureness: float = 1.0  # what the way to the ends takes off
    begins: bool = False  # a date says when the state began ("captured")
    aside: bool = False  # said in passing ("X's leader NAME"): what the clause denies, dates or plans is not about it
    modality: Modality | None = None  # set by the rule itself, else read from the words around
    polarity: Polarity | None = None
    claimant: str | None = None

    @property
    def triple(self) -> tuple[str, ...]:
        """What is said of whom; the ends of a symmetric relation sorted."""
        ends = (
            sorted((self.subject, self.object)) if SIGNATURES[self.relation].symmetric else (self.subject, self.object)
        )
        return (self.relation, *ends)
