import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.documents.masks import mask
from kg.documents.parse import ENVIRONMENT, parse_all
from kg.documents.pipeline import load_pipeline
from kg.errors import ParserError
from kg.model import Replacement


def parsed(text, *replacements):
    """Parse the text as one sentence; each replacement is (stretch, word), and its index the mention."""
    at, found = 0, []
    for index, (old, word) in enumerate(replacements):
        start = text.index(old, at)
        at = start + len(old)
        found.append(Replacement(start, at, word, index))
    return next(parse_all([mask(text, 0, len(text), found)]))


def arcs(tokens):
    return {(t.text, t.dep, tokens[t.head].text) for t in tokens}


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The army attacked the rebels.", {("army", "nsubj", "attacked"), ("rebels", "obj", "attacked")}),
        ("The town was captured by rebels.", {("town", "nsubj:pass", "captured"), ("rebels", "obl:agent", "captured")}),
        ("France supports the government.", {("France", "nsubj", "supports"), ("government", "obj", "supports")}),
        ("Soldiers left the base in March.", {("Soldiers", "nsubj", "left"), ("March", "obl", "left")}),
        ("The general denied that his men fled.", {("fled", "ccomp", "denied"), ("his", "nmod:poss", "men")}),
        ("Rebels and soldiers fought in London.", {("soldiers", "conj", "Rebels"), ("London", "obl", "fought")}),
        (
            "The group, which controls London, fled.",
            {("controls", "acl:relcl", "group"), ("group", "nsubj", "fled")},
        ),
        ("The rebels did not attack the village.", {("not", "advmod", "attack"), ("did", "aux", "attack")}),
        ("The leader of the group spoke.", {("group", "nmod", "leader"), ("leader", "nsubj", "spoke")}),
        ("London was besieged.", {("London", "nsubj:pass", "besieged"), ("was", "aux:pass", "besieged")}),
        ("The army wants to retake London.", {("retake", "xcomp", "wants"), ("London", "obj", "retake")}),
        ("The rebels gave up the camp.", {("up", "compound:prt", "gave"), ("camp", "obj", "gave")}),
    ],
)
def test_simple_sentences_are_read_right(text, expected):
    assert expected <= arcs(parsed(text))


def test_tokens_carry_words_features_and_places():
    text = "The  rebels\twithdrew."
    the, rebels, withdrew, stop = parsed(text)
    assert [text[t.start : t.end] for t in (the, rebels, withdrew, stop)] == ["The", "rebels", "withdrew", "."]
    assert (rebels.upos, rebels.lemma, rebels.feats["Number"]) == ("NOUN", "rebel", "Plur")
    assert (withdrew.upos, withdrew.lemma, withdrew.feats["Tense"]) == ("VERB", "withdraw", "Past")
    assert (withdrew.dep, withdrew.head) == ("root", withdrew.index)


def test_a_masked_name_is_one_token_with_its_mention():
    text = "The Front for the Peace of All attacked New Old Town."
    tokens = parsed(text, ("Front for the Peace of All", "Army"), ("New Old Town", "London"))
    masked = {t.mention: (t.text, text[t.start : t.end], t.dep) for t in tokens if t.mention is not None}
    assert masked == {
        0: ("Army", "Front for the Peace of All", "nsubj"),
        1: ("London", "New Old Town", "obj"),
    }


@pytest.mark.parametrize(
    "text, replacements, expected",
    [
        ("A Foo-backed group left.", [("Foo", "London")], ["Foo"]),
        ("An anti-Foo group left.", [("Foo", "London")], ["anti-Foo"]),
        ("The Foo-Bar border is shut.", [("Foo", "London"), ("Bar", "Paris")], ["Foo", "Bar"]),
        ("The Foo/Bar border is shut.", [("Foo", "London"), ("Bar", "Paris")], ["Foo", "Bar"]),
        ("The FooBar border is shut.", [("Foo", "London"), ("Bar", "Paris")], ["Foo", "Bar"]),
        ("The Foo's men left.", [("Foo", "the Army")], ["Foo"]),
        ("Some Foo.", [("Foo", "U.S.-led")], ["Foo"]),
    ],
)
def test_each_mention_has_exactly_one_token(text, replacements, expected):
    tokens = parsed(text, *replacements)
    assert [text[t.start : t.end] for t in tokens if t.mention is not None] == expected
    assert [t.mention for t in tokens if t.mention is not None] == list(range(len(replacements)))


def is_tree(tokens):
    roots = [t for t in tokens if t.head == t.index]
    for token in tokens:
        seen = set()
        while token.head != token.index and token.index not in seen:
            seen.add(token.index)
            token = tokens[token.head]
        if token.head != token.index:
            return False
    return len(roots) == 1 and roots[0].dep == "root"


def test_a_sentence_is_never_split():
    tokens = parsed("The army left. The rebels came. Nobody was hurt.")
    assert is_tree(tokens)


WORDS = st.sampled_from(
    ["the", "army", "Rebels", "attacked", "London", ".", ",", "-", "“", "who", "and", "\u00a0", "x" * 40]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS | st.text(max_size=4), max_size=25).map(" ".join))
def test_whatever_the_text_there_is_one_tree_over_all_of_it(text):
    masked = mask(text, 0, len(text))
    tokens = next(parse_all([masked]))
    assert is_tree(tokens) or not masked.text
    assert "".join(t.text for t in tokens) == masked.text.replace(" ", "")
    assert [t.index for t in tokens] == list(range(len(tokens)))
    assert all(a.end <= b.start for a, b in zip(tokens, tokens[1:], strict=False))


def test_order_and_batches_do_not_matter():
    texts = ["The army left.", "", "Rebels took the town."] * 60
    alone = {text: parsed(text) for text in set(texts)}
    assert list(parse_all(mask(text, 0, len(text)) for text in texts)) == [alone[text] for text in texts]


def test_loading_again_reads_the_same():
    text = "The rebels, backed by soldiers, took the town that the army had left."
    first, second = (load_pipeline().nlp(text).to_array(["HEAD", "DEP", "POS"]).tolist() for _ in range(2))
    assert first == second


def test_importing_the_room_does_not_import_spacy():
    code = "import sys, kg.documents.parse, kg.documents.masks, kg.documents.sentences; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_spacy_stays_whole():
    code = (
        "from kg.documents.quick_spacy import import_spacy; import_spacy(); import spacy, spacy.cli;"
        "print(callable(spacy.info), spacy.cli.__file__ is not None)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True True"


def test_a_missing_pipeline_is_one_clear_line(monkeypatch):
    monkeypatch.setenv(ENVIRONMENT, "no_such_pipeline")
    with pytest.raises(ParserError, match="'no_such_pipeline' cannot be loaded"):
        parsed("Anything.")


def test_a_pipeline_without_universal_dependencies_is_refused(tmp_path):
    import spacy

    nlp = spacy.blank("en")
    parser = nlp.add_pipe("parser")
    for label in ("nsubj", "dobj", "pobj"):
        parser.add_label(label)
    nlp.initialize()
    nlp.to_disk(tmp_path / "stanford")
    with pytest.raises(ParserError, match=r"Universal Dependencies: its labels lack acl:relcl, nsubj:pass"):
        load_pipeline(str(tmp_path / "stanford"))


def test_another_pipeline_is_used(tmp_path):
    import spacy

    nlp = spacy.blank("en")
    parser = nlp.add_pipe("parser")
    for label in ("nsubj", "obj", "obl", "nsubj:pass", "acl:relcl"):
        parser.add_label(label)
    nlp.initialize()
    nlp.to_disk(tmp_path / "ud")
    text = "The rebels left."
    tokens = next(parse_all([mask(text, 0, len(text))], str(tmp_path / "ud")))
    assert [t.text for t in tokens] == ["The", "rebels", "left", "."]
    assert {t.upos for t in tokens} == {""}


def test_a_damaged_parser_is_one_clear_line(tmp_path):
    (tmp_path / "weights.msgpack").write_bytes(b"\x81")
    with pytest.raises(ParserError, match="missing or damaged"):
        load_pipeline(str(tmp_path))
