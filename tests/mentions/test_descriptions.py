"""Whom a description stands for."""

from __future__ import annotations

import pytest

from .reading import Found, read

TABLE: list[tuple[str, list[Found]]] = [
    (
        "JNIM attacked Djibo. The group killed ten soldiers in Burkina Faso.",
        [
            ("JNIM", "jnim", None),
            ("Djibo", None, "djibo"),
            ("group", "jnim", None),
            ("soldiers", "burkina-armed-forces", None),
            ("Burkina Faso", "burkina-faso", "burkina-faso"),
        ],
    ),
    (
        "The MNLA left Kidal in Mali. The rebels said the army had lied.",
        [
            ("MNLA", "mnla", None),
            ("Kidal", None, "kidal"),
            ("Mali", "mali", "mali"),
            ("rebels", "mnla", None),
            ("army", "fama", None),
        ],
    ),
    (
        "M23 rebels took Goma in Congo. The rebels advanced on Bukavu.",
        [
            ("M23 rebels", "m23", None),
            ("Goma", None, "gn216281"),
            ("Congo", "democratic-republic-of-the-congo", "democratic-republic-of-the-congo"),
            ("rebels", "m23", None),
            ("Bukavu", None, "gn217831"),
        ],
    ),
    (
        "Rebels seized the north of Mali. The rebels then split.",
        [("Rebels", "a.rebels", None), ("north of Mali", None, "northern-mali"), ("rebels", "a.rebels", None)],
    ),
    (
        "The junta of Mali spoke. The military government in Mali fell.",
        [
            ("junta of Mali", "mali-government", None),
            ("military government", "mali-government", None),
            ("Mali", "mali", "mali"),
        ],
    ),
    (
        "MINUSMA left Mali. The mission ended. The peacekeepers flew home.",
        [
            ("MINUSMA", "minusma", None),
            ("Mali", "mali", "mali"),
            ("mission", "minusma", None),
            ("peacekeepers", "minusma", None),
        ],
    ),
    (
        "Wagner left Mali. The mercenaries had come in 2021.",
        [("Wagner", "wagner", None), ("Mali", "mali", "mali"), ("mercenaries", "wagner", None)],
    ),
    ("ECOWAS met. The bloc imposed sanctions.", [("ECOWAS", "ecowas", None), ("bloc", "ecowas", None)]),
    (
        "NATO met in Brussels. The alliance backed Ukraine.",
        [
            ("NATO", "nato", None),
            ("Brussels", "belgium", "gn2800866"),
            ("alliance", "nato", None),
            ("Ukraine", "ukraine", "ukraine"),
        ],
    ),
    (
        "Its fighters and their forces left; our troops stayed.",
        [("fighters", None, None), ("forces", None, None), ("troops", None, None)],
    ),
    ("The two groups fought. Both militias lost.", [("groups", None, None), ("militias", None, None)]),
    (
        "Army positions in Mali were hit, and an army column in Mali burned.",
        [("Army", "fama", None), ("Mali", "mali", "mali"), ("army column", "fama", None), ("Mali", "mali", "mali")],
    ),
    (
        "Rebel-held Kidal was shelled by the Malian army.",
        [("Rebel", None, None), ("Kidal", None, "kidal"), ("Malian army", "fama", None)],
    ),
    (
        "Both government and separatist forces in Ukraine shelled Debaltseve.",
        [
            ("government", "ukraine-government", None),
            ("separatist forces", None, None),
            ("Ukraine", "ukraine", "ukraine"),
            ("Debaltseve", None, "gn710229"),
        ],
    ),
    (
        "Tuareg rebels destroyed a convoy. The Tuareg rebels left.",
        [("Tuareg rebels", "a.tuareg-rebels", None), ("Tuareg rebels", "a.tuareg-rebels", None)],
    ),
    (
        "MINUSMA, the UN mission, left. Blue helmets drove out of Mali.",
        [
            ("MINUSMA", "minusma", None),
            ("UN mission", "minusma", None),
            ("Blue helmets", "minusma", None),
            ("Mali", "mali", "mali"),
        ],
    ),
    (
        "Fighters of the MNLA and jihadists of JNIM clashed.",
        [("MNLA", "mnla", None), ("jihadists", "jnim", None), ("JNIM", "jnim", None)],
    ),
    (
        "Islamist insurgents attacked Palma in Mozambique. The insurgents fled.",
        [
            ("Islamist insurgents", "a.insurgents", None),
            ("Mozambique", "mozambique", "mozambique"),
            ("insurgents", "a.insurgents", None),
        ],
    ),
    (
        "The Rapid Support Forces advanced. The paramilitary group took Bara. The paramilitaries left.",
        [
            ("Rapid Support Forces", "rsf", None),
            ("paramilitary group", "rsf", None),
            ("Bara", None, "gn2347758"),
            ("paramilitaries", "rsf", None),
        ],
    ),
    ("A rebel group attacked a rebel group.", [("rebel group", None, None), ("rebel group", None, None)]),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text[:40] for text, _ in TABLE])
def test_descriptions(text: str, expected: list[Found]) -> None:
    assert read(text) == expected
