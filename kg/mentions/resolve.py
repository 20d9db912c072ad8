"""From drafts to mentions: which of several readings is meant, and whom a description stands for, with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from kg import gazetteer
from kg.mentions.descriptions import FITS, OWN_KIND, Description
from kg.mentions.drafts import Draft, World
from kg.mentions.names import slug
from kg.mentions.states import actor_of_state, known_actor
from kg.mentions.words import Word
from kg.model import Actor, Form, Mention, Mentions, Place
from kg.vocabulary import Kind

_OF_STATE = {"army": Kind.ARMED_FORCE, "government": Kind.GOVERNMENT, "police": Kind.SECURITY_FORCE}


class Resolver:
    """Chooses one reading for each draft of one article."""

    def __init__(
        self, text: str, words: Sequence[Word], drafts: Sequence[Draft], world: World, published: date | None
    ) -> None:
        self._text, self._words, self._drafts, self._world = text, words, drafts, world
        self._published = published
        self._countries = self._count_countries()
        self._seen: list[tuple[int, str]] = []  # (draft number, actor), in order of the text
        self._named = Counter(self._best_actor(d.actors) for d in drafts if d.actors and d.form is not Form.DEMONYM)

    def resolve(self) -> Mentions:
        """The article's mentions, and the actors and places that they stand for."""
        self._pass()  # the first finds the actors known only by a description, which a bare plural may then stand for
        self._named.update(a for _, a in self._seen if a.startswith(f"{self._world.article}."))
        found = self._pass()
        actors = {m.actor: self._actor(m.actor, found) for m in found if m.actor}
        places = {m.place: self._place(m.place, found) for m in found if m.place}
        return Mentions(tuple(found), actors, places)

    def _pass(self) -> list[Mention]:
        self._seen = []
        found = []
        for number, draft in enumerate(self._drafts):
            mention = self._mention(draft)
            if mention.actor:
                self._seen.append((number, mention.actor))
            found.append(mention)
        return found

    def _mention(self, draft: Draft) -> Mention:
        start, end = self._words[draft.first].start, draft.end or self._words[draft.last].end
        actor, reason = self._best_actor(draft.actors), draft.reason
        if draft.description is not None:
            actor, reason = self._described(draft, draft.description)
        place = self._best_place(draft.places)
        form = draft.form
        state = self._capital_of(place) if place and not actor else None
        if state:
            actor, form, reason = state, Form.CAPITAL, "the capital may stand for its state"
        return Mention(start, end, self._text[start:end], actor, place, form, draft.plural, reason)

    # --- names -------------------------------------------------------------------------------------------------

    def _best_actor(self, candidates: Sequence[str]) -> str | None:
        """The candidate that existed when the article was published; the first where that does not tell."""
        if len(candidates) < 2 or self._published is None:
            return candidates[0] if candidates else None
        alive = [c for c in candidates if self._existed(c, self._published)]
        return (alive or list(candidates))[0]

    def _existed(self, actor: str, day: date) -> bool:
        known = known_actor(actor)
        first, last = known.existed if known else (None, None)
        return (first is None or first.earliest is None or first.earliest <= day) and (
            last is None or last.latest is None or day <= last.latest
        )

    def _best_place(self, candidates: Sequence[str]) -> str | None:
        """Curated first, then in a country that the article speaks of, then the most populous."""
        if len(candidates) < 2:
            return candidates[0] if candidates else None

        def rank(place: str) -> tuple[bool, int, int, str]:
            known = self._world.places.get(place) or gazetteer.place(place)
            entry = gazetteer.world().get(place)
            near = self._countries[known.country] if known and known.country else 0
            return place not in gazetteer.places(), -near, -(entry.population if entry else 0), place

        if self._world.places.get(candidates[0]):
            return candidates[0]
        return min(candidates, key=rank)

    def _capital_of(self, place: str) -> str | None:
        known = gazetteer.place(place)
        if known is None:
            return None
        return next((c.state for c in gazetteer.countries() if c.capital and c.place == known.country
                     and c.capital in known.names), None)  # fmt: skip

    def _count_countries(self) -> Counter[str]:
        """How often the article speaks of each country, by place id."""
        counts: Counter[str] = Counter()
        by_state = {c.state: c.place for c in gazetteer.countries()}
        for draft in self._drafts:
            for actor in draft.actors[:1]:
                known = self._world.actors.get(actor) or known_actor(actor)
                state = known.state or actor if known else actor
                counts.update([by_state[state]] if state in by_state else [])
            curated = [p for p in draft.places if p in gazetteer.places()] or draft.places
            if len(curated) == 1 and (place := gazetteer.place(curated[0])) and place.country:
                counts[place.country] += 1
        return counts

    # --- descriptions ------------------------------------------------------------------------------------------

    def _described(self, draft: Draft, description: Description) -> tuple[str | None, str]:
        """Whom a description stands for, and why; nobody where two or none fit."""
        if description.vague:
            return None, "vague: names nobody in particular"
        kinds = FITS.get(description.class_, ())
        if draft.state is not None:
            return self._of_owner(draft, description, kinds)
        fitting = self._latest(kinds)
        sole = self._sole(kinds)
        if description.definite or description.name or sole:
            if fitting and (description.definite or description.name):
                return fitting, f"the last actor of a fitting kind before {self._words[draft.first].text!r}"
            if sole:
                return sole, "the only actor of a fitting kind in the article"
        if description.class_ in _OF_STATE and (description.definite or description.plural):
            return self._main_force(description)
        return self._own(draft, description)

    def _of_owner(self, draft: Draft, description: Description, kinds: tuple[Kind, ...]) -> tuple[str | None, str]:
        """Resolve "Russian mercenaries", "UN peacekeepers" to the fitting actor of that owner in the article."""
        state = draft.state
        fitting = [a for a in self._named if a and self._kind(a) in kinds and self._state_of(a) in (state, None)]
        exact = [a for a in fitting if self._state_of(a) == state] or fitting
        if exact:
            best = max(exact, key=lambda a: (self._named[a], a))
            return best, f"the actor of a fitting kind that belongs to {state}"
        if description.class_ == "foreign":
            return state, "instructors and the like stand for their state"
        return self._scoped(draft, OWN_KIND.get(description.class_, Kind.MISSION)), "known only by this description"

    def _main_force(self, description: Description) -> tuple[str | None, str]:
        """Resolve "the army" to that of the country which the article speaks of most."""
        if not self._countries:
            return None, "the article names no country whose it could be"
        country = max(self._countries, key=lambda c: (self._countries[c], c))
        state = next((c.state for c in gazetteer.countries() if c.place == country), None)
        if state is None:
            return None, "the article's country has no state"
        actor = actor_of_state(state, _OF_STATE[description.class_])
        if not actor.curated:
            self._world.actors.setdefault(actor.id, actor)
        return actor.id, f"that of {state}, the state the article speaks of most"

    def _own(self, draft: Draft, description: Description) -> tuple[str | None, str]:
        kind = OWN_KIND.get(description.class_)
        if kind is None or not (description.definite or description.name):
            return None, "no actor of a fitting kind in the article"
        return self._scoped(draft, kind), "known only by this description"

    def _scoped(self, draft: Draft, kind: Kind) -> str:
        """An actor of this article alone, so that two wars' "the rebels" are not fused."""
        words = self._words[draft.first : draft.last + 1]
        name = " ".join(w.text for w in words)
        key = slug(words[0].text + "-" + words[-1].text if words[0].is_capital and len(words) > 1 else words[-1].text)
        actor = f"{self._world.article}.{key}"
        self._world.actors.setdefault(actor, Actor(actor, kind, name, (name,), curated=False))
        return actor

    def _latest(self, kinds: tuple[Kind, ...]) -> str | None:
        """The actor of the best fitting kind among the last mentioned ones."""
        recent = [a for _, a in reversed(self._seen) if self._kind(a) in kinds]
        if not recent:
            return None
        near = list(dict.fromkeys(recent))[:3]
        return min(near, key=lambda a: (kinds.index(self._kind(a)) > 0, near.index(a)))

    def _sole(self, kinds: tuple[Kind, ...]) -> str | None:
        fitting = [a for a in self._named if a and self._kind(a) in kinds[:2]]
        return fitting[0] if len(fitting) == 1 else None

    def _kind(self, actor: str) -> Kind:
        known = self._world.actors.get(actor) or known_actor(actor)
        return known.kind if known else Kind.ARMED_GROUP

    def _state_of(self, actor: str) -> str | None:
        known = self._world.actors.get(actor) or known_actor(actor)
        return known.state if known else None

    # --- what the mentions stand for ----------------------------------------------------------------------------

    def _actor(self, actor: str, mentions: Sequence[Mention]) -> Actor:
        known = self._world.actors.get(actor) or known_actor(actor)
        if known is None:
            raise AssertionError(f"no actor {actor}")  # every id comes from one of the two tables
        surface = [m.text for m in mentions if m.actor == actor and m.form not in (Form.PRONOUN, Form.DEMONYM)]
        label = known.label if known.curated else max(surface, key=len, default=known.label)
        if not known.curated and known.label in surface:
            label = known.label
        names = dict.fromkeys([label, *surface, *known.names])
        return Actor(actor, known.kind, label, tuple(names), known.curated, known.state, known.existed)

    def _place(self, place: str, mentions: Sequence[Mention]) -> Place:
        known = gazetteer.place(place) or self._world.places[place]
        surface = [m.text for m in mentions if m.place == place]
        names = tuple(dict.fromkeys([known.label, *surface, *known.names]))
        return Place(
            place, known.kind, known.label, names, known.within, known.country, known.latitude, known.longitude
        )
