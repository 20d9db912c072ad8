"""An article cut into paragraphs, sentences and pieces; each piece knows the mention and the claims it is part of."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.model import Form, Mention
from kg.views.names import short_name
from kg.views.understood import ClaimWords, Understood, claim_words
from kg.vocabulary import Kind

FAMILIES = {
    "state": (Kind.STATE, Kind.GOVERNMENT, Kind.ARMED_FORCE, Kind.SECURITY_FORCE),
    "rebel": (Kind.ARMED_GROUP, Kind.REBEL, Kind.SEPARATIST, Kind.MILITIA),
    "jihadist": (Kind.JIHADIST,),
    "company": (Kind.PRIVATE_MILITARY_COMPANY, Kind.COMPANY),
    "abroad": (Kind.MISSION, Kind.INTERGOVERNMENTAL_ORGANISATION, Kind.COALITION),
    "civil": (Kind.MOVEMENT, Kind.COMMUNITY, Kind.PERSON),
    "place": (),
    "nobody": (),
}
FAMILY_LABELS = {
    "state": "state, government, army, police",
    "rebel": "armed group, rebels, separatists, militia",
    "jihadist": "jihadist group",
    "company": "military company, company",
    "abroad": "mission, organisation of states, coalition",
    "civil": "person, movement, community",
    "place": "place",
    "nobody": "resolved to nobody",
}
_FAMILY_OF = {kind: family for family, kinds in FAMILIES.items() for kind in kinds}
_JOINERS = "\u200c\u200d"  # which belong to words


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text, safe to show. `opens` and `closes` say whether the mention begins and ends with it."""

    text: str
    mention: Mention | None = None
    opens: bool = False
    closes: bool = False
    claims: tuple[int, ...] = ()  # numbers of the claims whose evidence it is part of
    also: tuple[Mention, ...] = ()  # other mentions that overlap it


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, with the claims that it yields, and the numbers of those that stand already above."""

    pieces: tuple[Piece, ...]
    claims: tuple[ClaimWords, ...] = ()
    again: tuple[int, ...] = ()


def paragraphs(read: Understood, least: float = 0.0) -> list[list[Passage]]:
    """The article's text, line by line and sentence by sentence; with claims of at least that confidence.

    Nothing of the text is left out but empty lines, and each claim stands below its first sentence.
    """
    numbers = [n for n, claim in enumerate(read.claims, 1) if claim.confidence >= least]
    lines = [[*_bounds(read, start, end)] for start, end in _lines(read.article.text)]
    starts = [start for line in lines for start, _ in line]
    below = {start: _numbers_at(read, numbers, start, end) for start, end in pairwise([*starts, _END])}
    if starts:  # a claim without a place in the text stands on top
        below[starts[0]] = (*(n for n in numbers if _first(read, n) < starts[0]), *below[starts[0]])
    shown: set[int] = set()
    found = []
    for line in lines:
        found.append([_passage(read, bounds, below[bounds[0]], numbers, shown) for bounds in line])
    return found


_END = 1 << 62


def _first(read: Understood, number: int) -> int:
    evidence = read.claims[number - 1].evidence
    return evidence[0].start if evidence else -1


def _numbers_at(read: Understood, numbers: Sequence[int], start: int, end: int) -> tuple[int, ...]:
    return tuple(n for n in numbers if any(start <= e.start < end for e in read.claims[n - 1].evidence))


def _passage(
    read: Understood, bounds: tuple[int, int], below: Sequence[int], numbers: Sequence[int], shown: set[int]
) -> Passage:
    new = [n for n in below if n not in shown]
    again = tuple(n for n in below if n in shown)
    shown.update(new)
    return Passage(tuple(_pieces(read, *bounds, numbers)), tuple(claim_words(read, n) for n in new), again)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield at, at + len(line.rstrip())
        at += len(line)


def _bounds(read: Understood, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a line; what lies between two belongs to the one before."""
    inside = [span.start for span in read.spans if start <= span.start < end]
    return pairwise([start, *inside[1:], end]) if inside else iter([(start, end)])


def _pieces(read: Understood, start: int, end: int, numbers: Sequence[int]) -> Iterator[Piece]:
    marked = _marked([m for m in read.mentions if m.start < end and start < m.end])
    quotes = [
        (e.start, e.end, n)
        for n in numbers
        for e in read.claims[n - 1].evidence
        if e.start < end and start < e.end
    ]  # fmt: skip
    edges = {start, end, *(x for m, _ in marked for x in (m.start, m.end)), *(x for a, b, _ in quotes for x in (a, b))}
    for left, right in pairwise(sorted(x for x in edges if start <= x <= end)):
        mention, also = next(((m, o) for m, o in marked if m.start <= left and right <= m.end), (None, ()))
        claims = tuple(sorted({n for a, b, n in quotes if a <= left and right <= b}))
        yield Piece(
            shown_text(read.article.text[left:right]),
            mention,
            mention is not None and left == max(mention.start, start),
            mention is not None and right == min(mention.end, end),
            claims,
            also,
        )


def _marked(mentions: Sequence[Mention]) -> list[tuple[Mention, tuple[Mention, ...]]]:
    """Mentions that do not overlap, the longer of two, each with those that it hides."""
    kept: list[tuple[Mention, list[Mention]]] = []
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        if mention.start >= mention.end:
            continue
        hider = next((h for m, h in kept if m.start < mention.end and mention.start < m.end), None)
        if hider is None:
            kept.append((mention, []))
        else:
            hider.append(mention)
    return [(m, tuple(h)) for m, h in kept]


def family_of(read: Understood, mention: Mention) -> str:
    """Which colour a mention has: that of its actor's kind, else of places, else of nobody."""
    actor = read.actors.get(mention.actor or "")
    if actor is not None:
        return _FAMILY_OF[actor.kind]
    return "place" if mention.place else "state" if mention.actor else "nobody"


def gloss_of(read: Understood, mention: Mention) -> str:
    """Whom a reference stands for ("the group": JNIM); empty where the words are a name themselves."""
    if mention.form not in (Form.DESCRIPTION, Form.PRONOUN):
        return ""
    actor = read.actors.get(mention.actor or "")
    if actor is not None:
        written = {name: read.article.text.count(name) for name in actor.names}
        label = short_name(actor.label, actor.names, written)
    else:
        label = read.place(mention.place) if mention.place else ""
    return "" if label.casefold() in mention.text.casefold() else shown_text(label)


def shown_text(text: str) -> str:
    """The text without what a terminal or a browser would obey: control and direction characters become U+FFFD."""
    return "".join(" " if c.isspace() else "\ufffd" if _is_hidden(c) else c for c in text)


def _is_hidden(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Cs") and character not in _JOINERS
