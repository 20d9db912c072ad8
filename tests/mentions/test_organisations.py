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
        "The Three Brotherhood Alliance launched Operation 1027 in October.",
        [("Three Brotherhood Alliance", "three-brotherhood", None)],
    ),
    ("The Ta'ang National Liberation Army captured a town.", [("Ta'ang National Liberation Army", "tnla", None)]),
    ("Hayat Tahrir al-Sham entered Aleppo.", [("Hayat Tahrir al-Sham", "hts", None), ("Aleppo", None, "gn170063")]),
    (
        "The People's Defence Forces and the Karen National Union attacked.",
        [("People's Defence Forces", "pdf", None), ("Karen National Union", "knu", None)],
    ),
    (
        "The Freedom of Russia Legion crossed into Belgorod.",
        [("Freedom of Russia Legion", "freedom-of-russia-legion", None), ("Belgorod", None, "gn578072")],
    ),
    (
        "The 444 Brigade and the Azov Brigade fought elsewhere.",
        [("444 Brigade", "444-brigade", None), ("Azov Brigade", "azov-brigade", None)],
    ),
    (
        "The 3rd Separate Assault Brigade held the plant.",
        [("3rd Separate Assault Brigade", "3rd-separate-assault-brigade", None)],
    ),
    (
        "Southern Front fighters entered Daraa.",
        [("Southern Front fighters", "southern-front", None), ("Daraa", None, "gn170905")],
    ),
    (
        "The Danab brigade killed 20 men. Danab was trained abroad.",
        [("Danab brigade", "danab", None), ("Danab", "danab", None)],
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
        "The front, a rebel alliance called Congo River Alliance, met.",
        [("rebel alliance", None, None), ("Congo River Alliance", "afc", None)],
    ),
    ("Human Rights Watch said the killings continued.", [("Human Rights Watch", "human-rights-watch", None)]),
    ("The al-Qassam Brigades fired rockets.", [("al-Qassam Brigades", "al-qassam-brigades", None)]),
    (
        "SSC-Khaatumo fighters took Las Anod.",
        [("SSC-Khaatumo fighters", "ssc-khaatumo", None), ("Las Anod", None, "las-anod")],
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
