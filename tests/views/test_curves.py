"""Bends: parallel edges part, and edges go round what lies in their way."""

from __future__ import annotations

import numpy as np
import pytest

from kg.views.curves import Ends, bends, curve


def middle(places, edge, bend):
    return curve(places[edge.start], places[edge.end], bend, np.array([0.5]))[0]


def test_a_free_line_is_straight():
    assert bends([Ends("e", "a", "b")], {"a": (0, 0), "b": (300, 0)}) == {"e": 0.0}


def test_parallel_edges_part_whatever_their_direction():
    places = {"a": (0, 0), "b": (300, 40)}
    edges = [Ends("1", "a", "b"), Ends("2", "b", "a"), Ends("3", "a", "b")]
    chosen = bends(edges, places)
    middles = [middle(places, e, chosen[e.id]) for e in edges]
    for i, one in enumerate(middles):
        for other in middles[i + 1 :]:
            assert np.hypot(*(one - other)) > 12


def test_an_edge_goes_round_a_node_in_its_way():
    places = {"a": (0, 0), "b": (400, 0), "c": (200, 0)}
    chosen = bends([Ends("e", "a", "b")], places)["e"]
    path = curve(places["a"], places["b"], chosen)
    assert np.hypot(path[:, 0] - 200, path[:, 1]).min() > 20


@pytest.mark.parametrize("bend", [0.2, -0.2])
def test_a_curve_starts_and_ends_at_its_nodes(bend):
    points = curve((10, 20), (200, 80), bend, np.array([0.0, 1.0]))
    assert np.allclose(points, [(10, 20), (200, 80)])


def test_opposite_bends_mirror_each_other():
    up, down = (curve((0, 0), (100, 0), b, np.array([0.5]))[0] for b in (0.3, -0.3))
    assert np.isclose(up[0], down[0]) and np.isclose(up[1], -down[1])
