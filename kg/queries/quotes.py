"""The words behind an answer, as lines for a person."""

from __future__ import annotations

from kg.graph.store import Store
from kg.graph.terms import Iri
from kg.queries import evidence
from kg.queries.results import Result, shown

MOST = 3  # quotes a phase


def quotes_behind(store: Store, result: Result) -> dict[str, list[str]]:
    """Lines by the address of the phase, oldest report first; none where the answer has no phases."""
    if "phase" not in result.columns:
        return {}
    at = result.columns.index("phase")
    phases = {str(row[at]) for row in result.rows if isinstance(row[at], Iri)}
    behind = evidence.quotes_behind(store, phases)
    return {phase: _lines(behind.get(phase, ())) for phase in sorted(phases)}


def _lines(quotes: tuple[evidence.Quote, ...]) -> list[str]:
    told = list(dict.fromkeys(_line(quote) for quote in quotes))
    return told[:MOST] + ([f"and {len(told) - MOST} more"] if len(told) > MOST else [])


def _line(quote: evidence.Quote) -> str:
    when = quote.reported.isoformat() if quote.reported else "undated"
    who = ", ".join(part for part in (shown(quote.outlet), when) if part)
    return f"\u201c{shown(quote.quote)}\u201d ({who})"
