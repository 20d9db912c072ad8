"""From drafts to mentions: which of several readings is meant, and what each mention stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from kg import gazetteer
from kg.mentions.drafts import Draft, Made, World
from kg.mentions.foreign import merged_forces
from kg.mentions.index import capitals
from kg.mentions.names import slug
from kg.mentions.refer import Referrer
from kg.mentions.spoken import is_doubtful, states_spoken_of
from kg.mentions.states import known_actor
from kg.mentions.words import Word
from kg.model import Actor, Form, Mention, Mentions, Place
from kg.vocabulary import Kind, PlaceKind

_REFERENCE_KINDS = {
    "region": (PlaceKind.REGION,),
    "town": (PlaceKind.TOWN,),
    "city": (PlaceKind.TOWN,),
    "village": (PlaceKind.TOWN,),
}
_IN_BRACKETS = re.compile(r"(.+?)\s*\((\S+)\)")
_REACH = 2  # sentences within which "the town" may look back


class Resolver:
    """Chooses one reading for each draft of one article."""

    def __init__(
        self, text: str, words: Sequence[Word], drafts: Sequence[Draft], world: World, published: date | None
    ) -> None:
        self._text, self._words, self._drafts, self._world = text, words, drafts, world
        self._published = published
        self._sentences = _sentence_numbers(words)
        states = states_spoken_of(drafts, world, self._sentences)
        self._main, self._weights, self._states_named = states.main, states.counts, states.named
        self._merged = merged_forces(drafts, world, self._main)
        self._sure = {d.actors[0] for d in drafts if len(d.actors) == 1}
        named = Counter(a for d in drafts if d.form is not Form.DEMONYM and (a := self._best_actor(d.actors)))
        self._named = named
        self._referrer = Referrer(words, world, named, states)
        self._places_seen: list[tuple[int, str]] = []

    def resolve(self) -> Mentions:
        """The article's mentions, and the actors and places that they stand for."""
        first = self._pass()  # finds the actors known only by a description, which a bare plural may then stand for
        scoped = f"{self._world.article}."
        self._named.update(m.actor for m in first if m.actor and m.actor.startswith(scoped))
        found = self._pass()
        actors = {m.actor: self._actor(m.actor, found) for m in found if m.actor}
        places = {m.place: self._place(m.place, found) for m in found if m.place}
        return Mentions(tuple(found), actors, places)

    def _pass(self) -> list[Mention]:
        self._referrer.forget()
        self._places_seen = []
        found = []
        for number, draft in enumerate(self._drafts):
            mention = self._mention(draft, number)
            sentence = self._sentences[draft.first]
            if mention.actor:
                self._referrer.see(mention.actor, sentence, draft.weak or mention.form is Form.DEMONYM)
            if mention.place:
                self._places_seen.append((sentence, mention.place))
            if mention.actor or mention.place or draft.made is not Made.REFERENCE:
                found.append(mention)
        return found

    def _mention(self, draft: Draft, number: int) -> Mention:
        start, end = self._words[draft.first].start, draft.end or self._words[draft.last].end
        actor, reason = self._best_actor(draft.actors), draft.reason
        place = self._best_place(draft.places, self._text[start:end])
        if draft.description is not None:
            beside = self._beside(number)
            actor, reason = self._referrer.answer(draft, draft.description, self._sentences[draft.first], beside)
            actor = self._merged.get(actor, actor) if actor else None
        elif draft.reference is not None:
            place, reason = self._referred_place(draft, draft.reference)
        return Mention(start, end, self._text[start:end], actor, place, draft.form, draft.plural, reason)

    def _beside(self, number: int) -> list[str]:
        """The actors that stand in apposition to a description: "the rebel group X", "X, a rebel group"."""
        draft, found = self._drafts[number], []
        if number + 1 < len(self._drafts):
            after = self._drafts[number + 1]
            small = [w.lower for w in self._words[draft.last + 1 : after.first]]
            apposed = not small and self._words[after.first].gap in (" ", ", ")
            if after.description is None and (apposed or small in (["of"], ["of", "the"], ["from"], ["from", "the"])):
                found += after.actors[:1]
        if number:
            before = self._drafts[number - 1]
            between = self._words[before.last + 1 : draft.first]
            opening = self._words[before.last + 1].gap.lstrip(")") if between else ""
            if len(between) == 1 and opening in (", ", " — ", "—") and between[0].lower in ("the", "a", "an"):
                found += [self._best_actor(before.actors) or ""] if before.description is None else []
        return [self._merged.get(a, a) for a in found if a]

    # --- names -------------------------------------------------------------------------------------------------

    def _best_actor(self, candidates: Sequence[str]) -> str | None:
        """The candidate that existed when the article was published; the first where that does not tell."""
        if len(candidates) < 2:
            return self._merged.get(candidates[0], candidates[0]) if candidates else None
        plain = [c for c in candidates if c in self._sure]
        if len(plain) == 1:
            return self._merged.get(plain[0], plain[0])
        states = [c for c in candidates if c in gazetteer.states()]
        if len(states) == len(candidates):
            return max(candidates, key=lambda c: (self._world.states[c], -list(candidates).index(c)))
        day = self._published
        alive = [c for c in candidates if self._existed(c, day)] if day else []
        best = max(alive, key=self._began) if alive else candidates[0]  # the first of those that began on one day
        return self._merged.get(best, best)

    def _began(self, actor: str) -> date:
        known = known_actor(actor)
        first = known.existed[0] if known else None
        return (first.earliest if first else None) or date.min

    def _existed(self, actor: str, day: date) -> bool:
        known = known_actor(actor)
        first, last = known.existed if known else (None, None)
        return (first is None or first.earliest is None or first.earliest <= day) and (
            last is None or last.latest is None or day <= last.latest
        )

    def _best_place(self, candidates: Sequence[str], text: str) -> str | None:
        """Curated first, then in a country that the article speaks of, then the most populous."""
        if not candidates or candidates[0] in self._world.places:
            return candidates[0] if candidates else None
        best = candidates[0] if len(candidates) == 1 else self._likeliest_place(candidates)
        return self._unlisted_namesake(text) if is_doubtful(best, self._states_named) else best

    def _unlisted_namesake(self, name: str) -> str:
        """A place of the article whose name is also that of one too far off to be meant."""
        found = Place(slug(name), PlaceKind.TOWN, name, (name,))
        self._world.places.setdefault(found.id, found)
        return found.id

    def _likeliest_place(self, candidates: Sequence[str]) -> str:

        def rank(place: str) -> tuple[bool, float, int, str]:
            known = self._world.places.get(place) or gazetteer.place(place)
            entry = gazetteer.world().get(place)
            country = gazetteer.country_of(known.country) if known and known.country else None
            near = self._weights.get(country.state, 0.0) if country else 0.0
            return place not in gazetteer.places(), -near, -(entry.population if entry else 0), place

        return min(candidates, key=rank)

    # --- references to places ----------------------------------------------------------------------------------

    def _referred_place(self, draft: Draft, word: str) -> tuple[str | None, str]:
        """The place that "the town" stands for: the last of its kind, if it is near."""
        sentence = self._sentences[draft.first]
        if word == "country":
            return self._country(sentence)
        if word == "capital":
            return None, "which capital is not said"
        for back in range(_REACH + 1):
            near = {p for s, p in self._places_seen if sentence - s == back and self._is_a(p, word)}
            if near:
                return (near.pop(), f"the last {word} that was named") if len(near) == 1 else (None, "two places fit")
        return None, "no such place was named"

    def _is_a(self, place: str, word: str) -> bool:
        """Whether a place may be called "the town", "the region"; capitals are neither towns nor villages."""
        known = self._known_place(place)
        small = word in ("town", "village") and place in capitals()
        return known is not None and known.kind in _REFERENCE_KINDS[word] and not small

    def _country(self, sentence: int) -> tuple[str | None, str]:
        main = gazetteer.states()[self._main[0]].place if self._main else None
        near = {k.country for s, p in self._places_seen if sentence - s <= _REACH and (k := self._known_place(p))}
        if main and (not near or main in near):
            return main, "the country the article speaks of most"
        return None, "two countries fit, or none"

    def _known_place(self, place: str) -> Place | None:
        return self._world.places.get(place) or gazetteer.place(place)

    # --- what the mentions stand for ---------------------------------------------------------------------------

    def _actor(self, actor: str, mentions: Sequence[Mention]) -> Actor:
        known = self._world.actors.get(actor) or known_actor(actor)
        if known is None:
            raise AssertionError(f"no actor {actor}")  # every id comes from one of the two tables
        texts = [m.text for m in mentions if m.actor == actor and m.form not in (Form.PRONOUN, Form.DEMONYM)]
        surface = [part for text in texts for part in _with_parts(text)]
        label = known.label
        if not known.curated and known.kind is not Kind.PERSON and label not in surface:
            label = max(surface, key=len, default=label)
        names = dict.fromkeys([label, *surface, *(known.names if known.curated else ())])
        return Actor(actor, known.kind, label, tuple(names), known.curated, known.state, known.existed)

    def _place(self, place: str, mentions: Sequence[Mention]) -> Place:
        known = self._world.places.get(place) or gazetteer.place(place)
        if known is None:
            raise AssertionError(f"no place {place}")
        surface = [m.text for m in mentions if m.place == place and m.form is not Form.DESCRIPTION]
        names = tuple(dict.fromkeys([known.label, *surface, *known.names]))
        return Place(
            place, known.kind, known.label, names, known.within, known.country, known.latitude, known.longitude
        )


def _with_parts(text: str) -> list[str]:
    """A surface form, and its two parts where one stands in brackets: "Rapid Support Forces (RSF)"."""
    match = _IN_BRACKETS.fullmatch(text)
    return [text, match[1], match[2]] if match else [text]


def _sentence_numbers(words: Sequence[Word]) -> list[int]:
    numbers, current = [], 0
    for word in words:
        current += word.opens
        numbers.append(current)
    return numbers
