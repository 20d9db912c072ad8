"""Patterns over the words around two neighbouring mentions: "the capture of P by A", "A's spokesman NAME".

They find what a misread tree loses. The rows are ontology/lexicon/patterns.tsv; qualifiers still come from the tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg import lexicon
from kg.claims.adjacent import GOVERNED
from kg.claims.cast import Cast
from kg.claims.proposal import Proposal
from kg.claims.tree import Tree
from kg.model import Form, Mention
from kg.vocabulary import SIGNATURES, Kind, Relation

_MACROS: Mapping[str, str] = {
    "det": r"(?:(?:the|a|an|its|their|his|some|all|most|several|nearby|rival|allied|strategic|key|central|main|former"
    r"|local|northern|southern|eastern|western|remote|besieged)\s+)*",
    "part": r"(?:(?:(?:small|large|key|strategic|northern|southern|eastern|western|border|central)\s+)*"
    r"(?:town|city|village|region|base|camp|province|district|area|outskirts|parts|most|capital|port|locality)\s+of\s+)?",
    "poss": r"['’]s?",
    "own": r"(?:\s+(?:troops|forces|fighters|soldiers|rebels|militants|mercenaries|positions|units|personnel|army))?",
    "adj": r"(?:[\w-]+\s+){0,2}[\w-]+",
    "adv": r"(?:\s+\w+ly|\s+(?:on|in|last|this)\s+\w+)?",
    "was": r"(?:\s+(?:is|was|were|are|has been|had been|remains|remained|came|fell|currently|now))?",
    "fight": r"(?:clash(?:es)?|fighting|battles?|combat|confrontations?|war|conflict|hostilities|skirmish(?:es)?"
    r"|gunfights?"
    r"|firefights?|violence|exchanges of fire)",
    "attack": r"(?:attacks?|assaults?|offensives?|raids?|ambush(?:es)?|air\s?strikes?|strikes?|bombardments?"
    r"|shelling"
    r"|operations?|incursions?|counter-?offensives?)",
    "exit": r"(?:withdrawal|departure|exit|retreat|pull-?out|evacuation|expulsion|ouster)",
    "capture": r"(?:capture|seizure|recapture|occupation|takeover|fall|conquest|control|loss)",
    "chief": r"(?:leader|head|chief|commander|founder|emir|co-founder|chairman|president|boss|ruler"
    r"|commander-in-chief)",
    "spokes": r"(?:spokesman|spokeswoman|spokesperson|representative|envoy)",
    "rank": r"(?:General|Gen\.|Colonel|Col\.|Major|Captain|Lt\.|Lieutenant|Brigadier|Field Marshal|Commander|Sheikh"
    r"|Emir)",
}


_LED = frozenset({Kind.ARMED_GROUP, Kind.JIHADIST, Kind.REBEL, Kind.SEPARATIST, Kind.MILITIA})
_ASIDE = frozenset({Relation.LEADS, Relation.SPEAKS_FOR, Relation.AFFILIATED_WITH})


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row: the words before the left mention, and those between the two."""

    relation: Relation
    left_is_subject: bool
    before: re.Pattern[str] | None
    between: re.Pattern[str]
    flags: frozenset[str]  # owned: an armed group and its leader; free: the left mention hangs on no preposition


@cache
def _patterns() -> tuple[Pattern, ...]:
    return tuple(
        Pattern(
            Relation(row["relation"]),
            row["order"] == "LR",
            re.compile(rf"(?:^|.*\W){_expand(row['before'])}$", re.IGNORECASE | re.DOTALL) if row["before"] else None,
            re.compile(_expand(row["between"], gap=True), re.IGNORECASE),
            frozenset(row["flags"].split()),
        )
        for row in lexicon.table("patterns")
    )


def _expand(pattern: str, *, gap: bool = False) -> str:
    """A row's pattern with its macros written out and any white space allowed; `gap` keeps the spaces at its ends."""
    expanded = re.sub(r"\{(\w+)\}", lambda m: f"<{m[1]}>", pattern)
    begins = r"\s+" if gap and _wants_space(expanded) else ""
    expanded = expanded.strip(" ") if gap else expanded
    spaced = re.sub(r" (?!\{)", r"\\s+", expanded)
    text = re.sub(r"<(\w+)>", lambda m: _MACROS[m[1]], spaced)
    return begins + text + r"\s*"


def _wants_space(pattern: str) -> bool:
    return pattern.startswith(" ")


def read_patterns(text: str, tree: Tree, found: Cast) -> Iterator[Proposal]:
    """What the patterns propose for the neighbouring mentions of a sentence."""
    sentence = tree.sentence
    inside = found.inside(sentence)
    for left, right in zip(inside, inside[1:], strict=False):
        between, before = text[left.end : right.start], text[sentence.start : left.start]
        if "\n" in between or len(between) > 90 or text[right.end : right.end + 2] in ("'s", "’s"):
            continue
        if _is_attribute(right, tree):
            continue
        for pattern in _patterns():
            match = pattern.between.fullmatch(between)
            if "free" in pattern.flags and GOVERNED.search(before):
                continue
            if match and (pattern.before is None or pattern.before.match(before)):
                yield from _read(pattern, left, right, tree, found)


def _is_attribute(mention: Mention, tree: Tree) -> bool:
    """Whether the mention only modifies a noun behind it: "X's al-Qaeda coalition"."""
    token = next((t for t in tree.tokens if t.start <= mention.start < t.end), None)
    head = tree.head(token) if token is not None else None
    if token is None or head is None or token.dep != "compound" or head.index < token.index:
        return False
    return head.mention is None and lexicon.mapping("transparent", "stands").get(head.lemma) != "actor"


def _read(pattern: Pattern, left: Mention, right: Mention, tree: Tree, found: Cast) -> Iterator[Proposal]:
    subject, object_ = (left, right) if pattern.left_is_subject else (right, left)
    signature = SIGNATURES[pattern.relation]
    end = object_.place if signature.range == "place" else object_.actor
    if subject.actor is None or end is None or subject.form is Form.CAPITAL:
        return
    actor = found.actors[subject.actor]
    if (signature.domain == "person") != (actor.kind is Kind.PERSON):
        return
    trigger = _trigger(tree, left.end, right)
    if "owned" in pattern.flags and found.actors[end].kind not in _LED:
        return
    aside = pattern.relation in _ASIDE
    yield Proposal(pattern.relation, subject.actor, end, trigger, f"pattern:{pattern.relation}", 0.95, aside=aside)


def _trigger(tree: Tree, at: int, right: Mention) -> int:
    """The last word between the mentions that is no function word, else the right mention's token."""
    between = [t for t in tree.tokens if at <= t.start and t.end <= right.start]
    content = [t for t in between if t.upos in ("NOUN", "VERB", "ADJ", "PROPN") and t.mention is None]
    if content:
        return content[-1].index
    return next((t.index for t in tree.tokens if t.end > right.start), len(tree.tokens) - 1)
