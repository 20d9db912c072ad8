"""Everybody and every place of one article, as rules meet them: the mentions, and names that only a role gives away."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg import gazetteer, lexicon
from kg.model import Actor, Form, Mention, Mentions, Place, Sentence
from kg.vocabulary import Kind, PlaceKind

_WIDTHS = {PlaceKind.TOWN: 0, PlaceKind.BASE: 0, PlaceKind.DISTRICT: 1, PlaceKind.REGION: 2, PlaceKind.AREA: 2}
_WIDEST = 3


@dataclass(slots=True)
class Cast:
    """The mentions of an article and whom they stand for. Rules may add a name that fills a role: "took Ann"."""

    mentions: list[Mention]
    actors: dict[str, Actor]
    places: dict[str, Place]
    home: str | None = None  # the state that the article is about
    led: dict[str, str] = field(default_factory=dict)  # person → the side that the article says he leads
    guessed: set[str] = field(default_factory=set)  # persons of whom only a role tells
    listed: int = 0  # how many mentions were there before rules added theirs

    @classmethod
    def of(cls, found: Mentions) -> Cast:
        """The cast that the mentions make up."""
        return cls(list(found.mentions), dict(found.actors), dict(found.places), listed=len(found.mentions))

    def place(self, place: str) -> Place | None:
        """A place of the article or of the gazetteer."""
        return self.places.get(place) or gazetteer.place(place)

    def width(self, place: str) -> int:
        """How wide a place is: 0 a town or base, 1 a district, 2 a region or area, 3 a country or unknown."""
        known = self.place(place)
        return _WIDTHS.get(known.kind, _WIDEST) if known else _WIDEST

    def added_at(self, start: int) -> int | None:
        """Index of a mention that a rule has added around an offset."""
        return next((n for n in range(self.listed, len(self.mentions)) if self._covers(n, start)), None)

    def _covers(self, number: int, start: int) -> bool:
        mention = self.mentions[number]
        return mention.start <= start < mention.end and mention.form is Form.NAME

    def inside(self, sentence: Sentence) -> list[Mention]:
        """The mentions of a sentence in the order of the text."""
        inside = [m for m in self.mentions if sentence.start <= m.start and m.end <= sentence.end]
        return sorted(inside, key=lambda m: m.start)

    def kind_of_place(self, number: int) -> PlaceKind | None:
        """The kind of the place that a mention names; None where it names none, or a country."""
        place = self.places.get(self.mentions[number].place or "")
        return place.kind if place is not None and place.kind is not PlaceKind.COUNTRY else None

    def army_of(self, state: str, start: int, end: int) -> int | None:
        """Index of a mention of the army of the state that the article is about; a new one at start:end if need be."""
        if state != self.home:
            return None
        every = [*self.actors.values(), *gazetteer.actors().values()]
        armies = [a for a in every if a.kind is Kind.ARMED_FORCE and a.state == state]
        if not armies:
            return None
        army = armies[0]
        self.actors.setdefault(army.id, army)
        known = next((n for n, m in enumerate(self.mentions) if m.actor == army.id), None)
        if known is not None:
            return known
        reason = "soldiers of the state that the article is about"
        return self._add(Mention(start, end, army.label, army.id, None, Form.DESCRIPTION, True, reason))

    def side_of(self, person: str) -> int | None:
        """Index of a mention of the side that a person leads."""
        side = self.led.get(person)
        return next((n for n, m in enumerate(self.mentions) if m.actor == side), None) if side else None

    def add_person(self, name: str, start: int, end: int) -> int:
        """Index of a new mention of somebody whom only what he leads gives away."""
        key = _key(name)
        self.actors.setdefault(key, Actor(key, Kind.PERSON, name, (name,), curated=False))
        self.guessed.add(key)
        return self._add(Mention(start, end, name, key, None, Form.NAME, False, "a name in the role of a person"))

    def add_place(self, name: str, start: int, end: int) -> int:
        """Index of a new mention of a place that nobody listed; its identifier comes from its name."""
        key = _key(name)
        self.places.setdefault(key, Place(key, PlaceKind.TOWN, name, (name,)))
        return self._add(Mention(start, end, name, None, key, Form.NAME, False, "a name in the role of a place"))

    def add_actor(self, name: str, start: int, end: int) -> int:
        """Index of a new mention of an armed actor that nobody listed; its identifier comes from its name."""
        key = _key(name)
        self.actors.setdefault(key, Actor(key, Kind.ARMED_GROUP, name, (name,), curated=False))
        return self._add(Mention(start, end, name, key, None, Form.NAME, False, "a name in the role of an armed actor"))

    def _add(self, mention: Mention) -> int:
        self.mentions.append(mention)
        return len(self.mentions) - 1


def may_name(text: str) -> bool:
    """Whether a capitalised word can be a name: no month, no opener of sentences, no acronym that is none."""
    return (
        len(text) > 2
        and text[0].isupper()
        and not any(text in lexicon.words(table) for table in ("openers", "calendar", "acronym_stop"))
    )


def _key(name: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in name.casefold()).split()) or "unnamed"
