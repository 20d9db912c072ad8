"""Persons that nobody listed: capitalised runs beside a title, a role, a verb of saying, or with a particle inside."""

from __future__ import annotations

from collections.abc import Sequence

from kg.mentions.lists import lists
from kg.mentions.names import is_particle
from kg.mentions.words import APOSTROPHES, Word

_REPORTING = frozenset(
    ["said", "says", "told", "tells", "announced", "wrote", "warned", "declared", "added", "stated", "claimed"]
)  # the verbs beside which a capitalised run of two words is taken for a person
_GAPS = frozenset([" ", "-", "‑", *APOSTROPHES, " '", " ’"])
_APPOSED = frozenset(["who", "whom", "known", "nicknamed", "alias", "aged"])  # behind a comma: of a person
_ROLE_WINDOW = 6
_ABBREVIATED = 3  # letters of "Thu", which is a Burmese name as well


def person_at(words: Sequence[Word], first: int) -> tuple[int, str] | None:
    """A person's name that begins here: (index of its last word, why); a leading title is left out."""
    known = lists()
    if not _may_begin(words, first):
        return None
    last = _name_end(words, first)
    run = words[first : last + 1]
    if any(w.text in known.last_heads or w.text in known.nobody_heads for w in run) or run[0].text in known.first_heads:
        return None
    if any(w.is_acronym and len(w.text) > 2 for w in run[:-1]) and not all(w.is_acronym for w in run):
        return None
    why = _why(words, first, last)
    return (last, why) if why else None


def _may_begin(words: Sequence[Word], first: int) -> bool:
    known, word = lists(), words[first]
    if not word.is_capital:
        return word.lower in known.particles and word.lower in ("al", "el") and _hyphen_capital(words, first)
    return not known.begins_nothing(word.text) and word.lower not in known.titles and len(word.text) > 1


def _hyphen_capital(words: Sequence[Word], first: int) -> bool:
    return first + 1 < len(words) and words[first + 1].gap == "-" and words[first + 1].is_capital


def _name_end(words: Sequence[Word], first: int) -> int:
    known, last, index = lists(), first, first + 1
    while index < len(words) and index - first < 7:
        word = words[index]
        initial = word.gap == ". " and len(words[index - 1].text) == 1 and words[index - 1].is_capital
        if word.gap not in _GAPS and not initial:
            break
        if word.is_capital and (word.text not in known.calendar or len(word.text) == _ABBREVIATED):
            inner = word.lower in known.inner_titles and index + 1 < len(words) and words[index + 1].is_capital
            if word.lower in known.titles and not inner:
                break
            last = index
        elif not is_particle(words, index):
            break
        index += 1
    return last


def _why(words: Sequence[Word], first: int, last: int) -> str | None:
    run = words[first : last + 1]
    if _title_before(words, first) and any(c.islower() for c in run[0].text):
        return "a title stands before it"
    if last == first:
        return None
    if any(w.lower in lists().strong_particles for w in run[1:-1]) or run[0].text in ("Abu", "Abou", "Ag", "Ould"):
        return "a particle of persons' names stands in it"
    if words[first].gap == ", " and first and words[first - 1].lower in lists().titles and _comma_after(words, last):
        return "a title stands before it"
    if _has_article_inside(words, first, last):
        return "an Arabic article stands in it"
    if _said_beside(words, first, last):
        return "a verb of saying stands beside it"
    if _role_after(words, last):
        return "a role stands behind it"
    if first > 1 and words[first - 1].lower == "by" and words[first - 2].lower in lists().leads:
        return '"led by" stands before it'
    return None


def _title_before(words: Sequence[Word], first: int) -> bool:
    if first == 0 or words[first].gap not in (" ", ". "):
        return False
    before = words[first - 1]
    if before.lower not in lists().titles or (words[first].opens and len(before.text) > 4):
        return False
    return words[first].gap == " " or len(before.text) < 5


def _has_article_inside(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the run is of the form "Bashar al-Assad" and does not begin as places do."""
    if not 1 < last - first < 4 or words[first].text in lists().place_beginnings or words[first].lower in ("al", "el"):
        return False
    if first and words[first - 1].lower in ("in", "near", "at", "of", "from", "outside", "around"):
        return False
    return any(w.text in ("al", "el") and words[i + 1].is_hyphened for i, w in enumerate(words[first:last], first))


def _comma_after(words: Sequence[Word], last: int) -> bool:
    return last + 1 == len(words) or words[last + 1].gap[:1] in (",", ".")


def _said_beside(words: Sequence[Word], first: int, last: int) -> bool:
    after = words[last + 1] if last + 1 < len(words) else None
    before = words[first - 1] if first else None
    return bool(
        (after and after.text in _REPORTING and after.gap == " ")
        or (before and before.text in ("said", "says") and words[first].gap == " ")
    )


def _role_after(words: Sequence[Word], last: int) -> bool:
    """Whether ", (a|the) … spokesman" or ", who" follows within a few words of the same clause."""
    if last + 2 >= len(words) or words[last + 1].gap not in (", ", ","):
        return False
    if words[last + 1].text in _APPOSED:
        return True
    for index in range(last + 1, min(last + 1 + _ROLE_WINDOW, len(words))):
        word = words[index]
        if index > last + 1 and ("." in word.gap or "," in word.gap or word.lower in ("and", "whose", "said", "led")):
            return False
        if word.lower in lists().titles and not word.gap.startswith("-"):
            return True
    return False
