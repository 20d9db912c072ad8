"""Readings of places: parts of places, new names in the position of a place, and "the town", "the country"."""

from __future__ import annotations

from kg import gazetteer
from kg.mentions.drafts import Draft, Made
from kg.mentions.index import areas, known_names
from kg.mentions.lists import lists
from kg.mentions.names import slug
from kg.mentions.persons import person_at
from kg.mentions.scan import Scanner
from kg.model import Form, Place
from kg.vocabulary import PlaceKind

_LANDSCAPES = frozenset(["valley", "mountains", "forest", "desert", "peninsula", "basin", "plateau", "hills"])
_PREPOSITIONS = frozenset(["in", "near", "at", "around", "outside", "inside", "into", "towards", "toward"])
_REFERENCES = frozenset(["country", "region", "town", "city", "village", "capital"])
_VERBS_AFTER = frozenset(
    ["said", "says", "told", "has", "had", "have", "was", "were", "is", "are", "will", "would", "fell", "did"]
)
_ARTICLES = frozenset(["al", "el", "as", "ash", "az", "deir", "tal", "ad", "ar", "at", "an", "umm", "ain", "las", "la"])


def in_place_context(scanner: Scanner, index: int, last: int) -> bool:
    """Whether an everyday word stands where a place stands: "in Air", "the town of Mine", "Bara district"."""
    before = scanner.before(index)
    headed = scanner.lower(last + 1) in lists().place_heads
    return before in _PREPOSITIONS or before in lists().place_verbs or _of_head(scanner, index) is not None or headed


def _of_head(scanner: Scanner, index: int) -> PlaceKind | None:
    """The kind of place where "the town of" stands before."""
    if index < 2 or scanner.before(index) != "of":
        return None
    return lists().place_heads.get(scanner.before(index - 1))


def with_head(scanner: Scanner, first: int, last: int, places: list[str]) -> tuple[list[str], int]:
    """Let "Kidal region" mean the region, where one of that name is known."""
    head = scanner.lower(last + 1)
    kind = lists().place_heads.get(head) if places else None
    if kind not in (PlaceKind.REGION, PlaceKind.DISTRICT):
        return list(places), last
    named = known_names().get(f"{scanner.text(first, last)} {head}")
    better = list(named.places) if named else []
    better = better or [p for p in places if (known := gazetteer.place(p)) and known.kind == kind]
    return (better, last + 1) if better else (list(places), last)


def directed(scanner: Scanner, index: int) -> Draft | None:
    """Read "northern Syria", "eastern Menaka": a part of a place, which is not the place."""
    word = scanner.words[index]
    if word.lower not in lists().directions or index + 1 >= len(scanner.words):
        return None
    known = scanner.hit(index)
    if known and known.entry.places or scanner.words[index + 1].gap != " ":
        return None
    hit = scanner.hit(index + 1)
    if (
        not hit
        or not hit.entry.places
        or (hit.entry.common and not hit.entry.curated)
        or scanner.possessive_after(hit.last)
    ):
        return None
    whole = gazetteer.place(hit.entry.places[0])
    if whole is None:
        return None
    name = f"{word.lower} {whole.label}"
    place = Place(slug(name), PlaceKind.AREA, name, (name,), whole.id, whole.country)
    scanner.world.places.setdefault(place.id, place)
    return Draft(index, hit.last, Form.NAME, f"part of {whole.label}", [], [place.id, whole.id], made=Made.PLACE)


def enter_areas(scanner: Scanner, places: list[str]) -> None:
    """Make the article know the areas of the word list among some places."""
    for place in places:
        if place in areas():
            scanner.world.places.setdefault(place, areas()[place])


def new_place(scanner: Scanner, index: int) -> Draft | None:
    """Read "in the town of X", "near X", "X province", "captured X" where nobody listed X."""
    word = scanner.words[index]
    if not _may_be_place(scanner, index):
        return None
    last = _run_end(scanner, index)
    before, after = scanner.before(index), scanner.lower(last + 1)
    kind = _head_after(scanner, last)
    kind = kind or _of_head(scanner, index)
    second = before in ("and", "or") and _place_before(scanner, index)
    sure = kind or before in _PREPOSITIONS or second
    if not sure and not (before in lists().place_verbs and last - index < 3):
        return None
    if last - index > 3 or (second and not kind and after in _VERBS_AFTER) or (len(word.text) < 3 and last == index):
        return None
    run = scanner.words[index : last + 1]
    if any(w.lower in lists().titles or w.text in lists().last_heads for w in run) or person_at(scanner.words, index):
        return None
    name = scanner.text(index, last)
    place = Place(slug(name), kind or PlaceKind.TOWN, name, (name,))
    scanner.world.places.setdefault(place.id, place)
    return Draft(index, last, Form.NAME, Made.PLACE.value, [], [place.id], made=Made.PLACE)


def _head_after(scanner: Scanner, last: int) -> PlaceKind | None:
    """The kind that a head behind a name says: "Maungdaw township", "al-Watiya air base"."""
    after = scanner.lower(last + 1)
    if after in ("air", "military", "army", "naval"):
        after = scanner.lower(last + 2)
    return lists().place_heads.get(after)


def landscape(scanner: Scanner, index: int) -> Draft | None:
    """Read "Juba valley", "Mandara mountains": a stretch of land named after a place, which is not the place."""
    hit = scanner.hit(index)
    if not hit or not hit.entry.places or scanner.lower(hit.last + 1) not in _LANDSCAPES:
        return None
    near = gazetteer.place(hit.entry.places[0])
    name = scanner.text(index, hit.last + 1)
    place = Place(slug(name), PlaceKind.AREA, name, (name,), None, near.country if near else None)
    scanner.world.places.setdefault(place.id, place)
    return Draft(index, hit.last + 1, Form.NAME, "land named after a place", [], [place.id], made=Made.PLACE)


def _may_be_place(scanner: Scanner, index: int) -> bool:
    word = scanner.words[index]
    if index in scanner.headlines or word.opens:
        return False
    if not word.is_capital:
        return (
            word.lower in ("al", "el") and scanner.lower(index + 1, "-") != "" and scanner.words[index + 1].is_capital
        )
    hit = scanner.hit(index)
    if (
        word.is_acronym
        or word.text in lists().peoples
        or (hit and (hit.entry.nobody or hit.entry.actors or hit.entry.demonym_of))
    ):
        return False
    return not lists().begins_nothing(word.text)


def _run_end(scanner: Scanner, first: int) -> int:
    last, words = first, scanner.words
    while last + 1 < len(words) and words[last + 1].gap in (" ", "-", "'", "’"):
        word = words[last + 1]
        small = word.lower in _ARTICLES and last + 2 < len(words) and words[last + 2].is_capital
        small = small and (words[last + 2].gap == "-" or word.lower in ("al", "el", "la", "las", "de"))
        if not (word.is_capital or small) or word.text in lists().calendar:
            break
        last += 1
    return last


def _place_before(scanner: Scanner, index: int) -> bool:
    """Whether a known place stands before "and": "Aklaz and Awkassa"."""
    for first in range(max(0, index - 4), index - 1):
        hit = scanner.hit(first)
        if hit and hit.last == index - 2 and hit.entry.places and not hit.entry.actors:
            return True
    return False


def reference(scanner: Scanner, index: int) -> Draft | None:
    """Read "the country", "the town": to be resolved to a place that was named before."""
    word = scanner.words[index]
    if word.text not in _REFERENCES or scanner.before(index) not in ("the", "this"):
        return None
    after = scanner.words[index + 1] if index + 1 < len(scanner.words) else None
    if after and after.gap == " " and after.lower not in lists().after_noun or after and after.is_hyphened:
        return None
    if scanner.lower(index + 1) == "of":
        return None
    return Draft(index, index, Form.DESCRIPTION, "", made=Made.REFERENCE, reference=word.text)
