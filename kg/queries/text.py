"""The text of a query, read as far as safety and binding need: what stands outside strings, addresses and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from kg.errors import QueryError
from kg.graph.terms import Term

Bindings: TypeAlias = Mapping[str, Term | tuple[Term, ...]]

# The order matters: a comment cannot begin inside an address, nor an address inside a string.
_OPAQUE = re.compile(
    r'''"""(?:[^"\\]|\\.|"(?!""))*"""'''
    r"""|'''(?:[^'\\]|\\.|'(?!''))*'''"""
    r'''|"(?:[^"\\\n\r]|\\.)*"'''
    r"""|'(?:[^'\\\n\r]|\\.)*'"""
    r"""|<[^<>"{}|^`\\\x00-\x20]*>"""
    r"""|\#[^\n\r]*""",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_VARIABLE = re.compile(r"[?$](\w+)")


def blanked(query: str) -> str:
    """The query with strings, addresses and comments as spaces, so that offsets stay what they are."""
    return _OPAQUE.sub(lambda found: re.sub(r"[^\n\r]", " ", found[0]), query)


def unescaped(query: str) -> str:
    r"""The query with \\uXXXX and \\UXXXXXXXX as the characters that they stand for; SPARQL reads them everywhere."""

    def character(found: re.Match[str]) -> str:
        code = int(found[1] or found[2], 16)
        return chr(code) if code < 0x110000 else found[0]

    return _ESCAPE.sub(character, query)


def words(query: str) -> Iterator[tuple[str, int]]:
    """Words outside strings, addresses and comments, with their offsets; not the names of variables or of prefixes."""
    for found in re.finditer(r"(?<![?$\w])[A-Za-z_]\w*", blanked(query)):
        yield found[0], found.start()


def position(query: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1."""
    before = query[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def bound(query: str, terms: Bindings) -> str:
    """The query with terms in the place of variables; several terms of one variable stand side by side, for VALUES.

    Only whole variables outside strings, addresses and comments give way, each to the term as the RDF library writes
    it: whatever a term says, it stays one term.

    Raises:
        QueryError: a term's variable is not in the query.
    """
    variables = list(_VARIABLE.finditer(blanked(query)))
    missing = sorted(terms.keys() - {match[1] for match in variables})
    if missing:
        raise QueryError(f"The query has no variable ?{missing[0]} to bind.")
    parts, end = [], 0
    for match in variables:
        if match[1] in terms:
            parts += [query[end : match.start()], _written(terms[match[1]])]
            end = match.end()
    return "".join([*parts, query[end:]])


def _written(terms: Term | tuple[Term, ...]) -> str:
    return " ".join(map(str, terms)) if isinstance(terms, tuple) else str(terms)
