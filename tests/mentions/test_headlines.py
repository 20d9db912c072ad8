"""Lines of title case, whose capitals mean nothing."""

from __future__ import annotations

import pytest

from .reading import Found, read

TABLE: list[tuple[str, list[Found]]] = [
    (
        "Arakan Army Seizes Town From Myanmar Military\n\nThe Arakan Army seized Ann from Myanmar's military.",
        [
            ("Arakan Army", "arakan-army", None),
            ("Myanmar Military", "myanmar-armed-forces", None),
            ("Arakan Army", "arakan-army", None),
            ("Ann", None, "gn1328872"),
            ("Myanmar's military", "myanmar-armed-forces", None),
        ],
    ),
    (
        "Separatists Clash With Malian Army In North\n\nSeparatists clashed with the Malian army. The separatists won.",
        [
            ("Separatists", "a.separatists", None),
            ("Malian Army", "fama", None),
            ("Separatists", "a.separatists", None),
            ("Malian army", "fama", None),
            ("separatists", "a.separatists", None),
        ],
    ),
    (
        "M23 rebels take Goma as army flees\n\nM23 took Goma. The army of Congo fled.",
        [
            ("M23 rebels", "m23", None),
            ("Goma", None, "gn216281"),
            ("army", "democratic-republic-of-the-congo-armed-forces", None),
            ("M23", "m23", None),
            ("Goma", None, "gn216281"),
            ("army of Congo", "democratic-republic-of-the-congo-armed-forces", None),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text[:40] for text, _ in TABLE])
def test_headlines(text: str, expected: list[Found]) -> None:
    assert read(text) == expected
