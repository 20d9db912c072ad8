"""One change between two days: a plain value, its kinds, and the order in which they are told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.model import Claim
from kg.relationships.spells import Spell
from kg.vocabulary import Kind, Relation

FRIENDLY = frozenset({Relation.ALLIED_WITH, Relation.SUPPORTS, Relation.AFFILIATED_WITH})
ORGANISATIONS = frozenset({Kind.INTERGOVERNMENTAL_ORGANISATION, Kind.COALITION})


class ChangeKind(StrEnum):
    """What kind of change; in the order in which they are told."""

    LINEAGE = "lineage"  # one succeeds another, with the way in `note`
    HANDS = "changed hands"  # the subject has taken the place
    LEFT = "left"  # a place
    FLIPPED = "flipped"  # between friendly and hostile
    FORMED = "formed"
    JOINED = "joined"
    QUIT = "left organisation"
    BROKEN = "broken"
    PEACE = "made peace"
    FOUGHT = "fighting"  # first known of in between
    ARRIVED = "arrived"
    ENDED = "ended"
    LAPSED = "no longer reported"  # no change in the world: a silence


ORDER = {kind: number for number, kind in enumerate(ChangeKind)}


@dataclass(frozen=True, slots=True)
class Change:
    """What changed, between two closed bounds; `earliest` None: not later than `latest`, which is a day of report.

    `sure` is False where it may lie outside the two days that were asked about. `before` are the actors that had the
    place before, `before_claims` the keys of the claims that say so. `claims` are keys, the first report first;
    `source` says where a curated change is from.
    """

    kind: ChangeKind
    subject: str
    relation: Relation
    object: str
    earliest: date | None
    latest: date
    claims: tuple[str, ...] = ()
    sure: bool = True
    note: str = ""
    before: tuple[str, ...] = ()
    before_claims: tuple[str, ...] = ()
    source: str = ""

    @property
    def order(self) -> tuple[int, str, date, str, str, str]:
        """The order in which changes are told: by kind, those of one place together, then by day."""
        place = self.object if self.kind is ChangeKind.HANDS else ""
        return ORDER[self.kind], place, self.latest, self.subject, self.relation, self.object


@dataclass(frozen=True, slots=True)
class Between:
    """The days that were asked about, after the one and up to the other, and the claims that are known."""

    after: date
    until: date
    claims: Mapping[str, Claim]
    kinds: Mapping[str, Kind]

    def includes(self, earliest: date | None, latest: date) -> bool:
        """Whether something with these bounds surely happened in between."""
        return earliest is not None and self.after < earliest and latest <= self.until

    def is_organisation(self, actor: str) -> bool:
        """Whether one can be a member of the actor."""
        return self.kinds.get(actor) in ORGANISATIONS

    def began(self, spell: Spell) -> bool:
        """Whether the spell surely began in between: nothing, not even a claim about its past, speaks of it before."""
        begun = spell.begun
        if begun is None or begun.start is None or not self.includes(spell.first, begun.start):
            return False
        behind = [self.claims[key] for key in begun.claims if key in self.claims]
        earlier = (c.start and c.start.earliest and c.start.earliest <= self.after for c in behind)
        return not any(earlier) and all(self._happened_by_then(claim) for claim in behind)

    def _happened_by_then(self, claim: Claim) -> bool:
        """Whether a fight of which only a span is known surely lies in between; what is no fight has begun."""
        if claim.relation is not Relation.FIGHTS:
            return True
        when = claim.end or claim.start
        days = [day for day in (when.latest if when else None, claim.reported) if day]
        return not days or min(days) <= self.until
