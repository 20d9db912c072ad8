"""Sheets as text: nothing that an article says is taken for markup, a formula or a command to the terminal."""

import csv
import io
import json
from datetime import date

from kg.cli.sheets import SheetFormat, write_sheets
from kg.views.sheets import Quote, Row, Sheet, plain, to_csv, to_json, to_markdown

HOSTILE = "=HYPERLINK() | <b>[red]x[/red]</b> `a`\n# y \x1b[31m *z* [l](javascript:x)"
QUOTE = Quote(HOSTILE, date(2024, 1, 2), "Sand Wire", "T", "North", "1", "denied")
SHEET = Sheet(
    *("things", "Things", ("what", "on", "sure", "number", "key")),
    (
        Row((HOSTILE, date(2024, 1, 1), True, 3, "k"), "2024-01-01", HOSTILE, "why", (QUOTE,)),
        Row((None, None, False, 0, "")),
    ),
    hidden=frozenset({"key"}),
)


def test_json_has_what_was_asked_and_all_columns():
    told = json.loads(to_json([SHEET], {"date": date(2024, 5, 6)}))
    assert told["date"] == "2024-05-06" and told["things"][0]["key"] == "k"
    assert told["things"][0]["quotes"][0]["quote"] == HOSTILE
    assert told["things"][0]["quotes"][0]["said"] == "denied" and "quotes" not in told["things"][1]


def test_csv_has_one_header_and_runs_no_formula():
    other = Sheet("more", "More", ("what", "where"), (Row(("x", "y")),))
    rows = list(csv.DictReader(io.StringIO(to_csv([SHEET, other]))))
    assert rows[0]["what"] == "'" + HOSTILE and rows[0]["quote"] == "'" + HOSTILE and rows[0]["sure"] == "true"
    assert rows[0]["quote_said"] == "denied" and rows[2] == rows[2] | {
        "sheet": "more",
        "where": "y",
        "on": "",
        "quote": "",
    }


def test_markdown_shows_markup_as_text_and_hides_keys():
    text = to_markdown([SHEET])
    assert "<b>" not in text and "&lt;b&gt;" in text and "\x1b" not in text
    assert "\\[l\\]" in text and "\\| &lt;b" in text and "\\*z\\*" in text and "key" not in text
    assert len([line for line in text.splitlines() if line.startswith("|")]) == 4


def test_the_terminal_obeys_nothing(capsys):
    write_sheets([SHEET], SheetFormat.TABLE, {}, HOSTILE, "")
    found = capsys.readouterr().out
    assert "\x1b" not in found and "[red]x[/red]" in found and "denied, says North, Sand Wire, 2024-01-02, T" in found


def test_a_cell_is_one_line():
    assert plain("a\n b\tc") == "a b c" and plain("a\x1b") == "a\ufffd" and plain(None) == "" and plain(False) == "no"
