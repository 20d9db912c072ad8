import pytest

from kg.documents.pipeline import load_pipeline
from kg.documents.tokenizer import plain


@pytest.mark.parametrize(
    "text, expected",
    [
        ("U.S.-led and Wagner-backed", "U.S. - led and Wagner - backed"),
        ("pro-government anti-terror counter-attack", "pro-government anti-terror counter-attack"),
        ("Re-elected ex-rebels", "Re-elected ex-rebels"),
        ("al-Qaeda's 25-year-old men", "al - Qaeda 's 25 - year - old men"),
        ("He didn't. They’re gone.", "He did n't . They 're gone ."),
        ("$2bn (or more), he said", "$ 2 bn ( or more ) , he said"),
        ("Lt. Diarra and Gen. Touré etc.", "Lt. Diarra and Gen. Touré etc."),
        ("see www.example.org/a-b", "see www.example.org/a-b"),
        ("“We won,” he said", '" We won , " he said'),
        ("CSP-PSD", "CSP - PSD"),
    ],
)
def test_words_are_those_of_universal_dependencies(text, expected):
    assert [t.text for t in load_pipeline().nlp.make_doc(plain(text))] == expected.split()


def test_plain_keeps_the_length():
    text = "“«‘’»”\u00a0‑—é"
    assert plain(text) == '""\'\'"" -—é'
    assert len(plain(text)) == len(text)
