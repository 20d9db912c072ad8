"""The errors that a user can meet: one root, one clear sentence each.

KgError
├── InputError          a file, a line or a value that cannot be read
│   └── DateError       a text that is no EDTF date of the kinds we read
├── VocabularyError     a relation, kind or property that the ontology lacks
├── UnknownNameError    an actor, a place or a question that nobody knows ("did you mean …?")
├── DataError           our own tables are damaged or do not fit together
├── StoreError          the store cannot be opened, read or written
│   └── StoreBusyError  another process writes it
├── QueryError          SPARQL that is wrong or refused
│   └── QueryTimeoutError
└── ParserError         the parser's model is missing or not of the right kind

`kg.cli` turns a KgError into one line on stderr and exit status 1; anything else is a bug and exits with 70.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class KgError(Exception):
    """What is wrong, where, and what would be right, in one sentence."""


class InputError(KgError):
    """A file, a line or a value that cannot be read."""


class DateError(InputError):
    """A text that is no date of the kinds we read."""


class VocabularyError(KgError):
    """A name that the ontology lacks."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        super().__init__(f"The ontology has no {what} {name!r}.{did_you_mean(name, known)}")


class UnknownNameError(KgError):
    """A name that nobody knows."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        super().__init__(f"Unknown {what} {name!r}.{did_you_mean(name, known)}")


class DataError(KgError):
    """A table of ours that is damaged or contradicts another."""


class StoreError(KgError):
    """A store that cannot be opened, read or written."""


class StoreBusyError(StoreError):
    """A store that another process writes."""


class QueryError(KgError):
    """SPARQL that is wrong or refused."""


class QueryTimeoutError(QueryError):
    """A query that ran past its limit."""


class ParserError(KgError):
    """A parser's model that is missing or not of the right kind."""


def did_you_mean(name: str, known: Iterable[str], limit: int = 3) -> str:
    """' Did you mean "Wagner Group"?' for the nearest known names, or an empty string."""
    by_fold = {k.casefold(): k for k in sorted(known)}
    near = get_close_matches(name.casefold(), by_fold, n=limit, cutoff=0.6)
    if not near:
        return ""
    return " Did you mean " + " or ".join(repr(by_fold[n]) for n in near) + "?"
