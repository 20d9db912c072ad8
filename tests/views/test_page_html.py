"""The file itself: the same bytes, small, closed, and inert."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.views import assets
from kg.views.data import page_data
from kg.views.page import json_block, page_html, write_page
from kg.vocabulary import Kind, PlaceKind, Relation
from tests.views.small_world import small_world

VOCABULARY = (Kind, PlaceKind, Relation)
PAGE = Path(assets.__file__).parents[1] / "data" / "page"


class Elements(HTMLParser):
    """Start tags with their attributes, and the text of scripts and styles."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.texts, self._open = [], [], None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self._open = (tag, dict(attrs), "") if tag in ("script", "style") else None

    def handle_data(self, data):
        if self._open:
            tag, attrs, text = self._open
            self._open = (tag, attrs, text + data)

    def handle_endtag(self, tag):
        if self._open and tag == self._open[0]:
            self.texts.append(self._open)
        self._open = None


@pytest.fixture(scope="module")
def html():
    return page_html(small_world(), title="Test data")


def test_the_same_picture_gives_the_same_bytes(html):
    assert page_html(small_world(), title="Test data") == html


def test_size(html):
    assert len(html.encode()) <= 1_200_000  # about a hundred articles, five hundred claims


def test_the_policy_names_exactly_what_is_inside(html):
    elements = Elements(html)
    policy = next(a["content"] for t, a in elements.tags if t == "meta" and a.get("http-equiv"))
    for tag, attrs, text in elements.texts:
        if attrs.get("type") == "application/json":
            json.loads(text)
            continue
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy, tag
    assert policy.startswith("default-src 'none';") and "unsafe" not in policy and "http" not in policy
    assert policy.count("sha256-") == 3


def test_nothing_refers_to_anything_outside(html):
    for tag, attrs in Elements(html).tags:
        assert "src" not in attrs and "style" not in attrs
        assert not [name for name in attrs if name.startswith("on")], tag
        if "href" in attrs:
            assert attrs["href"].startswith(("#", "data:,"))
    assert "@import" not in assets.style() and "url(" not in assets.style()
    assert "sourceMappingURL" not in html


def test_positions_and_bends_are_pyviss(html):
    drawing = next(json.loads(t) for _, a, t in Elements(html).texts if a.get("id") == "drawing")
    assert json.loads(drawing["options"])["physics"] == {"enabled": False}
    assert all(isinstance(n["x"], int) and isinstance(n["y"], int) and n["hidden"] for n in drawing["nodes"])
    assert {e["smooth"]["enabled"] for e in drawing["edges"]} == {True, False}
    assert len({e["id"] for e in drawing["edges"]}) == len(drawing["edges"])


@pytest.mark.parametrize("text", ["</script>", "<!--", "&amp;", "\u2028", "\u2029", "\ud800", '"', "\\", "\0"])
def test_json_is_inert_inside_a_script(text):
    block = str(json_block({"a": text}))
    assert json.loads(block) == {"a": text}
    assert not re.search("[<>&\u2028\u2029\ud800-\udfff]", block)


def test_numbers_that_json_lacks_are_refused():
    with pytest.raises(ValueError, match="JSON"):
        json_block(float("nan"))


def test_the_title_is_escaped():
    html = page_html(page_data([], [], {}, {}, []), title="<script>alert(1)</script> & \ud800")
    assert "<script>alert" not in html and "&lt;script&gt;alert" in html
    html.encode()


def test_only_known_languages():
    with pytest.raises(InputError, match="'de'"):
        page_html(page_data([], [], {}, {}, []), title="t", language="de")


def test_write_page_tells_its_size(tmp_path):
    path = tmp_path / "page.html"
    size = write_page(path, page_data([], [], {}, {}, []), title="Leer", language="fr")
    assert path.stat().st_size == size > 400_000
    assert b"\r" not in path.read_bytes()


def test_strings_are_complete_and_used():
    table = assets.strings()
    assert set(table["en"]) == set(table["fr"])
    for key, text in table["en"].items():
        assert text and table["fr"][key]
        assert sorted(re.findall(r"\{\w+\}", text)) == sorted(re.findall(r"\{\w+\}", table["fr"][key])), key
    code = assets.script() + assets.template()
    built = ("step_", "status_", "shape_", "kind_", "polarity_", "modality_")
    asked = set(re.findall(r'\bt\("(\w+)"', code)) | set(re.findall(r'data-(?:text|label|hint)="(\w+)"', code))
    assert asked - set(built) <= set(table["en"])
    from_vocabulary = set(table["en"]) & {m for e in VOCABULARY for m in e}
    unused = {k for k in table["en"] if k not in code and not k.startswith(built)} - from_vocabulary
    assert unused == set()


def test_every_script_is_loaded():
    assert sorted(p.stem for p in PAGE.glob("*.js")) == sorted(assets.SCRIPTS)


def test_scripts_never_parse_text_as_html():
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", assets.script()
    )
