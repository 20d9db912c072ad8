"""A foreign state shown only through its forces is one actor with them, else they stay two."""

from __future__ import annotations

import pytest

from .reading import Found, read

TABLE: list[tuple[str, list[Found]]] = [
    (
        "Mali expelled French forces from Gao. French troops left Kidal in Mali.",
        [
            ("Mali", "mali", "mali"),
            ("French forces", "france", None),
            ("Gao", None, "gao"),
            ("French troops", "france", None),
            ("Kidal", None, "kidal"),
            ("Mali", "mali", "mali"),
        ],
    ),
    (
        "France backed Mali. French troops left Gao. Mali thanked France.",
        [
            ("France", "france", "france"),
            ("Mali", "mali", "mali"),
            ("French troops", "french-armed-forces", None),
            ("Gao", None, "gao"),
            ("Mali", "mali", "mali"),
            ("France", "france", "france"),
        ],
    ),
    (
        "Ethiopian troops in Baidoa, Somalia, fought near Kismayo, Somalia.",
        [
            ("Ethiopian troops", "ethiopia", None),
            ("Baidoa", None, "gn64536"),
            ("Somalia", "somalia", "somalia"),
            ("Kismayo", None, "gn55671"),
            ("Somalia", "somalia", "somalia"),
        ],
    ),
    (
        "North Korean soldiers fought for the Kremlin near Kursk, Russia.",
        [
            ("North Korean soldiers", "north-korea", None),
            ("Kremlin", "russia", None),
            ("Kursk", None, "gn538560"),
            ("Russia", "russia", "russia"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text[:40] for text, _ in TABLE])
def test_foreign_states(text: str, expected: list[Found]) -> None:
    assert read(text) == expected
