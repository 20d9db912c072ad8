"""Acronyms that an article defines, in both orders, and letters that are none."""

from __future__ import annotations

import pytest

from .reading import Found, read

TABLE: list[tuple[str, list[Found]]] = [
    (
        "The Azawad Movement (MLNA) took Ber. The MLNA holds it.",
        [("Azawad Movement (MLNA)", "mnla", None), ("Ber", None, "ber"), ("MLNA", "mnla", None)],
    ),
    (
        "The Rapid Support Forces (RSF) shelled El Fasher. The RSF denied it.",
        [("Rapid Support Forces (RSF)", "rsf", None), ("El Fasher", None, "gn379555"), ("RSF", "rsf", None)],
    ),
    (
        "RSF (Rapid Support Forces) units moved. The Rapid Support Forces advanced.",
        [("RSF", "rsf", None), ("Rapid Support Forces", "rsf", None), ("Rapid Support Forces", "rsf", None)],
    ),
    (
        "The Congolese army (FARDC) withdrew. FARDC soldiers fled.",
        [
            ("Congolese army (FARDC)", "democratic-republic-of-the-congo-armed-forces", None),
            ("FARDC soldiers", "democratic-republic-of-the-congo-armed-forces", None),
        ],
    ),
    (
        "The UN mission in Libya (UNSMIL) urged restraint. UNSMIL had warned both.",
        [("UN mission in Libya (UNSMIL)", "unsmil", None), ("UNSMIL", "unsmil", None)],
    ),
    (
        "The African Union mission (AUSSOM) and AUSSOM troops deployed.",
        [("African Union mission (AUSSOM)", "aussom", None), ("AUSSOM troops", "aussom", None)],
    ),
    (
        "The Syrian National Army (SNA) took Tal Rifaat. The SNA advanced.",
        [
            ("Syrian National Army (SNA)", "sna-syria", None),
            ("Tal Rifaat", None, "tal-rifaat"),
            ("SNA", "sna-syria", None),
        ],
    ),
    (
        "The Highland Workers' Party (HWP) declared a ceasefire. The HWP disarmed.",
        [("Highland Workers' Party (HWP)", "highland-workers-party", None), ("HWP", "highland-workers-party", None)],
    ),
    ("The Arakan Rohingya Salvation Army (ARSA) fought on.", [("Arakan Rohingya Salvation Army (ARSA)", "arsa", None)]),
    (
        "The Sudan People's Liberation Movement-North (SPLM-N) joined. SPLM-N fighters came.",
        [("Sudan People's Liberation Movement-North (SPLM-N)", "splm-n", None), ("SPLM-N fighters", "splm-n", None)],
    ),
    (
        "The Multidimensional Integrated Stabilization Mission in Mali (MINUSMA) left. MINUSMA was gone.",
        [
            ("Multidimensional Integrated Stabilization Mission in Mali (MINUSMA)", "minusma", None),
            ("MINUSMA", "minusma", None),
        ],
    ),
    (
        "Cameroon's Rapid Intervention Battalion (BIR) was deployed. The BIR patrols.",
        [
            ("Cameroon", "cameroon", "cameroon"),
            ("Rapid Intervention Battalion (BIR)", "cameroon-rapid-intervention-battalion", None),
            ("BIR", "cameroon-rapid-intervention-battalion", None),
        ],
    ),
    (
        "The Government of National Accord (GNA) held Tripoli. The GNA won.",
        [("Government of National Accord (GNA)", "gna", None), ("Tripoli", "libya", "gn2210247"), ("GNA", "gna", None)],
    ),
    (
        "The rebel coalition QFC and the militia QODEKO met.",
        [
            ("rebel coalition", "qfc", None),
            ("QFC", "qfc", None),
            ("militia", "qodeko", None),
            ("QODEKO", "qodeko", None),
        ],
    ),
    ("Fighters with TB2 drones, AK-47 rifles and an Su-34 fought; the ICRC and UNHCR watched.", []),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text[:40] for text, _ in TABLE])
def test_acronyms(text: str, expected: list[Found]) -> None:
    assert read(text) == expected
