"""Lines: which actors became which, over any number of steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.gazetteer import Succession
from kg.relationships.occurrences import Pair
from kg.vocabulary import Relation

CARRIES_ON = frozenset({"renamed", "replaced", "merged", "absorbed"})  # a part that split off is another


class Lines:
    """What claims and the curated table say of who carries on whom."""

    def __init__(self, successions: Iterable[Succession], events: Mapping[Pair, object]) -> None:
        self._later: dict[str, set[str]] = {}
        for step in successions:
            if step.mode in CARRIES_ON:
                self._later.setdefault(step.predecessor, set()).add(step.successor)
        for relation, successor, predecessor in events:
            if relation is Relation.SUCCEEDS:
                self._later.setdefault(predecessor, set()).add(successor)

    def are_kin(self, one: str, other: str) -> bool:
        """Whether one of the two became the other."""
        return one in self._after(other) or other in self._after(one)

    def carries_on(self, actor: str) -> bool:
        """Whether the actor became what it is from another."""
        return any(actor in later for later in self._later.values())

    def _after(self, actor: str) -> set[str]:
        reached, open_ = set[str](), [actor]
        while open_:
            new = self._later.get(open_.pop(), set()) - reached
            reached |= new
            open_.extend(new)
        return reached
