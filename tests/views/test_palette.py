"""Every relation and kind has a look, and looks can be told apart, by colour-blind readers too."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from kg.views.palette import LINES, MARKS, mark_of
from kg.vocabulary import Kind, PlaceKind, Relation

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB
SIGHTS = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
PAPER = {"light": "#fdfcf9", "dark": "#14171b"}


def linear(colour):
    rgb = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def lab(rgb):
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ np.clip(rgb, 0, 1)
    f = np.cbrt(xyz / np.array([0.95047, 1.0, 1.08883]))
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def luminance(colour):
    return float(linear(colour) @ np.array([0.2126, 0.7152, 0.0722]))


def test_every_relation_and_kind_has_a_look():
    assert set(LINES) == set(Relation)
    assert set(MARKS) == set(Kind)
    assert mark_of(PlaceKind.TOWN).shape == "place"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("sight", SIGHTS)
def test_colours_of_relations_can_be_told_apart(theme, sight):
    colours = sorted({getattr(line, theme) for line in LINES.values()})
    seen = {c: lab(SIGHTS[sight] @ linear(c)) for c in colours}
    assert len(colours) == 6
    for a, b in combinations(colours, 2):
        assert np.linalg.norm(seen[a] - seen[b]) >= 18, (a, b)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_lines_and_marks_stand_out_from_the_paper(theme):
    looks = [*LINES.values(), *MARKS.values()]
    for colour in {getattr(look, theme) for look in looks}:
        lighter, darker = sorted((luminance(colour), luminance(PAPER[theme])), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 3, colour


def test_no_two_relations_look_the_same():
    looks = [(line.light, line.dash, line.arrow, line.width) for line in LINES.values()]
    assert len(set(looks)) == len(looks)
