import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.sentences import split_sentences


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The army left. The rebels came.", ["The army left.", "The rebels came."]),
        ("Who holds Ber? Nobody knows! It is quiet.", ["Who holds Ber?", "Nobody knows!", "It is quiet."]),
        ("A heading without a stop\nThe text begins.", ["A heading without a stop", "The text begins."]),
        ("Col. Diarra met Gen. Touré. They spoke.", ["Col. Diarra met Gen. Touré.", "They spoke."]),
        (
            "Mr. J. Smith left St. Louis on Jan. 5. He was alone.",
            ["Mr. J. Smith left St. Louis on Jan. 5.", "He was alone."],
        ),
        ("U.S. forces stayed.", ["U.S. forces stayed."]),
        ("He praised the U.S. President.", ["He praised the U.S. President."]),
        ("Troops came from the U.S. The mission began.", ["Troops came from the U.S.", "The mission began."]),
        ("Some 3.5 million fled. Prices rose 12.4 per cent.", ["Some 3.5 million fled.", "Prices rose 12.4 per cent."]),
        ('"We won." The general smiled.', ['"We won."', "The general smiled."]),
        ("“Nous partons.” Then silence.", ["“Nous partons.”", "Then silence."]),
        ("“Will they come?” he asked.", ["“Will they come?” he asked."]),
        ("(The town fell.) Nobody was hurt.", ["(The town fell.)", "Nobody was hurt."]),
        ("They waited… Nothing happened.", ["They waited…", "Nothing happened."]),
        ("They waited ... and waited. Then they left.", ["They waited ... and waited.", "Then they left."]),
        ("See www.example.org/a.html for more. It is free.", ["See www.example.org/a.html for more.", "It is free."]),
        ("Article No. 5 holds. It says no. 12 men left.", ["Article No. 5 holds.", "It says no. 12 men left."]),
        ("He said no. Everyone left.", ["He said no.", "Everyone left."]),
        ("In 2012. 300 men fought.", ["In 2012.", "300 men fought."]),
        ("The talks ended. «Rien à dire.»", ["The talks ended.", "«Rien à dire.»"]),
        ("One.  Two.\t\tThree.", ["One.", "Two.", "Three."]),
        ("", []),
        (" \n\t\n", []),
        ("word", ["word"]),
    ],
)
def test_split_sentences(text, expected):
    assert [text[s.start : s.end] for s in split_sentences(text)] == expected


def test_paragraphs_count_lines_that_hold_text():
    text = "Title\n\n  First one. Second one.\r\nThird."
    found = [(text[s.start : s.end], s.paragraph) for s in split_sentences(text)]
    assert found == [("Title", 0), ("First one.", 1), ("Second one.", 1), ("Third.", 2)]


PIECES = st.lists(
    st.sampled_from(
        ["The army", " left", ".", "!", "…", '"', "”", " ", "\n", "\u2028", "\t", "U.S.", "Gen.", "5", "(", ")"]
    )
    | st.text(max_size=3)
)


@given(PIECES.map("".join))
def test_sentences_cover_all_but_white_space_in_order(text):
    spans = split_sentences(text)
    at = 0
    for span in spans:
        assert not text[at : span.start].strip()
        sentence = text[span.start : span.end]
        assert sentence
        assert sentence == sentence.strip()
        assert len(sentence.splitlines()) == 1
        at = span.end
    assert not text[at:].strip()
    assert [s.paragraph for s in spans] == sorted(s.paragraph for s in spans)
