"""Which proposals can be claims at all: the kinds that a relation joins, and what a word only seems to say."""

from __future__ import annotations

from functools import cache

from kg import gazetteer, lexicon
from kg.claims.cast import Cast
from kg.claims.proposal import Proposal
from kg.claims.tree import Tree
from kg.model import Actor, Place
from kg.vocabulary import SIGNATURES, Kind, PlaceKind, Relation

_BODIES = frozenset({Kind.COALITION, Kind.INTERGOVERNMENTAL_ORGANISATION, Kind.MOVEMENT, Kind.MISSION})
_ARMED = frozenset(
    {Kind.ARMED_FORCE, Kind.SECURITY_FORCE, Kind.PRIVATE_MILITARY_COMPANY, Kind.ARMED_GROUP, Kind.SEPARATIST}
    | {Kind.JIHADIST, Kind.REBEL, Kind.MILITIA, Kind.COALITION, Kind.MISSION}
)
_RULERS = frozenset({Kind.STATE, Kind.GOVERNMENT, Kind.ARMED_FORCE})
# verbs that end a membership only where the object is a body one can leave
_MEMBERSHIP = frozenset({"leave", "quit", "withdraw", "exit"})
_EXPULSION = frozenset({"expel", "expulsion", "kick out", "throw out", "banish"})
_FOUNDING = frozenset({"found", "form", "create", "establish", "join", "unite", "group", "comprise", "bring together"})
_OF_COUNTRIES = frozenset(
    {"control", "rule", "govern", "occupy", "occupation", "annex", "conquer", "invade", "dominate"}
)
_OF_TOWNS = frozenset({"take", "hold", "secure", "grab", "capture", "seize", "enter", "win back", "recover", "fall"})
_PERSON_MAY = frozenset(
    {Relation.LEADS, Relation.SPEAKS_FOR, Relation.AFFILIATED_WITH, Relation.SUCCEEDS, Relation.FIGHTS}
    | {Relation.SUPPORTS, Relation.ALLIED_WITH, Relation.BREAKS_WITH, Relation.CONTROLS}
)


_TO_PERSONS = frozenset({Relation.SUPPORTS, Relation.ALLIED_WITH, Relation.MAKES_PEACE_WITH, Relation.BREAKS_WITH})


@cache
def armed_words() -> frozenset[str]:
    """Words that mean a fight only between armed sides: "oppose", "drive out"."""
    return frozenset(row["word"] for row in lexicon.table("frames") if "armed" in row["flags"].split())


def actor_of(found: Cast, actor: str) -> Actor | None:
    """An actor of the article, or a curated one that it names only inside another name."""
    return found.actors.get(actor) or gazetteer.actors().get(actor)


def is_game(tree: Tree) -> bool:
    """Whether a sentence tells of a match, where sides attack and beat each other without arms."""
    return any(t.lemma in _GAMES or t.text.lower() in _GAMES for t in tree.tokens)


_GAMES = frozenset(
    {"goal", "match", "wicket", "tournament", "championship", "semi-final", "semifinal", "quarter-final", "striker"}
    | {"goalkeeper", "midfielder", "penalties", "playoff", "league", "cricket", "football", "rugby", "basketball"}
    | {"innings", "olympic", "olympics", "medal", "trophy", "stadium"}
)


def is_acceptable(proposal: Proposal, found: Cast) -> bool:
    """Whether the relation can hold between the two ends."""
    subject = actor_of(found, proposal.subject)
    if subject is not None and subject.kind is Kind.COMPANY:
        return False
    if subject is None or proposal.subject == proposal.object or _is_nobody(subject):
        return False
    if subject.kind is Kind.PERSON and proposal.relation not in _PERSON_MAY:
        return False
    if {proposal.subject, proposal.object} & found.guessed and SIGNATURES[proposal.relation].domain != "person":
        return False
    if SIGNATURES[proposal.relation].domain == "person" and subject.kind is not Kind.PERSON:
        return False
    if SIGNATURES[proposal.relation].range == "place":
        place = found.place(proposal.object)
        return place is not None and _place_fits(proposal, subject, place)
    object_ = actor_of(found, proposal.object)
    return object_ is not None and not _is_nobody(object_) and _kinds_fit(proposal, subject, object_)


def _is_nobody(actor: Actor) -> bool:
    """Whether an actor is known by nothing but a word for soldiers of some army."""
    if actor.curated:
        return False
    label = actor.label.lower()
    return label == "company" or lexicon.mapping("heads", "class").get(label) in ("army", "forces", "unit")


def _at_home(actor: Actor, place: Place) -> bool:
    """Whether the place is the country of a state, or of its army or government."""
    state = actor.state if actor.kind in (Kind.ARMED_FORCE, Kind.SECURITY_FORCE, Kind.GOVERNMENT) else actor.id
    country = gazetteer.country_of(place.id)
    return country is not None and country.state == state


def _place_fits(proposal: Proposal, subject: Actor, place: Place) -> bool:
    """An army is at home in its own country, which it does not leave; a country is not "taken" like a town."""
    if place.kind is not PlaceKind.COUNTRY:
        return True
    if proposal.relation in (Relation.LEAVES, Relation.OPERATES_IN):
        return not _at_home(subject, place)
    word = proposal.rule.partition(":")[2]
    return word in _OF_COUNTRIES or subject.kind in _ARMED | _RULERS - {Kind.STATE} and word not in _OF_TOWNS


def _kinds_fit(proposal: Proposal, subject: Actor, object_: Actor) -> bool:
    relation, word = proposal.relation, proposal.rule.partition(":")[2]
    if object_.kind is Kind.COMPANY or (object_.kind is Kind.PERSON and relation not in _TO_PERSONS):
        return False
    if object_.kind is subject.kind is Kind.PERSON and relation is Relation.ALLIED_WITH:
        return False  # who stands beside whom in a room
    if relation is Relation.LEADS:
        return True
    if relation is Relation.SPEAKS_FOR:
        return True
    if relation is Relation.SUCCEEDS:
        states = (Kind.STATE, Kind.INTERGOVERNMENTAL_ORGANISATION)
        return subject.kind is not Kind.PERSON and subject.kind not in states and object_.kind not in states
    if relation is Relation.BREAKS_WITH and word in _MEMBERSHIP:
        is_body = object_.kind in _BODIES or (subject.kind is Kind.PERSON and object_.kind in _ARMED)
        return is_body and proposal.sureness > 0.8  # "left it" mostly means a place
    if relation is Relation.BREAKS_WITH and word in _EXPULSION:
        return subject.kind in _RULERS
    if relation is Relation.AFFILIATED_WITH and word in _FOUNDING:
        return subject.kind is not Kind.PERSON and object_.kind in (_BODIES | _ARMED) - {Kind.ARMED_FORCE}
    if relation is Relation.AFFILIATED_WITH:
        return not _own_state(subject, object_) and subject.kind is not Kind.STATE or object_.kind in _BODIES
    if relation is Relation.FIGHTS and word in armed_words():
        return subject.kind in _ARMED | _RULERS and object_.kind in _ARMED and not _own_state(subject, object_)
    if relation in (Relation.FIGHTS, Relation.ALLIED_WITH, Relation.SUPPORTS, Relation.BREAKS_WITH):
        return not _own_state(subject, object_) and not _own_state(object_, subject)
    return True


def _own_state(part: Actor, whole: Actor) -> bool:
    """That an army belongs to its own state need not be said; that it fights or backs it is a misreading."""
    if part.state is None or part.kind in (Kind.PRIVATE_MILITARY_COMPANY, Kind.MISSION):
        return False
    return part.state == whole.id or (part.state == whole.state and whole.kind in _RULERS)
