"""How far each edge bends: parallel edges part, and edges go round the nodes that lie in their way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

BENDS: Final = (0.0, 0.12, -0.12, 0.22, -0.22, 0.34, -0.34)  # in order of liking
CLEARANCE: Final = 22.0  # pixels that an edge should keep from a foreign node
_STEPS: Final = np.linspace(0.1, 0.9, 13)

Points = NDArray[np.float64]


class Ends(NamedTuple):
    """An edge: its id and the nodes it joins."""

    id: str
    start: str
    end: str


def bends(edges: Sequence[Ends], places: Mapping[str, tuple[int, int]]) -> dict[str, float]:
    """Roundness of each edge: 0 is straight, above 0 bends clockwise seen from its start, below 0 the other way."""
    ids = sorted(places)
    points = np.array([places[i] for i in ids], dtype=np.float64).reshape(-1, 2)
    taken: dict[tuple[str, str], set[float]] = defaultdict(set)
    chosen: dict[str, float] = {}
    for edge in edges:
        first, second = sorted((edge.start, edge.end))
        turn = 1.0 if first == edge.start else -1.0
        others = np.array([i not in (first, second) for i in ids], dtype=bool)
        free = [b for b in BENDS if b not in taken[first, second]] or [BENDS[len(taken) % len(BENDS)]]
        best = min(free, key=lambda b, e=edge, t=turn, o=others: _cost(e, b * t, places, points[o], b))  # type: ignore[misc]
        taken[first, second].add(best)
        chosen[edge.id] = best * turn if best else 0.0
    return chosen


def curve(start: tuple[float, float], end: tuple[float, float], bend: float, at: Points = _STEPS) -> Points:
    """Points of the curve that vis-network draws as curvedCW (or curvedCCW) of that roundness."""
    a, b = np.array(start, dtype=np.float64), np.array(end, dtype=np.float64)
    along = b - a
    reach = 0.5 * abs(bend) + 0.5
    angle = np.arctan2(-along[1], along[0]) + (0.5 + 0.5 * bend) * np.pi
    via = a + reach * float(np.hypot(*along)) * np.array([np.sin(angle), np.cos(angle)])
    t = at[:, None]
    result: Points = (1 - t) ** 2 * a + 2 * t * (1 - t) * via + t**2 * b
    return result


def _cost(edge: Ends, bend: float, places: Mapping[str, tuple[int, int]], others: Points, wish: float) -> float:
    """How badly a curve passes other nodes, and a little for bending at all."""
    dislike = BENDS.index(wish) * 0.06
    if not len(others):
        return dislike
    path = curve(places[edge.start], places[edge.end], bend)
    apart = np.sqrt(((path[:, None, :] - others[None, :, :]) ** 2).sum(axis=2)).min(axis=0)
    return dislike + float(np.maximum(0.0, 1.0 - apart / CLEARANCE).sum())
