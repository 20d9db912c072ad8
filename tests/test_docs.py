"""Documentation does not drift: each command has help with an example and stands in the README; examples parse."""

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

from kg.cli.app import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(get_command(app).commands)
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def command(name):
    return get_command(app).commands[name]


def lines_of_code():
    """Every `kg …` line of the documents and of the commands' help, as (where, words)."""
    for path in DOCUMENTS:
        for block in re.findall(r"```sh\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL):
            yield from ((path.name, line) for line in block.splitlines())
    for name in COMMANDS:
        yield from ((name, line) for line in f"{command(name).help}\n{command(name).epilog}".splitlines())


EXAMPLES = [(where, line.strip()) for where, line in lines_of_code() if re.match(r"\s*(\.venv/bin/)?kg \w", line)]


def test_there_are_commands_and_examples():
    assert len(COMMANDS) >= 10 and len(EXAMPLES) >= 25


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_and_an_example_and_stands_in_the_readme(name):
    known = command(name)
    assert known.help and len(known.help.splitlines()[0]) <= 60
    assert f"kg {name}" in f"{known.help}{known.epilog or ''}"
    assert f"`kg {name}`" in README
    assert all(p.help for p in known.params if p.name != "help" and "completion" not in (p.name or ""))


@pytest.mark.parametrize(("where", "line"), EXAMPLES, ids=str)
def test_each_example_is_one_that_kg_takes(where, line):
    words = shlex.split(re.split(r"\s[>|]\s|\s{3,}", line)[0], comments=True)[1:]
    if words[-1] == "--help":
        return
    parsed, group = get_command(app), None
    for depth, word in enumerate(words):
        if word not in getattr(parsed, "commands", {}):
            break
        parsed, group = parsed.commands[word], depth
    assert group is not None, f"{where}: {line}"
    parsed.make_context(words[group], words[group + 1 :])


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_inside_the_project_lead_somewhere(path):
    links = re.findall(r"(?<!!)\[[^\]]*\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8"))
    missing = [link for link in links if not (path.parent / link).exists()]
    assert not missing


def test_the_changelog_has_what_comes_next():
    assert "## Unreleased" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
