"""One claim an article: what is repeated becomes one claim with all its sentences."""

from __future__ import annotations

from typing import Any

import pytest

from kg.claims.cast import Cast
from kg.claims.merge import merge
from kg.dates import ImpreciseDate
from kg.model import Claim, Evidence, Place
from kg.vocabulary import Modality, PlaceKind, Polarity, Relation

CAST = Cast(
    [],
    {},
    {
        "mali": Place("mali", PlaceKind.COUNTRY, "Mali"),
        "ber": Place("ber", PlaceKind.TOWN, "Ber"),
        "kidal": Place("kidal", PlaceKind.REGION, "Kidal"),
    },
)


def claim(at: int = 0, relation: Relation = Relation.FIGHTS, **fields: Any) -> Claim:
    given = {"subject": "jnim", "object": "fama", **fields}
    return Claim("article", relation=relation, evidence=(Evidence("…", at, at + 1),), **given)


def test_what_is_repeated_is_one_claim_with_all_its_sentences() -> None:
    [one] = merge([claim(0), claim(50)], CAST)
    assert [e.start for e in one.evidence] == [0, 50]


def test_a_symmetric_relation_has_no_direction() -> None:
    assert len(merge([claim(0), claim(9, subject="fama", object="jnim")], CAST)) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"polarity": Polarity.DENIED},
        {"modality": Modality.PLANNED},
        {"claimant": "jnim"},
        {"relation": Relation.ALLIED_WITH},
        {"object": "wagner"},
    ],
)
def test_what_is_put_otherwise_stays_another_claim(other: dict[str, Any]) -> None:
    told = {"claimant": "fama"} if "claimant" in other else {}
    assert len(merge([claim(0, **told), claim(9, **other)], CAST)) == 2


def test_what_the_article_says_itself_needs_no_claimant() -> None:
    [one] = merge([claim(0, claimant="fama"), claim(9)], CAST)
    assert one.claimant is None


def test_the_narrowest_place_is_kept() -> None:
    [one] = merge([claim(0, place="mali"), claim(9, place="ber"), claim(20, place="kidal")], CAST)
    assert one.place == "ber"


def test_undated_words_join_the_dated_claim_and_two_dates_are_two_claims() -> None:
    first, second = (ImpreciseDate.parse(d) for d in ("2012", "2013"))
    merged = merge([claim(0), claim(9, start=first), claim(20, start=second)], CAST)
    assert [(c.start and c.start.edtf, len(c.evidence)) for c in merged] == [("2012", 2), ("2013", 1)]


def test_more_sentences_make_a_claim_surer() -> None:
    [once], [twice] = merge([claim(0)], CAST), merge([claim(0), claim(9)], CAST)
    assert twice.confidence > once.confidence


def test_the_order_is_that_of_the_text() -> None:
    merged = merge([claim(30, object="wagner"), claim(0)], CAST)
    assert [c.evidence[0].start for c in merged] == [0, 30]
