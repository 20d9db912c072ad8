"""Claims by what they bear on, so that one more article refolds only the groups that it touches.

A group is a pair of actors, or a place. Two things cross groups: who is allied decides who loses a place, and a
successor in a post ends a predecessor's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from kg.model import Claim
from kg.vocabulary import SIGNATURES, Modality, Polarity, Relation

Group = tuple[str, ...]
"""("place", place) or ("pair", actor, actor), the actors sorted."""

POSTS = frozenset({Relation.LEADS, Relation.SPEAKS_FOR})
TIES = frozenset({Relation.ALLIED_WITH, Relation.AFFILIATED_WITH})
"""What makes two holders of one place no rivals."""
_TURNS_ON_TIES = TIES | {Relation.BREAKS_WITH, Relation.FIGHTS}


def pair_group(one: str, other: str) -> Group:
    """The group of all that is said between two actors."""
    return ("pair", min(one, other), max(one, other))


def place_group(place: str) -> Group:
    """The group of all that is said of one place."""
    return ("place", place)


def group_of(claim: Claim) -> Group:
    """The group that a claim belongs to."""
    if SIGNATURES[claim.relation].range == "place":
        return place_group(claim.object)
    return pair_group(claim.subject, claim.object)


def is_fact(claim: Claim) -> bool:
    """Whether the claim says that it is so; denied, possible and planned ones make nothing hold."""
    return claim.polarity is Polarity.ASSERTED and claim.modality is Modality.ACTUAL


class Entry(NamedTuple):
    """A claim and its key, which takes a hash to compute and is asked for often."""

    key: str
    claim: Claim


@dataclass(slots=True)
class Ledger:
    """All claims, each once, by group; with what is needed to see across groups."""

    groups: dict[Group, dict[str, Entry]] = field(default_factory=lambda: defaultdict(dict))
    successions: dict[str, dict[str, Entry]] = field(default_factory=lambda: defaultdict(dict))  # by predecessor
    predecessors: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # by successor
    holdings: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # actor → places
    posts: dict[str, set[tuple[Relation, str]]] = field(default_factory=lambda: defaultdict(set))  # person → posts

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> Ledger:
        """Enter all claims; one that is given twice counts once."""
        ledger = cls()
        for claim in claims:
            ledger.add(claim)
        return ledger

    def add(self, claim: Claim) -> None:
        """Enter one claim."""
        key, group = claim.key, self.groups[group_of(claim)]
        # The same claim read twice with different days: the choice must not depend on the order.
        if key in group and _rank(group[key].claim) <= _rank(claim):
            return
        group[key] = entry = Entry(key, claim)
        if not is_fact(claim):
            return
        if claim.relation is Relation.SUCCEEDS:
            self.successions[claim.object][key] = entry
            self.predecessors[claim.subject].add(claim.object)
        elif claim.relation is Relation.CONTROLS:
            self.holdings[claim.subject].add(claim.object)
        elif claim.relation in POSTS:
            self.posts[claim.subject].add((claim.relation, claim.object))

    def entries_in(self, group: Group) -> list[Entry]:
        """The group's claims, sorted by day of report, then by key."""
        return sorted(self.groups.get(group, {}).values(), key=lambda e: (e.claim.reported or date.max, e.key))

    def successions_of(self, person: str) -> list[Entry]:
        """Who is said to succeed that person, sorted by key."""
        return sorted(self.successions.get(person, {}).values(), key=lambda e: e.key)

    def touched_by(self, claims: Iterable[Claim]) -> frozenset[Group]:
        """Every group whose relationships may change when these claims, which the ledger knows, come or go."""
        return frozenset(group for claim in claims for group in self._touched(claim))

    def _touched(self, claim: Claim) -> Iterator[Group]:
        yield group_of(claim)
        if claim.relation in _TURNS_ON_TIES:
            shared = self.holdings.get(claim.subject, set()) & self.holdings.get(claim.object, set())
            yield from (place_group(place) for place in shared)
        if claim.relation is Relation.SUCCEEDS:
            yield from (pair_group(claim.object, of) for _, of in self.posts.get(claim.object, ()))
        if claim.relation in POSTS:
            yield from (pair_group(before, claim.object) for before in self.predecessors.get(claim.subject, ()))


def _rank(claim: Claim) -> tuple[str, str, float]:
    return (claim.reported.isoformat() if claim.reported else "~", claim.rule, claim.confidence)
