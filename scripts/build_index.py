#!/usr/bin/env python3
"""Fold the names of the world gazetteer once, so that reading an article need not.

    python scripts/build_index.py [--check]

Writes kg/data/world_names.tsv.gz from kg/data/world.tsv.gz and countries.json: one line a folded name (words joined
by spaces), the ids of its places joined by "|", and 1 where the name is an everyday word. --check writes nothing and
exits with 1 where it is stale.
"""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

from kg import gazetteer
from kg.mentions.words import fold_name
from kg.vocabulary import PlaceKind

TARGET = Path(__file__).resolve().parents[1] / "kg" / "data" / "world_names.tsv.gz"


def render() -> bytes:
    """The table, compressed without a clock in it."""
    places: dict[str, dict[str, None]] = {}
    common: set[str] = set()
    for known in gazetteer.world().values():
        for name in known.place.names:
            key = " ".join(fold_name(name))
            if len(key) < 2:
                continue
            places.setdefault(key, {})[known.place.id] = None
            if known.common and known.place.kind is not PlaceKind.COUNTRY:
                common.add(key)
    lines = [f"{key}\t{'|'.join(ids)}{chr(9) + '1' if key in common else ''}" for key, ids in sorted(places.items())]
    return gzip.compress(("\n".join(lines) + "\n").encode(), compresslevel=9, mtime=0)


def main() -> int:
    """Write the table, or with --check compare it."""
    data = render()
    fresh = TARGET.is_file() and gzip.decompress(TARGET.read_bytes()) == gzip.decompress(data)
    if "--check" not in sys.argv and not fresh:
        TARGET.write_bytes(data)
    print(f"{TARGET.name}: {'fresh' if fresh else 'stale' if '--check' in sys.argv else 'written'}, {len(data)} bytes")
    return 1 if "--check" in sys.argv and not fresh else 0


if __name__ == "__main__":
    sys.exit(main())
