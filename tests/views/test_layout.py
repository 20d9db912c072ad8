"""Positions: the same each time, friends near, enemies far, nothing on top of anything."""

from __future__ import annotations

import math

import numpy as np

from kg.views.distances import ENEMIES, FRIENDS, LINEAGE, direct_distances
from kg.views.drawing import positions
from kg.views.layout import label_box, layout, push_apart
from kg.views.lifetimes import lifetimes
from tests.views.small_world import small_world

BOX = (80.0, 50.0)


def distance(places, a, b):
    return math.dist(places[a], places[b])


def test_the_same_picture_is_laid_out_the_same():
    assert positions(small_world()) == positions(small_world())


def test_friends_lie_near_and_enemies_far():
    direct = {("a", "b"): FRIENDS, ("b", "c"): ENEMIES, ("a", "c"): ENEMIES, ("c", "d"): FRIENDS}
    places = layout(dict.fromkeys("abcd", BOX), direct)
    assert distance(places, "a", "b") < distance(places, "b", "c")
    assert distance(places, "c", "d") < distance(places, "a", "c")


def test_the_long_axis_is_level():
    chain = {(a, b): FRIENDS for a, b in zip("abcdefg", "bcdefgh", strict=True)}
    places = layout(dict.fromkeys("abcdefgh", BOX), chain)
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]
    assert max(xs) - min(xs) > 1.3 * (max(ys) - min(ys))


def test_boxes_that_meet_do_not_overlap():
    crowd = {f"n{i}": BOX for i in range(40)}
    everyone = {(f"n{i:}", f"n{j}"): FRIENDS for i in range(40) for j in range(i + 1, 40)}
    places = layout(crowd, {tuple(sorted(pair)): d for pair, d in everyone.items()})
    spots = sorted(places.values())
    for i, (x, y) in enumerate(spots):
        for u, v in spots[i + 1 :]:
            assert abs(x - u) >= BOX[0] - 2 or abs(y - v) >= BOX[1] - 2


def test_boxes_that_never_meet_may_overlap():
    spots = np.array([[0.0, 0.0], [4.0, 0.0]])
    sizes = np.array([BOX, BOX])
    apart = push_apart(spots, sizes, np.array([[True, True], [True, True]]))
    assert abs(apart[0] - apart[1]).max() >= BOX[1] - 1
    assert (push_apart(spots, sizes, np.eye(2, dtype=bool)) == spots).all()


def test_one_node_and_none():
    assert layout({"a": BOX}, {}) == {"a": (0, 0)}
    assert layout({}, {}) == {}


def test_wished_distances_come_from_what_was_reported():
    wished = direct_distances(small_world())
    assert wished["africa-corps", "wagner"] == LINEAGE
    assert wished["ansar-dine", "aqim"] == FRIENDS
    assert wished["fama", "jnim"] == ENEMIES
    assert FRIENDS < wished["ansar-dine", "mnla"] <= ENEMIES  # allies first, then a break


def test_lifetimes_tell_who_never_meets():
    lives = lifetimes(small_world())
    assert lives["serval"][1] < lives["fla"][0]
    assert lives["jnim"][0] <= lives["fla"][0] <= lives["jnim"][1]


def test_a_box_holds_mark_and_label():
    width, height = label_box(("Armed forces of", "Burkina Faso"), 12)
    assert width > 15 * 6 and height > 24 + 2 * 14
