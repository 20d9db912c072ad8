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
        ("Economic Community of West African States", ("CEDEAO", "ECOWAS"), "ECOWAS"),
    ],
)
def test_short_name(label, names, short):
    assert short_name(label, names) == short


def test_the_acronym_that_articles_write_goes_first():
    names = ("MLNA", "MNLA", "NMLA")
    label = "National Movement for the Liberation of Azawad"
    assert short_name(label, names, {"MNLA": 3, "MLNA": 1}) == "MNLA"
    assert short_name(label, names) == "NMLA"


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
