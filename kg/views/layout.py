"""Where each node lies: one layout for all time, the same for the same input.

Kamada and Kawai's energy, lowered by majorisation (Gansner, Koren and North 2004): from the fixed start that classical
scaling gives, all nodes move to where their springs would have them. The long axis is turned level, and boxes that
hold mark and label are pushed apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kg.views.distances import Matrix, target_distances
from kg.views.lifetimes import Span, meeting

ROUNDS: Final = 150  # of majorisation, for up to 300 nodes; fewer for more, which cost their square each
PUSHES: Final = 400  # rounds of pushing boxes apart
EVENNESS: Final = 0.45  # 0 leaves the middle crowded, 1 forgets the distances
ASPECT: Final = 1.7  # width over height that the picture is drawn towards
STRETCH: Final = 1.35  # most that one axis is stretched against the other


def layout(
    boxes: Mapping[str, tuple[float, float]],
    direct: Mapping[tuple[str, str], float],
    lives: Mapping[str, Span] | None = None,
    unit: float = 150.0,
) -> dict[str, tuple[int, int]]:
    """Positions in pixels, centred on the origin, of nodes given with their (width, height) and wished distances.

    `lives` says when each node is shown (see `lifetimes`), `unit` how many pixels apart two friends lie before boxes
    are pushed apart.
    """
    ids = sorted(boxes)
    if len(ids) < 2:
        return dict.fromkeys(ids, (0, 0))
    distances, weights = target_distances(ids, direct)
    places = turn_level(majorise(distances, weights))
    places = _stretch(_even_out(places)) * unit
    places = push_apart(places, np.array([boxes[i] for i in ids]), meeting(ids, lives or {}))
    places -= (places.max(axis=0) + places.min(axis=0)) / 2
    return {id_: (round(float(x)), round(float(y))) for id_, (x, y) in zip(ids, places, strict=True)}


def majorise(distances: Matrix, weights: Matrix) -> Matrix:
    """Positions (n × 2) whose distances come near the targets, by weight."""
    n = len(distances)
    places = _classical_scaling(distances)
    inverse = np.linalg.inv(np.diag(weights.sum(axis=1)) - weights + 1.0 / n) - 1.0 / n
    wished = weights * distances
    for _ in range(max(30, min(ROUNDS, ROUNDS * 300 // n))):
        x, y = places[:, 0], places[:, 1]
        apart = np.hypot(x[:, None] - x[None, :], y[:, None] - y[None, :])
        pull = wished / np.maximum(apart, 1e-9)
        before, places = places, inverse @ (pull.sum(axis=1)[:, None] * places - pull @ places)
        if float(np.abs(places - before).max()) < 1e-3:
            break
    return places


def turn_level(places: Matrix) -> Matrix:
    """Turn the long axis level, and mirror so that the first node lies in the upper left half."""
    centred = places - places.mean(axis=0)
    values, axes = np.linalg.eigh(centred.T @ centred)
    turned: Matrix = centred @ axes[:, np.argsort(-values)]
    signs = np.where(turned[0] > 0, -1.0, 1.0)
    return turned * signs


def push_apart(places: Matrix, sizes: Matrix, met: NDArray[np.bool_], rounds: int = PUSHES) -> Matrix:
    """Move boxes (n × 2 sizes, centred) until none overlaps another that it meets, or the rounds are over."""
    places = places.copy()
    pairs = np.nonzero(np.triu(met, 1))
    for n in range(rounds):
        if n % 20 == 0:  # only near pairs can touch within the next rounds
            close = (np.abs(places[pairs[0]] - places[pairs[1]]) < 4 * sizes.max(axis=0)).all(axis=1)
            rows, columns = pairs[0][close], pairs[1][close]
            room = (sizes[rows] + sizes[columns]) / 2
        away = places[rows] - places[columns]
        overlap = room - np.abs(away)
        hit = (overlap > 0.5).all(axis=1)
        if not hit.any():
            break
        axis = np.argmin(overlap[hit], axis=1)
        here = np.arange(len(axis))
        # nodes on the very same spot part in the order of their ids
        side = np.where(away[hit][here, axis] < 0, -1.0, 1.0)
        shift = np.zeros((len(axis), 2))
        shift[here, axis] = side * overlap[hit][here, axis] * 0.5
        np.add.at(places, rows[hit], shift * 0.55)
        np.add.at(places, columns[hit], -shift * 0.55)
    return places


def _classical_scaling(distances: Matrix) -> Matrix:
    """Start of the descent: the two main axes of the distances (Torgerson 1952), a hair apart where they coincide."""
    n = len(distances)
    centre = np.eye(n) - 1.0 / n
    values, axes = np.linalg.eigh(-0.5 * centre @ (distances**2) @ centre)
    order = np.argsort(-values)[:2]
    chosen = axes[:, order] * np.sqrt(np.maximum(values[order], 1e-6))
    largest = np.argmax(np.abs(chosen), axis=0)
    chosen *= np.where(chosen[largest, range(chosen.shape[1])] < 0, -1.0, 1.0)
    turn = np.arange(n) * 2.399963  # the golden angle: no two nodes start in one line
    nudge = np.stack([np.cos(turn), np.sin(turn)], axis=1) * 0.05
    return np.asarray(chosen + nudge, dtype=np.float64)


def _even_out(places: Matrix, share: float = EVENNESS) -> Matrix:
    """Part of the way to positions spread evenly along each axis: the crowded middle opens, the order stays."""
    low, high = places.min(axis=0), places.max(axis=0)
    ranks = places.argsort(axis=0, kind="stable").argsort(axis=0, kind="stable")
    even = low + (high - low) * ranks / (len(places) - 1)
    mixed: Matrix = (1 - share) * places + share * even
    return mixed


def _stretch(places: Matrix) -> Matrix:
    """Stretch towards the aspect of a screen, a little."""
    width, height = places.max(axis=0) - places.min(axis=0)
    if not width or not height:
        return places
    ratio = float(np.clip(ASPECT / (width / height), 1 / STRETCH, STRETCH))
    stretched: Matrix = places * np.array([ratio**0.5, ratio**-0.5])
    return stretched


def label_box(lines: Sequence[str], radius: int) -> tuple[float, float]:
    """Width and height in pixels of a mark with its label beneath."""
    return max(2.0 * radius, max(map(len, lines)) * 7.2) + 22, 2 * radius + 17 * len(lines) + 20
