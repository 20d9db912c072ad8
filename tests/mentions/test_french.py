"""French names in French sentences."""

from __future__ import annotations

import pytest

from .reading import Found, read

TABLE: list[tuple[str, list[Found]]] = [
    (
        "Le Front de libération de l'Azawad (FLA) et les Forces armées maliennes se battent à Kidal.",
        [
            ("Front de libération de l'Azawad (FLA)", "fla", None),
            ("Forces armées maliennes", "fama", None),
            ("Kidal", None, "kidal"),
        ],
    ),
    (
        "L'armée malienne et le groupe Wagner ont quitté Ber.",
        [("armée malienne", "fama", None), ("groupe Wagner", "wagner", None), ("Ber", None, "ber")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text[:40] for text, _ in TABLE])
def test_french(text: str, expected: list[Found]) -> None:
    assert read(text) == expected
