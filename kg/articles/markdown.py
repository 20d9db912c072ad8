"""Markdown's markup taken off, so that a sentence reads as it would on paper. One line a paragraph."""

from __future__ import annotations

import re
from typing import Final

_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_HEADING: Final = re.compile(r"#{1,6}[ \t]+(.*?)[ \t]*#*")
_RULE: Final = re.compile(r"[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|={3,}|`{3,}.*|~{3,}.*)")
_LEAD: Final = re.compile(r"[ \t]*(?:>[ \t]?)*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?")
_ITEM: Final = re.compile(r"[ \t]*(?:>[ \t]?)*(?:[-*+]|\d{1,3}[.)])[ \t]+")
_INLINE: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"!\[[^\]]*\]\([^()\s]*(?:[ \t]+\"[^\"]*\")?\)"), ""),  # an image
    (re.compile(r"\[([^\[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:[ \t]+\"[^\"]*\")?\)"), r"\1"),  # a link
    (re.compile(r"(?<!\\)(\*{1,3})(?=\S)([^*\n]*?[^\s\\])\1"), r"\2"),  # *emphasis*
    (re.compile(r"(?<!\w)(_{1,3})(?=\S)([^_\n]*?\S)\1(?!\w)"), r"\2"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),  # an escaped sign
)


def plain_text(content: str) -> tuple[str | None, str]:
    """The first heading, where the text opens with it, and the rest as paragraphs of one line each."""
    lines = _COMMENT.sub("", content).strip().splitlines()
    title = None
    if lines and (match := _HEADING.fullmatch(lines[0])):
        title, lines = _without_inline(match[1]) or None, lines[1:]
    return title, "\n".join(_paragraphs(lines)).strip()


def _paragraphs(lines: list[str]) -> list[str]:
    """Lines that one paragraph runs over are joined; blank lines stay, so that paragraphs are seen."""
    done: list[str] = []
    open_ = False
    for line in lines:
        heading = _HEADING.fullmatch(line)
        text = heading[1] if heading else "" if _RULE.fullmatch(line) else _LEAD.sub("", line, count=1).strip()
        text = _without_inline(text)
        if open_ and text and not heading and not _ITEM.match(line):
            done[-1] += f" {text}"
        else:
            done.append(text)
        open_ = bool(text) and not heading
    return done


def _without_inline(text: str) -> str:
    for pattern, kept in _INLINE:
        text = pattern.sub(kept, text)
    return text.strip()
