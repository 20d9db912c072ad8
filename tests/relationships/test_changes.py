"""What changed between two days: a table of cases by kind of change, and laws on generated claims."""

from datetime import date

import pytest
from hypothesis import given

from kg.dates import ImpreciseDate
from kg.gazetteer import Succession
from kg.relationships import fold
from kg.relationships.change import ChangeKind as K
from kg.relationships.changes import changes
from kg.vocabulary import Kind

from .cases import DENIED, PLANNED, POSSIBLE, claim, day
from .test_laws import CLAIMS, DAYS

FROM, TO = date(2023, 1, 1), date(2023, 12, 31)
KINDS = {"bloc": Kind.INTERGOVERNMENTAL_ORGANISATION}
RENAMED = Succession("old", "new", "renamed", ImpreciseDate.parse("2023-04"), ("a page",))


def diff(*claims, after=FROM, until=TO, successions=(), lapsed=False):
    return changes(fold(claims), claims, after, until, kinds=KINDS, successions=successions, lapsed=lapsed)


def told(*claims, **settings):
    """Kind, subject, object and bounds of each sure change."""
    return [
        (c.kind, c.subject, c.object, _day(c.earliest), _day(c.latest)) for c in diff(*claims, **settings) if c.sure
    ]


def unsure(*claims):
    return [(c.kind, c.subject, c.object, _day(c.latest)) for c in diff(*claims) if not c.sure]


def _day(when):
    return when and when.isoformat()


ALLIES = claim("a", "alliedWith", "b", "2022-06-01")
CASES = {
    "formed, since a day": (
        [claim("a", "alliedWith", "b", "2023-06-01", start="2023-05-03")],
        [(K.FORMED, "a", "b", "2023-05-03", "2023-05-03")],
    ),
    "formed, in some month": (
        [claim("a", "supports", "b", "2023-07-01", start="2023-05")],
        [(K.FORMED, "a", "b", "2023-05-01", "2023-05-31")],
    ),
    "undated, so perhaps older": ([claim("a", "alliedWith", "b", "2023-06-01")], []),
    "known of before": ([ALLIES, claim("a", "alliedWith", "b", "2023-06-01", start="2023-05-03")], []),
    "friends in another way before": (
        [claim("a", "supports", "b", "2022-06-01"), claim("a", "alliedWith", "b", "2023-06-01", start="2023-05-03")],
        [],
    ),
    "joined": (
        [claim("a", "affiliatedWith", "bloc", "2023-06-01", start="2023-05-03")],
        [(K.JOINED, "a", "bloc", "2023-05-03", "2023-05-03")],
    ),
    "broken": (
        [ALLIES, claim("a", "breaksWith", "b", "2023-06-01", start="2023-05-03")],
        [(K.BROKEN, "a", "b", "2023-05-03", "2023-05-03")],
    ),
    "broken, undated, but they were allied": (
        [claim("a", "alliedWith", "b", "2023-01-20"), claim("a", "breaksWith", "b", "2023-06-01")],
        [(K.BROKEN, "a", "b", "2023-01-20", "2023-06-01")],
    ),
    "broken, undated, perhaps the year before": ([ALLIES, claim("a", "breaksWith", "b", "2023-06-01")], []),
    "left an organisation": (
        [claim("a", "breaksWith", "bloc", "2023-06-01", start="2023-05-03")],
        [(K.QUIT, "a", "bloc", "2023-05-03", "2023-05-03")],
    ),
    "left what it belonged to": (
        [
            claim("a", "affiliatedWith", "b", "2022-06-01"),
            claim("a", "breaksWith", "b", "2023-06-01", start="2023-05-03"),
        ],
        [(K.QUIT, "a", "b", "2023-05-03", "2023-05-03")],
    ),
    "turned hostile": (
        [ALLIES, claim("a", "fights", "b", "2023-06-01", start="2023-05-03")],
        [(K.FLIPPED, "a", "b", "2023-05-03", "2023-05-03")],
    ),
    "turned friendly": (
        [
            claim("a", "fights", "b", "2022-12-01", start="2022-11-30"),
            claim("a", "alliedWith", "b", "2023-06-01", start="2023-05-03"),
        ],
        [(K.FLIPPED, "a", "b", "2023-05-03", "2023-05-03")],
    ),
    "fighting first known of": (
        [claim("a", "fights", "b", "2023-06-01", start="2023-05")],
        [(K.FOUGHT, "a", "b", "2023-05-01", "2023-05-31")],
    ),
    "a fight reported as past, not said when": ([claim("a", "fights", "b", "2023-06-01")], []),
    "fighting long known of": (
        [
            claim("a", "fights", "b", "2015-06-01", start="2015"),
            claim("a", "fights", "b", "2023-06-01", start="2023-05"),
        ],
        [],
    ),
    "peace": (
        [claim("a", "makesPeaceWith", "b", "2023-06-01", start="2023-05-03")],
        [(K.PEACE, "a", "b", "2023-05-03", "2023-05-03")],
    ),
    "a place taken": (
        [claim("a", "controls", "p", "2022-12-01"), claim("b", "controls", "p", "2023-06-01", start="2023-05-03")],
        [(K.HANDS, "b", "p", "2023-05-03", "2023-05-03")],
    ),
    "a place held, not said since when": ([claim("b", "controls", "p", "2023-06-01")], []),
    "left": (
        [claim("a", "leaves", "p", "2023-06-01", start="2023-05-03")],
        [(K.LEFT, "a", "p", "2023-05-03", "2023-05-03")],
    ),
    "left, undated, but it was there": (
        [claim("a", "operatesIn", "p", "2023-02-01"), claim("a", "leaves", "p", "2023-06-01")],
        [(K.LEFT, "a", "p", "2023-02-01", "2023-06-01")],
    ),
    "left the year before": ([claim("a", "leaves", "p", "2023-06-01", start="2022")], []),
    "arrived": (
        [claim("a", "operatesIn", "p", "2023-06-01", start="2023-05-03")],
        [(K.ARRIVED, "a", "p", "2023-05-03", "2023-05-03")],
    ),
    "succeeded": (
        [claim("a", "succeeds", "b", "2023-06-01", start="2023-05-03")],
        [(K.LINEAGE, "a", "b", "2023-05-03", "2023-05-03")],
    ),
    "ended": (
        [claim("a", "supports", "b", "2023-06-01", start="2021", end="2023-05-03")],
        [(K.ENDED, "a", "b", "2023-05-03", "2023-05-03")],
    ),
    "a post is not compared": ([claim("a", "leads", "b", "2023-06-01", start="2023-05-03")], []),
    "denied": ([claim("a", "leaves", "p", "2023-06-01", start="2023-05-03", said=DENIED)], []),
    "only possible": ([claim("a", "breaksWith", "p", "2023-06-01", start="2023-05-03", said=POSSIBLE)], []),
    "only planned": ([claim("a", "leaves", "p", "2023-06-01", start="2023-05-03", said=PLANNED)], []),
    "told as a fact, but lay ahead": ([claim("a", "leaves", "p", "2023-06-01", start="2023-07")], []),
    "merely silent": ([claim("a", "operatesIn", "p", "2022-06-01")], []),
}


@pytest.mark.parametrize("name", CASES)
def test_changes_by_kind(name):
    claims, expected = CASES[name]
    assert [c for c in told(*claims) if c[0] is not K.ENDED or name == "ended"] == expected


def test_who_had_the_place_before():
    before, after = (
        claim("a", "controls", "p", "2022-12-01"),
        claim("b", "controls", "p", "2023-06-01", start="2023-05-03"),
    )
    [taken] = diff(before, after)
    assert (taken.before, taken.note, taken.before_claims) == (("a",), "held it before", (before.key,))
    gone = claim("a", "leaves", "p", "2023-06-01", start="2023-04-20")
    assert [(c.before, c.note) for c in diff(gone, after) if c.kind is K.HANDS] == [(("a",), "had left")]
    undated = claim("c", "leaves", "p", "2023-06-01")  # may have left years before
    assert [c.before for c in diff(gone, undated, after) if c.kind is K.HANDS] == [("a",)]
    assert [(c.before, c.note) for c in diff(after)] == [((), "")]


def test_a_new_name_takes_no_place():
    before, after = (
        claim("old", "controls", "p", "2022-12-01"),
        claim("new", "controls", "p", "2023-06-01", start="2023-05"),
    )
    found = told(before, after, successions=[RENAMED])
    assert found == [(K.LINEAGE, "new", "old", "2023-04-01", "2023-04-30")]


def test_what_an_heir_holds_undated_may_be_older_than_its_name():
    held = claim("new", "controls", "p", "2023-06-01")
    lives = {"new": (ImpreciseDate.parse("2023-04"), None)}
    for steps, kinds in (((RENAMED,), [K.LINEAGE]), ((), [K.HANDS])):
        found = changes(fold([held], existence=lives), [held], FROM, TO, successions=steps)
        assert [c.kind for c in found] == kinds


def test_curated_lineage_brings_the_claims_that_tell_it():
    said = claim("new", "succeeds", "old", "2023-06-01")
    [change] = diff(said, successions=[RENAMED])
    assert (change.note, change.source, change.claims) == ("renamed", "a page", (said.key,))
    assert diff(claim("x", "leaves", "p", "2020-01-01"), successions=[RENAMED]) == ()  # nobody names the two


def test_events_without_a_day_are_told_apart():
    assert unsure(claim("a", "leaves", "p", "2023-06-01")) == [(K.LEFT, "a", "p", "2023-06-01")]
    assert unsure(claim("a", "leaves", "p", "2024-02-01", start="2023/2024")) == [(K.LEFT, "a", "p", "2024-02-01")]
    assert unsure(claim("a", "leaves", "p", "2022-06-01"), claim("a", "leaves", "p", "2023-06-01")) == []
    assert unsure(claim("a", "leaves", "p", "2022-06-01", start="2021"), claim("a", "leaves", "p", "2023-06-01")) == []


def test_reports_of_one_event_are_one_change():
    told_by = [
        claim("a", "leaves", "p", r, start=s) for r, s in (("2023-05-04", "2023-05-03"), ("2023-07-01", "2023-05"))
    ]
    [change] = diff(*told_by)
    assert (change.earliest, change.claims) == (day("2023-05-03"), tuple(c.key for c in told_by))


def test_silence_is_listed_on_request_alone():
    silent = claim("a", "operatesIn", "p", "2022-06-01")
    assert [(c.kind, c.latest) for c in diff(silent, lapsed=True)] == [(K.LAPSED, day("2022-06-01"))]
    ended = claim("a", "leaves", "p", "2023-02-01", start="2023-01-20")
    assert [c.kind for c in diff(silent, ended, lapsed=True)] == [K.LEFT]


@given(CLAIMS, DAYS)
def test_between_a_day_and_itself_nothing_changes(claims, on):
    assert changes(fold(claims), claims, on, on, lapsed=True) == ()


@given(CLAIMS, DAYS, DAYS)
def test_the_order_of_claims_changes_nothing(claims, one, other):
    after, until = sorted((one, other))
    backwards = list(reversed(claims))
    assert changes(fold(claims), claims, after, until) == changes(fold(backwards), backwards, after, until)


@given(CLAIMS, DAYS, DAYS)
def test_every_change_lies_in_between_and_has_its_words(claims, one, other):
    after, until = sorted((one, other))
    known = {c.key for c in claims}
    for change in changes(fold(claims), claims, after, until):
        assert change.claims and set(change.claims) <= known
        assert change.latest > after
        if change.sure:
            assert change.latest <= until and (change.earliest is None or change.earliest >= after)
