"""An explanation says what there is: each token once, each role once, features with what they add."""

from math import exp

import pytest

from kg.claims.confidence import coefficients
from kg.model import Article, Sentence, Token
from kg.pipeline import Reader
from kg.understanding import understand
from kg.views.explanation import explain
from kg.views.trees import branches

TEXT = (
    "Colonel Ann Bo leads the Northern Front. The group captured Kidal on 3 May 2024, the army said. "
    "Fighters of the Northern Front seized Kidal on 3 May 2024."
)


@pytest.fixture(scope="module")
def read():
    return understand(Article(TEXT, "x.txt", language="en"), Reader())


def number_of(read, relation):
    return next(n for n, c in enumerate(read.claims, 1) if c.relation == relation)


def test_the_ends_are_marked_and_the_sentence_is_whole(read):
    why = explain(read, number_of(read, "controls"), coefficients())
    told = "".join(words for words, _ in why.sentence)
    assert told in {e.quote for e in why.words.claim.evidence}
    assert {role for _, roles in why.sentence for role in roles} >= {"subject", "object"}
    assert {e.quote for e in why.words.claim.evidence} == {told, *why.others}


def test_every_role_is_named_here_elsewhere_or_said_to_be_missing(read):
    for number, claim in enumerate(read.claims, 1):
        why = explain(read, number, coefficients())
        named = {role for m in why.mentions for role in m.roles}
        wanted = (
            {"subject", "object"} | ({"claimant"} if claim.claimant else set()) | ({"place"} if claim.place else set())
        )
        assert named | set(why.missing) == wanted and not named & set(why.missing)
        assert all(m.reason for m in why.mentions)


def test_features_add_up_to_the_confidence(read):
    for number in range(1, len(read.claims) + 1):
        why = explain(read, number, coefficients())
        assert why.weighed and why.of_sentence is not None
        assert why.of_sentence == pytest.approx(
            min(0.97, max(0.05, 1 / (1 + exp(-sum(w.adds for w in why.weighed))))), abs=0.006
        )
        assert why.words.claim.confidence >= min(why.of_sentence, 0.95)


def test_the_tree_holds_each_token_once_and_says_what_is_masked(read):
    why = explain(read, number_of(read, "controls"), coefficients())
    assert [b.depth for b in why.tree].count(0) == 1
    assert {b.stands_for for b in why.tree} >= {"Kidal"}
    quote = "".join(words for words, _ in why.sentence)
    (sentence,) = [s for s in read.sentences if TEXT[s.start : s.end] == quote]
    assert sorted(b.text for b in why.tree) == sorted(t.text for t in sentence.tokens)


def test_a_tree_in_a_circle_ends():
    tokens = tuple(Token(i, i, i + 1, "abc"[i], "abc"[i], "X", "dep", head) for i, head in enumerate([1, 2, 0]))
    assert [b.text for b in branches("abc", Sentence(0, 3, 0, tokens))] == ["a", "c", "b"]
    assert branches("", Sentence(0, 0, 0, ())) == []
