"""What holds for any text whatever."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import Article, Reading
from kg.pipeline import Reader

READER = Reader()
WORDS = st.sampled_from(
    ["M23", "Rwanda", "the", "rebels", "JNIM", "Goma", "Mali", "Wagner", "army", "seized", "attacked", "by",
     "from", "and", ",", ";", "—", "(", ")", "“", "”", ".", "said", "that", "denied", "not", "it", "they",
     "who", "which", "backed", "withdrew", "to", "of", "in", "2023", "May", "Friday", "will", "may", "had",
     "been", "leader", "spokesman", "ceasefire", "with", "between", "he", "its", "'s", "troops", "each",
     "other", "alongside", "no", "longer", "Smith", "Kidal", "\n"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join))
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(text: str, published: date | None = date(2024, 5, 15)) -> Reading:
    return READER.read_article(Article(text, "any", published=published, language="en"))


@given(TEXTS)
@QUICK
def test_any_text_can_be_read_and_evidence_is_a_slice_of_it(text: str) -> None:
    reading = read(text)
    for claim in reading.claims:
        assert claim.evidence
        for evidence in claim.evidence:
            assert evidence.quote == text[evidence.start : evidence.end]


@given(TEXTS)
@QUICK
def test_claims_are_unique_and_sure_to_some_degree(text: str) -> None:
    claims = read(text).claims
    assert len({claim.key for claim in claims}) == len(claims)
    assert all(0 < claim.confidence < 1 for claim in claims)


@given(TEXTS)
@QUICK
def test_everybody_whom_a_claim_names_comes_with_the_reading(text: str) -> None:
    reading = read(text)
    for claim in reading.claims:
        named = {claim.subject, claim.claimant, claim.on_behalf_of} - {None}
        assert named <= set(reading.actors)
        assert claim.object in reading.actors or claim.object in reading.places


@given(TEXTS)
@QUICK
def test_the_same_text_reads_the_same(text: str) -> None:
    assert read(text) == read(text)


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "M23", "\u200b"])
def test_an_empty_text_says_nothing(text: str) -> None:
    assert read(text).claims == ()


def test_without_a_publication_date_no_relative_date_is_known() -> None:
    [claim] = read("M23 captured Goma on Friday.", None).claims
    assert claim.start is None
