"""Two neighbouring mentions with one verb of the lexicon between them: "A seized P", "A was attacked by B".

The parser reads rare verbs as participles or nouns, headlines above all; where nothing but the verb, its auxiliaries
and determiners stands between two mentions, the words alone tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.claims.cast import Cast
from kg.claims.forms import past_forms
from kg.claims.frames import Frame, frames
from kg.claims.proposal import Proposal
from kg.claims.tree import Tree, has_dep
from kg.model import Form, Mention
from kg.vocabulary import SIGNATURES, Relation

_ACTIVE = re.compile(
    r"(?:,?\s+who|,?\s+which)?(?:\s+(?:has|have|had|also|then|later|now|again|recently|already|\w+ly))*"
    r"\s+(?P<verb>[a-z]+(?:-[a-z]+)?)"
    r"(?:\s+(?:the|a|an|its|their|his|some|several|all|most|of|strategic|key|northern|southern|town|city|village|region|base"
    r"|eastern|western|central|both|many|two|three|four|five|\d[\d,]*|dozens|hundreds|at least|positions|fighters))*\s+"
)
_PASSIVE = re.compile(
    r"(?:,?\s+who|,?\s+which)?(?:\s+(?:has|have|had))?\s+(?:was|were|is|are|been|being)(?:\s+\w+ly)?"
    r"\s+(?P<verb>[a-z]+(?:-[a-z]+)?)\s+by\s+(?:the\s+|its\s+|an?\s+)?(?:\w+\s+)?"
)
GOVERNED = re.compile(
    r"\b(?:of|by|with|against|in|to|from|for|near|at|on|between|among|after|before|under|into|over|than|as|like)"
    r"\s+(?:(?:the|a|an|its|their|\w+ed|\w+ing|\w+ern)\s+)*$",
    re.IGNORECASE,
)


def read_adjacent(text: str, tree: Tree, found: Cast) -> Iterator[Proposal]:
    """What neighbouring mentions with a verb between them propose."""
    sentence = tree.sentence
    inside = found.inside(sentence)
    for left, right in zip(inside, inside[1:], strict=False):
        if left.form is Form.DEMONYM or right.form is Form.DEMONYM:
            continue
        between = text[left.end : right.start]
        if GOVERNED.search(text[sentence.start : left.start]) or "\n" in between:
            continue
        active, passive = _ACTIVE.fullmatch(between), _PASSIVE.fullmatch(between)
        if passive:
            yield from _read(right, left, passive["verb"], left.end + passive.start("verb"), tree)
        elif active:
            yield from _read(left, right, active["verb"], left.end + active.start("verb"), tree)


def _read(subject: Mention, object_: Mention, form: str, at: int, tree: Tree) -> Iterator[Proposal]:
    verb = past_forms().get(form)
    trigger = next((t.index for t in tree.tokens if t.start <= at < t.end), None)
    if verb is None or trigger is None or subject.actor is None or _belongs(object_, tree):
        return
    for frame in frames().get((verb, "V"), ()):
        if "S" not in frame.subject or "O" not in frame.object:
            continue
        end = object_.place if SIGNATURES[frame.relation].range == "place" else object_.actor
        if end and _fits(frame, object_):
            yield Proposal(frame.relation, subject.actor, end, trigger, f"adjacent:{verb}", 0.9, "start" in frame.flags)


def _belongs(mention: Mention, tree: Tree) -> bool:
    """Whether the mention only says whose the next word is: "the government garrison"."""
    token = next((t for t in tree.tokens if t.start <= mention.start < t.end), None)
    return token is not None and has_dep(token, "compound", "nmod:poss", "amod") and token.mention is not None


def _fits(frame: Frame, object_: Mention) -> bool:
    """A country that is "left" or "hit" is a place; to expel or attack it is to deal with its state."""
    if frame.relation in (Relation.FIGHTS, Relation.BREAKS_WITH, Relation.SUPPORTS) and object_.place:
        return object_.actor is not None and object_.form is not Form.CAPITAL
    return True
