"""What a page holds: all that its relationships cite, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.dates import ImpreciseDate
from kg.errors import DataError
from kg.model import Actor, Article, Claim, Evidence, Place
from kg.relationships.fold import fold
from kg.views.data import Succession, page_data
from kg.views.payload import day, lineage, payload
from kg.vocabulary import Kind, Modality, PlaceKind, Polarity, Relation

ACTORS = {i: Actor(i, Kind.REBEL, i.upper(), (i.upper(), i)) for i in "abcdef"}
PLACES = {"p": Place("p", PlaceKind.TOWN, "Testville"), "q": Place("q", PlaceKind.TOWN, "Elsewhere")}
ARTICLE = Article("The whole article, never shown.", "file", "Title", "Outlet", date(2020, 5, 10))
OTHER = replace(ARTICLE, text="Another article.", title="Other")


def claim(subject, relation, object_, article=ARTICLE, **given):
    return Claim(
        article.id, subject, relation, object_, reported=article.published, evidence=(Evidence("quote", 4, 9),), **given
    )


FIGHT = claim("a", Relation.FIGHTS, "b", start=ImpreciseDate.parse("2020-05"), claimant="c", place="q")
HOLD = claim("a", Relation.CONTROLS, "p")


def picture(claims, successions=()):
    return page_data(fold(claims), claims, ACTORS, PLACES, [ARTICLE, OTHER], successions)


def test_only_what_is_cited_is_kept():
    shown = picture([FIGHT, HOLD])
    assert [a.id for a in shown.actors] == ["a", "b", "c"]  # both ends, and the voice
    assert [p.id for p in shown.places] == ["p", "q"]
    assert [s.title for s in shown.sources] == ["Title"]


def test_articles_are_not_carried_along():
    assert "never shown" not in repr(picture([FIGHT])) + repr(payload(picture([FIGHT])))


@pytest.mark.parametrize("missing", ["claims", "articles", "actors", "places"])
def test_what_is_cited_must_be_given(missing):
    claims = [HOLD]
    given = {"claims": claims, "actors": ACTORS, "places": PLACES, "articles": [ARTICLE]}
    given[missing] = type(given[missing])()
    with pytest.raises(DataError, match=missing):
        page_data(fold(claims), **given)


def test_successions_are_kept_where_they_lead_to_a_shown_actor():
    chain = [Succession("d", "e"), Succession("e", "a"), Succession("f", "f")]
    shown = picture([HOLD], chain)
    assert {(s.earlier, s.later) for s in shown.successions} == {("d", "e"), ("e", "a")}
    assert {a.id for a in shown.actors} == {"a", "d", "e"}


def test_the_order_of_what_is_given_does_not_matter():
    claims = [FIGHT, HOLD]
    assert picture(claims) == picture(claims[::-1])


def test_days_count_from_1970():
    assert day(date(1970, 1, 2)) == 1
    assert day(date(1969, 12, 31)) == -1
    assert day(None) is None


def test_phases_come_with_their_reasons_and_claims():
    (edge,) = payload(picture([HOLD]))["edges"]
    held = next(p for p in edge["phases"] if p[0] == "held")
    assert held[1:3] == [day(date(2020, 5, 10)), day(date(2020, 5, 11))]
    assert "2020-05-10" in held[3] and held[4] == [0]
    assert edge["for"] == [0] and edge["reports"] == [day(date(2020, 5, 10))]


def test_what_is_only_denied_or_announced_stands_aside():
    denied = claim("a", Relation.ALLIED_WITH, "b", polarity=Polarity.DENIED)
    planned = claim("a", Relation.FIGHTS, "b", modality=Modality.PLANNED)
    edges = {e["relation"]: e for e in payload(picture([denied, planned]))["edges"]}
    first = day(date(2020, 5, 10))
    assert edges["alliedWith"]["aside"] == [["denied", first, first + 730]]
    assert edges["fights"]["aside"] == [["announced", first, first + 180]]
    assert edges["alliedWith"]["phases"] == []


def test_a_curated_and_a_claimed_succession_are_one_step():
    said = claim("b", Relation.SUCCEEDS, "a", start=ImpreciseDate.parse("2020-04"))
    both = lineage(picture([said], [Succession("a", "b", ImpreciseDate.parse("2020-03"), "renamed", "a table")]))
    (step,) = both
    assert (step["from"], step["to"], step["when"], step["kind"]) == ("a", "b", "2020-03", "renamed")
    assert step["edge"] == said.pair
    (alone,) = lineage(picture([said]))
    assert (alone["from"], alone["to"], alone["when"]) == ("a", "b", "2020-04")


def test_an_undated_succession_is_known_not_later_than_its_report():
    (step,) = lineage(picture([claim("b", Relation.SUCCEEDS, "a")]))
    assert step["when"] == "../2020-05-10" and step["day"] == day(date(2020, 5, 10))
