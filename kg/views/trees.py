"""A parsed sentence as an indented tree, one token a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Sentence, Token
from kg.views.passages import shown_text


@dataclass(frozen=True, slots=True)
class Branch:
    """A token at its depth: the root's is 0. `stands_for` are the words of the article that it was put in for."""

    depth: int
    text: str
    lemma: str
    upos: str
    dep: str
    stands_for: str = ""


def branches(text: str, sentence: Sentence) -> list[Branch]:
    """The tokens from the root down, siblings in the order of the text; each token once, even of a damaged tree."""
    kids: dict[int, list[Token]] = {}
    for token in sentence.tokens:
        if token.head != token.index:
            kids.setdefault(token.head, []).append(token)
    seen: set[int] = set()
    roots = [t for t in sentence.tokens if t.head == t.index]
    return [b for root in (*roots, *sentence.tokens) for b in _below(text, root, kids, seen, 0)]


def _below(text: str, token: Token, kids: dict[int, list[Token]], seen: set[int], depth: int) -> Iterator[Branch]:
    waiting = [(token, depth)]
    while waiting:
        here, level = waiting.pop()
        if here.index in seen:
            continue
        seen.add(here.index)
        yield _branch(text, here, level)
        waiting += [(kid, level + 1) for kid in reversed(kids.get(here.index, ()))]


def _branch(text: str, token: Token, depth: int) -> Branch:
    said = text[token.start : token.end]
    masked = shown_text(said) if token.mention is not None or said != token.text else ""
    return Branch(depth, shown_text(token.text), shown_text(token.lemma), token.upos, token.dep, masked)
