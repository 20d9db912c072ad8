"""What is exchanged or taken out before a sentence is parsed: mentions, brackets, inserts in dashes, datelines.

Masking the mentions is what helps a small parser most (docs/parser.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.documents.masks import BODY, PERSON, PLACE, PLURAL
from kg.model import Form, Mention, Mentions, Replacement, Span
from kg.vocabulary import Kind

_BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_DASHED = re.compile(r"\s*(?:[—–]| - | -- )\s*(?P<inside>[^—–]{3,200}?)\s*(?P<close>[—–]| - | -- )\s*")
_DATELINE = re.compile(r"[A-Z][A-Z' -]{2,}(?:, [A-Z]\w+)?(?:, \w+\.? \d+)?(?: \([^)]*\))?\s*[—–-]+\s+")
_ALONGSIDE = re.compile(r",?\s+(?:alongside|together with|along with|as well as|side by side with)\s+(?=\S)")
_VERB_FOLLOWS = re.compile(
    r"\s*(?:\([^)]*\))?,?\s+(?!(?:in|on|at|since|from|to|after|before|against|during|near|with|and|but|for|as|of|when|while|by"
    r"|until|under|over|into|inside|around|across)\b)[a-z]"
)
_SCARE = re.compile(r"[\"“](?P<inside>\w+(?: \w+){0,2})[\"”](?=\W)")
_LABEL = re.compile(r"(?:Q|A|[A-Z]\w+)\s*:\s+(?=[A-Z\"“])")


@dataclass(frozen=True, slots=True)
class Eased:
    """A stretch to be parsed on its own, with what is exchanged in it; `host` as in kg.model.Sentence."""

    span: Span
    replacements: tuple[Replacement, ...]
    host: int | None = None


def ease(text: str, span: Span, found: Mentions) -> Iterator[Eased]:
    """The sentence made easy, then each insert that was taken out of it."""
    inside = [(n, m) for n, m in enumerate(found.mentions) if span.start <= m.start and m.end <= span.end]
    cuts = list(_cuts(text, span, [m for _, m in inside]))
    words = list(_words(text, [(n, m) for n, m in inside if not _is_cut(m, cuts)], found))
    joins = [j for j in _joins(text, span, [m for _, m in inside]) if not any(_overlap(j, c) for c in [*cuts, *words])]
    yield Eased(span, tuple(sorted([*cuts, *words, *joins], key=lambda r: r.start)))
    for cut in cuts:
        insert = _insert(text, cut) if cut.start > span.start else None  # a dateline says nothing
        if insert:
            own = [(n, m) for n, m in inside if insert[0] <= m.start and m.end <= insert[1]]
            kept = tuple(_words(text, own, found))
            host = next((n for n, m in reversed(inside) if m.end <= cut.start and cut.start - m.end <= 1), None)
            yield Eased(Span(*insert, span.paragraph), kept, host)


def _words(text: str, mentions: Sequence[tuple[int, Mention]], found: Mentions) -> Iterator[Replacement]:
    """The replacements of mentions; two neighbours that name one actor ("mercenary company Wagner") become one.

    Adjectives of states stay, the parser reads them well; and what stands for nobody stays as it is.
    """
    last: Replacement | None = None
    for number, mention in mentions:
        if mention.form is Form.DEMONYM or not (mention.actor or mention.place):
            continue
        word = _word(number, mention, found)
        if last is not None and last.mention is not None:
            same = found.mentions[last.mention].actor == mention.actor and mention.actor is not None
            if same and text[last.end : word.start].isspace():
                last = Replacement(last.start, word.end, word.word, number)
                continue
        if last is not None:
            yield last
        last = word
    if last is not None:
        yield last


def _word(number: int, mention: Mention, found: Mentions) -> Replacement:
    """The easy word of the mention's kind and number."""
    actor = found.actors.get(mention.actor) if mention.actor else None
    if actor and actor.kind is Kind.PERSON:
        word = PERSON
    elif mention.place:
        word = PLACE
    else:
        word = PLURAL if mention.plural else BODY
    return Replacement(mention.start, mention.end, word, number)


def _cuts(text: str, span: Span, mentions: Sequence[Mention]) -> Iterator[Replacement]:
    """Brackets, dash inserts, datelines and speaker's labels, which mislead the parser."""
    at = span.start
    scares: list[Replacement] = []  # the marks around one word: the FAMa "seized" the town
    for pattern in (_DATELINE, _LABEL):
        opening = pattern.match(text, at, span.end)
        if opening and opening.end() < span.end - 10:
            yield Replacement(at, opening.end(), "")
            at = opening.end()
            break
    for scare in _SCARE.finditer(text, at, span.end):
        if scare.end() < span.end and not any(m.start < scare.end() and scare.start() < m.end for m in mentions):
            quotes = ((scare.start(), scare.start() + 1), (scare.end() - 1, scare.end()))
            scares += [Replacement(first, last, "") for first, last in quotes]
    while at < span.end:
        match = _first(text, at, span.end)
        if match is None:
            break
        start, end = match
        crossing = any(m.start < end and start < m.end and not (start <= m.start and m.end <= end) for m in mentions)
        if not crossing and end > start:
            scares = [s for s in scares if not (start < s.end and s.start < end)]
            yield Replacement(start, end, " ")
        at = end
    yield from scares


def _first(text: str, at: int, end: int) -> tuple[int, int] | None:
    found = [m.span() for p in (_BRACKET, _DASHED) if (m := p.search(text, at, end)) and m.end() < end]
    return min(found, default=None)


def _insert(text: str, cut: Replacement) -> tuple[int, int] | None:
    """What a cut holds, where it is long enough to say something."""
    inner = text[cut.start : cut.end].strip(" \t\n()[]—–-")
    if len(inner.split()) < 4:
        return None
    start = text.index(inner, cut.start)
    return start, start + len(inner)


def _joins(text: str, span: Span, mentions: Sequence[Mention]) -> Iterator[Replacement]:
    """Let ", alongside Y," between two mentions become "and Y"."""
    for left, right in zip(mentions, mentions[1:], strict=False):
        match = _ALONGSIDE.match(text, left.end, span.end)
        if not match or text[match.end() : right.start].strip() not in ("", "the", "its", "their", "allied"):
            continue
        if not _VERB_FOLLOWS.match(text, right.end, span.end):
            continue  # an object: "hunt B together with C" does not mean that C is hunted
        yield Replacement(left.end, match.end(), " and ")
        if text[right.end : right.end + 1] == "," and match.group().startswith(","):
            yield Replacement(right.end, right.end + 1, "")


def _is_cut(mention: Mention, cuts: Sequence[Replacement]) -> bool:
    return any(c.start <= mention.start and mention.end <= c.end for c in cuts)


def _overlap(one: Replacement, other: Replacement) -> bool:
    return one.start < other.end and other.start < one.end
