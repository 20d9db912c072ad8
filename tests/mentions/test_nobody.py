"""Outlets, treaties, meetings, weapons, days, faiths and vague groups are nobody."""

from __future__ import annotations

import pytest

from .reading import Found, read

TABLE: list[tuple[str, list[Found]]] = [
    ("Reuters and Al Jazeera could not verify it, AFP said.", []),
    ("France 24 and Voice of America reported from Bamako.", [("Bamako", "mali", "bamako")]),
    ("The Kyiv Independent and the Sudan Tribune wrote of it.", []),
    ("The Algiers accord and the Minsk agreements failed.", []),
    ("The Munich Security Conference opened in March.", []),
    ("The Constitutional Court upheld the law.", []),
    ("On Monday 3 May soldiers of Mali prayed for Ramadan.", [("soldiers of Mali", "fama", None)]),
    ("Speaking in Arabic on Telegram, he praised Islam.", []),
    ("Leopard tanks and Kalashnikov rifles arrived.", []),
    ("The Coupe du Monde and Real Madrid FC won.", []),
    ("Both sides and armed groups met the international community.", [("armed groups", None, None)]),
    ("Two groups and several militias clashed.", [("groups", None, None), ("militias", None, None)]),
    ("He died in the Algiers Peace Process talks.", []),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text[:40] for text, _ in TABLE])
def test_nobody(text: str, expected: list[Found]) -> None:
    assert read(text) == expected
