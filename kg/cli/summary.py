"""What an ingest did, in lines for a person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.ingest import Summary

MOST = 20  # inputs that are named one by one


def summary_lines(summary: Summary, store: Path) -> Iterator[str]:
    """Articles, claims by relation, what was skipped and why, copies."""
    changed = f"{summary.changed} new or changed" if summary.changed else "none of them new"
    yield f"{count(summary.read, 'article')} read into {store}, {changed}."
    total = sum(summary.claims.values())
    by_relation = ", ".join(f"{relation} {count}" for relation, count in summary.claims.most_common())
    yield f"{count(total, 'claim')}{': ' + by_relation if by_relation else ''}."
    if summary.relationships is not None:
        yield f"{count(summary.relationships, 'relationship')} folded from all claims of the store."
    if summary.undated:
        said = "it says" if summary.undated == 1 else "they say"
        yield f"{count(summary.undated, 'article')} without a date: what {said} has no place in time."
    yield from _named("copy", "copies", "left out: the same text of the same outlet", summary.copies)
    yield from _named("article", "articles", "kept without claims", [f"{s} ({why})" for s, why in summary.skipped])
    yield from _named("input", "inputs", "skipped", [str(problem) for problem in summary.problems])


def count(number: int, noun: str) -> str:
    """A number with its noun: 1 article, 2,000 articles."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _named(one: str, many: str, what: str, inputs: list[str]) -> Iterator[str]:
    if not inputs:
        return
    yield f"{len(inputs):,} {one if len(inputs) == 1 else many} {what}:"
    yield from (f"  {source}" for source in inputs[:MOST])
    if len(inputs) > MOST:
        yield f"  and {len(inputs) - MOST:,} more"
