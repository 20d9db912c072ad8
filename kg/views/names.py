"""Names short enough to stand beside a mark."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from kg.views.data import PageData

_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9]*(?:-[A-Z0-9][A-Za-z0-9]*)*")
_WORD = re.compile(r"[\w-]+")
LONGEST = 18  # characters that read well on one line


def short_names(picture: PageData) -> dict[str, str]:
    """Actor id → the name to stand beside its mark."""
    written = Counter(w for c in picture.claims for e in c.evidence for w in _WORD.findall(e.quote))
    return {a.id: short_name(a.label, a.names, written) for a in picture.actors}


def short_name(label: str, names: Iterable[str] = (), written: Mapping[str, int] | None = None) -> str:
    """The label if it is short; else the acronym that the articles write most, or that of its initials; else the label.

    `written` counts the words of the articles.
    """
    if len(label) <= LONGEST:
        return label
    acronyms = [n for n in names if _is_acronym(n) and len(n) < len(label)]
    told, initials = written or {}, _initials(label)
    return max(acronyms, key=lambda n: (told.get(n, 0), n.upper() in initials), default=label)


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


def _initials(label: str) -> set[str]:
    """Initials of all words, and of those that do not join others."""
    words = label.replace("-", " ").split()
    return {"".join(w[0] for w in kept).upper() for kept in (words, [w for w in words if w[0].isupper()])}


def _is_acronym(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    return 2 <= len(name) <= 10 and bool(_ACRONYM.fullmatch(name)) and capitals >= 2 and capitals * 2 > len(letters)
