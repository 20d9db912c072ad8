"""Curated names in their spellings: acronyms, apostrophes, accents, hyphens, possessives."""

from __future__ import annotations

import pytest

from .reading import Found, read

TABLE: list[tuple[str, list[Found]]] = [
    ("FAMa clashed with JNIM near Kidal.", [("FAMa", "fama", None), ("JNIM", "jnim", None), ("Kidal", None, "kidal")]),
    (
        "MLNA, NMLA and M.N.L.A. are one movement.",
        [("MLNA", "mnla", None), ("NMLA", "mnla", None), ("M.N.L.A.", "mnla", None), ("movement", None, None)],
    ),
    (
        "Al-Qaida and al Qaeda and Al-Qaeda's leaders agreed.",
        [("Al-Qaida", "al-qaeda", None), ("al Qaeda", "al-qaeda", None), ("Al-Qaeda", "al-qaeda", None)],
    ),
    (
        "Jama’at Nusrat al-Islam wal-Muslimin and Jama'at Nusrat al-Islam wal Muslimin struck.",
        [
            ("Jama’at Nusrat al-Islam wal-Muslimin", "jnim", None),
            ("Jama'at Nusrat al-Islam wal Muslimin", "jnim", None),
        ],
    ),
    (
        "Assimi Goita met Assimi Goïta.",
        [("Assimi Goita", "assimi-goita", None), ("Assimi Goïta", "assimi-goita", None)],
    ),
    (
        "The Group to Support Islam and Muslims attacked Djibo.",
        [("Group to Support Islam and Muslims", "jnim", None), ("Djibo", None, "djibo")],
    ),
    (
        "Barkhane left Gossi and Operation Barkhane ended.",
        [("Barkhane", "barkhane", None), ("Gossi", None, "gossi"), ("Operation Barkhane", "barkhane", None)],
    ),
    (
        "The U.N. and the United Nations sent envoys.",
        [("U.N.", "united-nations", None), ("United Nations", "united-nations", None)],
    ),
    (
        "The Kremlin said the Wagner Group's men had left.",
        [("Kremlin", "russia", None), ("Wagner Group", "wagner", None)],
    ),
    (
        "Wagner mercenaries and Africa Corps soldiers share a base.",
        [("Wagner mercenaries", "wagner", None), ("Africa Corps soldiers", "africa-corps", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text[:40] for text, _ in TABLE])
def test_known_names(text: str, expected: list[Found]) -> None:
    assert read(text) == expected
