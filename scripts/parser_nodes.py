"""Trees of made-up sentences while they are built, and their smallest parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from parser_treebanks import Sentence, Word, with_words

SING, PLUR = "Number=Sing", "Number=Plur"
PAST = "Mood=Ind|Number={}|Person=3|Tense=Past|VerbForm=Fin"
PRESENT = "Mood=Ind|Number={}|Person=3|Tense=Pres|VerbForm=Fin"
PERFECT, PASSIVE = "Tense=Past|VerbForm=Part", "Tense=Past|VerbForm=Part|Voice=Pass"
INFINITIVE, GERUND = "VerbForm=Inf", "VerbForm=Ger"


@dataclass(slots=True)
class Node:
    """A word with its dependents at the left and at the right, each with its relation."""

    form: str
    lemma: str
    upos: str
    feats: str = "_"
    left: list[tuple[str, Node]] = field(default_factory=list)
    right: list[tuple[str, Node]] = field(default_factory=list)
    glued: bool = False

    def order(self) -> Iterator[tuple[Node, str, Node | None]]:
        """The words from left to right with their relation and head, None for this node's own."""
        for dep, node in self.left:
            yield from node.below(dep, self)
        yield self, "root", None
        for dep, node in self.right:
            yield from node.below(dep, self)

    def below(self, dep: str, head: Node) -> Iterator[tuple[Node, str, Node | None]]:
        """The same where the node depends on another."""
        for node, own, above in self.order():
            yield (node, dep, head) if above is None else (node, own, above)


def as_sentence(root: Node) -> Sentence:
    """The tree as rows; the first word gets a capital."""
    rows = list(root.order())
    index = {id(node): i for i, (node, _, _) in enumerate(rows)}
    words = []
    for i, (node, dep, head) in enumerate(rows):
        following = rows[i + 1][0].form if i + 1 < len(rows) else ""
        glued = node.glued or node.form in {"(", "-"} or following in {",", ".", ")", "'s", "-", ":"}
        at = i if head is None else index[id(head)]
        words.append(Word(node.form, node.lemma, node.upos, node.feats, at, dep, glued))
    words[0] = replace(words[0], form=words[0].form[:1].upper() + words[0].form[1:])
    return Sentence(tuple(words), opens=True)


def without_doubled_commas(sentence: Sentence) -> Sentence:
    """The sentence without commas that stand before another mark."""
    forms = [w.form for w in sentence.words]
    keep = [
        i for i, form in enumerate(forms) if form != "," or forms[i + 1 : i + 2] not in ([","], ["."], ["—"], [")"])
    ]
    return with_words(sentence, keep, {})


def punct(form: str) -> tuple[str, Node]:
    """A punctuation mark as a dependent."""
    return "punct", Node(form, form, "PUNCT")


def case(form: str) -> tuple[str, Node]:
    """A preposition as a dependent."""
    return "case", Node(form, form, "ADP")


def det(form: str) -> tuple[str, Node]:
    """An article as a dependent."""
    return "det", Node(form, "a" if form == "an" else form, "DET", "PronType=Art")


def under(preposition: str, phrase: Node) -> Node:
    """The phrase with its preposition; "out:of" has two."""
    phrase.left[:0] = [case(part) for part in preposition.split(":")]
    return phrase


def third(lemma: str) -> str:
    """The third person singular."""
    if lemma.endswith(("s", "sh", "ch", "x")):
        return lemma + "es"
    return lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2] not in "aeo" else lemma + "s"


def ing(lemma: str) -> str:
    """The -ing form."""
    if lemma in {"quit", "expel", "repel", "overrun", "control", "split", "set", "shut", "cut"}:
        return lemma + lemma[-1] + "ing"
    return lemma[:-1] + "ing" if lemma.endswith("e") and not lemma.endswith("ee") else lemma + "ing"
