"""What a query may not do: change the store, or make this machine ask another."""

from __future__ import annotations

from kg.errors import QueryError
from kg.queries.text import position, unescaped, words

UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}
FORMS = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
ELSEWHERE = {"SERVICE", "LOAD"}


def refuse(query: str) -> None:
    r"""Raise QueryError for an update, and for the words that reach other servers.

    The query is looked at as it stands and with its \\u escapes undone: SPARQL reads both. This is the first of two
    layers; the second is that the guarded process can open no connection at all.
    """
    for view in (query, unescaped(query)):
        for word, offset in words(view):
            if _begins(word.upper(), ELSEWHERE):
                line, column = position(view, offset)
                what = "SERVICE and LOAD, which ask other servers, are refused"
                raise QueryError(f"Line {line}, column {column}: {what}.")
    first = next((word.upper() for word, _ in words(unescaped(query)) if word.upper() in UPDATES | FORMS), None)
    if first in UPDATES:
        raise QueryError(f"{first} would change the store: only SELECT, ASK, CONSTRUCT and DESCRIBE are run.")


def _begins(word: str, refused: set[str]) -> bool:
    """Whether a word is a refused one, alone or run together with SILENT, as in SERVICESILENT."""
    return word in refused or word.removesuffix("SILENT") in refused
