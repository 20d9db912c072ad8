"""Rules over prepositions that join two ends: "under X's control", "alongside X", "with the help of X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.claims.ends import End, Ends
from kg.claims.frames import frames
from kg.claims.proposal import Proposal
from kg.claims.roles import Roles
from kg.claims.tree import has_dep
from kg.claims.verbs import objects, subjects
from kg.model import Token
from kg.vocabulary import Kind, Relation

_TROOPS = frozenset(
    {Kind.ARMED_FORCE, Kind.PRIVATE_MILITARY_COMPANY, Kind.MISSION, Kind.ARMED_GROUP, Kind.JIHADIST, Kind.MILITIA}
)
_RULE = frozenset({"control", "rule", "occupation", "administration", "command", "authority"})
_BESIDE = frozenset({"alongside", "together with", "along with", "side by side with", "beside"})
_GIVE = frozenset(
    {"give", "send", "supply", "offer", "lend", "donate", "sell", "provide", "promise", "pledge", "grant"}
)
_KEEP = frozenset({"have", "keep", "station", "maintain", "retain", "base", "deploy"})
_RENAME = frozenset({"rename", "rebrand", "call", "become"})
_HELP = frozenset({"support", "help", "backing", "assistance", "aid", "cover"})


def read_phrases(ends: Ends) -> Iterator[Proposal]:
    """What prepositional phrases of a sentence propose."""
    roles = Roles(ends, lambda _: False)
    for token in ends.tree.tokens:
        case = ends.tree.case(token)
        if token.mention is None and ((case == "under" and token.lemma in _RULE) or _is_in_hands(case, token)):
            yield from _under(ends, roles, token)
        elif case in ("in", "at") and token.mention is not None and ends.tree.kids(token.index, "cop"):
            yield from _present(ends, token)
        elif case in _BESIDE:
            yield from _beside(ends, token)
        elif token.upos == "VERB" and token.lemma in _GIVE:
            yield from _given(ends, token)
        elif token.upos == "VERB" and token.lemma in _KEEP:
            yield from _kept(ends, roles, token)
        elif token.upos == "VERB" and token.lemma in _RENAME:
            yield from _renamed(ends, token)
        elif case == "with" and token.lemma in _HELP:
            yield from _helped(ends, roles, token)


def _is_in_hands(case: str, token: Token) -> bool:
    """Read "in the hands of X", "in X's hands" as under X's control."""
    return case in ("in", "into") and token.lemma in ("hand", "grip")


def _present(ends: Ends, token: Token) -> Iterator[Proposal]:
    """Read "peacekeepers are in P"."""
    for end in _all(ends, ends.tree.kids(token.index, "nsubj"), False):
        actor = ends.found.actors.get(ends.mention(end).actor or "")
        if actor is None or actor.kind not in _TROOPS:
            continue
        for place in ends.at(token, place=True):
            yield _proposal(ends, Relation.OPERATES_IN, end, place, token, True)


def _under(ends: Ends, roles: Roles, noun: Token) -> Iterator[Proposal]:
    """Read "P, under the control of X", "brought P under X's rule", "operates under the command of X"."""
    holders = roles.doers(noun) or roles.of_noun(noun, "of", False)
    head = noun if ends.tree.kids(noun.index, "cop", "nsubj") else ends.tree.head(noun)
    if head is None or not holders:
        return
    if noun.lemma in ("command", "authority"):
        verb = ends.tree.head(head)
        if has_dep(head, "obj") and verb is not None and verb.upos == "VERB":
            head = verb  # "A trained units under X's command" tells whose command A is under
        below = _all(ends, [head] if head.upos in ("NOUN", "PROPN") else subjects(ends.tree, head), False)
        below = below or _all(ends, objects(ends.tree, head), False)
        for holder in holders:
            for unit in below:
                yield _proposal(ends, Relation.AFFILIATED_WITH, unit, holder, noun, False)
        return
    for place in _governed(ends, head):
        for holder in holders:
            yield _proposal(ends, Relation.CONTROLS, holder, place, noun, True)


def _governed(ends: Ends, head: Token) -> Sequence[End]:
    """The places that "under … control" is said of: its head, what that stands beside, or a verb's argument."""
    if ends.tree.kids(head.index, "cop") and ends.tree.kids(head.index, "nsubj"):
        return _all(ends, ends.tree.kids(head.index, "nsubj"), True)
    if head.upos in ("VERB", "AUX", "ADJ"):
        return _all(ends, objects(ends.tree, head) or ends.tree.kids(head.index, "nsubj"), True)
    found = ends.at(head, place=True)
    above = ends.tree.head(head)
    if not found and above is not None and has_dep(head, "appos"):
        found = ends.at(above, place=True)
    if not found and ends.tree.kids(head.index, "cop"):
        found = _all(ends, ends.tree.kids(head.index, "nsubj"), True)
    return found


def _beside(ends: Ends, token: Token) -> Iterator[Proposal]:
    """Read "A fought alongside B": allies."""
    head = ends.tree.head(token)
    if head is None:
        return
    companions = ends.at(token)
    if head.upos != "VERB" and not (head.mention is not None and has_dep(head, "nsubj", "conj")):
        head = next((t for t in ends.tree.up(head) if t.upos == "VERB"), head)
    mine = subjects(ends.tree, head) if head.upos == "VERB" else [head]
    for left in _all(ends, mine, False):
        for right in companions:
            yield _proposal(ends, Relation.ALLIED_WITH, left, right, token, False)


def _helped(ends: Ends, roles: Roles, noun: Token) -> Iterator[Proposal]:
    """Read "A retook P with the help of B"."""
    head = ends.tree.head(noun)
    if head is None or head.upos != "VERB":
        return
    helpers = roles.of_noun(noun, "of", False) or roles.of_noun(noun, "from", False) or roles.doers(noun)
    for helper in helpers:
        for helped in _all(ends, subjects(ends.tree, head), False):
            yield _proposal(ends, Relation.SUPPORTS, helper, helped, noun, False)


def _given(ends: Ends, verb: Token) -> Iterator[Proposal]:
    """Read "A gave B tanks": arms or men as the object, and the receiver between the verb and them."""
    tree = ends.tree
    material = [t for t in tree.kids(verb.index, "obj") if _is_material(t)]
    if not material:
        return
    receivers = tree.kids(verb.index, "iobj") or [
        t
        for m in material
        for t in tree.kids(m.index, "compound")
        if t.mention is not None and t.index == verb.index + 1
    ]
    for giver in _all(ends, subjects(tree, verb), False):
        for receiver in _all(ends, receivers, False):
            yield _proposal(ends, Relation.SUPPORTS, giver, receiver, verb, False)


def _kept(ends: Ends, roles: Roles, verb: Token) -> Iterator[Proposal]:
    """Read "A keeps 2,000 soldiers in P", "A has troops stationed in P"."""
    for troops in ends.tree.kids(verb.index, "obj"):
        owners = ends.forces_sent(troops)
        below = [verb, *ends.tree.kids(troops.index, "acl"), *ends.tree.kids(verb.index, "xcomp")]
        places = [
            e for t in below for role in ("in", "at", "near", "across", "on") for e in roles.of_verb(t, role, True)
        ]
        for owner in owners:
            for place in places:
                yield _proposal(ends, Relation.OPERATES_IN, owner, place, verb, True)


def _is_material(token: Token) -> bool:
    rows = frames().get((token.lemma, "N"), ())
    return any(row.relation is Relation.SUPPORTS for row in rows)


def _renamed(ends: Ends, verb: Token) -> Iterator[Proposal]:
    """Read "A renamed itself B", "A became B": the later name succeeds the earlier."""
    tree = ends.tree
    after = [t for t in tree.kids(verb.index, "obj", "xcomp") if t.lemma not in ("itself", "themselves")]
    if verb.lemma == "call" and not any(t.text.lower() in ("itself", "themselves") for t in tree.tokens):
        return
    for later in _all(ends, [t for t in after if t.mention is not None], False):
        for earlier in _all(ends, subjects(tree, verb), False):
            if not _is_person(ends, later) and not _is_person(ends, earlier):
                yield _proposal(ends, Relation.SUCCEEDS, later, earlier, verb, False)


def _is_person(ends: Ends, end: End) -> bool:
    actor = ends.found.actors.get(ends.mention(end).actor or "")
    return actor is None or actor.kind is Kind.PERSON


def _all(ends: Ends, tokens: Sequence[Token], place: bool) -> list[End]:
    return [e for t in tokens for e in ends.at(t, place)]


def _proposal(ends: Ends, relation: Relation, left: End, right: End, trigger: Token, place: bool) -> Proposal:
    other = ends.mention(right)
    object_ = other.place if place else other.actor
    rule = f"phrase:{trigger.lemma if trigger.mention is None else 'alongside'}"
    return Proposal(relation, ends.mention(left).actor or "", object_ or "", trigger.index, rule, 0.9)
