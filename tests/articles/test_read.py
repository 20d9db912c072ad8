import io
import re
from datetime import date

import pytest

from kg.articles import Problem, read_articles
from kg.articles.read import count_files
from kg.model import Article, DatedBy

TEXT = "The army moved towards the town on Monday, the ministry said."


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2024-03-12.txt").write_text(TEXT)
    (tmp_path / "a.md").write_text(f"---\ndate: 2024-01-02\n---\n{TEXT}")
    (tmp_path / "c.jsonl").write_text(
        f'{{"text": "{TEXT}", "date": "2024-01-03"}}\n\n{{"text": 1}}\n{{"text": "{TEXT}"}}\n'
    )
    (tmp_path / ".hidden.txt").write_text(TEXT)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    return tmp_path


def told(found, folder):
    return [str(r.source if isinstance(r, Article) else r).replace(f"{folder}/", "") for r in found]


def test_a_folder_is_read_in_order_and_one_bad_record_drops_nothing_else(folder):
    found = list(read_articles([folder]))
    assert told(found, folder) == [
        "a.md",
        "b/2024-03-12.txt",
        "c.jsonl:1",
        "c.jsonl, line 3: field 'text' must be a text, not 1.",
        "c.jsonl:4",
    ]
    assert [r.dated_by for r in found if isinstance(r, Article)] == [
        DatedBy.METADATA,
        DatedBy.FILE_NAME,
        DatedBy.METADATA,
        None,
    ]
    assert found[0].language == "en"
    assert count_files([folder]) == 3


def test_reading_twice_gives_the_same_values(folder):
    assert list(read_articles([folder])) == list(read_articles([folder]))


def test_a_file_that_is_named_twice_is_read_once(folder):
    assert len(list(read_articles([folder / "a.md", folder / "b" / ".." / "a.md", folder / "a.md"]))) == 1


def test_a_date_given_on_the_command_line_is_for_undated_articles_alone(folder):
    day = date(2020, 1, 1)
    articles = [r for r in read_articles([folder], given=day) if isinstance(r, Article)]
    assert [(a.published == day, a.dated_by is DatedBy.COMMAND_LINE) for a in articles] == [(False, False)] * 3 + [
        (True, True)
    ]


@pytest.mark.parametrize(
    ("content", "published"),
    [
        (f" date 2024-01-02 {TEXT}".encode(), date(2024, 1, 2)),
        (f"---\ndate: 2024-01-02\n---\n{TEXT}".encode(), date(2024, 1, 2)),
        (f'{{"text": "{TEXT}", "date": "2024-01-02"}}\n'.encode(), date(2024, 1, 2)),
        (TEXT.encode(), None),
    ],
)
def test_standard_input_is_told_by_how_it_begins(content, published):
    (article,) = read_articles(["-"], stdin=io.BytesIO(content))
    assert (article.text, article.published, article.source.split(":")[0]) == (TEXT, published, "-")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.txt", b"caf\xe9 ", r"byte 4 \(0xe9\) is no UTF-8: save it as UTF-8"),
        ("x.txt", b"\x7fELF\x02\x00\xff\x80", "looks like a binary file"),
        ("x.txt", b"a\x00b\x00c\x00", "looks like a binary file: byte 2 is NUL"),
        ("x.txt", "The army".encode("utf-16"), "encoded as UTF-16"),
        ("x.txt", b"", "no text"),
        ("x.md", b"---\ntitle: x\n---\n", "no text"),
        ("x.md", b"---\ndate: 2024-02-31\n---\nx", "line 2: field 'date'"),
        ("x.pdf", b"%PDF", ".pdf is no kind of article"),
        ("x", b"%PDF\x00\x00\x00\xff", "binary file"),
    ],
)
def test_a_bad_file_is_a_problem_that_says_why(tmp_path, name, content, message):
    (tmp_path / name).write_bytes(content)
    (problem,) = read_articles([tmp_path / name])
    assert isinstance(problem, Problem)
    assert re.search(message, str(problem)), problem
    assert str(problem).startswith(str(tmp_path / name))


def test_what_is_not_there_is_a_problem(tmp_path):
    found = list(read_articles([tmp_path / "nowhere", tmp_path]))
    assert told(found, tmp_path) == [
        "nowhere: there is no such file or folder.",
        f"{tmp_path}: this folder holds no articles: .txt, .text, .md, .markdown, .jsonl, .ndjson are read.",
    ]


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path):
    (tmp_path / "x.txt").write_bytes("\ufeffOne.\r\nTwo.\r".encode())
    (article,) = read_articles([tmp_path / "x.txt"])
    assert article.text == "One.\nTwo."


def test_one_sentence_is_an_article(tmp_path):
    (tmp_path / "x.txt").write_text("The army moved.")
    (article,) = read_articles([tmp_path / "x.txt"])
    assert article.text == "The army moved."
