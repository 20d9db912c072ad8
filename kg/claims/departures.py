"""Orders to leave and expulsions: who breaks with whom, and who is to leave, or has left, what."""

from __future__ import annotations

from collections.abc import Iterator

from kg import gazetteer, lexicon
from kg.claims.accept import actor_of
from kg.claims.ends import Ends
from kg.claims.proposal import Proposal
from kg.claims.roles import Roles
from kg.claims.verbs import objects, subjects
from kg.model import Token
from kg.vocabulary import Kind, Modality, Relation

_ORDERS = frozenset(
    {"order", "ask", "tell", "demand", "request", "want", "urge", "instruct", "give", "require", "call"}
)
_GO = frozenset({"leave", "withdraw", "depart", "quit", "exit", "pull", "go"})
_GOING = frozenset({"departure", "withdrawal", "exit", "pullout", "expulsion"})
_STAYING = frozenset({"presence", "involvement", "deployment"})
_EXPEL = frozenset({"expel", "evict", "eject", "banish", "kick", "throw"})
_FOREIGN = frozenset({Kind.MISSION, Kind.PRIVATE_MILITARY_COMPANY, Kind.ARMED_FORCE, Kind.STATE})
_AUTHORITIES = frozenset({Kind.STATE, Kind.GOVERNMENT})


def read_departures(ends: Ends, country: str | None) -> Iterator[Proposal]:
    """Read "A ordered B to leave", "A demanded the departure of B", "A expelled B" where A is an authority.

    `country` is the place of the country that the article is about: what "the departure of B" is from, without more.
    """
    roles = Roles(ends, lambda _: False)
    for noun in ends.tree.tokens:
        if noun.upos == "NOUN" and noun.lemma in _GOING:
            yield from _gone(ends, roles, noun, country, Relation.LEAVES)
        elif noun.upos == "NOUN" and noun.lemma in _STAYING and not roles.of_noun(noun, "in", True):
            yield from _gone(ends, roles, noun, country, Relation.OPERATES_IN)
    for verb in ends.tree.tokens:
        if verb.upos != "VERB":
            continue
        if verb.lemma in _EXPEL:
            yield from _expelled(ends, verb)
        elif verb.lemma in _ORDERS:
            yield from _ordered(ends, roles, verb)


def _gone(ends: Ends, roles: Roles, noun: Token, country: str | None, relation: Relation) -> Iterator[Proposal]:
    """Read "the departure of the mission", "the French presence" as of the country that the article is about."""
    if country is None or roles.of_noun(noun, "from", True):
        return
    if any(lexicon.mapping("place_heads", "kind").get(t.lemma) for t in ends.tree.subtree(noun)):
        return  # from some base or town that is not named
    home = gazetteer.country_of(country)
    state = home.state if home else None
    for end in roles.doers(noun) or roles.of_noun(noun, "of", False):
        actor = ends.mention(end).actor
        known = actor_of(ends.found, actor) if actor else None
        if known and known.kind in _FOREIGN and state not in (known.state, known.id):
            yield Proposal(relation, known.id, country, noun.index, f"noun:{noun.lemma} without place", 0.8)


def _expelled(ends: Ends, verb: Token) -> Iterator[Proposal]:
    """An authority that expels somebody does so from its own country where the text names no other place."""
    if any(ends.tree.case(t) == "from" for t in ends.tree.kids(verb.index, "obl")):
        return
    for subject in _actors(ends, subjects(ends.tree, verb)):
        home = _home(ends, subject)
        for object_ in _actors(ends, objects(ends.tree, verb)):
            if home and object_ != subject:
                yield Proposal(Relation.LEAVES, object_, home, verb.index, "verb:expel from home", 0.9)


def _ordered(ends: Ends, roles: Roles, verb: Token) -> Iterator[Proposal]:
    tree = ends.tree
    ordered = [k for o in tree.kids(verb.index, "obj") for t in tree.conjuncts(o) for k in tree.kids(t.index, "acl")]
    going = [t for t in [*tree.kids(verb.index, "xcomp", "ccomp", "advcl"), *ordered] if t.lemma in _GO]
    leaving = _actors(ends, tree.kids(verb.index, "obj", "iobj", "nsubj:pass")) if going else []
    places = [
        roles.ends.mention(e).place for t in going for p in ("O", "from", "of") for e in roles.of_verb(t, p, True)
    ]
    for noun in tree.kids(verb.index, "obj", "nsubj:pass", "obl"):
        if noun.lemma in _GOING:
            leaving += [a for e in roles.of_noun(noun, "poss", False) + roles.of_noun(noun, "of", False)
                        if (a := ends.mention(e).actor)]  # fmt: skip
            places += [ends.mention(e).place for e in roles.of_noun(noun, "from", True)]
    orderers = [s for s in _actors(ends, subjects(tree, verb)) if _is_authority(ends, s)]
    for subject in orderers:
        for object_ in dict.fromkeys(leaving):
            if object_ == subject or _state_of(ends, object_) == _state_of(ends, subject):
                continue
            yield Proposal(Relation.BREAKS_WITH, subject, object_, verb.index, "verb:order to leave")
            where = next((p for p in places if p), None) or _home(ends, subject)
            if where:
                yield Proposal(Relation.LEAVES, object_, where, verb.index, "verb:order to leave", 0.9,
                               modality=Modality.PLANNED)  # fmt: skip


def _actors(ends: Ends, tokens: list[Token]) -> list[str]:
    return [a for t in tokens for e in ends.at(t) if (a := ends.mention(e).actor)]


def _is_authority(ends: Ends, actor: str) -> bool:
    known = actor_of(ends.found, actor)
    return known is not None and known.kind in _AUTHORITIES


def _state_of(ends: Ends, actor: str) -> str:
    known = actor_of(ends.found, actor)
    return (known.state if known else None) or actor


def _home(ends: Ends, actor: str) -> str | None:
    """The country's place of a state or a government that the article names as a place, too."""
    known = actor_of(ends.found, actor)
    if known is None or known.kind not in _AUTHORITIES:
        return None
    state = known.state or known.id
    country = gazetteer.states().get(state)
    return country.place if country and country.place in ends.found.places else None
