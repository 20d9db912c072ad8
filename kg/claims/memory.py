"""What earlier sentences leave for the words that take them up: the last subject, the last person, the places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.claims.cast import Cast
from kg.claims.tree import Tree, has_dep
from kg.model import Token
from kg.vocabulary import Kind

_AIMS = frozenset({"toward", "towards", "near", "north", "south", "east", "west"})
_PASSED = frozenset({"from", "between", "with"})


@dataclass(slots=True)
class Memory:
    """What earlier sentences leave for pronouns: the last subject and the last mentions."""

    subject: int | None = None
    person: int | None = None
    places: list[int] = field(default_factory=list)  # the mentions of places smaller than a country, the last last


def is_site(tree: Tree, token: Token, found: Cast) -> bool:
    """Whether a place is spoken of for itself: no capital that stands for a state, no dateline, no mere landmark."""
    if token.mention is None or len(tree) < 4:
        return False
    if found.mentions[token.mention].actor is not None and tree.case(token) not in ("in", "at", "into"):
        return False
    head = tree.head(token)
    word = tree.case(token).split(" ")[0]
    if word in _AIMS or (word in _PASSED and not (head is not None and head.upos == "VERB")):
        return False
    return not (head is not None and head.lemma in ("kilometre", "kilometer", "mile", "border", "frontier", "road"))


def remember(memory: Memory, trees: Sequence[Tree], found: Cast) -> None:
    """Note the subject and the persons of a sentence for the pronouns of the next."""
    subject = next(_subjects(trees, found), None)
    if subject is not None:
        memory.subject = subject
    elif any(_is_new_topic(tree) for tree in trees):
        memory.subject = None
    for tree in trees:
        for token in tree.tokens:
            if token.mention is None:
                continue
            if found.kind_of_place(token.mention) is not None and is_site(tree, token, found):
                memory.places.append(token.mention)
            actor = found.mentions[token.mention].actor
            if actor and found.actors[actor].kind is Kind.PERSON:
                memory.person = token.mention


def _is_new_topic(tree: Tree) -> bool:
    """Whether the main clause is about somebody or something that no mention names."""
    heads = [t for t in tree.tokens if has_dep(t, "nsubj") and has_dep(tree.tokens[t.head], "root")]
    return any(t.mention is None and t.upos in ("NOUN", "PROPN") for t in heads)


def _subjects(trees: Sequence[Tree], found: Cast) -> Iterator[int]:
    for tree in trees:
        # the subject of the main clause first, then those of clauses below it
        for token in sorted(tree.tokens, key=lambda t: (not has_dep(tree.tokens[t.head], "root"), t.index)):
            if token.mention is None or not has_dep(token, "nsubj"):
                continue
            actor = found.mentions[token.mention].actor
            if actor and found.actors[actor].kind is not Kind.PERSON:
                yield token.mention
