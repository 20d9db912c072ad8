"""Asking a saved question: what a person typed becomes terms, the terms take their place, the rows come back."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from pyoxigraph import Literal, NamedNode

from kg.errors import InputError, QueryError, UnknownNameError, VocabularyError
from kg.graph.namespaces import KG, node
from kg.graph.store import Store
from kg.graph.terms import Term, Value, date_literal, integer_literal
from kg.graph.triples import source_node
from kg.queries.names import Names, folded
from kg.queries.results import Result
from kg.queries.run import ROWS, run
from kg.queries.saved import Parameter, Question, question
from kg.vocabulary import INVERSE_LABELS, LABELS, Relation

ANY = "any"
LATEST = "latest"
READS = "reads"


def ask(store: Store, name: str, arguments: Mapping[str, str], rows: int = ROWS, names: Names | None = None) -> Result:
    """The answer to a saved question.

    Args:
        store: what to ask.
        name: the question's name.
        arguments: texts by parameter, as typed; those with a default may be left out.
        rows: the most rows to give.
        names: what names mean, where the caller has it already.

    Raises:
        UnknownNameError: no such question, parameter, actor, place or source.
        QueryError: a parameter is missing.
        InputError: a value is no date or number, or a name that several bear.
    """
    asked = question(name)
    return in_words(run(store, asked.sparql, terms_for(store, asked, arguments, names), rows))


def in_words(result: Result) -> Result:
    """The answer with the relations of the column `reads` in words; "^supports" reads from object to subject."""
    if READS not in result.columns:
        return result
    column = result.columns.index(READS)
    rows = ((*row[:column], _words(row[column]), *row[column + 1 :]) for row in result.rows)
    return replace(result, rows=tuple(rows))


def _words(reads: Value) -> Value:
    text = str(reads)
    labels, relation = (INVERSE_LABELS, text[1:]) if text.startswith("^") else (LABELS, text)
    return labels[Relation(relation)].en if relation in set(Relation) else reads


def terms_for(
    store: Store, asked: Question, arguments: Mapping[str, str], names: Names | None = None
) -> dict[str, Term | tuple[Term, ...]]:
    """The terms that take the place of a question's variables; free ones are left out."""
    for given in arguments:
        asked.parameter(given)
    binder = _Binder(store, names)
    found = {p.name: binder.term(p, _given(asked, p, arguments)) for p in asked.parameters}
    return {name: term for name, term in found.items() if term is not None}


def _given(asked: Question, parameter: Parameter, arguments: Mapping[str, str]) -> str:
    text = arguments.get(parameter.name, parameter.default)
    if text is None:
        raise QueryError(f"The question {asked.name} needs --{parameter.name}: {parameter.note}")
    return text


class _Binder:
    """Texts to terms; names are looked up only where a parameter needs them."""

    def __init__(self, store: Store, names: Names | None) -> None:
        self._store = store
        self._known = names
        self._by_type: dict[str, Callable[[str], Term | tuple[Term, ...]]] = {
            "actor": lambda text: node("actor", self._names.resolve(text, "actor")),
            "place": lambda text: node("place", self._names.resolve(text, "place")),
            "end": self._end,
            "source": self._source,
            "date": self._date,
            "relation": _relation,
            "text": Literal,
            "integer": _integer,
        }

    def term(self, parameter: Parameter, text: str) -> Term | tuple[Term, ...] | None:
        """The term for a text, or None where the variable stays free."""
        if text == ANY and parameter.default == ANY:
            return None
        return self._by_type[parameter.type](text)

    @property
    def _names(self) -> Names:
        if self._known is None:
            self._known = Names.of(self._store)
        return self._known

    def _end(self, text: str) -> Term | tuple[Term, ...]:
        """Both the state and the country, where a name is of both."""
        rooms = [room for room in ("actor", "place") if self._names.candidates(text, room)]
        if not rooms:
            known = {*self._names.known("actor"), *self._names.known("place")}
            raise UnknownNameError("actor or place", text, known)
        return tuple(node(room, self._names.resolve(text, room)) for room in rooms)

    def _source(self, text: str) -> NamedNode:
        found = run(self._store, "SELECT DISTINCT ?s ?o { ?a schema:publisher ?s ; kg:outlet ?o }", rows=1_000_000)
        outlets = {str(outlet): NamedNode(str(source)) for source, outlet in found.rows}
        same = [outlet for outlet in sorted(outlets) if folded(outlet) == folded(text)]
        if source_node(text) in outlets.values():
            return source_node(text)
        if not same:
            raise UnknownNameError("source", text, outlets)
        return outlets[same[0]]

    def _date(self, text: str) -> Literal:
        if text == LATEST:
            return date_literal(self._latest())
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            raise InputError(f"{text!r} is no day: write it as in 2024-06-10.")
        try:
            return date_literal(date.fromisoformat(text))
        except ValueError:
            raise InputError(f"{text!r} is no day of the calendar.") from None

    def _latest(self) -> date:
        found = run(self._store, "SELECT (MAX(?day) AS ?latest) { ?article schema:datePublished ?day }").rows
        if not found or not isinstance(found[0][0], date):
            raise QueryError("No article here has a date: give the day with --date.")
        return found[0][0]


def _relation(text: str) -> NamedNode:
    if text not in set(Relation):
        raise VocabularyError("relation", text, [relation.value for relation in Relation])
    return KG[text]


def _integer(text: str) -> Literal:
    if not re.fullmatch(r"[+-]?\d{1,18}", text):
        raise InputError(f"{text!r} is no whole number.")
    return integer_literal(int(text))
