"""Laws that hold for any text."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.mentions.find import find_mentions
from kg.vocabulary import Kind

WORDS = st.sampled_from(
    [
        "the",
        "The",
        "rebels",
        "army",
        "of",
        "Mali",
        "Malian",
        "(MLNA)",
        "MLNA",
        "Azawad",
        "Movement",
        "'s",
        "'",
        "-",
        ",",
        ".",
        "\n",
        "said",
        "General",
        "Ag",
        "al-Shabaab",
        "Front",
        "forces",
        "and",
        "government",
        "Kidal",
        "Russian",
        "-backed",
        "Islamist",
        "fighters",
        "near",
        "in",
        "a",
        "its",
        "troops",
        "UN",
        "mission",
        "Wagner",
        "Group's",
        "known",
        "as",
        "led",
        "by",
        "X",
        "Operation",
        "1027",
        "March",
        "Reuters",
        "accord",
        "town",
        "country",
        "People's",
        "Army",
        "Paris",
        "444",
        "Brigade",
        "é",
        "’",
    ]
)
SENTENCES = st.lists(WORDS, max_size=40).map(" ".join)
TEXTS = st.one_of(st.text(max_size=200), SENTENCES, st.lists(WORDS, max_size=30).map("".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_mentions_are_slices_in_order_that_do_not_overlap(text: str) -> None:
    mentions = find_mentions(text, "a").mentions
    assert all(text[m.start : m.end] == m.text and m.start < m.end for m in mentions)
    assert all(left.end <= right.start for left, right in zip(mentions, mentions[1:], strict=False))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_actor_and_place_is_described_and_every_mention_has_its_reason(text: str) -> None:
    found = find_mentions(text, "a")
    assert {m.actor for m in found.mentions if m.actor} == set(found.actors)
    assert {m.place for m in found.mentions if m.place} == set(found.places)
    assert all(m.reason for m in found.mentions)
    assert all(isinstance(a.kind, Kind) and a.label and a.label == a.names[0] for a in found.actors.values())


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.none() | st.dates(date(2011, 1, 1), date(2026, 1, 1)))
def test_the_same_text_gives_the_same_mentions(text: str, published: date | None) -> None:
    assert find_mentions(text, "a", published) == find_mentions(text, "a", published)


@settings(max_examples=100, deadline=None)
@given(SENTENCES)
def test_actors_known_only_by_description_are_scoped_to_their_article(text: str) -> None:
    one, other = find_mentions(text, "one"), find_mentions(text, "other")
    assert {a.replace("one.", "other.") for a in one.actors if a.startswith("one.")} == {
        a for a in other.actors if a.startswith("other.")
    }
