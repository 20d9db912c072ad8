"""The page as a reader meets it: opened from a file, by mouse and by keyboard."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from kg.views.data import cited_claims, page_data
from kg.views.page import page_html
from kg.vocabulary import Relation
from tests.views.small_world import small_world

TITLE = "Who stands with whom (test data)"
DATES = ("2012-06-01", "2018-06-01", "2025-07-01")


@pytest.fixture(scope="module")
def world():
    return small_world()


@pytest.fixture(scope="module")
def html(world):
    return page_html(world, title=TITLE)


def key_of(world, subject, relation, object_):
    return next(r.key for r in world.relationships if (r.subject, r.relation, r.object) == (subject, relation, object_))


def test_nothing_is_loaded_and_nothing_complains(show, html):
    opened = show(html)
    for date in DATES:
        opened.go(f"d={date}")
        assert opened.day == date
    assert opened.loaded == [opened.address]
    assert opened.complaints == []


def test_the_slider_changes_the_edges(show, html, world):
    opened = show(html)
    pictures = []
    for date in DATES:
        opened.go(f"d={date}")
        pictures.append(opened.shown)
        assert len(opened.shown) > 6
        assert int(opened.page.locator("#stage").get_attribute("data-count")) == len(opened.shown)
    assert len(set(map(frozenset, pictures))) == 3
    assert key_of(world, "ansar-dine", Relation.ALLIED_WITH, "mnla") not in pictures[1]
    assert key_of(world, "fla", Relation.CONTROLS, "tinzaouaten") in pictures[2] - pictures[0] - pictures[1]


def test_the_slider_moves_by_keyboard(show, html):
    opened = show(html, "#d=2018-06-15")
    opened.page.locator("#slider").focus()
    moves = {
        "ArrowRight": "2018-07-15",
        "ArrowLeft": "2018-06-15",
        "Shift+ArrowRight": "2018-06-16",
        "PageUp": "2019-06-16",
    }
    for key, day in moves.items():
        opened.page.keyboard.press(key)
        assert opened.day == day


def test_dragging_the_slider_shows_what_its_date_shows(show, html):
    opened = show(html, "#d=2012-06-01")
    before = opened.shown
    box = opened.page.locator("#slider").bounding_box()
    opened.page.mouse.click(box["x"] + box["width"] * 0.8, box["y"] + box["height"] / 2)
    assert "2022" <= opened.day < "2024"
    assert opened.shown != before


def test_a_click_on_a_line_shows_its_evidence(show, html, world):
    opened = show(html, "#d=2018-06-01")
    key = key_of(world, "fama", Relation.FIGHTS, "jnim")
    relationship = next(r for r in world.relationships if r.key == key)
    opened.page.mouse.click(*opened.points()[key])
    panel = opened.panel()
    claims = [c for c in world.claims if c.key in relationship.claims and c.reported.isoformat() <= "2018-06-01"]
    assert claims
    outlets = {s.id: s.outlet for s in world.sources}
    for claim in claims:
        assert claim.evidence[0].quote in panel
        assert outlets[claim.article] in panel
    assert "Malian Armed Forces fights JNIM" in panel.replace("\n", " ")
    assert "on 1 June 2018" in panel
    assert relationship.status_on(claims[0].reported) and "confidence" in panel
    opened.page.keyboard.press("Escape")
    assert claims[0].evidence[0].quote not in opened.panel()


def test_a_click_on_a_mark_lists_its_relationships(show, html):
    opened = show(html, "#d=2018-06-01")
    opened.page.mouse.click(*opened.points()["jnim"])
    assert "Group for the Support of Islam and Muslims" in opened.panel()
    opened.page.locator("#panel .row", has_text="FAMa").first.click()
    assert "Says so" in opened.panel()


def test_a_contested_relationship_shows_both_sides(show, html, world):
    contested = next(r for r in world.relationships if r.contested and r.claims and r.relation is Relation.FIGHTS)
    denial = next(c for c in world.claims if c.key == contested.denied[0])
    opened = show(html, f"#d={denial.reported.isoformat()}&e={contested.key}")
    panel = opened.panel()
    assert "Says otherwise (1)" in panel and "denied" in panel and denial.evidence[0].quote in panel


def test_changes_are_steps_to_days_on_which_the_picture_differs(show, html):
    opened = show(html, "#d=2017-01-15")
    days, pictures = [opened.day], [opened.shown]
    for _ in range(4):
        opened.page.locator("#next").click()
        days.append(opened.day)
        pictures.append(opened.shown)
        assert opened.page.locator("#event").inner_text()
    assert days == sorted(set(days))
    assert all(a != b for a, b in zip(pictures, pictures[1:], strict=False))
    for day in days[-2::-1][:3]:
        opened.page.locator("#previous").click()
        assert opened.day == day


def test_play_rests_at_a_change_and_pauses(show, html):
    opened = show(html, "#d=2017-02-20")
    opened.page.locator("#speed").select_option("4")
    opened.page.locator("#play").click()
    opened.page.wait_for_timeout(1200)
    opened.page.locator("#play").click()
    day = opened.day
    assert day > "2017-02-20"
    opened.page.wait_for_timeout(300)
    assert opened.day == day


@pytest.mark.parametrize("query", ["GSIM", "group for the support", "Jnim"])
def test_search_finds_an_actor_by_any_alias(show, html, query):
    opened = show(html, "#d=2012-03-01")
    opened.page.locator("#search").fill(query)
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("#panel h2").inner_text() == "JNIM"
    assert opened.day >= "2017"  # it did not exist in 2012: the page goes to the nearest day on which it is shown


def test_search_needs_no_accents(show, html):
    opened = show(html)
    opened.page.locator("#search").fill("menaka")
    assert opened.page.locator("#found li").first.inner_text().startswith("Ménaka")
    opened.page.locator("#search").fill("no such actor")
    assert opened.page.locator("#found .none").is_visible()


def test_filters_hide_relations_kinds_and_the_uncontested(show, html, world):
    opened = show(html, "#d=2018-06-01")
    relation = {r.key: r.relation for r in world.relationships}
    before = opened.shown
    opened.page.locator('[data-relation="fights"]').click()
    assert {relation[k] for k in before - opened.shown} == {Relation.FIGHTS}
    opened.page.locator('[data-relation="fights"]').click()
    opened.page.locator('[data-shape="triangleDown"]').click()
    assert "jnim" not in opened.page.locator("#stage").get_attribute("data-nodes")
    opened.page.locator('[data-shape="triangleDown"]').click()
    opened.page.locator("[data-contested]").click()
    contested = {r.key for r in world.relationships if r.contested}
    assert opened.shown and opened.shown == before & contested


def test_what_is_only_denied_is_shown_on_request(show, html, world):
    denied = key_of(world, "algeria", Relation.SUPPORTS, "csp")
    opened = show(html, "#d=2024-01-10")
    assert denied not in opened.shown
    opened.page.locator("[data-aside]").click()
    assert denied in opened.shown


def test_the_fragment_brings_the_same_picture_back(show, html):
    first = show(html, "#d=2018-06-01")
    first.page.locator('[data-relation="supports"]').click()
    first.page.locator("#theme").click()
    first.page.locator("#language").click()
    first.page.mouse.click(*first.points()["jnim"])
    first.page.mouse.move(5, 5)
    first.page.wait_for_timeout(400)
    again = show(html, "#" + first.page.url.partition("#")[2])
    again.page.mouse.move(5, 5)
    again.page.wait_for_timeout(400)
    assert (again.day, again.shown, again.panel()) == (first.day, first.shown, first.panel())
    pixels = "document.querySelector('#network canvas').toDataURL()"
    assert again.page.evaluate(pixels) == first.page.evaluate(pixels)


def test_two_dates_are_compared(show, html):
    opened = show(html, "#d=2023-12-01&vs=2021-06-01")
    panel = opened.panel()
    assert "Kidal: CSP-PSD → Malian Armed Forces" in panel
    assert "CSP-PSD fights Malian Armed Forces" in opened.page.locator('[data-compare="cmpAdded"]').inner_text()


def test_the_downloaded_claims_are_those_behind_the_picture(show, html, world, tmp_path):
    opened = show(html, "#d=2018-06-01")
    with opened.page.expect_download() as download:
        opened.page.locator("#csv").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    wanted = [key for r in world.relationships if r.key in opened.shown for key in dict.fromkeys(cited_claims(r))]
    assert len(rows) == len(wanted) > 50
    by_key = {c.key: c for c in world.claims}
    assert sorted(row["quote"] for row in rows) == sorted(by_key[k].evidence[0].quote for k in wanted)


def test_the_picture_can_be_saved(show, html):
    opened = show(html, "#d=2018-06-01")
    with opened.page.expect_download() as download:
        opened.page.locator("#png").click()
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")


def test_a_succession_is_one_line_with_its_date_and_source(show, html, world):
    step = next(s for s in world.successions if (s.earlier, s.later) == ("wagner", "africa-corps"))
    before, after = show(html, "#d=2025-05-01"), show(html, "#d=2025-07-01")
    lineage = [o.page.locator("#stage").get_attribute("data-lineage").split() for o in (before, after)]
    assert step.key not in lineage[0] and step.key in lineage[1]
    after.page.locator(f'[data-step="{step.key}"]').first.click()
    assert "Succession, June 2025" in after.panel() and "generated test data" in after.panel()


def test_an_empty_date_says_where_there_is_something(show, world):
    late = [r for r in world.relationships if r.subject == "fla" and r.relation is Relation.CONTROLS]
    early = [r for r in world.relationships if r.subject == "ansar-dine" and r.relation is Relation.CONTROLS]
    by_id = {n.id: n for n in (*world.actors, *world.places)}
    picture = page_data(late + early, world.claims, by_id, by_id, articles_of(world))
    opened = show(page_html(picture, title="Two towns"), "#d=2018-06-01")
    assert "There is something between" in opened.page.locator("#nothing").inner_text()
    opened.page.locator("#nearest").click()
    assert opened.shown and not opened.page.locator("#nothing").is_visible()


def test_a_page_without_claims_says_so(show):
    opened = show(page_html(page_data([], [], {}, {}, []), title="Nothing yet"))
    assert "No claims yet" in opened.page.locator("#nothing").inner_text()
    assert opened.complaints == []


def test_french_is_complete(show, world):
    opened = show(page_html(world, title="Qui est avec qui", language="fr"), "#d=2018-06-01")
    assert opened.page.locator("#day").inner_text() == "1 juin 2018"
    assert "soutient" in opened.panel()
    assert "Changement" in opened.page.locator("#next").inner_text()
    opened.page.locator("#language").click()
    assert opened.page.locator("#day").inner_text() == "1 June 2018"


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 800), (900, 900), (390, 844)])
def test_nothing_is_wider_than_the_window(show, html, size):
    opened = show(html, "#d=2018-06-01", size=size)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= size[0]
    stage = opened.page.locator("#stage").bounding_box()
    outside = [
        key for key, (x, y) in opened.points().items()
        if not (stage["x"] <= x <= stage["x"] + stage["width"] and stage["y"] <= y <= stage["y"] + stage["height"])
    ]  # fmt: skip
    assert outside == []


def articles_of(world):
    """Articles in the place of the sources that a picture keeps."""
    return world.sources
