"""Why a claim was read: its sentence with its ends marked, the rule, the tree, the mentions and the confidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.model import Claim, Evidence, Mention
from kg.views.data import object_is_place
from kg.views.passages import shown_text
from kg.views.trees import Branch, branches
from kg.views.understood import ClaimWords, Understood, claim_words, stands_for

RULES = {
    "surface": "how words stand beside each other in the text",
    "verb": "a verb and its arguments in the tree",
    "noun": "a noun and its arguments in the tree",
    "phrase": "a phrase between the ends",
    "adjacent": "a verb between two neighbouring mentions",
    "pattern": "a pattern of words with slots for mentions",
}
FEATURES = {
    "one": "every claim",
    "verb": "found by a verb",
    "noun": "found by a noun",
    "phrase": "found by a phrase",
    "adjacent": "found by a verb between neighbours",
    "pattern": "found by a pattern",
    "indirect": "how indirect the way to its ends is",
    "agreed": "another kind of rule says the same",
    "insert": "said in brackets or between dashes",
}


@dataclass(frozen=True, slots=True)
class Named:
    """A mention of the sentence, or one elsewhere that an end rests on: its words, whom it stands for, why, as what."""

    words: str
    stands_for: str
    reason: str
    roles: tuple[str, ...]
    here: bool = True  # whether it stands in the sentence


@dataclass(frozen=True, slots=True)
class Weighed:
    """A feature of the confidence, in words: its value from 0 to 1, and what it adds to the log odds."""

    feature: str
    value: float
    adds: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that can be said of why one claim was read. `sentence` is cut into stretches with the roles of each."""

    words: ClaimWords
    of: int  # how many claims the article makes
    sentence: tuple[tuple[str, tuple[str, ...]], ...]
    others: tuple[str, ...]  # further sentences that say the same
    rule: str
    rule_in_words: str
    tree: tuple[Branch, ...]
    mentions: tuple[Named, ...]
    missing: tuple[str, ...]  # roles that nothing in the article names; a rule filled them
    weighed: tuple[Weighed, ...]
    of_sentence: float | None  # the confidence of the surest sentence; more sentences add to it


def explain(read: Understood, number: int, coefficients: Mapping[str, float]) -> Explanation:
    """Explain the article's claim of that number, counted from 1; `coefficients` are those of the confidence."""
    claim = read.claims[number - 1]
    proposals = read.proposals(claim)
    best = proposals[0] if proposals else None
    main = best.claim.evidence[0] if best else claim.evidence[0]
    tree = next((s for s in read.sentences if (s.start, s.end) == (main.start, main.end)), None)
    roles = _roles(claim)
    here = [m for m in read.mentions if m.start < main.end and main.start < m.end]
    elsewhere = list(_elsewhere(read, claim, main, here))
    named = {role for m in (*here, *elsewhere) for role in _roles_of(m, roles)}
    return Explanation(
        claim_words(read, number),
        len(read.claims),
        tuple(_stretches(read.article.text, main, here, roles)),
        tuple(shown_text(e.quote) for e in claim.evidence if e != main),
        claim.rule,
        RULES.get(claim.rule.partition(":")[0], ""),
        tuple(branches(read.article.text, tree)) if tree else (),
        (
            *(_named(read, m, roles) for m in here),
            *(_named(read, m, roles, here=False) for m in elsewhere),
        ),
        tuple(role for role in roles if role not in named),
        tuple(_weighed(best.features, coefficients)) if best else (),
        best.claim.confidence if best else None,
    )


def _roles(claim: Claim) -> dict[str, str]:
    """Role → "actor" or "place" and the identifier, as one key."""
    object_ = f"{'place' if object_is_place(claim.relation) else 'actor'}:{claim.object}"
    roles = {"subject": f"actor:{claim.subject}", "object": object_}
    if claim.place:
        roles["place"] = f"place:{claim.place}"
    if claim.claimant:
        roles["claimant"] = f"actor:{claim.claimant}"
    return roles


def _roles_of(mention: Mention, roles: Mapping[str, str]) -> tuple[str, ...]:
    keys = {f"actor:{mention.actor}", f"place:{mention.place}"}
    return tuple(role for role, key in roles.items() if key in keys)


def _elsewhere(read: Understood, claim: Claim, main: Evidence, here: list[Mention]) -> Iterator[Mention]:
    """For each role that the sentence itself does not name, the nearest mention before it, or else the first after."""
    roles = _roles(claim)
    missing = [r for r in roles if not any(r in _roles_of(m, roles) for m in here)]
    for role in missing:
        fitting = [m for m in read.mentions if role in _roles_of(m, roles)]
        before = [m for m in fitting if m.end <= main.start]
        if fitting:
            yield before[-1] if before else fitting[0]


def _named(read: Understood, mention: Mention, roles: Mapping[str, str], *, here: bool = True) -> Named:
    words, reason = shown_text(read.article.text[mention.start : mention.end]), shown_text(mention.reason)
    return Named(words, shown_text(stands_for(read, mention)), reason, _roles_of(mention, roles), here)


def _stretches(
    text: str, main: Evidence, here: list[Mention], roles: Mapping[str, str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    at = main.start
    for mention in here:
        ends = _roles_of(mention, roles)
        start, end = max(mention.start, main.start), min(mention.end, main.end)
        if ends and start >= at:
            yield shown_text(text[at:start]), ()
            yield shown_text(text[start:end]), ends
            at = end
    yield shown_text(text[at : main.end]), ()


def _weighed(features: Mapping[str, float], coefficients: Mapping[str, float]) -> Iterator[Weighed]:
    """Features that are there, the strongest first."""
    there = [(name, value, coefficients.get(name, 0.0) * value) for name, value in features.items() if value]
    found = [Weighed(FEATURES.get(name, name), value, adds) for name, value, adds in there]
    yield from sorted(found, key=lambda w: (-abs(w.adds), w.feature))
