""" "X-backed", "X-linked", "X-led": X is a mention, the tie is not; the tied is not X."""

from __future__ import annotations

import pytest

from .reading import Found, read

TABLE: list[tuple[str, list[Found]]] = [
    (
        "The al-Qaeda-linked group JNIM attacked Djibo.",
        [("al-Qaeda", "al-qaeda", None), ("group", "jnim", None), ("JNIM", "jnim", None), ("Djibo", None, "djibo")],
    ),
    (
        "Rwandan-backed rebels captured Goma.",
        [("Rwandan", "rwanda", None), ("rebels", "a.rwandan-backed-rebels", None), ("Goma", None, "gn216281")],
    ),
    (
        "Iran-backed militias in Iraq struck Erbil.",
        [
            ("Iran", "iran", "iran"),
            ("militias", "a.iran-backed-militias", None),
            ("Iraq", "iraq", "iraq"),
            ("Erbil", None, "gn95446"),
        ],
    ),
    ("The Tuareg-led Permanent Strategic Framework met.", [("Permanent Strategic Framework", "csp-psd", None)]),
    ("The Kurdish-led Syrian Democratic Forces pulled back.", [("Kurdish-led Syrian Democratic Forces", "sdf", None)]),
    ("ISIL-affiliated fighters hit Palma.", [("ISIL", "islamic-state", None)]),
    (
        "The UN-recognised government in Tripoli refused.",
        [("UN", "united-nations", None), ("government", "libya-government", None), ("Tripoli", "libya", "gn2210247")],
    ),
    (
        "A Kremlin-affiliated force stayed in Mali.",
        [("Kremlin", "russia", None), ("force", None, None), ("Mali", "mali", "mali")],
    ),
    (
        "JNIM, an al-Qaeda affiliate, advanced. The group took Djibo.",
        [("JNIM", "jnim", None), ("al-Qaeda", "al-qaeda", None), ("group", "jnim", None), ("Djibo", None, "djibo")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text[:40] for text, _ in TABLE])
def test_ties(text: str, expected: list[Found]) -> None:
    assert read(text) == expected
