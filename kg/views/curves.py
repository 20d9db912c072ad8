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
    index = {id_: n for n, id_ in enumerate(sorted(places))}
    points = np.array([places[i] for i in index], dtype=np.float64).reshape(-1, 2)
    taken: dict[tuple[str, str], list[float]] = defaultdict(list)
    chosen: dict[str, float] = {}
    for edge in edges:
        first, second = sorted((edge.start, edge.end))
        turn = 1.0 if first == edge.start else -1.0
        used = taken[first, second]
        free = [b for b in BENDS if b not in used] or [BENDS[len(used) % len(BENDS)]]
        others = _near(points, index[first], index[second])
        costs = [_cost(places[edge.start], places[edge.end], b * turn, others) + BENDS.index(b) * 0.06 for b in free]
        best = free[int(np.argmin(costs))]
        used.append(best)
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


def _near(points: Points, first: int, second: int) -> Points:
    """The other nodes in the square around an edge, which no bend of ours leaves."""
    middle = (points[first] + points[second]) / 2
    reach = float(np.abs(points[first] - points[second]).max()) * 0.75 + CLEARANCE
    inside = (np.abs(points - middle) < reach).all(axis=1)
    inside[[first, second]] = False
    near: Points = points[inside]
    return near


def _cost(start: tuple[int, int], end: tuple[int, int], bend: float, others: Points) -> float:
    """How closely a curve passes other nodes."""
    if not len(others):
        return 0.0
    away = curve(start, end, bend)[:, None, :] - others[None, :, :]
    apart = np.sqrt((away**2).sum(axis=2).min(axis=0))
    return float(np.maximum(0.0, 1.0 - apart / CLEARANCE).sum())
