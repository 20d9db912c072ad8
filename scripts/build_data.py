"""Copy what the wheel carries of ontology/ as it stands: kg.ttl, shapes.ttl and the saved questions.

`--check` only says whether the copies are fresh.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ONTOLOGY = ROOT / "ontology"
DATA = ROOT / "kg" / "data"


def copies() -> Iterator[tuple[Path, Path]]:
    """(source, copy) of every file."""
    for name in ("kg.ttl", "shapes.ttl"):
        yield ONTOLOGY / name, DATA / name
    for source in sorted((ONTOLOGY / "queries").glob("*.rq")):
        yield source, DATA / "queries" / source.name


def stale() -> list[Path]:
    """Copies that are missing, differ, or have no source any more."""
    wanted = dict(copies())
    differing = [c for s, c in wanted.items() if not c.exists() or c.read_bytes() != s.read_bytes()]
    orphans = set((DATA / "queries").glob("*.rq")) - set(wanted.values())
    return sorted([*differing, *orphans])


def main(arguments: list[str]) -> int:
    """Copy, or with --check compare; 0 when all is well."""
    found = stale()
    if arguments == ["--check"]:
        print("\n".join(f"{path.relative_to(ROOT)} is stale: run scripts/build_data.py." for path in found) or "Fresh.")
        return 1 if found else 0
    (DATA / "queries").mkdir(parents=True, exist_ok=True)
    for source, copy in copies():
        copy.write_bytes(source.read_bytes())
    for orphan in stale():
        orphan.unlink()
    print(f"{len(found)} files brought up to date.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
