import os
import subprocess
import sys

import pytest

import kg as package
from kg.cli import app as application

RUN = [sys.executable, "-c", "from kg.cli.app import main; main()"]


def test_version(kg):
    assert kg("version") == (0, f"allegiance {package.__version__}\n", "")


def test_wrong_usage_is_2_and_says_how(kg):
    found = kg("page")
    assert found.status == 2 and "OUT.html" in found.err and "Usage: kg page" in found.err
    assert kg("frobnicate").status == 2


def test_without_anything_the_help_is_shown(kg):
    found = kg()
    assert "kg demo" in found.out + found.err


def test_a_bug_is_one_line_and_a_log(kg, monkeypatch, store):
    def broken(*_):
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("kg.graph.store.Store.article_ids", broken)
    found = kg("stats", "--store", store)
    assert found.status == application.BUG
    assert len(found.err.splitlines()) == 1 and "ZeroDivisionError: by zero" in found.err
    log = found.err.split("with the log ")[1].strip().rstrip(".")
    with open(log, encoding="utf-8") as text:  # noqa: PTH123 - the path is a text of the message
        assert "Traceback" in text.read()
    os.unlink(log)  # noqa: PTH108


def test_an_interrupt_is_130(kg, monkeypatch, store):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.graph.store.Store.article_ids", interrupted)
    found = kg("stats", "--store", store)
    assert found.status == application.INTERRUPTED and "Traceback" not in found.err


@pytest.mark.skipif(sys.platform == "win32", reason="no such pipes there")
def test_a_closed_pipe_is_quiet(articles):
    with subprocess.Popen([*RUN, "claims", str(articles)], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        run.stdout.close()
        assert b"Traceback" not in run.stderr.read()
        assert run.wait() != 70


def test_a_message_cannot_steer_the_terminal(kg, tmp_path):
    found = kg("claims", tmp_path / "a\x1b[31m\nb.txt")
    assert "\x1b" not in found.err and len(found.err.splitlines()) == 1


def test_help_needs_neither_the_parser_nor_the_store():
    code = (
        "import sys; from kg.cli.app import status_of; status_of(['--help']); "
        "heavy = ('spacy', 'pyoxigraph', 'rdflib', 'networkx', 'numpy'); "
        "print([m for m in heavy if m in sys.modules], file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stderr.strip() == "[]"
