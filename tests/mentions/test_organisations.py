"""Organisations read off their capitals, their heads and what stands beside them."""

from __future__ import annotations

import pytest

from .reading import Found, read

TABLE: list[tuple[str, list[Found]]] = [
    (
        "The Arakan Army fought the Kachin Independence Army.",
        [("Arakan Army", "arakan-army", None), ("Kachin Independence Army", "kia", None)],
    ),
    (
        "The Two Valleys Alliance launched Operation 1027 in October.",
        [("Two Valleys Alliance", "two-valleys-alliance", None)],
    ),
    ("The Ta'ang National Liberation Army captured a town.", [("Ta'ang National Liberation Army", "tnla", None)]),
    ("Hayat Tahrir al-Sham entered Aleppo.", [("Hayat Tahrir al-Sham", "hts", None), ("Aleppo", None, "gn170063")]),
    (
        "The People's Defence Forces and the Karen National Union attacked.",
        [("People's Defence Forces", "pdf", None), ("Karen National Union", "knu", None)],
    ),
    (
        "The Freedom of Sarmatia Legion crossed into Belgorod.",
        [("Freedom of Sarmatia Legion", "freedom-of-sarmatia-legion", None), ("Belgorod", None, "gn578072")],
    ),
    (
        "The 517 Brigade and the Lion Brigade fought elsewhere.",
        [("517 Brigade", "517-brigade", None), ("Lion Brigade", "lion-brigade", None)],
    ),
    (
        "The 7th Separate Mountain Brigade held the plant.",
        [("7th Separate Mountain Brigade", "7th-separate-mountain-brigade", None)],
    ),
    (
        "Southern Valley Front fighters entered Daraa.",
        [("Southern Valley Front fighters", "southern-valley-front", None), ("Daraa", None, "gn170905")],
    ),
    (
        "The Tarka brigade killed 20 men. Tarka was trained abroad.",
        [("Tarka brigade", "tarka", None), ("Tarka", "tarka", None)],
    ),
    (
        "Wazalendo militias ambushed a convoy. Wazalendo leaders denied it.",
        [("Wazalendo militias", "wazalendo", None), ("Wazalendo", "wazalendo", None)],
    ),
    (
        "Ahlu Sunna Wal Jama'a, a Sufi militia, clashed with police.",
        [("Ahlu Sunna Wal Jama'a", "aswj", None), ("Sufi militia", "aswj", None), ("police", None, None)],
    ),
    (
        "The front, a rebel alliance called Wide River Alliance, met.",
        [("rebel alliance", None, None), ("Wide River Alliance", "wide-river-alliance", None)],
    ),
    ("Human Rights Watch said the killings continued.", [("Human Rights Watch", "human-rights-watch", None)]),
    ("The al-Zahir Brigades fired rockets.", [("al-Zahir Brigades", "al-zahir-brigades", None)]),
    (
        "ZZC-Haatuma fighters took Las Anod.",
        [("ZZC-Haatuma fighters", "zzc-haatuma", None), ("Las Anod", None, "las-anod")],
    ),
    (
        "Al-Shabaab fighters retook a town. Al Shabaab claimed it.",
        [("Al-Shabaab fighters", "al-shabaab", None), ("Al Shabaab", "al-shabaab", None)],
    ),
    (
        "The Democratic Forces for the Liberation of Rwanda (FDLR) remain.",
        [("Democratic Forces for the Liberation of Rwanda (FDLR)", "fdlr", None)],
    ),
    (
        "The Front for Change and Concord in Chad (FACT) is led by Mahamat Mahdi Ali.",
        [
            ("Front for Change and Concord in Chad (FACT)", "fact", None),
            ("Mahamat Mahdi Ali", "mahamat-mahdi-ali", None),
        ],
    ),
    ("The Libyan National Army took Sirte.", [("Libyan National Army", "lna", None), ("Sirte", None, "gn2210554")]),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text[:40] for text, _ in TABLE])
def test_organisations(text: str, expected: list[Found]) -> None:
    assert read(text) == expected
