"""Who acts together: "A and B together retook P", "joint patrols of A and B", "A, joined by B", "A marched with B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from kg.claims.ends import End, Ends
from kg.claims.frames import frames, is_joint_deed
from kg.claims.proposal import Proposal
from kg.claims.roles import Roles
from kg.claims.tree import has_dep
from kg.claims.verbs import objects, subjects
from kg.model import Token
from kg.vocabulary import Kind, Relation

_JOINT = frozenset({"joint", "combined", "coordinated"})
_BODIES = frozenset({"coalition", "alliance", "convoy", "column", "patrol", "contingent", "force"})
_DEEDS = frozenset({Relation.FIGHTS, Relation.CONTROLS, Relation.OPERATES_IN, Relation.LEAVES})
_WITH = frozenset(
    {"march", "storm", "attack", "advance", "capture", "retake", "recapture", "patrol", "seize", "launch"}
)
_UNARMED = frozenset({Kind.PERSON, Kind.COMMUNITY, Kind.MOVEMENT, Kind.COMPANY, Kind.INTERGOVERNMENTAL_ORGANISATION})
_ENDINGS = frozenset({"stop", "end", "cease", "halt", "suspend"})
_HOSTILE = frozenset({"fighting", "hostility", "fire", "attack", "war", "combat"})


def read_together(ends: Ends) -> Iterator[Proposal]:
    """Allies by their joint deeds, and peace by two sides who agree to stop fighting."""
    roles = Roles(ends, lambda _: False)
    for token in ends.tree.tokens:
        if token.mention is not None:
            continue
        if token.upos == "VERB":
            yield from _deed(ends, roles, token)
            if token.lemma == "join":
                yield from _joined(ends, token)
            if token.lemma == "agree":
                yield from _agreed(ends, token)
        elif token.lemma in ("war", "odds", "loggerhead") and ends.tree.case(token) == "at":
            yield from _at_war(ends, token)
        elif token.lemma == "side" and ends.tree.case(token) in ("on", "by", "at"):
            yield from _on_the_side(ends, roles, token)
        elif token.lemma in _BODIES and token.upos == "NOUN":
            members = [*roles.of_noun(token, "of", False), *roles.of_noun(token, "between", False)]
            if token.feats.get("Number") != "Plur" or token.lemma == "force":
                yield from _pairs(ends, members, token)
        elif token.upos == "NOUN" and _is_joint(ends, token):
            yield from _pairs(ends, [*roles.doers(token), *roles.of_noun(token, "of", False)], token)
            yield from _pairs(ends, roles.of_noun(token, "between", False), token)
            yield from _cross(ends, roles.doers(token), roles.of_noun(token, "with", False), token)


def _at_war(ends: Ends, noun: Token) -> Iterator[Proposal]:
    """Read "A and B are at war", "A is at war with B"."""
    if noun.lemma != "war":
        return
    head = ends.tree.head(noun)
    sides = _all(ends, ends.tree.kids(noun.index, "nsubj"))
    if not sides and head is not None and head.upos in ("VERB", "AUX"):
        sides = _all(ends, subjects(ends.tree, head))
    others = [t for t in ends.tree.kids(noun.index, "nmod", "obl") if ends.tree.case(t) == "with"]
    for left, right in combinations([*sides, *_all(ends, others)], 2) if len(sides) < 2 or not others else ():
        yield _proposal(ends, Relation.FIGHTS, left, right, noun)


def _on_the_side(ends: Ends, roles: Roles, noun: Token) -> Iterator[Proposal]:
    """Read "A fought on the side of B", "A fought at B's side"."""
    verb = ends.tree.head(noun)
    if verb is not None and verb.upos == "VERB" and verb.lemma in ("fight", "stand", "enter", "intervene", "take"):
        beside = roles.of_noun(noun, "of", False) or roles.of_noun(noun, "poss", False)
        yield from _cross(ends, _all(ends, subjects(ends.tree, verb)), beside, noun)


def _deed(ends: Ends, roles: Roles, verb: Token) -> Iterator[Proposal]:
    """Read "A and B jointly attacked", "A and B hunt C together", "A stormed P with fighters of B"."""
    doers = _all(ends, subjects(ends.tree, verb))
    if len(doers) > 1 and _is_deed(verb) and any(_says_together(ends, k) for k in ends.tree.kids(verb.index)):
        yield from _pairs(ends, doers, verb)
    if verb.lemma in _WITH:
        for token in ends.tree.kids(verb.index, "obl"):
            if ends.tree.case(token) == "with":
                yield from _cross(ends, doers, ends.at(token), verb)


def _says_together(ends: Ends, kid: Token) -> bool:
    if kid.lemma in ("together", "jointly"):
        return True
    if kid.lemma == "side" and has_dep(kid, "obl", "advmod"):
        return "by" in {t.lemma for t in ends.tree.subtree(kid)} or ends.tree.case(kid) == "by"
    return has_dep(kid, "obj", "obl", "nsubj:pass") and _is_joint(ends, kid)


def _is_joint(ends: Ends, noun: Token) -> bool:
    return any(t.lemma in _JOINT for t in ends.tree.kids(noun.index, "amod"))


def _is_deed(verb: Token) -> bool:
    rows = frames().get((verb.lemma, "V"), ())
    light = verb.lemma in ("launch", "conduct", "carry", "mount", "stage", "wage", "push", "act")
    return light or any(frame.relation in _DEEDS for frame in rows)


def _joined(ends: Ends, verb: Token) -> Iterator[Proposal]:
    """Read "A, joined by B, attacked" and "A joined B in an attack"."""
    tree = ends.tree
    if tree.is_passive(verb) or has_dep(verb, "acl", "advcl"):
        agents = [t for t in tree.kids(verb.index, "obl") if tree.case(t) == "by"]
        head = tree.head(verb)
        joined = objects(tree, verb)
        if not joined and head is not None:
            joined = subjects(tree, head) if head.upos == "VERB" else [head]
        yield from _cross(ends, _all(ends, joined), _all(ends, agents), verb)
    if is_joint_deed(tree, verb):
        partners = _all(ends, objects(tree, verb))
        yield from _cross(ends, _all(ends, subjects(tree, verb)), partners, verb)
        yield from _pairs(ends, partners, verb)


def _agreed(ends: Ends, verb: Token) -> Iterator[Proposal]:
    """Read "A and B agreed to stop fighting", "A agreed with B to end hostilities"."""
    tree = ends.tree
    ending = [
        t for t in tree.kids(verb.index, "xcomp", "advcl", "ccomp")
        if t.lemma in _ENDINGS and any(_is_hostile(k) for k in tree.kids(t.index, "obj", "xcomp"))
    ]  # fmt: skip
    if not ending:
        return
    parties = _all(ends, subjects(tree, verb))
    parties += [e for t in tree.kids(verb.index, "obl") if tree.case(t) == "with" for e in ends.at(t)]
    for left, right in combinations(parties, 2):
        yield _proposal(ends, Relation.MAKES_PEACE_WITH, left, right, verb)


def _is_hostile(token: Token) -> bool:
    return token.lemma in _HOSTILE or token.text.lower() in _HOSTILE


def _pairs(ends: Ends, members: Sequence[End], trigger: Token) -> Iterator[Proposal]:
    for left, right in combinations(members, 2):
        yield from _cross(ends, [left], [right], trigger)


def _cross(ends: Ends, lefts: Sequence[End], rights: Sequence[End], trigger: Token) -> Iterator[Proposal]:
    for left in lefts:
        for right in rights:
            if _is_armed(ends, left) and _is_armed(ends, right):
                yield _proposal(ends, Relation.ALLIED_WITH, left, right, trigger)


def _is_armed(ends: Ends, end: End) -> bool:
    actor = ends.found.actors.get(ends.mention(end).actor or "")
    return actor is not None and actor.kind not in _UNARMED


def _all(ends: Ends, tokens: Sequence[Token]) -> list[End]:
    return [e for t in tokens for e in ends.at(t)]


def _proposal(ends: Ends, relation: Relation, left: End, right: End, trigger: Token) -> Proposal:
    subject, object_ = ends.mention(left).actor or "", ends.mention(right).actor or ""
    return Proposal(relation, subject, object_, trigger.index, f"phrase:together {trigger.lemma}", 0.9)
