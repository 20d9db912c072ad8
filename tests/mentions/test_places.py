"""Places: known, new by position, parts of places, capitals."""

from __future__ import annotations

import pytest

from .reading import Found, read

TABLE: list[tuple[str, list[Found]]] = [
    (
        "The army entered the village of Lastochkyne and the town of Chasiv Yar.",
        [("army", None, None), ("Lastochkyne", None, "lastochkyne"), ("Chasiv Yar", None, "chasiv-yar")],
    ),
    ("Fighting near Al-Malha and El Adde went on.", [("Al-Malha", None, "al-malha"), ("El Adde", None, "el-adde")]),
    ("They struck al-Watiya air base.", [("al-Watiya", None, "al-watiya")]),
    (
        "Rebels captured Mese and Tal Rifaat.",
        [("Rebels", None, None), ("Mese", None, "mese"), ("Tal Rifaat", None, "tal-rifaat")],
    ),
    ("Buthidaung and Maungdaw townships fell.", [("Buthidaung", None, "gn1327854"), ("Maungdaw", None, "maungdaw")]),
    (
        "In eastern Democratic Republic of Congo and northern Syria people fled.",
        [
            ("eastern Democratic Republic of Congo", None, "eastern-democratic-republic-of-the-congo"),
            ("northern Syria", None, "northern-syria"),
        ],
    ),
    (
        "Clashes in Rakhine State and Borno State spread.",
        [("Rakhine State", None, "reg-mm-rakhine"), ("Borno State", None, "reg-ng-borno")],
    ),
    ("Darfur and Cyrenaica are at war.", [("Darfur", None, "darfur"), ("Cyrenaica", None, "cyrenaica")]),
    ("Lake Chad and the Sahel suffer.", [("Lake Chad", None, "lake-chad-basin"), ("Sahel", None, "sahel")]),
    (
        "Moscow and Paris talked; Washington listened.",
        [
            ("Moscow", "russia", "gn524901"),
            ("Paris", "france", "gn2988507"),
            ("Washington", "united-states", "gn4140963"),
        ],
    ),
    ("The force left Hama for Idlib.", [("force", None, None), ("Idlib", None, "gn169389")]),
    (
        "In Mozambique, Palma and Mocimboa da Praia were hit.",
        [("Mozambique", "mozambique", "mozambique"), ("Mocimboa da Praia", None, "gn1024699")],
    ),
    ("Islamist hands seized Aguelhok.", [("Aguelhok", None, "aguelhok")]),
    (
        "Somalia's capital, Mogadishu, was calm.",
        [("Somalia", "somalia", "somalia"), ("Mogadishu", "somalia", "gn53654")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text[:40] for text, _ in TABLE])
def test_places(text: str, expected: list[Found]) -> None:
    assert read(text) == expected
