"""Making a sentence easy to parse while every character keeps its place in the article.

Long names, and inserts that mislead a parser, are replaced by one easy word or by nothing; white space is folded,
invisible characters are dropped, headlines in title case lose it. `Masked.origins` leads back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import category

from kg.model import Masked, Replacement

# Words that the parser was trained to read in the place of names, by what they stand for.
PLURAL, BODY, PLACE, PERSON = "rebels", "Army", "London", "Smith"

_RUNS = re.compile(r"\s+|\S")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Cn"})
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


def mask(text: str, start: int, end: int, replacements: Iterable[Replacement] = ()) -> Masked:
    """The slice text[start:end] with each replacement's stretch exchanged for its word.

    Args:
        text: the article's text, which all offsets are of.
        start: where the sentence begins.
        end: where it ends (half-open).
        replacements: stretches that do not overlap; those outside the slice are passed over. An empty word
            takes the stretch out, a blank one leaves a space; spaces around a word are kept.

    Raises:
        ValueError: two replacements overlap, or one crosses an end of the slice.
    """
    inside = sorted((r for r in replacements if r.start < end and start < r.end), key=lambda r: r.start)
    _check(inside, start, end)
    written = _Writer(lowered=_is_title(text, start, end, inside))
    at = start
    for replacement in inside:
        written.copy(text, at, replacement.start)
        written.put(replacement)
        at = replacement.end
    written.copy(text, at, end)
    return written.masked()


def _check(replacements: list[Replacement], start: int, end: int) -> None:
    at = start
    for replacement in replacements:
        if replacement.start < at or replacement.end > end or replacement.start >= replacement.end:
            raise ValueError(f"The replacement {replacement} overlaps another, is empty or leaves {start}:{end}.")
        at = replacement.end


def _is_title(text: str, start: int, end: int, replacements: list[Replacement]) -> bool:
    """Whether no full stop ends it and the longer words outside the replacements, three or more, have capitals."""
    if text[start:end].rstrip("\"'”’»)] ").endswith("."):
        return False
    at, longer = start, []
    for stop, following in [*((r.start, r.end) for r in replacements), (end, end)]:
        longer += _LONG_WORD.findall(text[at:stop])
        at = following
    return len(longer) >= 3 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)


class _Writer:
    """The masked text while it grows."""

    def __init__(self, *, lowered: bool) -> None:
        self._lowered = lowered
        self._parts: list[str] = []
        self._origins: list[tuple[int, int]] = []
        self._replacements: list[tuple[int, int, int | None]] = []

    def copy(self, text: str, start: int, end: int) -> None:
        """Append a stretch of the article."""
        piece = text[start:end]
        if piece.isprintable() and "  " not in piece:
            self._append(piece, start)
            return
        for run in _RUNS.finditer(piece):
            at = start + run.start()
            if run.group().isspace():
                self._append(" ", at, start + run.end())
            elif category(run.group()) not in _INVISIBLE:
                self._append(run.group(), at)

    def _append(self, piece: str, start: int, end: int | None = None) -> None:
        """Append characters that stand at `start`, or one space for start:end; no space at the beginning or twice."""
        if piece[:1] == " " and (not self._parts or self._parts[-1][-1] == " "):
            piece, start = piece[1:], start + 1
        if not piece:
            return
        if self._lowered:
            piece = _lower(piece, keep_first=not self._parts)
        self._parts.append(piece)
        stops = range(start + 1, start + len(piece) + 1) if end is None else (end,)
        self._origins += zip(range(start, start + len(piece)), stops, strict=True)

    def put(self, replacement: Replacement) -> None:
        """Append a replacement's word, each of whose characters stands for the whole stretch."""
        word = replacement.word.strip()
        origin = (replacement.start, replacement.end)
        if replacement.word[:1] == " ":
            self._append(" ", *origin)
        if not word:
            return
        first = len(self._origins)
        self._parts.append(word)
        self._origins += [origin] * len(word)
        self._replacements.append((first, len(self._origins), replacement.mention))
        if replacement.word[-1] == " ":
            self._append(" ", *origin)

    def masked(self) -> Masked:
        """What was written, without a space at its end."""
        text = "".join(self._parts).rstrip(" ")
        return Masked(text, tuple(self._origins[: len(text)]), tuple(self._replacements))


def _lower(piece: str, *, keep_first: bool) -> str:
    """The piece in lower case, its first word as it is if asked; unchanged where lower case has another length."""
    first = len(piece.split(" ", 1)[0]) if keep_first else 0
    lower = piece[:first] + piece[first:].lower()
    return lower if len(lower) == len(piece) else piece
