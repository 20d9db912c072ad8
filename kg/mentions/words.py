"""Words of a raw text: what names are matched over, before any parsing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(
    r"(?:https?://|www\.)\S+|(?:[A-Z]\.){2,}|[^\W\d_]{2,}['’](?!(?:s|t|d|m|ll|re|ve)\b)[a-z][^\W\d_]*|[^\W_]+"
)
_DROPPED = str.maketrans("", "", ".'’")
_BREAK = re.compile(r"[.!?…:]+[\"'”’)\]]*\s*$|\n")
_JOINERS = frozenset(" \t\u00a0'’‘`´-‐‑–/.,")
APOSTROPHES = "'’‘`´"
HYPHENS = "-‐‑–"


class Word(NamedTuple):
    """One run of letters and digits (dotted acronyms are one word) with half-open offsets; `fold` is for comparison."""

    start: int
    end: int
    text: str
    fold: str
    lower: str
    is_capital: bool  # begins with a capital letter
    opens: bool  # first word of a sentence or line
    gap: str  # what stands between the word before and this one

    @property
    def is_acronym(self) -> bool:
        """Whether it has at least two letters or digits, all of them capital, and a letter among them."""
        return len(self.text) > 1 and self.text.isupper()

    @property
    def is_hyphened(self) -> bool:
        """Whether a hyphen alone ties it to the word before."""
        return len(self.gap) == 1 and self.gap in HYPHENS


def words_of(text: str) -> tuple[Word, ...]:
    """All words of a text in order; web addresses count as gaps."""
    found: list[Word] = []
    last = 0
    for match in _WORD.finditer(text):
        raw = match.group()
        if ":" in raw or raw.startswith("www."):
            continue
        start, end = match.span()
        gap = text[last:start]
        opens = not found or (len(gap) > 1 and _opens(gap))
        folded, lower = _forms(raw)
        found.append(Word(start, end, raw, folded, lower, raw[0].isupper(), opens, gap))
        last = end
    return tuple(found)


@lru_cache(maxsize=4096)
def _opens(gap: str) -> bool:
    return "\n" in gap or bool(_BREAK.search(gap.rstrip(" \"'“‘(«—–-•*\t") or gap))


@lru_cache(maxsize=100_000)
def _forms(raw: str) -> tuple[str, str]:
    return fold(raw), raw.lower()


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """The form in which words are compared: no case, no accents, no dots."""
    if text.isascii():
        return text.casefold().translate(_DROPPED)
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().translate(_DROPPED)


def raw_words(name: str) -> list[str]:
    """The words of a name as they are written."""
    return [match.group() for match in _WORD.finditer(name)]


def fold_name(name: str) -> tuple[str, ...]:
    """The folded words of a name."""
    return tuple(fold(word) for word in raw_words(name))


def is_joined(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether only spaces, apostrophes, hyphens and the like stand between the words first..last (inclusive)."""
    for word in words[first + 1 : last + 1]:
        gap = word.gap
        if gap != " " and (len(gap) > 3 or ". " in gap or not _JOINERS.issuperset(gap)):
            return False
    return True


def joined_text(words: Sequence[Word], first: int, last: int) -> str:
    """The text of words[first:last + 1] on one line."""
    pieces = [words[first].text]
    pieces += [(" " if "\n" in w.gap else w.gap) + w.text for w in words[first + 1 : last + 1]]
    return "".join(pieces)


def headline_words(words: Sequence[Word], text: str) -> frozenset[int]:
    """Indices of words in headlines of title case, whose capitals mean nothing: lines without a full stop."""
    found: set[int] = set()
    start = 0
    for index in range(1, len(words) + 1):
        if index < len(words) and "\n" not in words[index].gap:
            continue
        after = text[words[index - 1].end : words[index - 1].end + 2] if words else "."
        if not after.startswith((".", "!", ":", ";", ",")) and index - start < 25 and is_title_case(words[start:index]):
            found.update(range(start, index))
        start = index
    return frozenset(found)


def is_title_case(words: Sequence[Word]) -> bool:
    """Whether a line is a headline in title case: nearly all its longer words begin with a capital."""
    longer = [w for w in words if len(w.text) > 3]
    return len(longer) >= 4 and sum(w.is_capital for w in longer) >= 0.8 * len(longer)
