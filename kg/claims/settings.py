"""When and where: which date and which place of a sentence belong to a trigger."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kg.claims.ends import Ends
from kg.claims.proposal import Proposal
from kg.claims.times import TimeExpression
from kg.claims.tree import Tree, has_dep
from kg.dates import ImpreciseDate
from kg.model import Token
from kg.vocabulary import SIGNATURES, Relation

_LOCATIVE = frozenset(
    {"in", "at", "near", "around", "outside", "inside", "across", "on", "over", "throughout", "along", "within", "of"}
    | {"into", "for", "north", "south", "east", "west", "between", "from"}
)
# a state told without its beginning in a year long past is not said to go on
_LONG_PAST = 400


def dates_of(
    ends: Ends, proposal: Proposal, times: Sequence[TimeExpression], published: date | None
) -> tuple[ImpreciseDate | None, ImpreciseDate | None]:
    """Start and end that the sentence gives a proposal; None where it does not say."""
    start = end = None
    for time in _of_trigger(ends.tree, proposal.trigger, times):
        if time.role == "until":
            end = end or time.date
        elif time.role == "since":
            start = start or time.date
        elif time.role == "by":
            start = start or _not_after(time.date)
        elif time.role == "between" and start is None:
            is_state = not (proposal.begins or SIGNATURES[proposal.relation].event)
            start, end = (time.since, time.until) if is_state else (time.date, end)
        elif time.role == "at" and _is_ended(ends.tree, proposal):
            end = end or time.date
        elif time.role == "at" and start is None:
            start = time.date
            if _is_over(proposal, time, published):
                end = time.date
    if SIGNATURES[proposal.relation].event:
        return start, None
    if start and end and end.is_before(start):
        return start, None
    return start, end


def _is_ended(tree: Tree, proposal: Proposal) -> bool:
    """Whether the verb ends what its subject says: "the war between A and B ended in 2022"."""
    token = tree.tokens[proposal.trigger]
    head = tree.head(token)
    is_noun = token.upos == "NOUN" and has_dep(token, "nsubj", "obj")
    return is_noun and head is not None and head.lemma in _ENDING


_ENDING = frozenset({"end", "cease", "finish", "stop", "conclude", "halt"})


def _not_after(day: ImpreciseDate) -> ImpreciseDate | None:
    return ImpreciseDate.parse(f"../{day.latest.isoformat()}") if day.latest else None


def _is_over(proposal: Proposal, time: TimeExpression, published: date | None) -> bool:
    """Whether a state that held at a date long past is only said to have held then."""
    if proposal.begins or published is None or time.date.latest is None:
        return False
    if proposal.relation not in (Relation.CONTROLS, Relation.OPERATES_IN):
        return False
    return (published - time.date.latest).days > _LONG_PAST


def _of_trigger(tree: Tree, trigger: int, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The dates in the trigger's own clause, the nearest first."""
    here = tree.tokens[trigger]
    own = _clause(tree, here)
    found = []
    for time in times:
        token = next((t for t in tree.tokens if t.start <= time.start < t.end or t.start >= time.start), None)
        if token is None or token.start >= time.end or _is_of_another(tree, token, here):
            continue
        if _is_below(tree, token, here) or _clause(tree, token).index == own.index:
            found.append((abs(token.index - trigger), time))
    return [time for _, time in sorted(found, key=lambda row: row[0])]


def _is_below(tree: Tree, token: Token, top: Token) -> bool:
    """Whether a token stands under another without a clause of its own between them."""
    here = token
    for above in (token, *tree.up(token)):
        if above.index == top.index:
            return True
        if above.index != token.index and has_dep(above, "acl", "advcl", "ccomp", "parataxis"):
            return False
        here = above
    return here.index == top.index


def _is_of_another(tree: Tree, token: Token, trigger: Token) -> bool:
    """Whether the date belongs to another event that this one comes after or before: "after the talks of 5 May"."""
    for above in tree.up(token):
        if above.index == trigger.index or above.upos == "VERB":
            return False
        if above.upos == "NOUN" and tree.case(above) in ("after", "before", "since", "until", "following", "ahead of"):
            return _is_word_of_time(above) is False
    return False


def _is_word_of_time(token: Token) -> bool:
    return token.lemma in ("day", "week", "month", "year", "morning", "night", "evening", "summer", "winter", "spring")


def _clause(tree: Tree, token: Token) -> Token:
    """The head of the clause, through infinitives: "began to withdraw in June"."""
    here = tree.clause(token)
    for _ in range(4):
        head = tree.head(here)
        if head is None or not has_dep(here, "xcomp") or head.upos != "VERB":
            break
        here = head
    return here


def place_of_fight(ends: Ends, trigger: int) -> str | None:
    """The narrowest place that the sentence ties to a fight: beside the trigger, then up the tree, then anywhere."""
    tree = ends.tree
    token = tree.tokens[trigger]
    near = _places(ends, tree.subtree(token))
    if near:
        return near
    for above in tree.up(token):
        kids = [t for k in tree.kids(above.index, "obl", "advmod", "obj", "nmod") for t in [k, *tree.subtree(k)]]
        found = _places(ends, kids)
        if found:
            return found
        if above.upos == "VERB" and has_dep(above, "ccomp", "root"):
            break
    return _places(ends, tree.tokens)


def _places(ends: Ends, tokens: Sequence[Token]) -> str | None:
    """The narrowest place among tokens with a locative preposition."""
    found = []
    for token in tokens:
        if token.mention is None or (place := ends.found.mentions[token.mention].place) is None:
            continue
        if _is_locative(ends.tree, token):
            found.append(place)
    return min(found, key=lambda p: (ends.found.width(p), found.index(p)), default=None)


def _is_locative(tree: Tree, token: Token) -> bool:
    """Whether the token, or the noun it modifies ("the town of X", "X region"), has a locative preposition."""
    case = tree.case(token).split(" ")
    if case[0] in _LOCATIVE and case[0] != "of":
        return True
    head = tree.head(token)
    if head is None or head.upos not in ("NOUN", "PROPN"):
        return has_dep(token, "advmod")
    if has_dep(token, "compound", "nmod", "appos", "flat", "nmod:poss", "conj"):
        outer = tree.case(head).split(" ")
        return outer[0] in _LOCATIVE and outer[0] != "of"
    return False
