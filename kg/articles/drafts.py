"""A draft: what a file says about an article, before its date and language are settled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from kg.articles.problems import BadArticleError

FIELDS: Final = {
    "title": ("title", "headline"),
    "text": ("text", "body", "content", "articleBody"),
    "outlet": ("outlet", "source", "publisher"),
    "date": ("date", "published", "datePublished"),
    "url": ("url", "link"),
    "language": ("language", "lang", "inLanguage"),
}
"""Our names of an article's fields, and what others call them; the first that is there counts."""

_LANGUAGE: Final = re.compile(r"[A-Za-z]{2}(?![A-Za-z])")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Draft:
    """`header` is a date that the text opens with, `published` one from its metadata; `line` where it began."""

    text: str
    title: str | None = None
    outlet: str | None = None
    header: date | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    line: int | None = None


def clean(text: str) -> str:
    """The text with line feeds alone, and without a byte order mark, NULs or halves of surrogate pairs."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").removeprefix("\ufeff")
    return _SURROGATES.sub("\ufffd", text)


def draft_of(fields: Mapping[str, str], text: str, lines: Mapping[str, int] | None = None) -> Draft:
    """A draft from named fields; `lines` says where each stands. Raises BadArticleError for a date or language."""
    lines = lines or {}
    found = {ours: _first(fields, names) for ours, names in FIELDS.items()}
    named, said = found["date"]
    published = read_day(said, f"field {named!r}", lines.get(named)) if said else None
    return Draft(
        text=text,
        title=found["title"][1],
        outlet=found["outlet"][1],
        published=published,
        url=found["url"][1],
        language=_language(*found["language"], lines),
    )


def read_day(said: str, where: str, line: int | None = None) -> date:
    """The day of an ISO 8601 date or time, or of a mail header's date; raises BadArticleError for anything else."""
    said = said.strip()
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", said[:10]) and said[10:11] in ("", "T", " "):
            return datetime.fromisoformat(said).date()
        return parsedate_to_datetime(said).date()
    except (ValueError, TypeError, IndexError):
        raise BadArticleError(f"{where} holds {said[:40]!r}, which is no date: write YYYY-MM-DD.", line) from None


def _first(fields: Mapping[str, str], names: tuple[str, ...]) -> tuple[str, str | None]:
    for name in names:
        value = " ".join(fields.get(name, "").split())
        if value:
            return name, value
    return names[0], None


def _language(named: str, said: str | None, lines: Mapping[str, int]) -> str | None:
    if said is None:
        return None
    match = _LANGUAGE.match(said)
    if not match:
        message = f"field {named!r} holds {said[:40]!r}, which is no language: write two letters such as en or fr."
        raise BadArticleError(message, lines.get(named))
    return match[0].lower()
