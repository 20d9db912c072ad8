"""From the parser's complaint to one sentence: where the query is wrong, and what may be meant."""

from __future__ import annotations

import re

from kg.errors import QueryError, did_you_mean
from kg.graph.namespaces import PREFIXES
from kg.queries.text import blanked, position

_AT = re.compile(r"error at (\d+):(\d+): expected (.*)", re.DOTALL)
_DECLARED = re.compile(r"\bPREFIX\s+([\w.-]*):", re.IGNORECASE)
_PREFIXED = re.compile(r"(?<![\w?$:.-])([A-Za-z][\w.-]*):(?!//)")
_SENTENCE = re.compile(r"The [A-Za-z]+ [a-z][A-Za-z ]{15,}[a-z]")


def explained(error: SyntaxError, query: str, exact: bool = True) -> QueryError:
    """The error as a QueryError that names line and column of the query as it was written.

    `exact` is False where terms were put into the query, so that the parser's columns are not the writer's.
    """
    strange = _strange_prefix(query)
    if strange is not None:
        return strange
    found = _AT.search(str(error))
    if found is None or not exact:
        return QueryError(f"The query is wrong: {_short(str(error))}.")
    line, column = int(found[1]), int(found[2])
    return QueryError(f"Line {line}, column {column}: {_near(query, line, column)}{_hint(query, found[3])}.")


def _strange_prefix(query: str) -> QueryError | None:
    """The first prefix that nobody declared."""
    seen = blanked(query)
    declared = set(_DECLARED.findall(seen)) | set(PREFIXES)
    for match in _PREFIXED.finditer(seen):
        if match[1] not in declared:
            line, column = position(query, match.start())
            hint = did_you_mean(match[1], declared) or f" Known: {', '.join(sorted(PREFIXES))}."
            return QueryError(f"Line {line}, column {column}: nobody declared the prefix {match[1]}:.{hint}")
    return None


def _near(query: str, line: int, column: int) -> str:
    lines = query.splitlines() or [""]
    here = lines[line - 1] if line <= len(lines) else ""
    rest = here[column - 1 :].strip()
    if rest:
        return f"SPARQL does not fit at {rest[:30]!r}"
    before = here[: column - 1].strip()[-30:]
    return f"SPARQL does not fit after {before!r}" if before else "the query is empty or ends too early"


def _hint(query: str, expected: str) -> str:
    """What the parser says in a whole sentence, or a bracket that is missing."""
    sentence = _SENTENCE.search(expected)
    if sentence:
        return f": {sentence[0][0].lower()}{sentence[0][1:]}"
    seen = blanked(query)
    for opening, closing in ("{}", "()", "[]"):
        more = seen.count(opening) - seen.count(closing)
        if more:
            missing = closing if more > 0 else opening
            return f": a {missing!r} is missing"
    return ""


def _short(text: str) -> str:
    return " ".join(text.split())[:200].rstrip(".")
