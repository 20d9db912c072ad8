"""Articles as a page: one HTML file without scripts, whose marks say in their titles whom they stand for and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from kg.model import Mention
from kg.views.article_facts import counts_of, origin_of, title_of, total_of
from kg.views.assets import csp_hash
from kg.views.passages import FAMILY_LABELS, Passage, family_of, gloss_of, paragraphs, shown_text
from kg.views.understood import Understood, stands_for


@dataclass(frozen=True, slots=True)
class Section:
    """One article as the template meets it."""

    number: int
    title: str
    origin: str
    counts: str
    skipped: bool
    language: str
    paragraphs: list[list[Passage]]
    read: Understood


def articles_html(found: Sequence[Understood], least: float = 0.0) -> str:
    """The page of these articles, with claims of at least that confidence; the same input gives the same text."""
    sections = [_section(number, read, least) for number, read in enumerate(found, 1)]
    environment = Environment(
        loader=DictLoader({"page": _file("page.html.jinja")}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["safe_text"] = shown_text
    return environment.get_template("page").render(
        sections=sections,
        heading=sections[0].title if len(sections) == 1 else f"{len(sections):,} articles",
        total=total_of(found, least),
        legend=FAMILY_LABELS,
        family=family_of,
        gloss=gloss_of,
        why=_why,
        style=Markup(_file("page.css")),  # noqa: S704 - our own file
        policy=f"default-src 'none'; style-src {csp_hash(_file('page.css'))}; base-uri 'none'; form-action 'none'",
    )


def _section(number: int, read: Understood, least: float) -> Section:
    return Section(
        number,
        title_of(read.article),
        origin_of(read.article),
        counts_of(read, least),
        read.skipped is not None,
        shown_text(read.article.language or ""),
        paragraphs(read, least),
        read,
    )


def _why(read: Understood, mention: Mention, also: Sequence[Mention]) -> str:
    """Whom the mention stands for and why, for its title; a line each for those that it hides."""
    lines = [f"{stands_for(read, m)}: {m.reason}" for m in (mention, *also)]
    return "\n".join(shown_text(line) for line in lines)


@cache
def _file(name: str) -> str:
    return files("kg.data").joinpath("read").joinpath(name).read_text(encoding="utf-8").replace("\r\n", "\n")
