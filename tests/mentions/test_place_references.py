""" "The town", "the country": the last of the kind where it is clear."""

from __future__ import annotations

import pytest

from .reading import Found, read

TABLE: list[tuple[str, list[Found]]] = [
    (
        "Rebels took Bara. The town is quiet. They hold the city.",
        [("Rebels", None, None), ("Bara", None, "gn2347758"), ("town", None, "gn2347758"), ("city", None, "gn2347758")],
    ),
    ("They left Kidal for Gao, and the town was calm.", [("Kidal", None, "kidal"), ("Gao", None, "gao")]),
    ("Mali is at war. The country is poor.", [("Mali", "mali", "mali"), ("country", None, "mali")]),
    (
        "Fighting in Ber went on. The village of Ber burned. The region is vast.",
        [("Ber", None, "ber"), ("Ber", None, "ber")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text[:40] for text, _ in TABLE])
def test_place_references(text: str, expected: list[Found]) -> None:
    assert read(text) == expected
