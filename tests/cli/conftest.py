"""`kg` as a person runs it, in this process; and a store made from a few articles."""

import io
from typing import NamedTuple

import pytest

from kg.cli.app import status_of

ARTICLES = {
    "2023-11-15-kidal.txt": (
        "The Malian army captured Kidal on 14 November 2023. The FAMa fought alongside the Wagner Group."
    ),
    "corps.md": "---\ntitle: Corps\noutlet: Test Wire\ndate: 2025-06-16\n---\nAfrica Corps replaced Wagner in Mali.\n",
    "denial.jsonl": '{"text": "Ukraine denied that it supports the rebels of the FLA.", "date": "2024-08-06"}\n',
    "fr.txt": "L'armée malienne a annoncé lundi la prise de la ville de Kidal après de violents combats.",
}


class Run(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def kg(capsys, monkeypatch):
    """Run a command: kg("ask", "place", …, stdin="…") gives status, stdout and stderr."""

    def run(*arguments, stdin=""):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        capsys.readouterr()
        status = status_of([str(a) for a in arguments])
        return Run(status, *capsys.readouterr())

    return run


@pytest.fixture(scope="session")
def articles(tmp_path_factory):
    folder = tmp_path_factory.mktemp("articles")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def store(articles, tmp_path_factory):
    path = tmp_path_factory.mktemp("store") / "kg.db"
    assert status_of(["ingest", str(articles), "--store", str(path)]) == 0
    return path
