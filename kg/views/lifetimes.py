"""When each node is in the picture at all: two that are never in it together may share their place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kg.model import Phase, Relationship
from kg.views.data import PageData, nodes_of
from kg.vocabulary import SIGNATURES, Status

AFTERGLOW: Final = 730  # days that a succession or an event stays in sight, at most
_ALWAYS: Final = (-(10**7), 10**7)

Span = tuple[int, int]


def lifetimes(picture: PageData) -> dict[str, Span]:
    """First and last day (ordinals) on which each end of a relationship may be shown; all days where that is open."""
    spans: dict[str, list[Span]] = {}
    for r in picture.relationships:
        days = _days(r)
        for end in nodes_of(r):
            spans.setdefault(end, []).append(days)
    lives = {id_: (min(s for s, _ in found), max(e for _, e in found)) for id_, found in spans.items()}
    for step in picture.successions:  # the one that was is shown beside the one that became
        for end in (step.earlier, step.later):
            first, last = lives.get(end, _ALWAYS)
            lives[end] = (first, last + AFTERGLOW)
    return lives


def meeting(ids: Sequence[str], lives: Mapping[str, Span]) -> NDArray[np.bool_]:
    """Which pairs of `ids` (n × n) are ever in the picture on the same day."""
    spans = np.array([lives.get(i, _ALWAYS) for i in ids], dtype=np.int64).reshape(-1, 2)
    starts, ends = spans[:, 0], spans[:, 1]
    met: NDArray[np.bool_] = (starts[:, None] <= ends[None, :]) & (starts[None, :] <= ends[:, None])
    return met


def _days(relationship: Relationship) -> Span:
    shown = [p for p in relationship.phases if p.status is not Status.ENDED and not _open_guess(p)]
    if not shown or any(p.start is None or p.end is None for p in shown):
        return _ALWAYS
    glow = AFTERGLOW if SIGNATURES[relationship.relation].event else 0
    starts = [p.start.toordinal() for p in shown if p.start]
    ends = [p.end.toordinal() for p in shown if p.end]
    return min(starts), max(ends) + glow


def _open_guess(phase: Phase) -> bool:
    """Possible, nobody knows since when: not drawn unless asked for."""
    return phase.status is Status.POSSIBLE and phase.start is None
