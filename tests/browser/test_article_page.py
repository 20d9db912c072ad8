"""The page of articles in a browser: it opens, asks for nothing, complains about nothing, and runs nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.articles import read_articles
from kg.pipeline import Reader
from kg.understanding import understand
from kg.views.article_page import articles_html
from tests.views.test_article_page import HOSTILE, hostile

SAMPLE = Path(__file__).parents[2] / "kg" / "data" / "sample"


@pytest.fixture(scope="module")
def html():
    reader = Reader()
    found = read_articles([str(path) for path in sorted(SAMPLE.glob("04[89]*.md"))])
    return articles_html([understand(article, reader) for article in found])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_opens_and_needs_nothing(show, html, scheme):
    opened = show(html, size=(390, 800), color_scheme=scheme)
    page = opened.page
    assert opened.loaded == [opened.address] and opened.complaints == []
    assert page.locator(".claims li b").count() >= 6
    assert page.locator("article mark").first.get_attribute("title")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == {"light": "rgb(253, 252, 249)", "dark": "rgb(20, 23, 27)"}[scheme]


@pytest.mark.parametrize("text", HOSTILE, ids=[str(n) for n in range(len(HOSTILE))])
def test_hostile_text_runs_nothing_even_without_the_policy(show, text):
    html, removed = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", articles_html([hostile(text)]))
    assert removed == 1
    opened = show(html)
    for mark in opened.page.locator("mark").all():
        mark.hover()
    assert opened.page.evaluate("window.pwned === undefined")
    assert opened.loaded == [opened.address] and opened.complaints == []
