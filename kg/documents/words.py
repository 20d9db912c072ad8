"""The words of a masked sentence, with exactly one for each word that masks something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.documents.tokenizer import plain
from kg.model import Masked

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token


def read_words(nlp: Language, sentence: Masked) -> Doc:
    """Tokenise a sentence as one that cannot be split further.

    A replacement that the tokenizer splits is made one token. One that hangs on a prefix ("anti-London") stays one
    token with it, unless that token holds two replacements: then each gets its own.
    """
    doc = nlp.make_doc(plain(sentence.text))
    ranges = [(start, end) for start, end, _ in sentence.replacements]
    for start, end in _split(doc, ranges):
        with doc.retokenize() as retokenizer:
            retokenizer.merge(doc[start:end])
    for token in doc[1:]:
        token.is_sent_start = False
    return doc


def _split(doc: Doc, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Token ranges, last first, that one replacement covers with more than one token."""
    _separate(doc, ranges)
    found = []
    at = 0
    for start, end in ranges:
        while at < len(doc) and doc[at].idx + len(doc[at]) <= start:
            at += 1
        last = at
        while last < len(doc) and doc[last].idx < end:
            last += 1
        if last - at > 1:
            found.append((at, last))
    return found[::-1]


def _separate(doc: Doc, ranges: list[tuple[int, int]]) -> None:
    """Cut the tokens that hold parts of two replacements, where the later one begins."""
    for start, end in ranges[1:]:
        token = next((t for t in doc if t.idx < start < t.idx + len(t)), None)
        if token is not None and any(token.idx < e and s < start for s, e in ranges if (s, e) != (start, end)):
            _cut(doc, token, start - token.idx)


def _cut(doc: Doc, token: Token, at: int) -> None:
    with doc.retokenize() as retokenizer:
        parts = [token.text[:at], token.text[at:]]
        retokenizer.split(token, parts, heads=[(token, 0), (token, 1)])
