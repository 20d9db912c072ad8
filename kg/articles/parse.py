"""Texts to drafts of articles: plain text, Markdown with front matter, a JSON record. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

import yaml

from kg.articles.drafts import FIELDS, Draft, clean, draft_of, read_day
from kg.articles.markdown import plain_text
from kg.articles.problems import BadArticleError

_HEADER: Final = re.compile(r"\s*date\s+(\d{4}-\d{1,2}-\d{1,2})(?![\w-])[ \t]*", re.IGNORECASE)
_FRONT_MATTER: Final = re.compile(r"\A\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_LONGEST_TITLE: Final = 120
_LONGEST_FRONT_MATTER: Final = 50_000


def parse_text(content: str) -> Draft:
    """Plain text, which may open with " date YYYY-MM-DD" on the line on which the text begins."""
    content = clean(content)
    header = _HEADER.match(content)
    day = read_day(header[1], "the header", 1) if header else None
    text = _body(content[header.end() :] if header else content)
    return Draft(text, title=_heading(text), header=day)


def parse_markdown(content: str) -> Draft:
    """Markdown, with or without YAML front matter; the text is the body without its markup."""
    content = clean(content)
    if not re.match(r"\s*---[ \t]*\n", content):
        title, text = plain_text(content)
        return Draft(_body(text), title=title)
    match = _FRONT_MATTER.match(content)
    if not match:
        raise BadArticleError("the front matter begins with --- and does not end: close it with a line ---.", 1)
    fields, lines = _front_matter(match[1], content.count("\n", 0, match.start(1)) + 1)
    title, text = plain_text(content[match.end() :])
    draft = draft_of(fields, _body(text), lines)
    return draft if draft.title else replace(draft, title=title)


def parse_record(line: str, number: int) -> Draft:
    """One line of JSON Lines: an object with a text, and what is known of it."""
    try:
        record = json.loads(clean(line))
    except (ValueError, RecursionError) as error:
        raise BadArticleError(f"this is no JSON: {_first_line(error)}. One object a line is read.", number) from None
    if not isinstance(record, dict):
        raise BadArticleError('a record must be a JSON object such as {"text": "…"}.', number)
    fields = {name: text for name, value in record.items() if (text := _scalar(name, value, number)) is not None}
    text = next((fields[name] for name in FIELDS["text"] if fields.get(name, "").strip()), "")
    if not text:
        raise BadArticleError(f"the record has no text: name it {' or '.join(FIELDS['text'][:3])}.", number)
    try:
        draft = draft_of(fields, _body(clean(text)))
    except BadArticleError as error:
        raise BadArticleError(str(error), number) from None
    return replace(draft, line=number)


def _body(text: str) -> str:
    """The text without blanks around it; raises BadArticleError where nothing is left."""
    text = text.strip()
    if not text:
        raise BadArticleError("there is no text.")
    return text


def _heading(text: str) -> str | None:
    """The first line, where it is short, unlike a sentence, and followed by more."""
    first, _, rest = text.partition("\n")
    first = first.strip()
    is_heading = bool(rest.strip()) and len(first) <= _LONGEST_TITLE and first[-1] not in '.!?…,;:»”"'
    return first if is_heading else None


def _front_matter(text: str, first_line: int) -> tuple[Mapping[str, str], Mapping[str, int]]:
    """The fields as text, and the line that each stands on. Scalars stay as they are written."""
    if len(text) > _LONGEST_FRONT_MATTER:
        raise BadArticleError("the front matter is longer than 50,000 characters: is a line --- missing?", first_line)
    try:
        fields = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - builds nothing but texts, lists and mappings
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + mark.line if mark else first_line
        raise BadArticleError(f"the front matter is no YAML: {_first_line(error)}.", line) from None
    if fields in (None, ""):
        return {}, {}
    if not isinstance(fields, dict):
        raise BadArticleError("the front matter must be lines such as 'title: …'.", first_line)
    lines = {name: number for number, name in enumerate(re.findall(r"^([^:\n]*)", text, re.MULTILINE), first_line)}
    scalars = {str(name): value for name, value in fields.items() if isinstance(value, str)}
    return {name: value for name, value in scalars.items() if value not in ("~", "null")}, lines


def _scalar(name: str, value: Any, number: int) -> str | None:  # noqa: ANN401 - anything that JSON holds
    """A field's text; None where it is empty or no field of ours. A publisher may be an object with a name."""
    if not any(name in names for names in FIELDS.values()) or value is None:
        return None
    if isinstance(value, dict) and isinstance(value.get("name"), str):
        value = value["name"]
    if not isinstance(value, str):
        raise BadArticleError(f"field {name!r} must be a text, not {json.dumps(value)[:40]}.", number)
    return value


def _first_line(error: BaseException) -> str:
    problem = getattr(error, "problem", None) or getattr(error, "msg", None) or str(error) or "too deeply nested"
    return str(problem).splitlines()[0].rstrip(".")


Parse = Callable[[str], Draft]
PARSERS: Final[dict[str, Parse]] = {
    ".txt": parse_text,
    ".text": parse_text,
    ".md": parse_markdown,
    ".markdown": parse_markdown,
}
"""By the end of the file's name; records are read line by line."""
RECORDS: Final = (".jsonl", ".ndjson")
