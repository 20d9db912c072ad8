"""Everybody and every place of one article, as rules meet them: the mentions, and names that only a role gives away."""

from __future__ import annotations

from dataclasses import dataclass

from kg import lexicon
from kg.model import Actor, Form, Mention, Mentions, Place, Sentence
from kg.vocabulary import Kind, PlaceKind


@dataclass(slots=True)
class Cast:
    """The mentions of an article and whom they stand for. Rules may add a name that fills a role: "took Ann"."""

    mentions: list[Mention]
    actors: dict[str, Actor]
    places: dict[str, Place]

    @classmethod
    def of(cls, found: Mentions) -> Cast:
        """The cast that the mentions make up."""
        return cls(list(found.mentions), dict(found.actors), dict(found.places))

    def inside(self, sentence: Sentence) -> list[Mention]:
        """The mentions of a sentence in the order of the text."""
        inside = [m for m in self.mentions if sentence.start <= m.start and m.end <= sentence.end]
        return sorted(inside, key=lambda m: m.start)

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
