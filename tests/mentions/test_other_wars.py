"""Short texts on wars of which little or nothing is curated."""

from __future__ import annotations

import pytest

from .reading import Found, read

TABLE: list[tuple[str, list[Found]]] = [
    (
        "Ukrainian forces withdrew from Avdiivka, Ukraine's army said.",
        [
            ("Ukrainian forces", "ukraine-armed-forces", None),
            ("Avdiivka", None, "gn713122"),
            ("Ukraine's army", "ukraine-armed-forces", None),
        ],
    ),
    (
        "The self-proclaimed Donetsk People's Republic (DPR) mobilised. The DPR lost.",
        [("self-proclaimed Donetsk People's Republic (DPR)", "dpr", None), ("DPR", "dpr", None)],
    ),
    (
        "Serhii Haidai, head of the Luhansk administration, said Russian forces shelled Severodonetsk.",
        [
            ("Serhii Haidai", "serhii-haidai", None),
            ("Luhansk", None, "gn702658"),
            ("administration", None, None),
            ("Russian forces", "russia", None),
            ("Severodonetsk", None, "severodonetsk"),
        ],
    ),
    (
        "The Oasis Forces, an alliance of former Darfur rebels, fought in El Fasher.",
        [
            ("Oasis Forces", "oasis-forces", None),
            ("alliance", None, None),
            ("Darfur rebels", None, None),
            ("El Fasher", None, "gn379555"),
        ],
    ),
    (
        "Sudan's army and the RSF militia fought in Bara, Sudan. The army won.",
        [
            ("Sudan's army", "sudan-armed-forces", None),
            ("RSF militia", "rsf", None),
            ("Bara", None, "bara"),
            ("Sudan", "sudan", "sudan"),
            ("army", "sudan-armed-forces", None),
        ],
    ),
    (
        "Azerbaijani forces entered Stepanakert. Russian peacekeepers left Nagorno-Karabakh.",
        [
            ("Azerbaijani forces", "azerbaijan-armed-forces", None),
            ("Stepanakert", None, "stepanakert"),
            ("Russian peacekeepers", "russia", None),
            ("Nagorno-Karabakh", None, "nagorno-karabakh"),
        ],
    ),
    (
        "President Gustavo Petro suspended talks with the National Liberation Army (ELN). The ELN struck.",
        [
            ("Gustavo Petro", "gustavo-petro", None),
            ("National Liberation Army (ELN)", "eln-colombia", None),
            ("ELN", "eln-colombia", None),
        ],
    ),
    (
        "The Tigray People's Liberation Front (TPLF) signed. TPLF fighters disarmed in Tigray.",
        [
            ("Tigray People's Liberation Front (TPLF)", "tplf", None),
            ("TPLF fighters", "tplf", None),
            ("Tigray", None, "tigray"),
        ],
    ),
    (
        "Boko Haram militants raided Baga in Nigeria. The Multinational Joint Task Force (MNJTF) chased the jihadists.",
        [
            ("Boko Haram militants", "boko-haram", None),
            ("Nigeria", "nigeria", "nigeria"),
            ("Multinational Joint Task Force (MNJTF)", "mnjtf", None),
            ("jihadists", "boko-haram", None),
        ],
    ),
    (
        "The Islamic State West Africa Province (ISWAP) clashed with Boko Haram near Marte.",
        [
            ("Islamic State West Africa Province (ISWAP)", "iswap", None),
            ("Boko Haram", "boko-haram", None),
            ("Marte", None, "gn2330719"),
        ],
    ),
    (
        "Pakistani soldiers died near Sibi. The military of Pakistan blamed the BLA.",
        [
            ("Pakistani soldiers", "pakistan-armed-forces", None),
            ("Sibi", None, "sibi"),
            ("military of Pakistan", "pakistan-armed-forces", None),
            ("BLA", "bla", None),
        ],
    ),
    (
        "Islamabad accuses Kabul of sheltering fighters, which Afghanistan denies.",
        [
            ("Islamabad", "pakistan", "gn1176615"),
            ("Kabul", "afghanistan", "gn1138958"),
            ("Afghanistan", "afghanistan", "afghanistan"),
        ],
    ),
    (
        "Wagner fighters guard a mine in Birao. The national army (FACA) withdrew in the Central African Republic.",
        [
            ("Wagner fighters", "wagner", None),
            ("Birao", None, "birao"),
            ("national army (FACA)", "central-african-republic-armed-forces", None),
            ("Central African Republic", "central-african-republic", "central-african-republic"),
        ],
    ),
    (
        "Kenyan police deployed under the Joint Hills Support Mission fired in Haiti. The mission left.",
        [
            ("Kenyan police", "kenya-police", None),
            ("Joint Hills Support Mission", "joint-hills-support-mission", None),
            ("Haiti", "haiti", "haiti"),
            ("mission", "joint-hills-support-mission", None),
        ],
    ),
    (
        "Bashar al-Assad fled Damascus. Syria's new authorities took over.",
        [
            ("Bashar al-Assad", "bashar-al-assad", None),
            ("Damascus", "syria", "gn170654"),
            ("Syria's new authorities", "syria-government", None),
        ],
    ),
    (
        "Israel struck army tanks in Sweida, Syria, said Damascus.",
        [
            ("Israel", "israel", "israel"),
            ("army", "syria-armed-forces", None),
            ("Sweida", None, "sweida"),
            ("Syria", "syria", "syria"),
            ("Damascus", "syria", "gn170654"),
        ],
    ),
    (
        "The Yemeni government said Israeli warplanes had bombed Hodeidah in Yemen.",
        [
            ("Yemeni government", "yemen-government", None),
            ("Israeli warplanes", "israel", None),
            ("Hodeidah", None, "hodeidah"),
            ("Yemen", "yemen", "yemen"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text[:40] for text, _ in TABLE])
def test_other_wars(text: str, expected: list[Found]) -> None:
    assert read(text) == expected
