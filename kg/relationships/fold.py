"""Folding: claims in, one relationship a pair out, with what held when and why.

Groups (see `ledger`) are folded one by one, so that one more article refolds only what it touches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from kg.dates import ImpreciseDate
from kg.model import Claim, Relationship
from kg.relationships.days import joined, ordinals
from kg.relationships.enders import Ender, Enders, own_ends, succeeded
from kg.relationships.episodes import within_episodes
from kg.relationships.ledger import POSTS, TIES, Entry, Group, Ledger, is_fact, pair_group
from kg.relationships.life import Life, within_lives
from kg.relationships.phases import phases_of
from kg.relationships.sayings import Saying, said_by
from kg.vocabulary import SIGNATURES, Modality, Polarity, Relation, Status

Existence = tuple[ImpreciseDate | None, ImpreciseDate | None]


def fold(
    claims: Iterable[Claim],
    *,
    persistence: Mapping[Relation, int] | None = None,
    existence: Mapping[str, Existence] | None = None,
    allied: Iterable[tuple[str, str]] = (),
) -> tuple[Relationship, ...]:
    """Every relationship that a claim speaks of, sorted by relation, subject and object.

    `persistence` overrides the ontology's days; `existence` says when an actor was there; `allied` are actors, in
    either order, that are never rivals for a place, whatever the claims say (an army and its government).
    """
    ledger = Ledger.of(claims)
    return fold_groups(ledger, ledger.groups, persistence=persistence, existence=existence, allied=allied)


def fold_groups(
    ledger: Ledger,
    groups: Iterable[Group],
    *,
    persistence: Mapping[Relation, int] | None = None,
    existence: Mapping[str, Existence] | None = None,
    allied: Iterable[tuple[str, str]] = (),
) -> tuple[Relationship, ...]:
    """The relationships of some groups alone, as `fold` would give them."""
    folding = _Folding(ledger, dict(persistence or {}), dict(existence or {}), frozenset(map(frozenset, allied)))
    found = [relationship for group in sorted(set(groups)) for relationship in folding.group(group)]
    return tuple(sorted(found, key=lambda r: (r.relation, r.subject, r.object)))


@dataclass(slots=True)
class _Folding:
    """One fold: the claims, what was set, and which alliances were asked for already."""

    ledger: Ledger
    persistence: dict[Relation, int]
    existence: dict[str, Existence]
    always_allied: frozenset[frozenset[str]]
    _ties: dict[Group, list[tuple[int, int]]] = field(default_factory=dict)

    def group(self, group: Group, relations: Container[Relation] = frozenset(Relation)) -> Iterator[Relationship]:
        """The relationships of one group, or those of some relations alone."""
        entries = self.ledger.entries_in(group)
        enders = Enders(entry for entry in entries if is_fact(entry.claim))
        pairs: dict[tuple[Relation, str, str], list[Entry]] = defaultdict(list)
        for entry in (entry for entry in entries if entry.claim.relation in relations):
            pairs[(entry.claim.relation, *entry.claim.ends)].append(entry)
        for (relation, subject, object_), about in sorted(pairs.items(), key=itemgetter(0)):
            yield self._relationship(relation, (subject, object_), about, enders)

    def _relationship(
        self, relation: Relation, ends: tuple[str, str], about: list[Entry], enders: Enders
    ) -> Relationship:
        told = [entry for entry in about if is_fact(entry.claim)]
        asserted = [entry for entry in about if entry.claim.polarity is Polarity.ASSERTED]
        return Relationship(
            *(ends[0], relation, ends[1]),
            phases=phases_of(self._sayings(relation, ends, told, enders)),
            claims=_keys(told),
            denied=_keys(e for e in about if e.claim.polarity is Polarity.DENIED),
            possible=_keys(e for e in asserted if e.claim.modality is Modality.POSSIBLE),
            announced=_keys(e for e in asserted if e.claim.modality is Modality.PLANNED),
            reports=tuple(sorted({e.claim.reported for e in told if e.claim.reported})),
        )

    def _sayings(self, relation: Relation, ends: tuple[str, str], told: list[Entry], enders: Enders) -> list[Saying]:
        days = self._days(relation)
        said = [saying for entry in told if (saying := said_by(entry, days))]
        if not said:
            return []
        sayings = within_episodes(said, [*self._ended_by(relation, ends, enders), *own_ends(told, days)], days)
        if SIGNATURES[relation].event:
            return sayings
        return within_lives(sayings, (Life.of(self.existence[end]) for end in ends if end in self.existence))

    def _days(self, relation: Relation) -> int:
        return self.persistence.get(relation, SIGNATURES[relation].persistence or 0)

    def _ended_by(self, relation: Relation, ends: tuple[str, str], enders: Enders) -> Iterator[Ender]:
        yield from enders.between(relation, ends)
        if relation is Relation.CONTROLS:
            yield from enders.taken_by_others(ends[0], self._allied, self._days(relation))
        elif relation in POSTS and ends[0] in self.ledger.successions:
            successions = self.ledger.successions_of(ends[0])
            yield from succeeded(successions, lambda person: self._has(person, relation, ends[1]))

    def _has(self, person: str, relation: Relation, actor: str) -> bool:
        return (relation, actor) in self.ledger.posts.get(person, ())

    def _allied(self, one: str, other: str, day: int) -> bool:
        """Whether two actors were allied, or one part of the other, on the day: held or presumed."""
        if frozenset((one, other)) in self.always_allied:
            return True
        return any(start <= day < end for start, end in self._tied(pair_group(one, other)))

    def _tied(self, group: Group) -> list[tuple[int, int]]:
        """The days, half-open, on which two actors were tied to each other."""
        if group not in self._ties:
            ties = self.group(group, TIES) if group in self.ledger.groups else ()
            phases = (phase for tie in ties for phase in tie.phases if phase.status in (Status.HELD, Status.PRESUMED))
            self._ties[group] = joined(ordinals(phase.start, phase.end) for phase in phases)
        return self._ties[group]


def _keys(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(entry.key for entry in entries)
