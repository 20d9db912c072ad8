"""Commands that ask about days, on the sample articles: `kg at`, `kg diff`, `kg actor`, `kg place`, `--persistence`."""

import csv
import io
import json
from importlib.resources import files

import pytest

from kg.cli.app import status_of
from kg.graph.store import Store

ONE_LINE_ERRORS = [
    (["at", "2024-06"], "more than one day: write the day that you mean, 2024-06-01 or 2024-06-30"),
    (["at", "2024"], "2024-01-01 or 2024-12-31"),
    (["at", "2024-06-10~"], "write 2024-06-10"),
    (["at", "soon"], "write a day, as in 2024-06-10"),
    (["at", "2024-02-30"], "no date of the calendar"),
    (["at", "2024-06-10", "--known", "June"], "write a day"),
    (["at", "2024-06-10", "--relation", "control"], "Did you mean 'controls'"),
    (["at", "2024-06-10", "--persistence", "fights=soon"], "as in fights=90d"),
    (["at", "2024-06-10", "--persistence", "fights=0d"], "1 to 36,500 days"),
    (["at", "2024-06-10", "--persistence", "fihgts=9d"], "Did you mean 'fights'"),
    (["fold", "--persistence", "leaves=9d"], "an event, which does not last"),
    (["page", "x.html", "--persistence", "fights"], "as in fights=90d"),
    (["diff", "2024-01-01", "2023-01-01"], "kg diff 2023-01-01 2024-01-01"),
    (["actor", "Wagnr"], "Did you mean 'Wagner'"),
    (["place", "Kidall"], "Did you mean 'Kidal'"),
]


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "kg.db"
    assert status_of(["ingest", str(files("kg.data").joinpath("sample")), "--store", str(path)]) == 0
    return path


@pytest.fixture
def told(kg, sample):
    """The answer to a command as JSON."""

    def ask(*arguments):
        found = kg(*arguments, "--store", sample, "--format", "json")
        assert found.status == 0, found.err
        return json.loads(found.out)

    return ask


def holders(answer, place):
    return {row["subject_id"] for row in answer.get("controls", ()) if row["object_id"] == place}


def words(row):
    return " ".join(quote["quote"] for quote in row["quotes"])


@pytest.mark.parametrize(
    ("arguments", "message"), ONE_LINE_ERRORS, ids=lambda x: " ".join(x) if isinstance(x, list) else ""
)
def test_what_is_typed_wrongly_is_said_in_one_line(kg, sample, arguments, message):
    found = kg(*arguments, "--store", sample)
    assert (found.status, found.out, len(found.err.splitlines())) == (1, "", 1)
    assert message in found.err


def test_before_its_report_nobody_knows_that_kidal_fell(told):
    assert "fama" in holders(told("at", "2023-12-01"), "kidal")
    assert "fama" not in holders(told("at", "2023-12-01", "--known", "2023-10-31"), "kidal")


def test_each_row_says_why_and_on_request_in_whose_words(told):
    answer = told("at", "2023-12-01", "--quotes", "--relation", "controls")
    assert set(answer) == {"date", "known", "persistence", "controls"}
    [kidal] = [row for row in answer["controls"] if (row["subject_id"], row["object_id"]) == ("fama", "kidal")]
    assert kidal["status"] in ("held", "presumed") and kidal["since"] <= "2023-12-01" and kidal["reason"].endswith(".")
    assert kidal["articles"] >= 2 and "Kidal" in words(kidal) and kidal["quotes"][0]["outlet"]


def test_an_event_is_no_state(told):
    assert "leaves" not in told("at", "2022-06-01", "--possible")
    assert told("at", "2022-06-01", "--relation", "leaves")["leaves"]


def test_what_may_have_been_is_listed_on_request(told):
    sure, possible = told("at", "2023-12-01"), told("at", "2023-12-01", "--possible")
    assert {row["status"] for rows in sure.values() if isinstance(rows, list) for row in rows} <= {"held", "presumed"}
    assert "possible" in {row["status"] for rows in possible.values() if isinstance(rows, list) for row in rows}


def test_an_empty_answer_says_what_there_is(kg, sample):
    for format_ in ("table", "csv", "json", "md"):
        found = kg("at", "1999-01-01", "--store", sample, "--format", format_)
        assert found.status == 0
        text = " ".join((found.out + found.err).split())
        assert "Its claims were reported from 2012-" in text
    found = kg("diff", "1999-01-01", "1999-12-31", "--store", sample, "--format", "table")
    assert "No change is reported between 1999-01-01 and 1999-12-31" in found.out


def test_the_changes_that_everyone_knows_are_told_with_their_words(told):
    answer = told("diff", "2023-01-01", "2025-07-31")
    [corps] = [row for row in answer["lineage"] if (row["object_id"], row["subject_id"]) == ("wagner", "africa-corps")]
    assert corps["when"] == "2025-06" and "Africa Corps" in words(corps)
    kidal = [row for row in answer["hands"] if row["object_id"] == "kidal" and row["subject_id"] == "fama"]
    assert kidal and kidal[0]["when"].startswith("2023-11") and kidal[0]["quotes"]
    left = [row for name in ("left", "not_dated") for row in answer.get(name, ()) if row["relation"] == "leaves"]
    assert {"minusma", "csp-psd"} <= {row["subject_id"] for row in left} and all(row["quotes"] for row in left)
    france = told("diff", "2021-12-31", "2023-07-31")["left"]
    assert any(row["subject_id"] in ("france", "french-armed-forces", "barkhane") and row["quotes"] for row in france)


def test_what_is_reported_later_is_no_change_yet(told):
    answer = told("diff", "2023-01-01", "2025-07-31", "--known", "2023-10-31")
    assert not any(row["object_id"] == "kidal" for row in answer.get("hands", ()))
    assert not any(row["object_id"] == "wagner" for row in answer.get("lineage", ()))


def test_silence_is_listed_on_request_alone(told):
    assert "lapsed" not in told("diff", "2023-01-01", "2025-07-31")
    silent = told("diff", "2023-01-01", "2025-07-31", "--lapsed")["lapsed"]
    assert silent and all(row["when"] <= "../2023-01-01" for row in silent)


def test_a_day_has_no_changes(kg, sample):
    found = kg("diff", "2023-11-14", "2023-11-14", "--store", sample, "--format", "csv")
    assert (found.status, found.out.strip()) == (0, "sheet")


def test_persistence_changes_this_answer_alone(kg, told, sample):
    with Store.open(sample, read_only=True) as kept:
        before = sorted(map(str, kept.quads()))
    short = told("at", "2024-06-01", "--persistence", "controls=30d", "--persistence", "fights=5")
    assert short["persistence"] == {"controls": 30, "fights": 5}
    assert len(short.get("controls", ())) < len(told("at", "2024-06-01")["controls"])
    found = kg("fold", "--persistence", "fights=90d", "--store", sample)
    assert "fights 90 days" in found.err and "not stored" in found.err
    table = kg("at", "2024-06-01", "--persistence", "fights=90d", "--store", sample, "--format", "table")
    assert "fights 90 days" in " ".join(table.out.split())
    with Store.open(sample, read_only=True) as kept:
        assert sorted(map(str, kept.quads())) == before


def test_a_page_says_what_was_set(kg, sample, tmp_path):
    found = kg("page", tmp_path / "x.html", "--store", sample, "--persistence", "fights=90d")
    assert found.status == 0 and "fights 90 days" in found.err


def test_an_actor_has_a_card(told):
    card = told("actor", "wagner")
    assert card["actor"] == "wagner" and ("replaced", "curated") in {
        (r["mode"], r["how_known"]) for r in card["lineage"]
    }
    assert {"about", "lineage", "friends", "enemies", "voices", "last_reports"} <= set(card)
    assert sum(row["claims"] for row in card["voices"]) > 0
    reports = [row["reported"] for row in card["last_reports"]]
    assert reports == sorted(reports, reverse=True) and all(row["quotes"] for row in card["last_reports"])
    assert told("actor", "Wagner Group") == card


def test_a_card_on_a_day_holds_what_held_then(told):
    always, then = told("actor", "fama"), told("actor", "fama", "--date", "2023-12-01")
    assert 0 < len(then["places"]) < len(always["places"])


def test_a_place_has_a_card(told):
    card = told("place", "kidal")
    assert {"about", "held", "left", "voices", "last_reports"} <= set(card)
    assert "fama" in {row["subject_id"] for row in card["held"]}
    early = told("place", "kidal", "--known", "2013-12-31")
    assert "fama" not in {row["subject_id"] for row in early["held"]}


@pytest.mark.parametrize(
    "arguments", [["at", "2023-12-01"], ["diff", "2023-01-01", "2024-01-01"], ["actor", "JNIM"], ["place", "Gao"]]
)
def test_every_form_is_written_alike_each_time(kg, sample, arguments):
    for format_ in ("table", "csv", "json", "md"):
        first, again = (kg(*arguments, "--store", sample, "--format", format_) for _ in range(2))
        assert (first.status, first.out) == (0, again.out) and first.out.strip()
        if format_ == "csv":
            widths = {len(row) for row in csv.reader(io.StringIO(first.out))}
            assert len(widths) == 1
