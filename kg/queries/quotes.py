"""The words behind an answer: for each phase in it, the quotes of the claims that it rests on."""

from __future__ import annotations

from pyoxigraph import NamedNode

from kg.graph.store import Store
from kg.graph.terms import Iri
from kg.queries.results import Result, shown
from kg.queries.run import run

_WORDS = """SELECT DISTINCT ?reported ?outlet ?quote {
  ?phase kg:restsOn ?claim .
  ?claim kg:evidence/oa:hasTarget/oa:hasSelector/oa:exact ?quote ; prov:wasDerivedFrom ?article .
  OPTIONAL { ?claim kg:reportedOn ?reported }
  OPTIONAL { ?article kg:outlet ?outlet }
} ORDER BY ?reported ?outlet ?quote"""
MOST = 3  # quotes a phase


def quotes_behind(store: Store, result: Result) -> dict[str, list[str]]:
    """Lines for a person by the address of the phase; none where the answer has no phases."""
    if "phase" not in result.columns:
        return {}
    at = result.columns.index("phase")
    phases = {row[at] for row in result.rows if isinstance(row[at], Iri)}
    return {str(phase): _lines(store, str(phase)) for phase in sorted(phases, key=str)}


def _lines(store: Store, phase: str) -> list[str]:
    rows = run(store, _WORDS, {"phase": NamedNode(phase)}).rows
    lines = [_line(*(shown(value) for value in row)) for row in rows[:MOST]]
    return lines + ([f"and {len(rows) - MOST} more"] if len(rows) > MOST else [])


def _line(reported: str, outlet: str, quote: str) -> str:
    who = ", ".join(part for part in (outlet, reported or "undated") if part)
    return f"\u201c{quote}\u201d ({who})"
