"""Splitting an article into sentences by rule: the same text always gives the same spans.

Every line is a paragraph, so that a heading stays a sentence of its own whether or not it ends in a full stop. Inside
a line a sentence ends at . ! ? or … and the quotes and brackets that close behind it, when white space and then a
capital, a digit or an opening quote follow, but not after an abbreviation or an initial.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Span

_CLOSERS = re.escape("\"'”’»)]")
_OPENERS = re.escape("\"'“‘«([–—-•")
_END = re.compile(rf"[.!?…]+[{_CLOSERS}]*(?=\s+[{_OPENERS}]*[^\W_a-z])")
_NEXT_WORD = re.compile(rf"\s+[{_OPENERS}]*(\w+)")

# A name or a number nearly always follows these.
_TITLES = re.compile(
    r"mrs?|ms|dr|prof|st|[sj]r|gen|col|lt|maj|capt|cpl|sgt|adm|cmdr|brig|pres|gov|sen|rep|rev|hon|amb|messrs|mme|mlle"
    r"|vs|inc|ltd|corp?|co|dept|approx|fig|vol|al|cf|ca|art|sec|ch|pp|mt|ft|jan|feb|aug|sept|oct|nov|dec",
    re.IGNORECASE,
)
# Only before a number: "No. 5" is an abbreviation, "He said no." an end.
_BEFORE_NUMBER = re.compile(r"nos?|p|para", re.IGNORECASE)
# "the U.S. The army …": after a dotted abbreviation only a word that seldom follows one inside a sentence begins
# another.
_STARTERS = re.compile(
    r"the|an?|s?he|it|they|we|th[ai]s|th[eo]se|his|her|their|its|in|on|at|by|for|from|as|but|and|yet|however|after|before"
    r"|since|when|while|if|although|there|meanwhile|according|that",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"[^\W\d_a-z]")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")


def split_sentences(text: str) -> tuple[Span, ...]:
    """The sentences in the order of the text, trimmed; `paragraph` counts the lines that hold anything, from 0."""
    spans: list[Span] = []
    at = paragraph = 0
    for line in text.splitlines(keepends=True):
        found = [Span(at + start, at + end, paragraph) for start, end in _sentences(line)]
        spans += found
        paragraph += bool(found)
        at += len(line)
    return tuple(spans)


def _sentences(line: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(line):
        if not _is_abbreviation(line, start, match):
            yield from _trimmed(line, start, match.end())
            start = match.end()
    yield from _trimmed(line, start, len(line))


def _trimmed(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The range without white space at its ends, unless nothing is left."""
    piece = line[start:end]
    left = len(piece) - len(piece.lstrip())
    if left < len(piece):
        yield start + left, start + len(piece.rstrip())


def _is_abbreviation(line: str, start: int, match: re.Match[str]) -> bool:
    """Whether the full stop belongs to the word before it and ends no sentence."""
    if match.group() != ".":
        return False
    words = line[start : match.start()].split()
    word = words[-1].lstrip("\"'“‘«([–—-") if words else ""
    following = _NEXT_WORD.match(line, match.end())
    after = following.group(1) if following else ""
    if _BEFORE_NUMBER.fullmatch(word):
        return after[:1].isdigit()
    if _DOTTED.fullmatch(word):
        return _STARTERS.fullmatch(after) is None
    return bool(_TITLES.fullmatch(word) or _INITIAL.fullmatch(word))
