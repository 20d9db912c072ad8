"""What several claims say together."""

from tests.relationships.cases import DENIED, PLANNED, POSSIBLE, claim, folded, statuses


def held_phases(relationship):
    return [(str(p.start), str(p.end)) for p in relationship.phases if p.status == "held"]


def test_reports_further_apart_than_persistence_are_two_episodes():
    far = folded(
        claim("a", "controls", "p", "2012-07-01", start="2012-04-01"),
        claim("a", "controls", "p", "2020-01-01", start="2019-06-01"),
    )
    assert held_phases(far) == [("2012-04-01", "2012-07-02"), ("2019-06-01", "2020-01-02")]
    assert statuses(far, "2013-06-01", "2015-01-01") == ["presumed", "unknown"]


def test_reports_closer_than_persistence_are_one_episode():
    near = folded(claim("a", "controls", "p", "2012-07-01"), claim("a", "controls", "p", "2013-01-01"))
    assert statuses(near, "2012-07-01", "2012-12-31", "2013-01-01", "2014-01-01") == [
        "held",
        "presumed",
        "held",
        "presumed",
    ]


def test_an_undated_report_is_not_possible_before_the_start_that_its_episode_has():
    known = folded(
        claim("a", "operatesIn", "p", "2022-02-01"), claim("a", "operatesIn", "p", "2022-06-01", start="2021-12")
    )
    assert statuses(known, "2021-11-30", "2021-12-01", "2022-01-31") == ["unknown", "possible", "held"]


def test_a_report_earlier_than_the_stated_start_leaves_open_since_when():
    earlier = folded(
        claim("a", "operatesIn", "p", "2021-06-01"), claim("a", "operatesIn", "p", "2022-06-01", start="2021-12")
    )
    assert statuses(earlier, "2015-01-01", "2021-06-01") == ["possible", "held"]


def test_a_later_episode_says_nothing_about_before_the_earlier_one():
    two = folded(
        claim("a", "operatesIn", "p", "2013-02-01", start="2013-01-11"), claim("a", "operatesIn", "p", "2022-06-01")
    )
    assert statuses(two, "2013-01-10", "2013-06-01", "2018-01-01", "2022-06-01") == [
        "unknown",
        "presumed",
        "possible",
        "held",
    ]


def test_after_an_end_a_new_report_is_a_new_episode():
    again = folded(
        claim("a", "controls", "p", "2012-07-01"),
        claim("a", "leaves", "p", "2013-02-01", start="2013-01-28"),
        claim("a", "controls", "p", "2023-12-01", start="2023-11-14"),
    )
    assert statuses(again, "2012-12-01", "2013-01-29", "2020-01-01", "2023-11-14") == [
        "presumed",
        "ended",
        "ended",
        "held",
    ]
    assert statuses(again, "2026-01-01") == ["unknown"], "the old end says nothing of the new episode"


def test_a_stated_end_stops_what_another_claim_presumes():
    known = folded(
        claim("a", "controls", "p", "2020-01-10"), claim("a", "controls", "p", "2021-01-01", end="2020-03-05")
    )
    assert statuses(known, "2020-03-04", "2020-03-05", "2020-03-06") == ["presumed", "held", "ended"]


def test_an_article_that_tells_the_end_does_not_say_that_it_goes_on():
    told = folded(
        claim("a", "operatesIn", "p", "2025-06-10", article="one"),
        claim("a", "leaves", "p", "2025-06-10", start="2025-06-06", article="one"),
    )
    assert statuses(told, "2025-06-05", "2025-06-06", "2025-06-07", "2025-06-10") == [
        "possible",
        "possible",
        "ended",
        "ended",
    ]
    since = folded(
        claim("a", "operatesIn", "p", "2025-06-10", start="2021-12", article="one"),
        claim("a", "leaves", "p", "2025-06-10", start="2025-06-06", article="one"),
    )
    assert statuses(since, "2024-01-01", "2025-06-06", "2025-06-07", "2025-06-10") == ["held", "held", "ended", "ended"]


def test_an_article_that_tells_an_old_end_and_a_new_fight_tells_two_episodes():
    renewed = folded(
        claim("a", "fights", "b", "2023-11-01", article="one"),
        claim("a", "makesPeaceWith", "b", "2023-11-01", start="2015-06-20", article="one"),
    )
    assert statuses(renewed, "2023-10-01", "2023-11-01") == ["possible", "possible"]


def test_an_article_that_contradicts_an_end_is_sure_of_its_own_day_alone():
    says_so = folded(
        claim("a", "operatesIn", "p", "2025-12-01", start="2021-12"),
        claim("a", "leaves", "p", "2025-06-10", start="2025-06-06"),
    )
    assert statuses(says_so, "2023-01-01", "2025-06-06", "2025-08-01", "2025-12-01", "2026-01-01") == [
        "held",
        "held",
        "possible",
        "held",
        "presumed",
    ]


def test_denied_possible_and_planned_claims_make_nothing_hold_and_are_listed():
    denied, maybe, plan = (claim("a", "supports", "b", "2024-08-05", said=said) for said in (DENIED, POSSIBLE, PLANNED))
    listed = folded(denied, maybe, plan)
    assert (listed.phases, listed.claims, listed.reports) == ((), (), ())
    assert (listed.denied, listed.possible, listed.announced) == ((denied.key,), (maybe.key,), (plan.key,))
    assert listed.contested


def test_a_denied_plan_is_a_denial():
    denied = claim("a", "leaves", "p", "2024-08-05", said=DENIED)
    assert folded(denied).announced == ()


def test_each_held_phase_names_all_its_claims_and_says_why():
    first = claim("a", "controls", "p", "2023-01-10", start="2022-03-01")
    second = claim("a", "controls", "p", "2023-02-10", start="2022-03-01")
    phase = next(p for p in folded(first, second).phases if p.status == "held")
    assert phase.claims == tuple(sorted((first.key, second.key)))
    assert phase.reason == "Said to hold since 2022-03-01, reported on 2023-01-10. 1 more reason of the same kind."


def test_a_presumed_phase_rests_on_the_last_report_before_it():
    last = claim("a", "controls", "p", "2023-02-10")
    presumed = folded(claim("a", "controls", "p", "2023-01-10"), last).phases[-1]
    assert (presumed.status, presumed.claims) == ("presumed", (last.key,))
