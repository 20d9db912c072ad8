"""Trees written by hand: one word a line, "form/UPOS/lemma<relation-head", heads counted from 0; "#n" a mention."""

from __future__ import annotations

import re

from kg.claims.tree import Tree
from kg.model import Sentence, Token

_WORD = re.compile(
    r"(?P<text>[^/]+)/(?P<upos>\w+)/(?P<lemma>[^<]+)<(?P<dep>[\w:]+)-(?P<head>\d+)(?:#(?P<mention>\d+))?"
)
_PAST_PARTICIPLE = {"VerbForm": "Part", "Tense": "Past"}


def tree(words: str) -> Tree:
    """The tree of a line of words; "+" behind a lemma makes it a past participle."""
    tokens, at = [], 0
    for index, word in enumerate(words.split()):
        match = _WORD.fullmatch(word)
        assert match, f"{word!r} is not of the form form/UPOS/lemma<relation-head"
        lemma = match["lemma"].removesuffix("+")
        feats = _PAST_PARTICIPLE if match["lemma"].endswith("+") else {}
        mention = int(match["mention"]) if match["mention"] else None
        end = at + len(match["text"])
        tokens.append(
            Token(index, at, end, match["text"], lemma, match["upos"], match["dep"], int(match["head"]), feats, mention)
        )
        at = end + 1
    return Tree(Sentence(0, at, 0, tuple(tokens)))
