"""What a user installs: the wheel carries all that runs, and the locks fit the project."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    target = tmp_path_factory.mktemp("wheel")
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(target),
        ".",
    ]
    subprocess.run(build, cwd=ROOT, check=True)
    (path,) = target.glob("*.whl")
    return path


@pytest.mark.slow
def test_the_wheel_carries_all_that_runs(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    tracked = subprocess.run(["git", "ls-files", "kg"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    assert {name for name in tracked.split() if (ROOT / name).exists()} <= names
    for needed in (
        "kg.ttl",
        "shapes.ttl",
        "actors.json",
        "places.json",
        "parser/weights.msgpack",
        "parser/LICENSE.txt",
    ):
        assert f"kg/data/{needed}" in names
    assert sum(name.startswith("kg/data/sample/") for name in names) >= 48
    assert sum(name.startswith("kg/data/queries/") for name in names) >= 10
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("licenses/NOTICE") for name in names)
    assert not [name for name in names if "__pycache__" in name or not name.startswith(("kg/", "allegiance-"))]


@pytest.mark.slow
def test_the_demo_runs_from_the_wheel_in_another_folder(wheel, tmp_path):
    """With this environment's dependencies, and nothing of the checkout on the path."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    code = f"import sys; sys.path.insert(0, {str(tmp_path / 'installed')!r}); import kg.cli.app as a; a.main(['demo'])"
    run = [sys.executable, "-I", "-c", code]
    done = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "allegiance-demo" / "alliances.html").exists()


def locked(name):
    text = (ROOT / "requirements" / f"{name}.lock").read_text(encoding="utf-8")
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links", text), "a lock names no registry"
    requirements = re.findall(r"^([\w.-]+)==(\S+)(.*?)(?=^\S|\Z)", text, re.MULTILINE | re.DOTALL)
    assert all("--hash=sha256:" in rest for _, _, rest in requirements)
    return {package.lower().replace("_", "-"): version for package, version, _ in requirements}


def names(requirements):
    return {re.match(r"[\w.-]+", requirement)[0].lower().replace("_", "-") for requirement in requirements}


@pytest.mark.parametrize("extras", [(), ("dev", "notebook")], ids=["runtime", "dev"])
def test_locks_name_every_dependency(extras):
    found = locked("dev" if extras else "runtime")
    project = PROJECT["project"]
    wanted = names(project["dependencies"]).union(*(names(project["optional-dependencies"][e]) for e in extras))
    assert wanted <= found.keys(), "run scripts/lock"
    assert all(f"{name}=={found[name]}" in PROJECT["build-system"]["requires"] for name in ["hatchling"])


def test_both_locks_agree():
    runtime, dev = locked("runtime"), locked("dev")
    assert {name: dev.get(name) for name in runtime} == runtime
