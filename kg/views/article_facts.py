"""What stands above and below an article: title, outlet, date and how it is known, counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.model import Article, DatedBy
from kg.views.passages import shown_text
from kg.views.sheets import counted
from kg.views.understood import Understood

KNOWN_FROM: Final = {
    DatedBy.HEADER: "its header",
    DatedBy.METADATA: "its metadata",
    DatedBy.ADDRESS: "its address",
    DatedBy.FILE_NAME: "the name of its file",
    DatedBy.COMMAND_LINE: "the command line",
}


def title_of(article: Article) -> str:
    """The title, or the file where it has none."""
    return shown_text(article.title or article.source)


def origin_of(article: Article) -> str:
    """Outlet, and date with how it is known, in one line."""
    outlet = article.outlet or "unknown outlet"
    if article.published is None:
        return shown_text(f"{outlet}, undated")
    known = f" (known from {KNOWN_FROM[article.dated_by]})" if article.dated_by else ""
    return shown_text(f"{outlet}, {article.published.isoformat()}{known}")


def counts_of(read: Understood, least: float = 0.0) -> str:
    """How much was found, or why nothing was, in one line."""
    if read.skipped:
        return f"Not read: {shown_text(read.skipped)}."
    kept = sum(claim.confidence >= least for claim in read.claims)
    fewer = f" of {len(read.claims):,}, those of at least {least:g}" if kept < len(read.claims) else ""
    resolved = [m for m in read.mentions if m.actor or m.place]
    actors = len({m.actor for m in resolved if m.actor})
    places = len({m.place for m in resolved if m.place})
    return (
        f"{counted(kept, 'claim')}{fewer}; {counted(len(read.mentions), 'mention')} of {counted(actors, 'actor')} and "
        f"{counted(places, 'place')}, {len(read.mentions) - len(resolved):,} resolved to nobody; "
        f"{counted(len(read.spans), 'sentence')}."
    )


def total_of(all_read: Sequence[Understood], least: float = 0.0) -> str:
    """Counts of several articles in one line."""
    claims = sum(claim.confidence >= least for read in all_read for claim in read.claims)
    skipped = sum(read.skipped is not None for read in all_read)
    return f"{counted(len(all_read), 'article')}, {counted(claims, 'claim')}; {skipped:,} not read."
