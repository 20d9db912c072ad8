"""Persons beside titles, roles and verbs, with particles; later by surname or other name."""

from __future__ import annotations

import pytest

from .reading import Found, read

TABLE: list[tuple[str, list[Found]]] = [
    (
        "General Abdel Fattah al-Burhan spoke. Burhan flew to Cairo.",
        [
            ("Abdel Fattah al-Burhan", "abdel-fattah-al-burhan", None),
            ("Burhan", "abdel-fattah-al-burhan", None),
            ("Cairo", "egypt", "gn360630"),
        ],
    ),
    (
        "Omar Hassan Tarik, known as Tariko, leads the Blue Desert Forces. Tariko's forces advanced.",
        [
            ("Omar Hassan Tarik", "omar-hassan-tarik", None),
            ("Tariko", "omar-hassan-tarik", None),
            ("Blue Desert Forces", "blue-desert-forces", None),
            ("Tariko's forces", "blue-desert-forces", None),
        ],
    ),
    (
        "M23 spokesperson Willy Ngoma told reporters it was over.",
        [("M23", "m23", None), ("Willy Ngoma", "willy-ngoma", None)],
    ),
    (
        "Lawrence Kanyuka, the group's political spokesman, declined.",
        [("Lawrence Kanyuka", "lawrence-kanyuka", None), ("group", None, None)],
    ),
    (
        "Attaye Ag Mohamed and Mossa Ag Attaher fled.",
        [("Attaye Ag Mohamed", "attaye-ag-mohamed", None), ("Mossa Ag Attaher", "mossa-ag-attaher", None)],
    ),
    (
        "President Hassan Sheikh Mohamud visited Beledweyne.",
        [("Hassan Sheikh Mohamud", "hassan-sheikh-mohamud", None), ("Beledweyne", None, "gn64460")],
    ),
    (
        "Senior General Min Aung Hlaing thanked Brigadier General Zaw Min Tun.",
        [("Min Aung Hlaing", "min-aung-hlaing", None), ("Zaw Min Tun", "zaw-min-tun", None)],
    ),
    (
        "Khaing Thu Kha, a spokesman for the Arakan Army, confirmed it.",
        [("Khaing Thu Kha", "khaing-thu-kha", None), ("Arakan Army", "arakan-army", None)],
    ),
    (
        "Khalifa Haftar's Libyan National Army advanced. Haftar's forces took Sirte.",
        [
            ("Khalifa Haftar", "khalifa-haftar", None),
            ("Libyan National Army", "lna", None),
            ("Haftar's forces", "lna", None),
            ("Sirte", None, "gn2210554"),
        ],
    ),
    (
        "The LNA spokesman, Ahmed al-Mismari, said nothing.",
        [("LNA", "lna", None), ("Ahmed al-Mismari", "ahmed-al-mismari", None)],
    ),
    (
        "Oleksandr Syrskyi said Ukraine would hold. Syrskyi took command.",
        [
            ("Oleksandr Syrskyi", "oleksandr-syrskyi", None),
            ("Ukraine", "ukraine", "ukraine"),
            ("Syrskyi", "oleksandr-syrskyi", None),
        ],
    ),
    (
        "The alliance is led by Corneille Nangaa.",
        [("alliance", None, None), ("Corneille Nangaa", "corneille-nangaa", None)],
    ),
    (
        "Mauritanian President Mohamed Ould Abdel Aziz flew to Kidal.",
        [
            ("Mauritanian", "mauritania", None),
            ("Mohamed Ould Abdel Aziz", "mohamed-ould-abdel-aziz", None),
            ("Kidal", None, "kidal"),
        ],
    ),
    (
        "Defence Minister Abdulkadir Mohamed Nur promised support.",
        [("Abdulkadir Mohamed Nur", "abdulkadir-mohamed-nur", None)],
    ),
    (
        "Prime Minister Abdul Hamid Dbeibah's Government of National Unity met.",
        [("Abdul Hamid Dbeibah", "abdul-hamid-dbeibah", None), ("Government of National Unity", "gnu", None)],
    ),
    (
        "Minni Minnawi, governor of Darfur, agreed.",
        [("Minni Minnawi", "minni-minnawi", None), ("Darfur", None, "darfur")],
    ),
    ("Sheikh Hikmat al-Hijri rejected it.", [("Hikmat al-Hijri", "hikmat-al-hijri", None)]),
    (
        "The prime minister, Moussa Mara, went to Kidal. Mara left.",
        [("Moussa Mara", "moussa-mara", None), ("Kidal", None, "kidal"), ("Mara", "moussa-mara", None)],
    ),
    (
        "NATO Secretary-General Jens Stoltenberg arrived.",
        [("NATO", "nato", None), ("Jens Stoltenberg", "jens-stoltenberg", None)],
    ),
    (
        "Ahmed al-Sharaa, the leader also known as Abu Mohammed al-Golani, spoke.",
        [("Ahmed al-Sharaa", "ahmed-al-sharaa", None), ("Abu Mohammed al-Golani", "ahmed-al-sharaa", None)],
    ),
    (
        "Gen. Christopher Musa, Nigeria's defence chief, agreed.",
        [("Christopher Musa", "christopher-musa", None), ("Nigeria", "nigeria", "nigeria")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text[:40] for text, _ in TABLE])
def test_persons(text: str, expected: list[Found]) -> None:
    assert read(text) == expected
