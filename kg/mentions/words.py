"""Words of a raw text: what names are matched over, before any parsing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+")
_BREAK = re.compile(r"[.!?…:]+[\"'”’)\]]*\s*$|\n")
_JOINERS = frozenset(" \t\u00a0'’‘`´-‐‑–/.,")


@dataclass(frozen=True, slots=True)
class Word:
    """One run of letters and digits (dotted acronyms are one word) with half-open offsets; `fold` is for comparison."""

    start: int
    end: int
    text: str
    fold: str
    opens: bool  # first word of a sentence or line
    gap: str  # what stands between the word before and this one

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def is_acronym(self) -> bool:
        """Whether it has at least two letters or digits, all of them capital, and a letter among them."""
        return len(self.text) > 1 and self.text.isupper()


def words_of(text: str) -> tuple[Word, ...]:
    """All words of a text in order."""
    found: list[Word] = []
    last = 0
    for match in _WORD.finditer(text):
        gap = text[last : match.start()]
        raw = match.group()
        opens = not found or bool(_BREAK.search(gap.rstrip(" \"'“‘(«—–-•*\t") or gap)) or "\n" in gap
        found.append(Word(match.start(), match.end(), raw, fold(raw), opens, gap))
        last = match.end()
    return tuple(found)


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """The form in which words are compared: no case, no accents, no dots."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().replace(".", "")


def fold_name(name: str) -> tuple[str, ...]:
    """The folded words of a name."""
    return tuple(fold(match.group()) for match in _WORD.finditer(name))


def is_joined(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether only spaces, apostrophes, hyphens and the like stand between the words first..last (inclusive)."""
    return all(len(w.gap) <= 3 and set(w.gap) <= _JOINERS and ". " not in w.gap for w in words[first + 1 : last + 1])


def is_title_case(words: Sequence[Word]) -> bool:
    """Whether a line is a headline in title case: nearly all its longer words begin with a capital."""
    longer = [w for w in words if len(w.text) > 3]
    return len(longer) >= 4 and sum(w.is_capital for w in longer) >= 0.8 * len(longer)
