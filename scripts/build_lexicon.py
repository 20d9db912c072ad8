#!/usr/bin/env python3
"""Check ontology/lexicon/*.tsv and copy it to kg/data/lexicon, from where the package reads it.

    python scripts/build_lexicon.py [--check]

--check writes nothing and exits with 1 where a copy is stale.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kg.lexicon import parse_table

ROOT = Path(__file__).resolve().parents[1]
SOURCES, COPIES = ROOT / "ontology" / "lexicon", ROOT / "kg" / "data" / "lexicon"


def render(path: Path) -> str:
    """The table's text, after a check: no row twice, every row with its columns."""
    text = path.read_text(encoding="utf-8")
    rows = parse_table(path.name, text.splitlines())
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        key = tuple(v for k, v in row.items() if k != "note")
        if key in seen:
            sys.exit(f"{path.name}: the row {'|'.join(key)} stands twice; drop one.")
        seen.add(key)
    return text


def main() -> int:
    """Write the copies, or with --check compare them."""
    stale = []
    COPIES.mkdir(parents=True, exist_ok=True)
    for path in sorted(SOURCES.glob("*.tsv")):
        text, copy = render(path), COPIES / path.name
        if not copy.is_file() or copy.read_text(encoding="utf-8") != text:
            stale.append(path.name)
            if "--check" not in sys.argv:
                copy.write_text(text, encoding="utf-8")
    print(f"{len(list(SOURCES.glob('*.tsv')))} word lists, {len(stale)} changed: {', '.join(stale) or 'none'}")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
