"""Names short enough to stand beside a mark."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9]*(?:-[A-Z0-9][A-Za-z0-9]*)*")
LONGEST = 18  # characters that read well on one line


def short_name(label: str, names: Iterable[str] = ()) -> str:
    """The label if it is short, else its first acronym, else the label."""
    if len(label) <= LONGEST:
        return label
    acronyms = (n for n in names if _is_acronym(n) and len(n) < len(label))
    return next(acronyms, label)


def lines_of(name: str, width: int = LONGEST, most: int = 2) -> tuple[str, ...]:
    """The name broken at spaces into at most `most` lines of about `width` characters; an ellipsis ends what is cut."""
    lines: list[str] = []
    for word in name.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    cut = [line if len(line) <= width + 6 else line[: width + 5] + "…" for line in lines[:most]]
    if len(lines) > most:
        cut[-1] = cut[-1].rstrip("…") + "…"
    return tuple(cut) or ("·",)


def _is_acronym(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    return 2 <= len(name) <= 10 and bool(_ACRONYM.fullmatch(name)) and capitals >= 2 and capitals * 2 > len(letters)
