"""Quads laid out by subject and property, for reading values back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import DataError
from kg.graph.namespaces import PREFIXES, RDF
from kg.graph.terms import Term

T = TypeVar("T")


class Facts:
    """Quads by subject and property; the graph that they stand in does not matter here."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._by: dict[NamedNode, dict[NamedNode, set[Term]]] = {}
        for quad in quads:
            if isinstance(quad.subject, NamedNode):
                self._by.setdefault(quad.subject, {}).setdefault(quad.predicate, set()).add(quad.object)

    def nodes(self, subject: NamedNode, property_: NamedNode) -> list[NamedNode]:
        """Every value that is a node, sorted."""
        found = [v for v in self._values(subject, property_) if isinstance(v, NamedNode)]
        return sorted(found, key=lambda value: value.value)

    def literals(self, subject: NamedNode, property_: NamedNode) -> list[Literal]:
        """Every value that is a literal, sorted by text and language."""
        found = [v for v in self._values(subject, property_) if isinstance(v, Literal)]
        return sorted(found, key=lambda value: (value.value, value.language or ""))

    def node(self, subject: NamedNode, property_: NamedNode) -> NamedNode | None:
        """The one node, or None; raises DataError where there are several."""
        return _one(subject, property_, self.nodes(subject, property_))

    def text(self, subject: NamedNode, property_: NamedNode) -> str | None:
        """The one literal's text, or None; raises DataError where there are several."""
        return _one(subject, property_, [value.value for value in self.literals(subject, property_)])

    def need(self, subject: NamedNode, property_: NamedNode) -> NamedNode:
        """The one node; raises DataError where there is none."""
        return _needed(subject, property_, self.node(subject, property_))

    def need_text(self, subject: NamedNode, property_: NamedNode) -> str:
        """The one literal's text; raises DataError where there is none."""
        return _needed(subject, property_, self.text(subject, property_))

    def instances(self, class_: NamedNode) -> list[NamedNode]:
        """Subjects of a class, sorted."""
        found = (subject for subject, by in self._by.items() if class_ in by.get(RDF.type, ()))
        return sorted(found, key=lambda subject: subject.value)

    def subjects_in(self, room: str) -> Iterator[NamedNode]:
        """Subjects whose address is in the room, sorted."""
        found = (subject for subject in self._by if subject.value.startswith(PREFIXES[room]))
        return iter(sorted(found, key=lambda subject: subject.value))

    def _values(self, subject: NamedNode, property_: NamedNode) -> set[Term]:
        return self._by.get(subject, {}).get(property_, set())


def _one(subject: NamedNode, property_: NamedNode, found: list[T]) -> T | None:
    if len(found) > 1:
        raise DataError(f"<{subject.value}> has {len(found)} values of <{property_.value}>, where one may stand.")
    return found[0] if found else None


def _needed(subject: NamedNode, property_: NamedNode, found: T | None) -> T:
    if found is None:
        raise DataError(f"<{subject.value}> has no <{property_.value}>: read its article again.")
    return found
