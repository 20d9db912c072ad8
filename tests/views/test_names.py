"""Names short enough for a picture."""

from __future__ import annotations

import pytest

from kg.views.names import lines_of, short_name


@pytest.mark.parametrize(
    ("label", "names", "short"),
    [
        ("Mali", ("ML",), "Mali"),
        ("Malian Armed Forces", ("Malian army", "FAMa"), "FAMa"),
        ("Permanent Strategic Framework", ("PSF", "CSP-PSD"), "PSF"),
        ("Armed forces of Burkina Faso", ("army",), "Armed forces of Burkina Faso"),
        ("The coordination of something", ("Paris",), "The coordination of something"),
    ],
)
def test_short_name(label, names, short):
    assert short_name(label, names) == short


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("FAMa", ("FAMa",)),
        ("Government of Burkina Faso", ("Government of", "Burkina Faso")),
        ("Permanent Strategic Framework for Peace and Security", ("Permanent", "Strategic…")),
        ("", ("·",)),
        ("Anticonstitutionnellementissimement", ("Anticonstitutionnellemen"[:23] + "…",)),
    ],
)
def test_lines_of(name, lines):
    assert lines_of(name) == lines
