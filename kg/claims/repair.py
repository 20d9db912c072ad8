"""Mending what a parser gets wrong in ways that the sentence itself gives away, before any rule reads the tree.

A subject never has a preposition; a word that heads a clause and has a subject is a verb; who did it does not modify
the night on which it was done; who stands right before a verb without a subject is its subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from kg import lexicon
from kg.claims.forms import verb_forms
from kg.claims.tree import Tree, has_dep
from kg.model import Sentence, Token

_CLAUSES = ("root", "acl:relcl", "ccomp", "advcl", "parataxis", "conj")
_BEFORE_VERB = frozenset({"AUX", "ADV", "PART"})
_LISTING = frozenset({"CCONJ", "PUNCT", "DET", "ADV", "ADJ"})
_IN_LIST = frozenset({"CCONJ", "PUNCT", "DET", "ADJ"})


def mend(sentence: Sentence) -> Sentence:
    """The sentence with its tree mended; the same where nothing is wrong."""
    mended = sentence
    tree = Tree(sentence)
    for step in (_read_plurals, _read_events, _read_verbs, _free_agents, _seat_subjects, _join_headlines):
        tokens = list(mended.tokens)
        step(tokens, tree)
        if tuple(tokens) != mended.tokens:
            mended = replace(mended, tokens=tuple(tokens))
            tree = Tree(mended)
    return mended


def _read_plurals(tokens: list[Token], tree: Tree) -> None:
    """Plurals of nouns of the lexicon that were taken for their own dictionary forms: "ties", "troops"."""
    for token in tree.tokens:
        word = token.text.lower()
        if token.upos == "NOUN" and token.lemma == word and word.endswith("s") and word[:-1] in _nouns():
            tokens[token.index] = replace(token, lemma=word[:-1])


@cache
def _nouns() -> frozenset[str]:
    events = {row["word"] for row in lexicon.table("frames") if row["pos"] == "N"}
    return frozenset(events | lexicon.words("transparent"))


def _read_events(tokens: list[Token], tree: Tree) -> None:
    """Fighting that is "between A and B" is a noun, and so is an event with an article in the place of a noun."""
    for token in tree.tokens:
        if token.upos != "VERB" or tree.kids(token.index, "nsubj", "aux", "mark"):
            continue
        word = token.text.lower()
        sides = any(tree.case(t) == "between" for t in tree.kids(token.index, "obl", "nmod"))
        is_thing = has_dep(token, "obl", "obj", "nmod") and tree.kids(token.index, "det", "case")
        if sides and word in ("fighting", "shelling", "clashes"):
            tokens[token.index] = replace(token, upos="NOUN", lemma=word.removesuffix("es"))
        elif is_thing and word in _nouns():
            tokens[token.index] = replace(token, upos="NOUN", lemma=word)


def _read_verbs(tokens: list[Token], tree: Tree) -> None:
    """Head words of clauses that have a subject and the form of a verb of the lexicon are verbs."""
    for token in tree.tokens:
        if token.upos not in ("NOUN", "ADJ", "PROPN") or token.mention is not None or token.dep not in _CLAUSES:
            continue
        if tree.kids(token.index, "cop", "det", "case", "nmod:poss"):
            continue
        lemma = verb_forms().get(token.text.lower())
        is_clause = tree.kids(token.index, "nsubj", "aux") or _is_whom(tree, token)
        if lemma and is_clause:
            form = {"VerbForm": "Fin"} if token.text.lower() != lemma else token.feats
            tokens[token.index] = replace(token, upos="VERB", lemma=lemma, feats=form)


def _is_whom(tree: Tree, token: Token) -> bool:
    """Read "whom Iran arms": the name between the relative pronoun and the verb is its subject."""
    before = tree.tokens[max(0, token.index - 2) : token.index]
    return token.dep == "acl:relcl" and len(before) == 2 and before[0].lemma in ("whom", "who", "which", "that") and (
        before[1].mention is not None
    )  # fmt: skip


def _free_agents(tokens: list[Token], tree: Tree) -> None:
    """Read "attacked on Sunday night by X": the agent hangs on the verb, not on the day."""
    for token in tree.tokens:
        if token.mention is None or tree.case(token) != "by" or not has_dep(token, "nmod"):
            continue
        head = tree.head(token)
        if head is None or head.mention is not None or not _is_time(head):
            continue
        verb = tree.head(head)
        if verb is not None and verb.upos == "VERB":
            tokens[token.index] = replace(token, head=verb.index, dep="obl:agent")


def _is_time(token: Token) -> bool:
    known = {row["word"] for row in lexicon.table("time") if row["kind"] in ("month", "weekday", "unit")}
    return token.lemma in known or token.lemma in ("night", "morning", "evening", "afternoon", "weekend", "dawn")


def _seat_subjects(tokens: list[Token], tree: Tree) -> None:
    """Give a verb whose subject has a preposition, or that has none, the names right before it."""
    for verb in tree.tokens:
        if verb.upos != "VERB" or not has_dep(verb, "root", "ccomp", "advcl", "parataxis", "conj", "acl:relcl"):
            continue
        _unseat_days(tokens, tree, verb)
        own = [t for t in tree.kids(verb.index, "nsubj") if not _has_preposition(tree, t)]
        slipped = [t for t in tree.kids(verb.index, "nsubj") if _has_preposition(tree, t)]
        if own or not (slipped or _is_finite(tree, verb)):
            continue
        for token in slipped:
            tokens[token.index] = replace(token, dep="obl")
        group = _before(tree, verb)
        if not group or any(t.index == verb.head for t in group):
            continue
        is_passive = bool(tree.kids(verb.index, "aux:pass")) or any(t.dep == "nsubj:pass" for t in slipped)
        dep = "nsubj:pass" if is_passive else "nsubj"
        first = group[0]
        tokens[first.index] = replace(first, head=verb.index, dep=dep)
        for other in group[1:]:
            tokens[other.index] = replace(other, head=first.index, dep="conj")


def _join_headlines(tokens: list[Token], tree: Tree) -> None:
    """Read "A, B agree truce": two subjects side by side are one list, also where the first seems spoken to."""
    for token in tree.tokens:
        if token.mention is None or not has_dep(token, "vocative", "dislocated") or token.index + 2 >= len(tokens):
            continue
        comma, other = tokens[token.index + 1], tokens[token.index + 2]
        if comma.text == "," and other.mention is not None and has_dep(other, "nsubj"):
            tokens[token.index] = replace(token, head=other.index, dep="conj")
    for verb in tree.tokens:
        seated = [t for t in tree.kids(verb.index, "nsubj") if t.mention is not None]
        for first, second in pairwise(seated):
            between = tokens[first.index + 1 : second.index]
            if all(t.upos in _LISTING for t in between):
                tokens[second.index] = replace(tokens[second.index], head=first.index, dep="conj")


def _unseat_days(tokens: list[Token], tree: Tree, verb: Token) -> None:
    """Read "Since February A and B have fought": who hangs on the month does it, not the month."""
    for day in tree.kids(verb.index, "nsubj"):
        named = [t for t in tree.kids(day.index, "appos", "conj", "flat") if t.mention is not None]
        if _is_time(day) and named:
            tokens[named[0].index] = replace(named[0], head=verb.index, dep="nsubj")
            tokens[day.index] = replace(day, dep="obl")
            for other in named[1:]:
                tokens[other.index] = replace(other, head=named[0].index, dep="conj")


def _has_preposition(tree: Tree, token: Token) -> bool:
    return tree.case(token).split(" ")[0] in _PREPOSITIONS and token.upos in ("NOUN", "PROPN")


_PREPOSITIONS = frozenset(
    {"in", "on", "at", "for", "after", "before", "during", "amid", "follow", "following", "since"}
)


def _is_finite(tree: Tree, verb: Token) -> bool:
    """Whether a clause's verb without a subject should have one of its own."""
    if has_dep(verb, "conj", "advcl", "acl") or verb.feats.get("VerbForm") in ("Inf", "Ger", "Part"):
        return bool(tree.kids(verb.index, "aux")) and has_dep(verb, "root", "ccomp", "parataxis")
    return True


def _before(tree: Tree, verb: Token) -> list[Token]:
    """The mentions coordinated right before the verb, without one that a preposition and a comma set apart."""
    index = verb.index - 1
    while index >= 0 and tree.tokens[index].upos in _BEFORE_VERB:
        index -= 1
    group: list[Token] = []
    while index >= 0:
        token = tree.tokens[index]
        if token.mention is not None:
            if _is_governed(tree.tokens, index):
                if _joins(tree.tokens, index, group) == "and":
                    return []
                break
            group.insert(0, token)
        elif token.upos not in _IN_LIST or token.text in (";", ":", '"', "“", "”"):
            break
        elif not group:
            return []
        index -= 1
    return [t for t in group if t.mention is not None]


def _joins(tokens: Sequence[Token], index: int, group: Sequence[Token]) -> str:
    if not group:
        return "and"
    between = {t.lemma for t in tokens[index + 1 : group[0].index]}
    return "and" if "and" in between else ","


def _is_governed(tokens: Sequence[Token], index: int) -> bool:
    """Whether a preposition or a possessor stands before the mention and its determiner."""
    before = index - 1
    while before >= 0 and tokens[before].upos in ("DET", "ADJ"):
        before -= 1
    return before >= 0 and (tokens[before].upos in ("ADP", "PART") or tokens[before].lemma in ("'s", "’s"))
