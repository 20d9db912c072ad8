"""Plain Python values ↔ RDF terms."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.graph.namespaces import XSD

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
Object: TypeAlias = NamedNode | Literal
Value: TypeAlias = str | int | float | bool | Decimal | date | datetime | None

INTEGERS = {XSD.integer.value, XSD.int.value, XSD.long.value, XSD.nonNegativeInteger.value}
FLOATS = {XSD.double.value, XSD.float.value}


class Iri(str):
    """An address, to be told from text."""

    __slots__ = ()


def date_literal(day: date) -> Literal:
    """A day as xsd:date."""
    return Literal(day.isoformat(), datatype=XSD.date)


def month_literal(day: date) -> Literal:
    """The month of a day as xsd:gYearMonth."""
    return Literal(f"{day.year:04d}-{day.month:02d}", datatype=XSD.gYearMonth)


def integer_literal(number: int) -> Literal:
    """A whole number as xsd:integer."""
    return Literal(str(number), datatype=XSD.integer)


def decimal_literal(number: float) -> Literal:
    """A number as xsd:decimal to six places, in the one form that the store gives back."""
    text = f"{number:.6f}".rstrip("0").rstrip(".")
    return Literal("0" if text == "-0" else text, datatype=XSD.decimal)


def boolean_literal(truth: bool) -> Literal:
    """A truth value as xsd:boolean."""
    return Literal("true" if truth else "false", datatype=XSD.boolean)


def value_of(term: Term | None) -> Value:
    """What a term says, as plain Python: an Iri, a text, a number, a truth value or a day; None where unbound.

    A literal whose text does not fit its datatype is given back as text: a query may make such, and no answer is lost.
    """
    if term is None:
        return None
    if isinstance(term, NamedNode):
        return Iri(term.value)
    if not isinstance(term, Literal):
        return str(term)
    try:
        return _literal_value(term.value, term.datatype.value)
    except (ValueError, InvalidOperation):
        return term.value


def _literal_value(text: str, datatype: str) -> Value:
    if datatype in INTEGERS:
        return int(text)
    if datatype == XSD.decimal.value:
        return Decimal(text)
    if datatype in FLOATS:
        return float(text)
    if datatype == XSD.boolean.value:
        return text in ("true", "1")
    if datatype == XSD.date.value:
        return date.fromisoformat(text)
    if datatype == XSD.dateTime.value:
        return datetime.fromisoformat(text)
    return text


def triple_line(quad: Quad) -> str:
    """The statement without its graph, as a line of N-Triples."""
    return str(quad.triple) + " ."
