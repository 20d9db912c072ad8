"""The house keeps its floors: a module imports only from floors below its own, or from its own room."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "kg"
FLOORS = [
    {"errors"},
    {"vocabulary"},
    {"dates"},
    {"model"},
    {"gazetteer", "lexicon"},
    {"articles", "documents", "mentions", "claims"},
    {"relationships"},
    {"graph"},
    {"queries"},
    {"analysis"},
    {"views"},
    {"pipeline"},
    {"ingest"},
    {"picture"},
    {"understanding"},
    {"serve"},
    {"cli"},
]
ONLY = {
    "spacy": {"documents"},
    "py3langid": {"articles"},
    "yaml": {"articles"},
    "rdflib": {"graph", "queries"},
    "pyoxigraph": {"graph", "queries"},
    "pyshacl": {"graph"},
    "networkx": {"analysis", "views"},
    "pyvis": {"views"},
    "typer": {"cli"},
    "rich": {"cli"},
}
MODULES = sorted(ROOT.rglob("*.py"))


def room(path):
    """The first part of a module's name below kg; none for the package's own file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return None if parts == ("__init__",) else parts[0]


def floor(name):
    return next(number for number, rooms in enumerate(FLOORS) if name in rooms)


def imported_by(path):
    """Full names of all modules that a file imports, also inside functions, also only for types."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the room they come from"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def ids(path):
    return str(path.relative_to(ROOT))


def test_every_module_is_looked_at():
    assert len(MODULES) > 40
    assert {room(path) for path in MODULES} - {None, "data"} <= set().union(*FLOORS)


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_imports_point_down(path):
    here = room(path)
    if here in (None, "data"):
        return
    for name in imported_by(path):
        if name.startswith("kg.") and name.split(".")[1] not in (here, "data", "__version__"):
            there = name.split(".")[1]
            assert floor(there) < floor(here), f"{here} may not import {there}"


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_a_library_is_known_to_its_rooms_alone(path):
    for name in imported_by(path):
        rooms = ONLY.get(name.split(".")[0])
        assert rooms is None or room(path) in rooms, f"{room(path)} may not import {name}"


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_a_module_is_small(path):
    if path.name != "vocabulary.py":
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 400, "look for a second noun in it"


def test_importing_kg_loads_nothing_heavy():
    code = "import sys, kg; print([m for m in sys.modules if m.split('.')[0] in {'spacy', 'numpy', 'rdflib', 'typer'}])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT.parent)
    assert run.stdout.strip() == "[]"
