"""The folded world names are those of the world gazetteer, and the loaders answer from them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kg import gazetteer
from kg.mentions.index import known_names, world_hit
from kg.mentions.words import words_of

ROOT = Path(__file__).resolve().parents[1]


def test_world_names_are_fresh() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "build_index.py"), "--check"]
    done = subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("text", "last"), [("Port Sudan fell", 1), ("N'Djamena fell", 1), ("Deir ez-Zor fell", 2), ("The army fell", None)]
)
def test_the_longest_world_name_is_found(text: str, last: int | None) -> None:
    hit = world_hit(words_of(text), 0)
    assert (hit.last if hit else None) == last


def test_a_world_place_is_read_when_it_is_asked_for() -> None:
    assert gazetteer.world()["gn379555"].place.country == "sudan"
    assert "gn379555" in gazetteer.world()
    assert "nowhere" not in gazetteer.world()
    assert len(gazetteer.world()) > 30_000


def test_every_capital_that_is_known_stands_for_its_state() -> None:
    entries = {
        c.state: known_names().get(c.capital) for c in gazetteer.countries() if c.capital and c.capital != c.name
    }
    assert sum(bool(e and e.capital_of) for e in entries.values()) == len(entries)
    with_place = sum(bool(e and e.places) for e in entries.values())
    assert with_place >= 0.95 * len(entries)
