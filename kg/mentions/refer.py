"""Whom a description stands for: by kind, recency and subject preference, or nobody; each with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from kg import gazetteer
from kg.mentions.drafts import Description, Draft, World
from kg.mentions.names import slug
from kg.mentions.states import actor_of_state, known_actor
from kg.mentions.words import Word
from kg.model import Actor
from kg.vocabulary import Kind

_GROUPS = (Kind.ARMED_GROUP, Kind.JIHADIST, Kind.REBEL, Kind.SEPARATIST, Kind.MILITIA)

# class of a description → kinds of actor that it may stand for, the fitting ones first
FITS: dict[str, tuple[Kind, ...]] = {
    "army": (Kind.ARMED_FORCE,),
    "government": (Kind.GOVERNMENT,),
    "ministry": (Kind.GOVERNMENT,),
    "police": (Kind.SECURITY_FORCE,),
    "rebel": (Kind.REBEL, Kind.SEPARATIST, Kind.ARMED_GROUP, Kind.COALITION, Kind.MOVEMENT),
    "separatist": (Kind.SEPARATIST, Kind.COALITION, Kind.REBEL),
    "insurgent": (Kind.JIHADIST, Kind.REBEL, Kind.SEPARATIST, Kind.ARMED_GROUP),
    "militant": (Kind.JIHADIST, Kind.ARMED_GROUP, Kind.REBEL, Kind.MILITIA),
    "jihadist": (Kind.JIHADIST, Kind.ARMED_GROUP),
    "militia": (Kind.MILITIA, Kind.ARMED_GROUP),
    "paramilitary": (Kind.MILITIA, Kind.ARMED_GROUP, Kind.PRIVATE_MILITARY_COMPANY),
    "mercenary": (Kind.PRIVATE_MILITARY_COMPANY,),
    "mission": (Kind.MISSION,),
    "force": (Kind.MISSION, Kind.PRIVATE_MILITARY_COMPANY),
    "operation": (Kind.MISSION,),
    "coalition": (Kind.COALITION,),
    "alliance": (Kind.COALITION, Kind.INTERGOVERNMENTAL_ORGANISATION),
    "bloc": (Kind.INTERGOVERNMENTAL_ORGANISATION,),
    "movement": (Kind.SEPARATIST, Kind.REBEL, Kind.MOVEMENT, Kind.ARMED_GROUP, Kind.JIHADIST),
    "group": (*_GROUPS, Kind.PRIVATE_MILITARY_COMPANY, Kind.COALITION, Kind.MOVEMENT),
    "affiliate": (Kind.JIHADIST,),
    "foreign": (Kind.PRIVATE_MILITARY_COMPANY,),
}
# classes that make an actor of their own when no named one fits
OWN_KIND = {
    "rebel": Kind.REBEL,
    "separatist": Kind.SEPARATIST,
    "insurgent": Kind.REBEL,
    "militant": Kind.ARMED_GROUP,
    "jihadist": Kind.JIHADIST,
    "militia": Kind.MILITIA,
    "paramilitary": Kind.MILITIA,
    "mercenary": Kind.PRIVATE_MILITARY_COMPANY,
}
_OF_STATE = {
    "army": Kind.ARMED_FORCE,
    "government": Kind.GOVERNMENT,
    "ministry": Kind.GOVERNMENT,
    "police": Kind.SECURITY_FORCE,
}
_EQUAL = frozenset({"group", "movement"})  # classes whose kinds all fit alike
_REACH = 4  # sentences


class Seen(NamedTuple):
    """An actor where the text has named it. `subject`: the first of its sentence."""

    actor: str
    sentence: int
    subject: bool
    weak: bool


Answer = tuple[str | None, str]


class StatesSpokenOf(NamedTuple):
    """The states that an article speaks of: all, the most spoken of first; how much; and (sentence, state) pairs."""

    main: list[str]
    counts: dict[str, float]
    near: frozenset[tuple[int, str]]
    named: frozenset[str]  # by their names, adjectives, capitals and forces


class Referrer:
    """What an article has said so far, asked for the actors that its descriptions stand for."""

    def __init__(self, words: Sequence[Word], world: World, named: Counter[str], states: StatesSpokenOf) -> None:
        self._words, self._world, self._named = words, world, named
        self._states, self._main = states, states.main
        self._seen: list[Seen] = []
        self._described: dict[tuple[str, str], str] = {}
        self._called: dict[str, str] = {}  # class → whom a description of it stood for last

    def forget(self) -> None:
        """Begin a new pass over the text."""
        self._seen.clear()
        self._called.clear()

    def see(self, actor: str, sentence: int, weak: bool) -> None:
        """Note that the text names an actor."""
        subject = not weak and not any(s.sentence == sentence and not s.weak for s in self._seen[-12:])
        self._seen.append(Seen(actor, sentence, subject, weak))

    def answer(self, draft: Draft, said: Description, sentence: int, beside: Sequence[str] = ()) -> Answer:
        """Whom the description stands for and why; nobody where two or none fit. `beside`: names in apposition."""
        kinds = FITS.get(said.class_, ())
        apposed = [a for a in beside if self._kind(a) in kinds and not said.attribute and not said.possessive]
        answer = self._answer(draft, said, sentence)
        if apposed and not (said.owner and self._state_of(apposed[0]) not in (said.owner, None)):
            answer = apposed[0], "stands in apposition to the name"
        actor, reason = answer
        if actor and said.class_ in OWN_KIND:
            self._called[said.class_] = actor
        return actor, reason

    def _answer(self, draft: Draft, said: Description, sentence: int) -> Answer:
        if said.possessive:
            return None, "whose it is stands in a pronoun: left to whoever knows the sentence"
        if said.vague:
            return None, "vague: names nobody in particular"
        kinds = FITS.get(said.class_, ())
        if said.class_ == "jihadist" and any(self._kind(a) is kinds[0] for a in self._named):
            kinds = kinds[:1]
        if said.owner is not None:
            return self._of_owner(draft, said, kinds, sentence)
        if said.class_ in _OF_STATE:
            if self._words[draft.first].fold == "special" and not said.definite:
                return None, "special forces of whatever state"
            return self._of_state(said, sentence)
        if said.class_ == "operation":
            found = self._latest(kinds, sentence)
            return (found, "the last operation") if found and self._is_operation(found) else (None, "any operation")
        if said.attribute:
            found = self._latest(kinds, sentence, self._called.get(said.class_))
            return (found, "the last actor of a fitting kind") if found else (None, "no actor of a fitting kind")
        if said.name is not None:
            return self._of_name(draft, said, kinds, sentence)
        found = self._latest(kinds, sentence, self._called.get(said.class_))
        if said.definite and found:
            return found, "the last actor of a fitting kind"
        sole = self._sole(kinds)
        if sole and (said.definite or said.plural):
            return sole, "the only actor of a fitting kind in the article"
        return self._own(draft, said)

    def _of_owner(self, draft: Draft, said: Description, kinds: tuple[Kind, ...], sentence: int) -> Answer:
        """Resolve "Russian mercenaries", "UN peacekeepers", "Syrian rebels" to the owner's fitting actor."""
        owner = said.owner or ""
        fitting = [a for a in self._named if self._kind(a) in kinds and self._state_of(a) in (owner, None)]
        fitting = [a for a in fitting if said.class_ != "mission" or not self._is_operation(a)]
        exact = [a for a in fitting if self._state_of(a) == owner]
        if exact:
            return max(exact, key=lambda a: (self._named[a], a)), f"the actor of a fitting kind that belongs to {owner}"
        if fitting and (said.class_ in ("mission", "mercenary") or (said.definite and said.class_ in OWN_KIND)):
            if len(fitting) == 1:
                return fitting[0], "the only actor of a fitting kind in the article"
            found = self._latest(kinds, sentence)
            if found in fitting:
                return found, "the last actor of a fitting kind"
        if said.class_ == "foreign":
            return owner, "instructors and the like stand for their state"
        mission = _mission_in(owner, self._main[0]) if said.class_ == "mission" and self._main else None
        if mission:
            return mission, f"the only mission of {owner} in the country that the article speaks of most"
        kind = OWN_KIND.get(said.class_, Kind.MISSION if said.class_ == "mission" else Kind.ARMED_GROUP)
        return self._scoped(draft, said, kind), "known only by this description"

    def _of_state(self, said: Description, sentence: int) -> Answer:
        """Resolve "the army" to that of the country which the article speaks of most."""
        if not (said.definite or said.plural or said.attribute):
            return None, "neither definite nor plural"
        kind = _OF_STATE[said.class_]
        if not self._main:
            own = [a for a in self._named if self._kind(a) is kind]
            return (own[0], "the only one in the article") if len(own) == 1 else (None, "the article names no country")
        state = self._nearest(sentence) if said.class_ == "army" else self._main[0]
        named = [a for a in self._named if self._kind(a) is kind]
        if named and said.class_ == "army" and not any(self._state_of(a) == state for a in named):
            local = [a for a in named if self._state_of(a) in (None, *self._main[:2])]
            if len(local) == 1 and not gazetteer.states().get(state):
                return local[0], "the only army in the article"
        actor = actor_of_state(state, kind)
        juntas = [a for a in named if self._state_of(a) == state and a != actor.id]
        if kind is Kind.GOVERNMENT and juntas and actor.id not in self._named:
            return max(juntas, key=lambda a: (self._named[a], a)), f"the government of {state} that the article names"
        if not actor.curated:
            self._world.actors.setdefault(actor.id, actor)
        return actor.id, f"that of {state}, the state the article speaks of most"

    def _nearest(self, sentence: int) -> str:
        """The state most spoken of, those of this sentence and the one before counted more."""
        near, counts = self._states.near, self._states.counts

        def weight(state: str) -> float:
            return counts[state] + 2 * ((sentence, state) in near) + ((sentence - 1, state) in near)

        return max(self._main, key=lambda s: (weight(s), -self._main.index(s)))

    def _of_name(self, draft: Draft, said: Description, kinds: tuple[Kind, ...], sentence: int) -> Answer:
        """Resolve "the Tuareg rebels", "Azawad separatists", "Iran-backed militias"."""
        known = self._described.get(self._key(said))
        if known:
            return known, "described so before"
        sole = self._sole(kinds[:3])
        reach = kinds if said.name and "-" in said.name else kinds[:1] if said.class_ == "militia" else kinds[:3]
        if said.definite and (found := self._latest(reach, sentence)) and found not in self._described.values():
            return found, "the last actor of a fitting kind"
        if sole and not (said.name and "-" in said.name):
            return sole, "the only actor of a fitting kind in the article"
        if not (said.plural or said.definite):
            return None, "neither definite nor plural"
        return self._scoped(draft, said, OWN_KIND.get(said.class_, Kind.ARMED_GROUP)), "known only by this description"

    def _own(self, draft: Draft, said: Description) -> Answer:
        kind = OWN_KIND.get(said.class_)
        if kind is None or not said.definite:
            return None, "no actor of a fitting kind in the article"
        return self._scoped(draft, said, kind), "known only by this description"

    def _key(self, said: Description) -> tuple[str, str]:
        return slug(said.name or ""), said.class_

    def _scoped(self, draft: Draft, said: Description, kind: Kind) -> str:
        """An actor of this article alone, so that two wars' "the rebels" are not fused."""
        words = self._words[draft.first : draft.last + 1]
        head = words[-1].text.lower()
        name = f"{said.name} {head}" if said.name else head
        actor = f"{self._world.article}.{slug(name)}"
        self._world.actors.setdefault(actor, Actor(actor, kind, name, (name,), curated=False))
        if said.name:
            self._described.setdefault(self._key(said), actor)
        return actor

    # --- candidates -------------------------------------------------------------------------------------------

    def _latest(self, kinds: tuple[Kind, ...], sentence: int, called: str | None = None) -> str | None:
        """The actor of a fitting kind that was named last, subjects and better fitting kinds before others."""
        best: tuple[float, str] | None = None
        recent: Counter[str] = Counter()
        for number, seen in enumerate(reversed(self._seen)):
            kind = self._kind(seen.actor)
            if kind not in kinds or (kinds == FITS["group"] and seen.actor.startswith(f"{self._world.article}.")):
                continue  # "the group" is one that has a name
            distance = sentence - seen.sentence
            score = -1.0 * distance if distance else -0.4
            score += 0.6 * seen.subject - 1.2 * seen.weak - 0.01 * min(number, 30)
            score -= 0.0 if kind == kinds[0] or not _strict(kinds) else 2.5 if kinds[0] is Kind.JIHADIST else 0.8
            score += 1.5 if seen.actor == called else 0.0
            score += 0.15 * min(recent[seen.actor], 3)
            recent[seen.actor] += 1
            if best is None or score > best[0]:
                best = score, seen.actor
            if distance > _REACH and best:
                break
        return best[1] if best else None

    def _sole(self, kinds: Sequence[Kind]) -> str | None:
        fitting = [a for a in self._named if self._kind(a) in kinds]
        return fitting[0] if len(fitting) == 1 else None

    def _is_operation(self, actor: str) -> bool:
        known = self._world.actors.get(actor) or known_actor(actor)
        return known is not None and "peration" in known.label

    def _kind(self, actor: str) -> Kind | None:
        known = self._world.actors.get(actor) or known_actor(actor)
        return known.kind if known else None

    def _state_of(self, actor: str) -> str | None:
        known = self._world.actors.get(actor) or known_actor(actor)
        return known.state if known else None


def _mission_in(owner: str, state: str) -> str | None:
    """The one curated mission whose name says that it is the owner's and in the state's country."""
    whose, country = gazetteer.actors().get(owner), gazetteer.states().get(state)
    if whose is None or country is None:
        return None
    found = [
        actor.id
        for actor in gazetteer.actors().values()
        if actor.kind is Kind.MISSION and actor.label.startswith(whose.label) and actor.label.endswith(country.name)
    ]
    return found[0] if len(found) == 1 else None


def _strict(kinds: tuple[Kind, ...]) -> bool:
    return kinds not in (FITS["group"], FITS["movement"])
