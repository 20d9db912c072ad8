"""Rules over neighbouring mentions and the words between them: what masking hides or the parser rarely gets right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg import gazetteer
from kg.claims.cast import Cast
from kg.claims.proposal import Proposal
from kg.claims.tree import Tree, has_dep
from kg.model import Form, Mention
from kg.vocabulary import Kind, Relation

_JOINERS = "alongside|together with|along with|side by side with|in coordination with|in cooperation with|allied with"
_ALONGSIDE = re.compile(rf",?\s+(?:{_JOINERS})\s+(?:(?:the|its|their|allied)\s+)*")
_ALLY = re.compile(
    r",?\s+(?:and|with)\s+(?:(?:the|its|their|some|his)\s+)*(?:\w+\s+)?(?:allied|ally|allies|partners?),?\s+(?:the\s+)?"
)
_COMPOUND = re.compile(r"[-‐‑](?P<word>\w+)\s+(?:[\w-]+\s+){0,3}?(?:of\s+|the\s+)*$")
_POSSESSIVE = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,3}$")
_ENDS_CLAUSE = frozenset({"VERB", "SCONJ", "ADP", "PUNCT", "CCONJ", "AUX"})
_BARE = re.compile(r"['’]s?\s+")
_ADJACENT = re.compile(r"\s+$")
_COMPOUNDS = {
    **dict.fromkeys(("backed", "supported", "funded", "trained", "armed", "sponsored", "financed"), Relation.SUPPORTS),
    **dict.fromkeys(("held", "controlled", "occupied", "ruled", "run", "administered"), Relation.CONTROLS),
    **dict.fromkeys(("affiliated",), Relation.AFFILIATED_WITH),
    **dict.fromkeys(("allied", "aligned"), Relation.ALLIED_WITH),
}
_OWNERS = frozenset({Kind.STATE, Kind.INTERGOVERNMENTAL_ORGANISATION, Kind.ARMED_FORCE, Kind.COALITION})
_OWNED = frozenset({Kind.PRIVATE_MILITARY_COMPANY, Kind.MISSION})
_GROUPS = frozenset({Kind.ARMED_GROUP, Kind.JIHADIST, Kind.REBEL, Kind.SEPARATIST, Kind.MILITIA})
_SIDES = frozenset(Kind) - {Kind.PERSON, Kind.COMMUNITY, Kind.MOVEMENT, Kind.COMPANY}


def read_surface(text: str, tree: Tree, found: Cast) -> Iterator[Proposal]:
    """What neighbouring mentions of a sentence say by the words between them."""
    sentence = tree.sentence
    inside = found.inside(sentence)
    for mention in inside:
        yield from _inner(mention, tree, found)
    for left, right in zip(inside, inside[1:], strict=False):
        between = text[left.end : right.start]
        if "\n" not in between:
            for rule in (_alongside, _compound, _possession, _adjacent):
                yield from rule(between, left, right, tree, found)


def _alongside(between: str, left: Mention, right: Mention, tree: Tree, found: Cast) -> Iterator[Proposal]:
    """Read "A, alongside B", "A and its ally B", "A and allied B"."""
    word = "alongside" if _ALONGSIDE.fullmatch(between) else "ally" if _ALLY.fullmatch(between) else None
    if word == "alongside" and (_hangs(left, tree) or _is_object(left, tree)):
        return  # what stands beside is the noun that this one hangs on, or the verb's subject
    if word and _is_side(left, found) and _is_side(right, found):
        yield _proposal(Relation.ALLIED_WITH, left, right, tree, f"surface:{word}")


def _hangs(mention: Mention, tree: Tree) -> bool:
    """Whether the mention is the complement of "of", "to", "from", "in" or "at"."""
    before = [t for t in tree.tokens if t.end <= mention.start and t.upos != "DET"]
    return bool(before) and before[-1].lemma in ("of", "to", "from", "in", "at")


def _is_object(mention: Mention, tree: Tree) -> bool:
    """Whether a verb stands before the mention in its clause, whose object it may be: "hunts A together with B"."""
    before = [t for t in tree.tokens if t.end <= mention.start]
    nearest = next((t for t in reversed(before) if t.upos in _ENDS_CLAUSE or t.mention is not None), None)
    if nearest is not None and nearest.upos == "VERB" and nearest.mention is None:
        return True
    token = tree.tokens[_token_at(tree, mention.start)] if len(tree) else None
    return token is not None and has_dep(token, "obj", "iobj") and token.head < token.index


def companions(text: str, tree: Tree, found: Cast) -> dict[int, int]:
    """Mention → the ally named right behind it: what is said of "A, alongside B" is said of both."""
    sentence = tree.sentence
    inside = [n for n, m in enumerate(found.mentions) if sentence.start <= m.start and m.end <= sentence.end]
    pairs = {}
    for left, right in zip(inside, inside[1:], strict=False):
        one, other = found.mentions[left], found.mentions[right]
        between = text[one.end : other.start]
        joined = _ALONGSIDE.fullmatch(between) or _ALLY.fullmatch(between)
        if joined and _is_side(one, found) and _is_side(other, found) and not _is_object(one, tree):
            pairs[left] = right
    return pairs


def _compound(between: str, left: Mention, right: Mention, tree: Tree, found: Cast) -> Iterator[Proposal]:
    """Read "X-backed Y", "X-held P", "X-affiliated Y"."""
    match = _COMPOUND.fullmatch(between)
    relation = _COMPOUNDS.get(match["word"].lower()) if match else None
    if relation is None or left.actor is None:
        return
    if relation is Relation.CONTROLS:
        if right.place:
            yield _proposal(relation, left, right, tree, "surface:compound", place=True)
    elif right.actor and relation is Relation.AFFILIATED_WITH:
        yield _proposal(relation, right, left, tree, "surface:compound")
    elif right.actor:
        yield _proposal(relation, left, right, tree, "surface:compound")


def _possession(between: str, left: Mention, right: Mention, tree: Tree, found: Cast) -> Iterator[Proposal]:
    """Read "Russia's Wagner Group", "the UN's mission, MINUSMA"."""
    if _is_group_of(between, left, right, found) or (_POSSESSIVE.fullmatch(between) and _is_owner(left, right, found)):
        yield _proposal(Relation.AFFILIATED_WITH, right, left, tree, "surface:possessive")


def _is_group_of(between: str, left: Mention, right: Mention, found: Cast) -> bool:
    """Whether two armed groups stand as "al-Qaeda's JNIM", with nothing more between."""
    owner = found.actors.get(left.actor) if left.actor else None
    owned = found.actors.get(right.actor) if right.actor else None
    named = right.form in (Form.NAME, Form.ACRONYM) and _BARE.fullmatch(between)
    return bool(named and owner and owned and owner.kind in _GROUPS and owned.kind in _GROUPS and owner.id != owned.id)


def _adjacent(between: str, left: Mention, right: Mention, tree: Tree, found: Cast) -> Iterator[Proposal]:
    """Read "UN MINUSMA forces"; a mere adjective of nationality says too little."""
    if _ADJACENT.fullmatch(between) and _is_owner(left, right, found) and left.form is not left.form.DEMONYM:
        yield _proposal(Relation.AFFILIATED_WITH, right, left, tree, "surface:adjacent")


def _inner(mention: Mention, tree: Tree, found: Cast) -> Iterator[Proposal]:
    """Read "the UN peacekeeping force" as the mission that belongs to the organisation named in it."""
    if mention.actor is None or (actor := found.actors.get(mention.actor)) is None or actor.kind not in _OWNED:
        return
    owner = _owner_named_in(mention.text, actor.kind)
    if owner is None or owner == actor.id:
        return
    trigger = _token_at(tree, mention.start)
    yield Proposal(Relation.AFFILIATED_WITH, actor.id, owner, trigger, "surface:owner", aside=True)


def _owner_named_in(text: str, kind: Kind) -> str | None:
    """The organisation that a mission's name begins with, or the state whose possessive a name begins with."""
    possessive = re.match(r"(?:the\s+)?([^'’]+)['’]s?\s", text)
    if possessive:
        state = next((c.state for c in gazetteer.countries() if possessive[1] in c.names), None)
        if state in gazetteer.actors():
            return state
    if kind is not Kind.MISSION:
        return None
    return next((o for name, o in _organisations() if re.match(rf"{re.escape(name)}\b", text)), None)


@cache
def _organisations() -> list[tuple[str, str]]:
    found = [
        (name, actor.id)
        for actor in gazetteer.actors().values()
        if actor.kind is Kind.INTERGOVERNMENTAL_ORGANISATION
        for name in actor.names
    ]
    return sorted(found, key=lambda row: (-len(row[0]), row))


def _is_side(mention: Mention, found: Cast) -> bool:
    actor = found.actors.get(mention.actor) if mention.actor else None
    return actor is not None and actor.kind in _SIDES


def _is_owner(left: Mention, right: Mention, found: Cast) -> bool:
    owner = found.actors.get(left.actor) if left.actor else None
    owned = found.actors.get(right.actor) if right.actor else None
    return bool(owner and owned and owner.kind in _OWNERS and owned.kind in _OWNED and owner.id != owned.id)


def _proposal(
    relation: Relation, left: Mention, right: Mention, tree: Tree, rule: str, *, place: bool = False
) -> Proposal:
    object_ = right.place if place else right.actor
    return Proposal(relation, left.actor or "", object_ or "", _token_at(tree, right.start), rule, aside=True)


def _token_at(tree: Tree, offset: int) -> int:
    """The token that covers an offset, or the nearest before it."""
    covering = 0
    for token in tree.tokens:
        if token.start <= offset:
            covering = token.index
    return covering
