"""How far apart two nodes ought to lie: a lineage together, friends near, enemies far, over all time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kg.model import Relationship
from kg.views.data import PageData, Succession, nodes_of
from kg.vocabulary import SIGNATURES, Relation, Status

Matrix = NDArray[np.float64]

LINEAGE: Final = 0.8
FRIENDS: Final = 1.0
ENEMIES: Final = 2.0
APART: Final = 2.6  # between nodes that no path joins; farther, and small groups would leave no room for the large one
FIXED: Final[Mapping[Relation, float]] = {
    Relation.CONTROLS: 0.8,
    Relation.LEADS: 0.6,
    Relation.SPEAKS_FOR: 0.6,
    Relation.OPERATES_IN: 1.1,
    Relation.LEAVES: 1.6,
    Relation.MAKES_PEACE_WITH: 1.8,
}
_SHOWN = (Status.HELD, Status.PRESUMED)


def direct_distances(picture: PageData) -> dict[tuple[str, str], float]:
    """Distance wished for each pair of ids (sorted) that a relationship or succession joins; friends are 1.0 apart."""
    days: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0])
    wished: dict[tuple[str, str], float] = {}
    for r in picture.relationships:
        group = SIGNATURES[r.relation].group
        pair = _pair(*nodes_of(r))
        if group in ("friendly", "hostile"):
            days[pair][group == "hostile"] += _days(r)
        elif r.relation in FIXED:
            wished[pair] = min(FIXED[r.relation], wished.get(pair, ENEMIES))
    for pair, (friendly, hostile) in days.items():
        enmity = hostile / (friendly + hostile)
        wished[pair] = FRIENDS + (ENEMIES - FRIENDS) * enmity
    wished.update({_pair(*ends): LINEAGE for ends in _lineages(picture.relationships, picture.successions)})
    return {pair: wished[pair] for pair in sorted(wished) if pair[0] != pair[1]}


def target_distances(ids: Sequence[str], direct: Mapping[tuple[str, str], float]) -> tuple[Matrix, Matrix]:
    """Distances and weights of all pairs of `ids`, both n × n: direct ones as wished, others by the shortest path."""
    index = {id_: i for i, id_ in enumerate(ids)}
    farthest = max(3.0, 0.62 * len(ids) ** 0.5)
    paths = np.full((len(ids), len(ids)), np.inf)
    np.fill_diagonal(paths, 0.0)
    joined = [(index[a], index[b], length) for (a, b), length in direct.items() if a in index and b in index]
    for i, j, length in joined:
        paths[i, j] = paths[j, i] = length
    for k in range(len(ids)):
        np.minimum(paths, paths[:, k, None] + paths[None, k, :], out=paths)
    apart = np.isinf(paths)
    distances = np.where(apart, APART, np.clip(paths, 1.4, farthest))
    weights = np.where(apart, 0.1, 0.35) / distances**2
    for i, j, length in joined:
        distances[i, j] = distances[j, i] = length
        weights[i, j] = weights[j, i] = 3.0 / length**2
    np.fill_diagonal(distances, 0.0)
    np.fill_diagonal(weights, 0.0)
    return distances, weights


def _days(relationship: Relationship) -> float:
    """Days over which it is held or presumed, at least thirty."""
    spans = ((p.start, p.end) for p in relationship.phases if p.status in _SHOWN)
    return max(30.0, float(sum(_length(start, end) for start, end in spans)))


def _length(start: date | None, end: date | None) -> int:
    return min((end - start).days, 3650) if start and end else 365


def _lineages(relationships: Sequence[Relationship], successions: Sequence[Succession]) -> list[tuple[str, str]]:
    claimed = [(r.object, r.subject) for r in relationships if r.relation is Relation.SUCCEEDS]
    return claimed + [(s.earlier, s.later) for s in successions]


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a <= b else (b, a)
