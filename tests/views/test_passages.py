"""The text is cut without loss, marks never overlap, and each claim stands below its first sentence."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.sentences import split_sentences
from kg.model import Actor, Article, Claim, Evidence, Form, Mention, Place, Span
from kg.views.passages import family_of, gloss_of, paragraphs, shown_text
from kg.views.understood import Understood, claim_words, stands_for
from kg.vocabulary import Kind, Modality, PlaceKind, Polarity, Relation

ACTORS = {
    "a": Actor("a", Kind.ARMED_FORCE, "Army of Ay", ("Army of Ay",)),
    "b": Actor("b", Kind.REBEL, "Bee Liberation Front of the North", ("Bee Liberation Front of the North", "BLFN")),
}
PLACES = {"p": Place("p", PlaceKind.TOWN, "Pe", ("Pe",))}
TEXT = "The army took Pe. The group (BLFN) fled.\n\nNobody saw it. The army took Pe."


def mention(words, actor=None, place=None, form=Form.NAME, text=TEXT, after=0):
    start = text.index(words, after)
    return Mention(start, start + len(words), words, actor, place, form, False, f"why {words}")


def claim(quote, relation=Relation.CONTROLS, object_="p", text=TEXT, after=0, **said):
    start = text.index(quote, after)
    return Claim("x", "a", relation, object_, evidence=(Evidence(quote, start, start + len(quote)),), **said)


def understood(text=TEXT, mentions=(), claims=(), spans=None):
    spans = split_sentences(text) if spans is None else spans
    return Understood(Article(text, "file.txt"), spans, tuple(mentions), ACTORS, PLACES, tuple(claims))


def shape(read, least=0.0):
    """Each passage as its text with marks in brackets, and the numbers below it."""
    return [
        [
            (
                "".join("[" * p.opens + p.text + "]" * p.closes for p in passage.pieces).strip(),
                [c.number for c in passage.claims],
                list(passage.again),
            )
            for passage in paragraph
        ]
        for paragraph in paragraphs(read, least)
    ]


def test_a_claim_stands_below_its_first_sentence_and_its_number_below_the_others():
    first, again = claim("The army took Pe."), claim("The army took Pe.", after=20)
    both = Claim("x", "a", Relation.CONTROLS, "p", evidence=(*first.evidence, *again.evidence))
    assert shape(understood(mentions=[mention("army", "a"), mention("Pe", None, "p")], claims=[both])) == [
        [("The [army] took [Pe].", [1], []), ("The group (BLFN) fled.", [], [])],
        [("Nobody saw it.", [], []), ("The army took Pe.", [], [1])],
    ]


def test_an_insert_belongs_to_its_sentence_and_marks_its_words_alone():
    (sentences, _) = paragraphs(understood(claims=[claim("BLFN", Relation.FIGHTS, "b")]))
    assert [c.number for c in sentences[1].claims] == [1]
    assert [(p.text, p.claims) for p in sentences[1].pieces] == [
        ("The group (", ()),
        ("BLFN", (1,)),
        (") fled.", ()),
    ]


def test_of_overlapping_mentions_the_longest_is_marked_and_keeps_the_others():
    text = "The army of Pe fled."
    longer, shorter = mention("army of Pe", "a", text=text), mention("Pe", None, "p", text=text)
    empty = Mention(5, 5, "", "a", None, Form.NAME, False, "")
    ((passage,),) = paragraphs(understood(text, [shorter, longer, empty]))
    assert [(p.text, p.mention, p.also) for p in passage.pieces if p.mention] == [("army of Pe", longer, (shorter,))]


def test_less_sure_claims_are_left_out_and_numbers_stay():
    sure, unsure = claim("Nobody saw it.", confidence=0.9), claim("The group (BLFN) fled.", confidence=0.2)
    found = shape(understood(claims=[unsure, sure]), least=0.5)
    assert [numbers for paragraph in found for _, numbers, _ in paragraph] == [[], [], [2], []]


def test_a_claim_without_evidence_is_shown_on_top():
    assert shape(understood(claims=[Claim("x", "a", Relation.CONTROLS, "p")]))[0][0][1] == [1]


def test_what_no_sentence_covers_is_shown_too():
    text = "one two three\nfour"
    found = shape(understood(text, spans=[Span(4, 7, 0)]))
    assert [[words for words, _, _ in line] for line in found] == [["one two three"], ["four"]]


@given(
    st.text(alphabet="aB. \n\u2028\t\r", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), max_size=6),
)
def test_nothing_of_the_text_is_lost_and_marks_do_not_overlap(text, stretches):
    mentions = [Mention(a, a + n, "", "a", None, Form.NAME, False, "") for a, n in stretches if a + n <= len(text)]
    claims = [
        Claim("x", "a", Relation.FIGHTS, "b", evidence=(Evidence(text[m.start : m.end], m.start, m.end),))
        for m in mentions
    ]
    found = [passage for paragraph in paragraphs(understood(text, mentions, claims)) for passage in paragraph]
    told = "".join(piece.text for passage in found for piece in passage.pieces)
    assert "".join(told.split()) == "".join(text.split())
    numbers = sorted(c.number for passage in found for c in passage.claims)
    assert numbers == (list(range(1, len(claims) + 1)) if found else [])


BEE = "Bee Liberation Front of the North (rebel group)"


@pytest.mark.parametrize(
    ("marked", "family", "gloss", "stands"),
    [
        (mention("The group", "b", None, Form.DESCRIPTION), "rebel", "BLFN", BEE),
        (mention("BLFN", "b"), "rebel", "", BEE),
        (mention("Pe", "a", "p"), "state", "", "Army of Ay (armed force) / Pe (town)"),
        (mention("Pe", None, "p"), "place", "", "Pe (town)"),
        (mention("The army", None, None, Form.DESCRIPTION), "nobody", "", "nobody"),
        (mention("it", None, "p", Form.PRONOUN), "place", "Pe", "Pe (town)"),
    ],
)  # fmt: skip
def test_a_mark_says_what_kind_it_is_and_whom_it_stands_for(marked, family, gloss, stands):
    read = understood(mentions=[marked])
    assert (family_of(read, marked), gloss_of(read, marked), stands_for(read, marked)) == (family, gloss, stands)


def test_a_claim_in_words():
    from kg.dates import ImpreciseDate

    said = {
        "place": "p",
        "start": ImpreciseDate.parse("2024-05"),
        "end": ImpreciseDate.parse("2024-06-01"),
        "polarity": Polarity.DENIED,
        "modality": Modality.PLANNED,
        "claimant": "b",
        "on_behalf_of": "a",
        "confidence": 0.876,
        "reported": date(2024, 6, 2),
    }
    assert claim_words(understood(claims=[claim("Pe", Relation.FIGHTS, "b", **said)]), 1).line == (
        "Army of Ay \u2014 fights \u2192 Bee Liberation Front of the North, at Pe, from 2024-05 until 2024-06-01, "
        "denied, planned, according to Bee Liberation Front of the North on behalf of Army of Ay, 0.88"
    )


def test_what_a_terminal_obeys_becomes_a_mark():
    assert shown_text("a\x1b[31m\u202eb\tc\nd\u200de") == "a\ufffd[31m\ufffdb c d\u200de"
