"""The sentences that scripts/train_parser.py makes up or changes are trees; no treebank is needed."""

import sys
from pathlib import Path
from random import Random

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"


@pytest.fixture(autouse=True)
def scripts(monkeypatch):
    monkeypatch.setattr(sys, "path", [str(SCRIPTS), *sys.path])


def is_projective_tree(words):
    if sum(word.head == index for index, word in enumerate(words)) != 1:
        return False
    for index, word in enumerate(words):
        first, last = sorted((index, word.head))
        if any(not first <= words[between].head <= last for between in range(first + 1, last)):
            return False
    return True


def test_made_up_sentences_are_trees_of_many_kinds():
    from parser_genre import genre_sentences

    made = list(genre_sentences(400, seed=1))
    assert all(is_projective_tree(sentence.words) for sentence in made)
    assert {"nsubj:pass", "obl:agent", "acl:relcl", "ccomp", "conj", "appos", "xcomp", "nmod:desc"} <= {
        word.dep for sentence in made for word in sentence.words
    }
    assert len({sentence.text for sentence in made}) > 380


def test_the_same_seed_makes_the_same_sentences():
    from parser_genre import genre_sentences

    assert list(genre_sentences(50, seed=3)) == list(genre_sentences(50, seed=3))
    assert list(genre_sentences(50, seed=3)) != list(genre_sentences(50, seed=4))


def test_masked_copies_stay_trees_and_lose_their_long_names():
    from parser_augment import mask_names
    from parser_treebanks import Sentence, Word

    words = (
        Word("The", "the", "DET", "_", 1, "det", False),
        Word("Front", "Front", "PROPN", "Number=Sing", 4, "nsubj", False),
        Word("for", "for", "ADP", "_", 3, "case", False),
        Word("Peace", "Peace", "PROPN", "Number=Sing", 1, "nmod", False),
        Word("met", "meet", "VERB", "_", 4, "root", False),
        Word("John", "John", "PROPN", "Number=Sing", 4, "obj", False),
        Word("Doe", "Doe", "PROPN", "Number=Sing", 5, "flat", True),
        Word(".", ".", "PUNCT", "_", 4, "punct", True),
    )
    masked = mask_names(Sentence(words, True), Random(1))
    assert masked is not None
    assert [w.dep for w in masked.words] == ["det", "nsubj", "root", "obj", "punct"]
    assert is_projective_tree(masked.words)
    assert masked.text.endswith(".")
    assert " ." not in masked.text


def test_a_sentence_without_long_names_has_no_masked_copy():
    from parser_augment import mask_names
    from parser_treebanks import Sentence, Word

    words = (Word("They", "they", "PRON", "_", 1, "nsubj", False), Word("left", "leave", "VERB", "_", 1, "root", True))
    assert mask_names(Sentence(words, True), Random(1)) is None
