"""Quotations that run over sentences: whose words a sentence is, when it stands inside quotation marks."""

from __future__ import annotations

from kg import lexicon
from kg.claims.ends import Ends
from kg.claims.tree import has_dep
from kg.claims.verbs import subjects

_OPEN, _CLOSE, _PLAIN = "“«", "”»", '"'


class Speakers:
    """Remembers, sentence after sentence, who spoke last and whether a quotation is still open."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._last: str | None = None

    def of(self, ends: Ends) -> str | None:
        """Whose quotation the whole sentence is, or None; notes who speaks in it."""
        sentence = ends.tree.sentence
        quoted = self._is_quoted(sentence.start, sentence.end)
        speaker = self._last if quoted else None
        for token in ends.tree.tokens:
            if lexicon.mapping("reporting", "kind").get(token.lemma) and token.upos == "VERB":
                named = [a for s in subjects(ends.tree, token) if has_dep(s, "nsubj", "obl")
                         for e in ends.at(s) if (a := ends.mention(e).actor)]  # fmt: skip
                if named:
                    self._last = named[0]
        return speaker

    def _is_quoted(self, start: int, end: int) -> bool:
        """Whether the sentence begins inside a quotation of its paragraph and is not left before its end."""
        paragraph = self._text.rfind("\n", 0, start) + 1
        before, inside = self._text[paragraph:start], self._text[start:end]
        begins = inside[:1] in _OPEN + _PLAIN
        is_open = _depth(before) > 0 or before.count(_PLAIN) % 2 == 1
        ends_in = inside.rstrip(" .,!?…")[-1:] in _CLOSE + _PLAIN or inside[-1:] in _CLOSE + _PLAIN
        return (is_open and (ends_in or not any(c in inside for c in _CLOSE + _PLAIN))) or (begins and ends_in)


def _depth(text: str) -> int:
    return sum(text.count(c) for c in _OPEN) - sum(text.count(c) for c in _CLOSE)
