"""The second clock: what could have been known on a day, and what stood on one."""

from datetime import date

from hypothesis import given

from kg.dates import ImpreciseDate
from kg.relationships import fold
from kg.relationships.known import claims_known_by, is_known_by, lives_known_by
from kg.relationships.spells import spells, standing_on
from kg.vocabulary import Status

from .cases import claim, day, folded
from .test_laws import CLAIMS, DAYS


def test_what_is_reported_later_is_not_known():
    early, late, undated = claim("a", "controls", "p", "2023-10-01"), claim("b", "controls", "p", "2023-11-15"), None
    undated = claim("c", "controls", "p", start="2023")
    told = [early, late, undated]
    assert list(claims_known_by(told, day("2023-11-14"))) == [early]
    assert list(claims_known_by(told, day("2023-11-15"))) == [early, late]
    assert list(claims_known_by(told, None)) == told


def test_an_end_to_come_is_open():
    start, end = ImpreciseDate.parse("2014"), ImpreciseDate.parse("2024-04")
    assert lives_known_by({"a": (start, end)}, day("2024-04-29")) == {"a": (start, None)}
    assert lives_known_by({"a": (start, end)}, day("2024-04-30")) == {"a": (start, end)}
    assert lives_known_by({"a": (start, end)}, None) == {"a": (start, end)}
    assert is_known_by(None, day("2000-01-01"))


@given(CLAIMS)
def test_known_at_the_last_report_is_known_at_all(claims):
    dated = [c for c in claims if c.reported]
    last = max((c.reported for c in dated), default=date(2020, 1, 1))
    assert fold(claims_known_by(claims, last)) == fold(dated)


@given(CLAIMS, DAYS)
def test_nothing_that_is_known_on_a_day_was_reported_later(claims, known):
    for relationship in fold(claims_known_by(claims, known)):
        assert all(report <= known for report in relationship.reports)


def test_spells_are_parted_by_ends_alone():
    town = folded(
        claim("a", "controls", "p", "2020-01-10"),
        claim("b", "controls", "p", "2020-06-02", start="2020-06-01"),
        claim("a", "controls", "p", "2021-02-02", start="2021-02-01"),
    )
    first, second = spells(town)
    assert first.ending.start == day("2020-06-02") and second.ending is None
    assert (first.last_held, second.begun.start) == (day("2020-01-10"), day("2021-02-01"))
    assert first.in_force_on(day("2020-05-31")) and not first.in_force_on(day("2020-07-01"))


def test_what_stood_is_held_or_presumed_and_possible_on_request():
    allies, fight = (
        claim("a", "alliedWith", "b", "2020-05-01", start="2020-03"),
        claim("a", "fights", "c", "2020-05-01"),
    )
    told = fold([allies, fight])
    found = standing_on(told, day("2020-04-20"))
    assert [(s.relationship.object, s.phase.status, s.since) for s in found] == [("b", Status.HELD, day("2020-03-31"))]
    found = standing_on(told, day("2020-04-20"), possible=True)
    assert [s.phase.status for s in found] == [Status.HELD, Status.POSSIBLE]


def test_since_reaches_back_no_further_than_it_surely_held():
    town = fold([claim("a", "controls", "p", "2020-01-10"), claim("a", "controls", "p", "2022-01-10")])
    assert standing_on(town, day("2020-12-01"))[0].since == day("2020-01-10")
    assert standing_on(town, day("2022-12-01"))[0].since == day("2022-01-10")  # silent for a year in between
