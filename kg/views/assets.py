"""Reads what a page is made of: our template, style, scripts and strings, and pyvis's vis-network."""

from __future__ import annotations

import base64
import csv
import hashlib
from functools import cache
from importlib.resources import files
from typing import Final

SCRIPTS: Final = (
    "base", "state", "status", "labels", "drawing", "pointing", "network", "legend",
    "panel", "timebar", "lanes", "search", "compare", "download", "main",
)  # fmt: skip
VIS: Final = "templates/lib/vis-9.1.2/vis-network.min.js"


@cache
def vis_network() -> str:
    """The vis-network bundled with pyvis, without the pointer to a source map that would not be found."""
    text = files("pyvis").joinpath(VIS).read_text(encoding="utf-8")
    return inert("\n".join(line for line in text.split("\n") if not line.startswith("//# sourceMappingURL")))


@cache
def script() -> str:
    """Our scripts in their order, as one closed function."""
    parts = [_page_file(f"{name}.js") for name in SCRIPTS]
    return inert('(function () {\n"use strict";\n' + "\n".join(parts) + "\n})();\n")


@cache
def style() -> str:
    """Our stylesheet."""
    return _page_file("page.css")


@cache
def template() -> str:
    """The Jinja template of the page."""
    return _page_file("page.html.jinja")


@cache
def strings() -> dict[str, dict[str, str]]:
    """Interface strings: language → key → text."""
    rows = list(csv.DictReader(_page_file("strings.tsv").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    return {language: {row["key"]: row[language] for row in rows} for language in ("en", "fr")}


def inert(script_text: str) -> str:
    """The same program, unable to close the script element that it stands in."""
    return script_text.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def csp_hash(text: str) -> str:
    """A Content-Security-Policy source for exactly this inline text."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def _page_file(name: str) -> str:
    return files("kg.data").joinpath("page").joinpath(name).read_text(encoding="utf-8").replace("\r\n", "\n")
