"""Frames: a word of the lexicon, its arguments in the tree, the relation it yields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, product
from types import MappingProxyType

from kg import lexicon
from kg.claims.ends import End, Ends
from kg.claims.proposal import Proposal
from kg.claims.roles import Roles
from kg.claims.tree import Tree, has_dep
from kg.model import Token
from kg.vocabulary import SIGNATURES, Relation

# what the end of a relation is: "severed ties with", "lost control of"
_ENDS = {
    Relation.ALLIED_WITH: Relation.BREAKS_WITH,
    Relation.SUPPORTS: Relation.BREAKS_WITH,
    Relation.MAKES_PEACE_WITH: Relation.BREAKS_WITH,
    Relation.AFFILIATED_WITH: Relation.BREAKS_WITH,
    Relation.CONTROLS: Relation.LEAVES,
    Relation.OPERATES_IN: Relation.LEAVES,
}
_WAYS = {"mention": 1.0, "owner": 0.9, "apposition": 0.9, "unlisted": 0.7, "pronoun": 0.75}
_PEACE = frozenset(
    ["peace", "ceasefire", "cease-fire", "truce", "non-aggression", "reconciliation", "algiers", "minsk"]
)
_BLOWS = frozenset({"fire", "strike", "blow", "shot", "shelling", "attack", "airstrike", "missile", "rocket", "drone"})
_TAKING = frozenset({"take", "gain", "seize", "regain", "win", "assume", "establish", "wrest", "retake"})
_WIND_UP = frozenset({"conclude", "complete", "finish", "wrap", "close"})
_PACT = frozenset(["defence", "defense", "security", "military", "cooperation", "mutual"])


@dataclass(frozen=True, slots=True)
class Frame:
    """One row of frames.tsv; roles are alternatives, the first that is filled counts."""

    relation: Relation
    subject: tuple[str, ...]
    object: tuple[str, ...]
    flags: frozenset[str]
    word: str


@cache
def frames() -> Mapping[tuple[str, str], tuple[Frame, ...]]:
    """(word, part of speech) → its frames."""
    found: dict[tuple[str, str], list[Frame]] = {}
    for row in lexicon.table("frames"):
        if "none" in row["flags"].split():
            continue
        frame = Frame(
            Relation(row["relation"]),
            tuple(row["subject"].split("|")),
            tuple(row["object"].split("|")),
            frozenset(row["flags"].split()),
            row["word"],
        )
        found.setdefault((row["word"], row["pos"]), []).append(frame)
    return MappingProxyType({key: tuple(rows) for key, rows in found.items()})


@cache
def _fight_nouns() -> frozenset[str]:
    return frozenset(word for (word, pos), rows in frames().items() if pos == "N" and rows[0].relation == "fights")


def read_frames(ends: Ends) -> Iterator[Proposal]:
    """What the frames of all words of a sentence propose."""
    roles = Roles(ends, _fight_nouns().__contains__)
    for token in ends.tree.tokens:
        if token.mention is not None:
            continue
        if token.upos in ("VERB", "AUX"):
            yield from _of_verb(roles, token)
        elif token.upos in ("NOUN", "PROPN"):
            yield from _of_noun(roles, token)
        elif token.upos == "ADJ":
            yield from _of_adjective(roles, token)


def _of_verb(roles: Roles, verb: Token) -> Iterator[Proposal]:
    for frame in _verb_frames(roles.tree, verb):
        if "each" in frame.object and roles.tree.kids(verb.index, "nsubj:pass"):
            together = [e for t in roles.tree.kids(verb.index, "nsubj:pass") for e in roles.ends.at(t)]
            if len(together) > 1:
                yield from _pairs(roles.ends, frame, verb, together)  # "A and B were reconciled"
                continue
        place = SIGNATURES[frame.relation].range == "place"
        if "active" in frame.flags and roles.tree.is_passive(verb):
            continue
        if "blows" in frame.flags and not any(t.lemma in _BLOWS for t in roles.tree.kids(verb.index, "obj")):
            continue
        if "self" in frame.flags and not _is_about_itself(roles.tree, verb):
            continue
        if "member" in frame.flags and is_joint_deed(roles.tree, verb):
            continue
        subjects = _first(roles.of_verb(verb, role, False) for role in frame.subject)
        objects = _first(roles.of_verb(verb, role, place) for role in frame.object if role != "each")
        if "town" in frame.flags:  # who marches into a country does not hold it
            objects = [e for e in objects if roles.ends.is_point(e)]
        if frame.relation is Relation.FIGHTS and _is_beside(roles.tree, verb):
            frame = Frame(Relation.ALLIED_WITH, frame.subject, frame.object, frozenset(), "fight side by side")
            objects = roles.of_verb(verb, "with", False)
        elif "with" in frame.object and roles.tree.kids(verb.index, "obj") and frame.relation is Relation.FIGHTS:
            objects = roles.of_verb(verb, "O", False)  # "fought its war with X" tells a means
        mutual = not objects and ("each" in frame.object or "S" in frame.object)
        if len(subjects) > 1 and (mutual or (_each_other(roles.tree, verb) and SIGNATURES[frame.relation].symmetric)):
            yield from _pairs(roles.ends, frame, verb, subjects)
            continue
        yield from _cross(roles.ends, frame, verb, subjects, objects)
        if place and "start" in frame.flags:
            yield from _taken_from(roles, frame, verb, subjects, objects)


def _is_beside(tree: Tree, verb: Token) -> bool:
    """Whether a fight is fought "side by side" or "shoulder to shoulder" with whoever follows."""
    return any(t.lemma in ("side", "shoulder") for t in tree.kids(verb.index, "obj", "obl", "advmod"))


def _taken_from(roles: Roles, frame: Frame, verb: Token, takers: list[End], places: list[End]) -> Iterator[Proposal]:
    """Whoever a place is taken from leaves it: "A retook P from B"."""
    losers = [e for e in roles.of_verb(verb, "from", False) if e not in takers]
    lost = Frame(Relation.LEAVES, frame.subject, frame.object, frozenset(), f"{frame.word} from")
    yield from _cross(roles.ends, lost, verb, losers, places)


def _is_about_itself(tree: Tree, verb: Token) -> bool:
    """Read "established itself in P", "established a base in P", not "established a state in P"."""
    done = tree.kids(verb.index, "obj")
    return not done or any(t.lemma in ("itself", "themselves") or (t.lemma, "N") in frames() for t in done)


def is_joint_deed(tree: Tree, verb: Token) -> bool:
    """Whether somebody is joined in a deed ("joined the army in an attack"), not as a member."""
    joined = [c for o in tree.kids(verb.index, "obj") for c in tree.conjuncts(o)]
    under = [t for o in joined for t in tree.kids(o.index, "nmod")]
    below = [t for t in [*tree.kids(verb.index, "obl"), *under] if tree.case(t) == "in" and (t.lemma, "N") in frames()]
    return bool(below) or any((t.lemma, "V") in frames() for t in tree.kids(verb.index, "advcl"))


def _each_other(tree: Tree, verb: Token) -> bool:
    """Whether the verb's object is "each other" or "one another"."""
    after = [t.text.lower() for t in tree.tokens[verb.index + 1 : verb.index + 4]]
    start = 1 if after[:1] in (["with"], ["against"], ["at"], ["on"]) else 0
    return after[start : start + 2] in (["each", "other"], ["one", "another"])


def _verb_frames(tree: Tree, verb: Token) -> tuple[Frame, ...]:
    """The frames of a verb with its particle or fixed object ("take over", "join forces"), else of the bare verb."""
    for kid in tree.kids(verb.index, "compound:prt", "advmod", "obj"):
        phrase = frames().get((f"{verb.lemma} {kid.lemma}", "V")) or frames().get((f"{verb.lemma} {kid.text}", "V"))
        if phrase:
            return phrase
    if tree.kids(verb.index, "compound:prt"):
        return ()  # "drove off" is another verb than "drove"
    return frames().get((verb.lemma, "V"), ())


def _of_noun(roles: Roles, noun: Token) -> Iterator[Proposal]:
    for frame in frames().get((noun.lemma, "N"), ()):
        if "@" in frame.subject or "@" in frame.object:
            yield from _of_attribute(roles, frame, noun)
        else:
            yield from _of_event(roles, frame, noun)


def _of_attribute(roles: Roles, frame: Frame, noun: Token) -> Iterator[Proposal]:
    """Nouns that say what somebody is: "leader of X", "X's ally", "stronghold of X"."""
    place = SIGNATURES[frame.relation].range == "place"
    if "@" in frame.subject:
        subjects = roles.said_of(noun, False)
        objects = _first(roles.attribute(noun, role, place) for role in frame.object)
        if not objects and frame.relation is Relation.SPEAKS_FOR and not roles.tree.kids(noun.index, "nmod"):
            objects = roles.ends.last_subject()
    else:
        subjects = _first(roles.attribute(noun, role, False) for role in frame.subject)
        objects = roles.said_of(noun, place)
    said_of = objects if "@" in frame.object else subjects
    others = subjects if "@" in frame.object else objects
    if SIGNATURES[frame.relation].symmetric and not others and len(said_of) > 1 and noun.feats.get("Number") == "Plur":
        yield from _pairs(roles.ends, frame, noun, said_of)  # "A and B are allies"
        return
    aside = not roles.tree.kids(noun.index, "cop") and not has_dep(noun, "obl", "xcomp", "obj")
    yield from _cross(roles.ends, frame, noun, subjects, objects, aside=aside)


def _of_event(roles: Roles, frame: Frame, noun: Token) -> Iterator[Proposal]:
    named = _kind_of_accord(roles.tree, frame, noun)
    if named is None:
        return
    frame = named
    place = SIGNATURES[frame.relation].range == "place"
    parties = [] if place else roles.parties(noun) or _co_signers(roles, frame, noun)
    if len(parties) > 1:
        yield from _pairs(roles.ends, frame, noun, parties)
        return
    objects = _first(roles.of_noun(noun, role, place) for role in frame.object)
    subjects = _first(roles.of_noun(noun, role, False) for role in frame.subject)
    if not subjects and place and frame.relation in (Relation.LEAVES, Relation.OPERATES_IN):
        subjects = roles.of_noun(noun, "of", False)
    governor = roles.governor(noun)
    if not subjects and governor and frame.relation is Relation.ALLIED_WITH and roles.tree.case(noun) == "in":
        subjects = roles.of_verb(governor[0], "S", False)
    if frame.relation is Relation.SUPPORTS and roles.tree.case(noun) == "with" and governor:
        subjects = roles.of_noun(noun, "of", False) or roles.of_noun(noun, "from", False) or subjects
        objects = roles.of_verb(governor[0], "S", False)
    if frame.relation is Relation.SUPPORTS and not objects:
        objects = roles.receiver(noun)
    if governor and governor[1] == "none":
        return
    if governor and _is_ended(governor, frame) and has_dep(noun, "obj", "nsubj:pass"):
        if frame.relation not in _ENDS:
            return
        frame = Frame(_ENDS[frame.relation], frame.subject, frame.object, frozenset(), frame.word)
    elif "wind" in frame.flags:
        return
    if governor and governor[0].lemma in _TAKING and frame.relation is Relation.CONTROLS:
        frame = replace(frame, flags=frame.flags | {"start"})
    yield from _cross(roles.ends, frame, noun, subjects, objects)


def _co_signers(roles: Roles, frame: Frame, noun: Token) -> list[End]:
    """Read "A and B signed a truce": those who do it together, with nobody else named."""
    if not SIGNATURES[frame.relation].symmetric or frame.relation is Relation.FIGHTS:
        return []
    if any(roles.of_noun(noun, role, False) for role in ("with", "against")):
        return []
    makers = roles.of_noun(noun, "light", False)
    return makers if len(makers) > 1 else []


def _is_ended(governor: tuple[Token, str], frame: Frame) -> bool:
    """Whether the verb ends what the noun says: "severed ties"; to conclude a mission ends it, a truce begins it."""
    verb, kind = governor
    return kind == "end" or (frame.relation is Relation.OPERATES_IN and verb.lemma in _WIND_UP)


def _kind_of_accord(tree: Tree, frame: Frame, noun: Token) -> Frame | None:
    """A "deal" makes peace only where it is called a peace or ceasefire deal; a defence pact makes allies."""
    if "peace" not in frame.flags:
        return frame
    words = {t.lemma for t in tree.kids(noun.index, "amod", "compound", "nmod")} | {
        t.text.lower() for t in tree.kids(noun.index, "amod", "compound", "nmod")
    }
    if words & _PEACE:
        return frame
    if words & _PACT:
        return Frame(Relation.ALLIED_WITH, frame.subject, frame.object, frozenset(), frame.word)
    return None


def _of_adjective(roles: Roles, word: Token) -> Iterator[Proposal]:
    for frame in frames().get((word.lemma, "A"), ()):
        place = SIGNATURES[frame.relation].range == "place"
        subjects = _first(roles.of_verb(word, role, False) for role in frame.subject)
        objects = _first(roles.of_verb(word, role, place) for role in frame.object)
        yield from _cross(roles.ends, frame, word, subjects, objects)


def _first(fillers: Iterable[list[End]]) -> list[End]:
    return next((found for found in fillers if found), [])


def _pairs(ends: Ends, frame: Frame, trigger: Token, parties: list[End]) -> Iterator[Proposal]:
    """Each with each other: "A and B clashed"."""
    for left, right in combinations(parties, 2):
        yield from _cross(ends, frame, trigger, [left], [right])


def _cross(
    ends: Ends, frame: Frame, trigger: Token, subjects: list[End], objects: list[End], *, aside: bool = False
) -> Iterator[Proposal]:
    place = SIGNATURES[frame.relation].range == "place"
    for left, right in product(subjects, objects):
        subject = ends.mention(left).actor
        object_ = ends.mention(right).place if place else ends.mention(right).actor
        if subject is None or object_ is None:
            continue
        sureness = _WAYS.get(left.way, 0.7) * _WAYS.get(right.way, 0.7)
        rule = f"{'noun' if trigger.upos in ('NOUN', 'PROPN') else 'verb'}:{frame.word}"
        begins = "start" in frame.flags
        yield Proposal(frame.relation, subject, object_, trigger.index, rule, sureness, begins, aside)
