"""The page of articles: closed, without scripts, and hostile text stays text."""

import base64
import hashlib
import re
from datetime import date
from html.parser import HTMLParser

import pytest

from kg.model import Actor, Article, Claim, DatedBy, Evidence, Form, Mention, Place
from kg.views.article_page import articles_html
from kg.views.understood import Understood
from kg.vocabulary import Kind, Modality, PlaceKind, Polarity, Relation

RUN = "window.pwned=1"
HOSTILE = (
    f"</mark></style><script>{RUN}</script>",
    f'" onmouseover="{RUN}" x="',
    f"<img src=x onerror={RUN}>",
    f"' onfocus='{RUN}' autofocus <!-- {{{{ 7*7 }}}} {{% raw %}} ]]>",
    "nul \x00 escape \x1b[31m direction \u202e surrogate \ud800 &lt;b&gt;",
)
ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "nav", "ol", "ul", "li", "a", "aside"),
    *("span", "mark", "main", "article", "p", "div", "b", "i", "code"),
}


def hostile(text):
    """An article with the text in every field that can hold any; marks and quotes overlap."""
    body = f"{text} took Pe.\n{text} fled."
    actors = {"a": Actor("a", Kind.REBEL, text, (text,)), "b": Actor("b", Kind.PERSON, f"b {text}")}
    places = {"p": Place("p", PlaceKind.TOWN, text)}
    mentions = (
        Mention(0, len(text), text, "a", None, Form.DESCRIPTION, False, text),
        Mention(1, 3, text, None, "p", Form.PRONOUN, False, text),
        Mention(len(text) + 6, len(text) + 8, text, None, None, Form.NAME, False, text),
    )
    evidence = (Evidence(body[2:9], 2, 9), Evidence(body[: len(text) + 8], 0, len(text) + 8))
    claims = tuple(
        Claim("x", "a", Relation.CONTROLS, "p", polarity, Modality.PLANNED, "b", "p", rule=text, evidence=evidence)
        for polarity in Polarity
    )
    article = Article(body, text, text, text, date(2024, 1, 2), DatedBy.HEADER, url=text, language=text)
    return Understood(article, (), mentions, actors, places, claims, skipped=text)


class Elements(HTMLParser):
    """Names of elements, and all attributes."""

    def __init__(self, html):
        super().__init__()
        self.names, self.attributes, self.text = [], [], ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.names.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize("text", HOSTILE, ids=[str(n) for n in range(len(HOSTILE))])
def test_hostile_text_stays_text(text):
    html = articles_html([hostile(text), hostile(text)])
    html.encode()
    found = Elements(html)
    assert set(found.names) <= ALLOWED
    assert not [name for name, _ in found.attributes if name.startswith("on") or name in ("src", "style", "autofocus")]
    assert all(value.startswith("#a") for name, value in found.attributes if name == "href")
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", html)
    safe = "".join("\ufffd" if c in "\x00\x1b\u202e\ud800" else c for c in text)
    assert found.text.count(safe) >= 8
    assert any(name == "title" and safe in value for name, value in found.attributes)


def test_the_policy_admits_this_style_and_nothing_else():
    html = articles_html([hostile("x")])
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policies = [v for n, v in Elements(html).attributes if n == "content" and "default-src" in v]
    assert policies == [f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"]
    assert "<script" not in html and "//" not in html


def test_the_same_articles_give_the_same_page():
    assert articles_html([hostile("x")]) == articles_html([hostile("x")])


def test_least_leaves_claims_out():
    assert "c1" in str(Elements(articles_html([hostile("x")])).attributes)
    assert 'id="a1c1"' not in articles_html([hostile("x")], least=0.9)


def test_no_article_is_a_page_too():
    assert "0 articles" in articles_html([])
