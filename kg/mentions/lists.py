"""The word lists that mentions are read with, in the shape in which they are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg import lexicon
from kg.mentions.words import fold
from kg.vocabulary import Kind, PlaceKind


@dataclass(frozen=True, slots=True)
class Lists:
    """Words of kg/data/lexicon; keys are lower-case words unless said otherwise."""

    heads: Mapping[str, str]  # word → class of description: "rebels" → "rebel"
    head_kinds: Mapping[str, Kind]
    plural: frozenset[str]
    modifiers: Mapping[str, str]  # word → class, or an empty string
    vague: frozenset[str]
    numbers: frozenset[str]  # vague only before bodies: "two groups"
    name_heads: Mapping[str, Kind]  # as written: "Army"
    first_heads: frozenset[str]  # as written: words that begin a name of an organisation: "Ansar"
    last_heads: frozenset[str]  # as written: words that end one or stand inside
    nobody_heads: frozenset[str]  # as written: "Accord"
    titles: frozenset[str]
    inner_titles: frozenset[str]  # titles that stand inside names as well: "Hassan Sheikh Mohamud"
    openers: frozenset[str]  # as written
    calendar: frozenset[str]  # as written
    no_names: frozenset[str]  # as written
    acronym_stop: frozenset[str]  # as written
    particles: frozenset[str]
    strong_particles: frozenset[str]
    hyphened_particles: frozenset[str]  # only before a hyphen: "as" in "as-Suwayda"
    connectors: frozenset[str]
    collectives: frozenset[str]  # as written: "People"
    peoples: Mapping[str, str]  # as written → class
    place_heads: Mapping[str, PlaceKind]
    place_verbs: frozenset[str]
    after_noun: frozenset[str]
    ties: frozenset[str]
    leads: frozenset[str]
    weak_after: frozenset[str]
    place_beginnings: frozenset[str]  # as written
    directions: frozenset[str]

    def begins_nothing(self, text: str) -> bool:
        """Whether a capitalised word is no beginning of a name: "The", "March", "Kalashnikov"."""
        return text in self.openers or text in self.calendar or text in self.no_names


@cache
def lists() -> Lists:
    """The lists, read once."""
    name_heads = {row["word"]: Kind(row["kind"]) for row in lexicon.table("name_heads")}
    first = {row["word"]: row["first"] for row in lexicon.table("name_heads")}
    particles = lexicon.mapping("particles", "strong")
    return Lists(
        heads=dict(lexicon.mapping("heads", "class")),
        head_kinds={word: Kind(kind) for word, kind in lexicon.mapping("heads", "kind").items()},
        plural=frozenset(w for w, number in lexicon.mapping("heads", "number").items() if number == "plur"),
        modifiers=dict(lexicon.mapping("modifiers", "class")),
        vague=frozenset(w for w, of in lexicon.mapping("vague", "of").items() if not of),
        numbers=frozenset(w for w, of in lexicon.mapping("vague", "of").items() if of),
        name_heads=name_heads,
        first_heads=frozenset(w for w, mark in first.items() if mark),
        last_heads=frozenset(w for w, mark in first.items() if mark != "only"),
        nobody_heads=lexicon.words("nobody_heads"),
        titles=frozenset(t for title in lexicon.words("titles") for t in (title, title.split()[-1])),
        inner_titles=frozenset(t for t, inside in lexicon.mapping("titles", "inside").items() if inside),
        openers=lexicon.words("openers"),
        calendar=lexicon.words("calendar"),
        no_names=lexicon.words("no_names"),
        acronym_stop=lexicon.words("acronym_stop"),
        particles=frozenset(particles),
        hyphened_particles=frozenset(p for p, tied in lexicon.mapping("particles", "hyphen").items() if tied),
        strong_particles=frozenset(p for p, strong in particles.items() if strong),
        connectors=lexicon.words("connectors"),
        collectives=lexicon.words("collectives"),
        peoples=dict(lexicon.mapping("peoples", "class")),
        place_heads={word: PlaceKind(kind) for word, kind in lexicon.mapping("place_heads", "kind").items()},
        place_verbs=lexicon.words("place_verbs"),
        after_noun=lexicon.words("after_noun"),
        ties=lexicon.words("ties"),
        leads=lexicon.words("leads"),
        place_beginnings=lexicon.words("place_beginnings"),
        weak_after=lexicon.words("weak_after"),
        directions=lexicon.words("directions"),
    )


@cache
def small_beginnings() -> frozenset[str]:
    """Folded small words that a mention may begin with."""
    found = lists()
    return frozenset(
        fold(w) for w in (*found.heads, *found.modifiers, *found.directions, *_REFERENCES, "al", "el")
    ) | frozenset(w.split("-")[0] for w in found.modifiers if "-" in w)


_REFERENCES = ("country", "region", "town", "city", "village", "capital")
