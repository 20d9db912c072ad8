from datetime import date

import pytest

from kg.articles.parse import parse_markdown, parse_record, parse_text
from kg.articles.problems import BadArticleError


@pytest.mark.parametrize(
    ("content", "day", "text"),
    [
        (" date 2024-04-02 The army moved.", date(2024, 4, 2), "The army moved."),
        ("date 2024-04-02\nThe army moved.", date(2024, 4, 2), "The army moved."),
        ("\ufeff date 2024-04-02 The army moved.\r\nIt stopped.\r\n", date(2024, 4, 2), "The army moved.\nIt stopped."),
        ("The army moved.", None, "The army moved."),
        ("Date palms burned in Kidal.", None, "Date palms burned in Kidal."),
        ("Its date 2024-04-02 is past.", None, "Its date 2024-04-02 is past."),
    ],
)
def test_text_may_open_with_its_date(content, day, text):
    draft = parse_text(content)
    assert (draft.header, draft.text) == (day, text)


@pytest.mark.parametrize(
    ("content", "title"),
    [
        ("Kidal falls to the army\n\nThe army said so.", "Kidal falls to the army"),
        ("The army took Kidal.\nIt said so.", None),
        ("Kidal falls to the army", None),
        ("x" * 121 + "\nThe army said so.", None),
        (" date 2023-11-15 Kidal falls\nThe army said so.", "Kidal falls"),
    ],
)
def test_a_short_first_line_without_a_full_stop_is_the_title_and_stays_in_the_text(content, title):
    draft = parse_text(content)
    assert draft.title == title
    assert title is None or draft.text.startswith(title)


@pytest.mark.parametrize("content", ["date 2024-13-40 The army moved.", " date 2024-2-3 The army moved."])
def test_a_header_that_is_no_date_is_an_error(content):
    with pytest.raises(BadArticleError, match="write YYYY-MM-DD") as caught:
        parse_text(content)
    assert caught.value.line == 1


@pytest.mark.parametrize("parse", [parse_text, parse_markdown])
@pytest.mark.parametrize("content", ["", " \n\t\n", "\ufeff", "\x00"])
def test_nothing_is_no_article(parse, content):
    with pytest.raises(BadArticleError, match="no text"):
        parse(content)


FRONT_MATTER = """---
title: "Kidal: who holds it?"
outlet: Sahel Ledger
date: {date}
language: en-GB
url: https://example.org/2023/11/15/kidal
sources:
  - one
---
The army took Kidal.
"""


def test_front_matter_gives_what_is_known_of_the_article():
    draft = parse_markdown(FRONT_MATTER.format(date="2023-11-15"))
    assert (draft.title, draft.outlet, draft.language) == ("Kidal: who holds it?", "Sahel Ledger", "en")
    assert (draft.published, draft.url) == (date(2023, 11, 15), "https://example.org/2023/11/15/kidal")
    assert draft.text == "The army took Kidal."


@pytest.mark.parametrize("said", ["", "~", "null", '""'])
def test_an_empty_field_is_not_said(said):
    assert parse_markdown(FRONT_MATTER.format(date=said)).published is None


@pytest.mark.parametrize("said", ["2023-02-30", "2023", "yesterday", "15/11/2023", "[1, 2]x"])
def test_a_front_matter_date_that_is_none_names_field_and_line(said):
    with pytest.raises(BadArticleError, match="field 'date'.*YYYY-MM-DD") as caught:
        parse_markdown(FRONT_MATTER.format(date=f"'{said}'"))
    assert caught.value.line == 4


@pytest.mark.parametrize("said", ["2023-11-15T10:00:00Z", "2023-11-15 10:00:00", "Wed, 15 Nov 2023 10:00:00 GMT"])
def test_times_and_mail_dates_are_read_to_the_day(said):
    assert parse_markdown(FRONT_MATTER.format(date=f"'{said}'")).published == date(2023, 11, 15)


@pytest.mark.parametrize(
    ("content", "message", "line"),
    [
        ("---\ntitle: x\nThe army moved.", "does not end", 1),
        ("---\ntitle: x\nlist: [1, 2\n---\nText.", "no YAML", 4),
        ("---\n- one\n---\nText.", "lines such as", 2),
        ("---\ntitle: x\nlanguage: 5\n---\nText.", "no language", 3),
        ("---\nx: " + "[" * 3000 + "\n---\nText.", "no YAML", None),
    ],
)
def test_bad_front_matter_says_where(content, message, line):
    with pytest.raises(BadArticleError, match=message) as caught:
        parse_markdown(content)
    assert line is None or caught.value.line == line


def test_front_matter_builds_no_objects():
    draft = parse_markdown("---\ntitle: !!python/object/apply:os.getcwd []\n---\nThe army moved.")
    assert draft.title is None


@pytest.mark.parametrize(
    ("content", "title", "text"),
    [
        ("# Kidal falls\n\nThe army\ntook it.", "Kidal falls", "The army took it."),
        ("## North\nThe army moved.\n\n## South\nIt stopped.", "North", "The army moved.\n\nSouth\nIt stopped."),
        ("*Ten* died in **Ber** and _Gao_, `FAMa` said.", None, "Ten died in Ber and Gao, FAMa said."),
        ('The [MNLA](https://x.org/a_(b) "t") moved.', None, "The MNLA moved."),
        ("![map](m.png)\n> The army moved.\n> It stopped.", None, "The army moved. It stopped."),
        ("- FAMa\n- JNIM\n", None, "FAMa\nJNIM"),
        ("1. FAMa\n2. JNIM", None, "FAMa\nJNIM"),
        ("In 2012 it fell.\n2013 was quiet.", None, "In 2012 it fell. 2013 was quiet."),
        ("One.\n\n---\n\nTwo. <!-- hidden -->", None, "One.\n\n\n\nTwo."),
        ("A snake_case_name and 2 * 3 * 4 stay.", None, "A snake_case_name and 2 * 3 * 4 stay."),
        ("A \\*star\\* stays, <script> too.", None, "A *star* stays, <script> too."),
        ("#hashtag is no heading.", None, "#hashtag is no heading."),
    ],
)
def test_markdown_is_read_without_its_markup(content, title, text):
    draft = parse_markdown(content)
    assert (draft.title, draft.text) == (title, text)


def test_a_record_gives_an_article_under_any_of_the_usual_names():
    draft = parse_record(
        '{"headline": "K", "content": "The army moved.", "publisher": {"name": "Ledger"}, '
        '"datePublished": "2023-11-15", "lang": "fr", "link": "https://x.org", "other": {"deep": [1]}}',
        7,
    )
    assert (draft.title, draft.text, draft.outlet) == ("K", "The army moved.", "Ledger")
    assert (draft.published, draft.language, draft.url, draft.line) == (date(2023, 11, 15), "fr", "https://x.org", 7)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{'text': 1}", "no JSON"),
        ('{"text": "x"', "no JSON"),
        ("[" * 100_000, "no JSON"),
        ('["x"]', "must be a JSON object"),
        ('{"title": "x"}', "no text: name it text or body or content"),
        ('{"text": "  "}', "no text"),
        ('{"text": 5}', "field 'text' must be a text, not 5"),
        ('{"text": "x.", "date": 20240101}', "field 'date' must be a text"),
        ('{"text": "x.", "published": "2024-02-31"}', "field 'published' holds '2024-02-31'"),
    ],
)
def test_a_bad_record_names_line_and_field(line, message):
    with pytest.raises(BadArticleError, match=message) as caught:
        parse_record(line, 3)
    assert caught.value.line == 3


def test_halves_of_surrogate_pairs_are_replaced_so_that_the_text_can_be_written():
    draft = parse_record('{"text": "The army \\ud800 moved.", "title": "\\u0000x"}', 1)
    assert draft.text.encode() == "The army \ufffd moved.".encode()
