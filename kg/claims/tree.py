"""A parsed sentence as a tree: what rules ask of it, in terms of Universal Dependencies."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.model import Sentence, Token


class Tree:
    """Children, heads, conjuncts and prepositions of a sentence's tokens."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self._kids: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                self._kids[token.head].append(token)

    def __len__(self) -> int:
        return len(self.tokens)

    def kids(self, index: int, *deps: str) -> list[Token]:
        """Children of a token; with `deps` those of these labels, a bare label standing for its subtypes too."""
        found = self._kids[index]
        if not found or not deps:
            return found[:]
        return [t for t in found if t.dep in deps or _bare(t.dep) in deps]

    def head(self, token: Token) -> Token | None:
        """The token's head; None for the root."""
        return self.tokens[token.head] if token.head != token.index else None

    def up(self, token: Token) -> Iterator[Token]:
        """The token's heads up to the root; ends where a damaged tree runs in circles."""
        seen = {token.index}
        here = self.head(token)
        while here is not None and here.index not in seen:
            yield here
            seen.add(here.index)
            here = self.head(here)

    def case(self, token: Token) -> str:
        """The token's preposition, with its fixed parts ("according to", "out of"), or an empty string."""
        words = []
        for kid in self.kids(token.index, "case"):
            if kid.text.lower() in ("'s", "’s", "'", "’"):
                continue
            words += [kid.lemma, *(k.lemma for k in self.kids(kid.index, "fixed"))]
        return " ".join(words)

    def conjuncts(self, token: Token) -> list[Token]:
        """The token and what is coordinated with it, to the right."""
        found, queue = [token], [token]
        while queue:
            for kid in self.kids(queue.pop().index, "conj"):
                if kid not in found:
                    found.append(kid)
                    queue.append(kid)
        return sorted(found, key=lambda t: t.index)

    def subtree(self, token: Token) -> list[Token]:
        """The token and all below it, in order."""
        found, queue = {token.index}, [token.index]
        while queue:
            for kid in self._kids[queue.pop()]:
                if kid.index not in found:
                    found.add(kid.index)
                    queue.append(kid.index)
        return [self.tokens[i] for i in sorted(found)]

    def clause(self, token: Token) -> Token:
        """The nearest verb or root at or above the token: the head of its clause."""
        if token.upos == "VERB":
            return token
        last = token
        for above in self.up(token):
            last = above
            if above.upos == "VERB" or has_dep(above, "root", "ccomp", "advcl", "acl", "parataxis"):
                return above
        return last

    def is_passive(self, verb: Token) -> bool:
        """Whether a verb is passive: it has a passive subject or auxiliary, or an agent."""
        return bool(self.kids(verb.index, "nsubj:pass", "aux:pass", "csubj:pass", "obl:agent"))


def has_dep(token: Token, *deps: str) -> bool:
    """Whether the token's label is one of these, or a subtype of a bare one."""
    return token.dep in deps or _bare(token.dep) in deps


@cache
def _bare(dep: str) -> str:
    """The label without its subtype."""
    return dep.partition(":")[0]
