"""What rules ask of a tree, on trees written by hand: no parser has a say."""

from __future__ import annotations

import pytest

from kg.claims.repair import mend
from kg.claims.tree import Tree
from kg.claims.verbs import objects, subjects
from tests.claims.trees import tree

ACTIVE = "Rebels/NOUN/rebel<nsubj-1 seized/VERB/seize<root-1 Goma/PROPN/goma<obj-1"
PASSIVE = (
    "Goma/PROPN/goma<nsubj:pass-2 was/AUX/be<aux:pass-2 seized/VERB/seize+<root-2 by/ADP/by<case-4"
    " rebels/NOUN/rebel<obl:agent-2"
)
CONTROL = (
    "Rebels/NOUN/rebel<nsubj-1 vowed/VERB/vow<root-1 to/PART/to<mark-3 seize/VERB/seize<xcomp-1 Goma/PROPN/goma<obj-3"
)
ORDER = (
    "Niger/PROPN/niger<nsubj-1 ordered/VERB/order<root-1 troops/NOUN/troop<obj-1 to/PART/to<mark-4"
    " leave/VERB/leave<xcomp-1"
)
TWO_VERBS = (
    "Rebels/NOUN/rebel<nsubj-1 seized/VERB/seize<root-1 Goma/PROPN/goma<obj-1 and/CCONJ/and<cc-4"
    " left/VERB/leave<conj-1 Sake/PROPN/sake<obj-4"
)
SHARED_OBJECT = (
    "Rebels/NOUN/rebel<nsubj-1 attacked/VERB/attack<root-1 and/CCONJ/and<cc-3 seized/VERB/seize<conj-1"
    " Goma/PROPN/goma<obj-3"
)
PARTICIPLE = (
    "Rebels/NOUN/rebel<nsubj-4 backed/VERB/back+<acl-0 by/ADP/by<case-3 Kigali/PROPN/kigali<obl:agent-1"
    " left/VERB/leave<root-4"
)
WHOM = "Rebels/NOUN/rebel<root-0 whom/PRON/whom<obj-3 Kigali/PROPN/kigali<nsubj-3 arms/VERB/arm<acl:relcl-0"
ACCUSED = (
    "Mali/PROPN/mali<nsubj-1 accused/VERB/accuse<root-1 Kyiv/PROPN/kyiv<obj-1 of/SCONJ/of<mark-4"
    " arming/VERB/arm<advcl-1 rebels/NOUN/rebel<obj-4"
)


@pytest.mark.parametrize(
    ("words", "verb", "doers", "done_to"),
    [
        (ACTIVE, 1, ["Rebels"], ["Goma"]),
        (PASSIVE, 2, ["rebels"], ["Goma"]),
        (CONTROL, 3, ["Rebels"], ["Goma"]),
        (ORDER, 4, ["troops"], []),
        (TWO_VERBS, 4, ["Rebels"], ["Sake"]),
        (SHARED_OBJECT, 1, ["Rebels"], ["Goma"]),
        (PARTICIPLE, 1, ["Kigali"], ["Rebels"]),
        (WHOM, 3, ["Kigali"], ["whom"]),
        (ACCUSED, 4, ["Kyiv"], ["rebels"]),
    ],
)
def test_a_verb_has_its_logical_subject_and_object(words: str, verb: int, doers: list[str], done_to: list[str]) -> None:
    read = tree(words)
    assert [t.text for t in subjects(read, read.tokens[verb])] == doers
    assert [t.text for t in objects(read, read.tokens[verb])] == done_to


def test_conjuncts_stand_in_order_and_only_to_the_right() -> None:
    read = tree("A/PROPN/a<root-0 ,/PUNCT/,<punct-2 B/PROPN/b<conj-0 and/CCONJ/and<cc-4 C/PROPN/c<conj-2")
    assert [t.text for t in read.conjuncts(read.tokens[0])] == ["A", "B", "C"]
    assert [t.text for t in read.conjuncts(read.tokens[2])] == ["B", "C"]


def test_a_case_has_its_fixed_parts_and_no_possessive() -> None:
    read = tree("out/ADP/out<case-2 of/ADP/of<fixed-0 Goma/PROPN/goma<root-2 's/PART/'s<case-2")
    assert read.case(read.tokens[2]) == "out of"


def test_a_tree_that_runs_in_circles_ends() -> None:
    read = tree("A/PROPN/a<nsubj-1 b/VERB/b<conj-2 c/VERB/c<conj-1")
    assert [t.text for t in read.up(read.tokens[0])] == ["b", "c"]
    assert subjects(read, read.tokens[2]) == [read.tokens[0]]


def test_the_head_of_a_clause_is_its_verb() -> None:
    read = tree(PASSIVE)
    assert read.clause(read.tokens[4]).text == "seized"


@pytest.mark.parametrize(
    ("slipped", "subject", "verb"),
    [
        # a verb read as a noun, though it has a subject
        ("Jets/PROPN/jets<nsubj-1#0 struck/ADJ/struck<root-1 Goma/PROPN/goma<obj-1#1", "Jets", "struck"),
        # a subject with a preposition; who stands right before the verb is the subject
        (
            "In/ADP/in<case-1 Mali/PROPN/mali<nsubj-4#0 ,/PUNCT/,<punct-3 Wagner/PROPN/wagner<conj-1#1"
            " attacked/VERB/attack<root-4 Ber/PROPN/ber<obj-4#2",
            "Wagner",
            "attacked",
        ),
        # a month is no subject; who hangs on it is
        (
            "Since/SCONJ/since<mark-3 May/PROPN/may<nsubj-3 Wagner/PROPN/wagner<appos-1#0 fought/VERB/fight<root-3",
            "Wagner",
            "fought",
        ),
        # two sides of a headline
        (
            "Israel/PROPN/israel<vocative-3#0 ,/PUNCT/,<punct-3 Hamas/PROPN/hamas<nsubj-3#1 agree/VERB/agree<root-3",
            "Hamas",
            "agree",
        ),
    ],
)
def test_slips_that_the_sentence_gives_away_are_mended(slipped: str, subject: str, verb: str) -> None:
    mended = Tree(mend(tree(slipped).sentence))
    token = next(t for t in mended.tokens if t.text == verb)
    assert token.upos == "VERB"
    assert [t.text for t in subjects(mended, token)] == [subject]


def test_an_agent_hangs_on_the_verb_not_on_the_day() -> None:
    slipped = tree(
        "Troops/NOUN/troop<nsubj:pass-2 were/AUX/be<aux:pass-2 attacked/VERB/attack+<root-2 on/ADP/on<case-4"
        " Sunday/PROPN/sunday<obl-2 by/ADP/by<case-6 JNIM/PROPN/jnim<nmod-4#0"
    )
    mended = Tree(mend(slipped.sentence))
    assert [t.text for t in subjects(mended, mended.tokens[2])] == ["JNIM"]


@pytest.mark.parametrize("words", [ACTIVE, PASSIVE, CONTROL, ORDER, TWO_VERBS, PARTICIPLE, ACCUSED])
def test_a_sound_tree_stays_as_it_is(words: str) -> None:
    sentence = tree(words).sentence
    assert mend(sentence) is sentence
