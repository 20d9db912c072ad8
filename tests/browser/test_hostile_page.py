"""Text from articles is only ever text, whatever it says, and even without the policy."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from kg.dates import ImpreciseDate
from kg.model import Actor, Article, Claim, Evidence, Place, Relationship
from kg.relationships.fold import fold
from kg.views.data import Succession, page_data
from kg.views.page import page_html
from kg.vocabulary import Kind, Modality, PlaceKind, Polarity, Relation

RUN = "window.pwned=1"
HOSTILE = (
    f"</script><script>{RUN}</script>",
    f'"><img src=x onerror="{RUN}">',
    f"<svg/onload={RUN}>",
    f'<a href="javascript:{RUN}">href</a>',
    f"javascript:{RUN}",
    "line\u2028and\u2029paragraph \u0000 <!-- {{ 7*7 }} ${7*7} ]]>",
    "'); DROP TABLE claims; --",
    "__proto__",
)


VOICES = (
    (Polarity.ASSERTED, Modality.ACTUAL),
    (Polarity.DENIED, Modality.ACTUAL),
    (Polarity.ASSERTED, Modality.PLANNED),
)


def hostile_picture(text: str):
    """A picture with the text in every field that can hold any."""
    ids = [text + "-a", text + "-b", text + "-c"]
    actors = {i: Actor(i, Kind.JIHADIST, f"{text} {n}", (text, f"{text} too")) for n, i in enumerate(ids)}
    place = Place(text + "-p", PlaceKind.TOWN, text, (text,))
    article = Article("x", text, text, text, date(2020, 5, 5), url=text, language=text)
    claims = []
    for relation, other in [(Relation.FIGHTS, ids[1]), (Relation.CONTROLS, place.id), (Relation.SUCCEEDS, ids[1])]:
        for polarity, modality in VOICES:
            claims.append(
                Claim(article.id, ids[0], relation, other, polarity, modality, ids[2], place.id,
                      ImpreciseDate.parse("2020-05"), None, ids[2], date(2020, 5, 5), 0.5, text,
                      (Evidence(text, 0, 1), Evidence(text, 1, 2)))
            )  # fmt: skip
    folded = [with_reason(r, text) for r in fold(claims)]
    steps = [Succession(ids[2], ids[0], ImpreciseDate.parse("2020-05-01"), text, text)]
    return page_data(folded, claims, actors, {place.id: place}, [article], steps)


def with_reason(relationship: Relationship, text: str) -> Relationship:
    return replace(relationship, phases=tuple(replace(p, reason=text) for p in relationship.phases))


@pytest.mark.parametrize("with_policy", [True, False], ids=["policy", "no policy"])
@pytest.mark.parametrize("text", HOSTILE, ids=[str(n) for n in range(len(HOSTILE))])
def test_hostile_text_stays_text(show, text, with_policy):
    picture = hostile_picture(text)
    html = page_html(picture, title=text)
    if not with_policy:
        html, removed = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
        assert removed == 1
    opened = show(html, "#d=2020-05-10")
    assert len(opened.shown) == 2
    targets = (
        [f"e={r.key}" for r in picture.relationships] + [f"s={s.key}" for s in picture.successions] + ["vs=2020-05-05"]
    )
    for target in targets:
        opened.go(f"d=2020-05-10&aside=1&{target}")
        assert opened.panel()
    for row in range(opened.page.locator("#panel .row").count()):
        opened.page.locator("#panel .row").nth(row).click()
        opened.page.keyboard.press("Escape")
    opened.page.locator("#search").fill(text[:30].replace("\0", ""))
    for x, y in opened.points().values():
        opened.page.mouse.move(x, y)
    assert opened.page.evaluate("window.pwned === undefined")
    assert [c for c in opened.complaints if "dialog" in c] == []
    assert opened.loaded == [opened.address]
    assert opened.page.evaluate("[...document.querySelectorAll('a[href]')].every(a => /^https?:|#panel$/.test(a.href))")
    assert opened.page.locator("img, iframe, object, embed, #panel script, #panel style").count() == 0


def test_a_hostile_quote_is_shown_letter_by_letter(show):
    text = HOSTILE[0]
    picture = hostile_picture(text)
    key = next(r.key for r in picture.relationships if r.relation is Relation.FIGHTS)
    opened = show(page_html(picture, title="t"), f"#d=2020-05-10&e={key}")
    assert opened.page.locator("blockquote").first.evaluate("e => e.textContent") == text
    assert opened.page.locator("blockquote").first.evaluate("e => e.childElementCount") == 0


def test_only_web_addresses_become_links(show):
    urls = [
        "https://example.org/a?b=<c>",
        "javascript:window.pwned=1",
        "data:text/html,x",
        "//example.org",
        "file:///etc",
    ]
    actors = {i: Actor(i, Kind.REBEL, i) for i in "ab"}
    articles = [Article(f"text {n}", "s", "title", "outlet", date(2020, 1, 1 + n), url=u) for n, u in enumerate(urls)]
    said = {"start": ImpreciseDate.parse("2020-01"), "evidence": (Evidence("q", 0, 1),)}
    claims = [Claim(a.id, "a", Relation.FIGHTS, "b", reported=a.published, **said) for a in articles]
    picture = page_data(fold(claims), claims, actors, {}, articles)
    opened = show(page_html(picture, title="t"), f"#d=2020-01-05&e={picture.relationships[0].key}")
    links = opened.page.eval_on_selector_all("#panel a", "found => found.map(a => a.getAttribute('href'))")
    assert links == ["https://example.org/a?b=%3Cc%3E"]
    assert opened.page.locator(".claim").count() == len(urls)
