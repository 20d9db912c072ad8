"""Capitalised runs that nobody listed: organisations, acronyms, outlets and treaties, read off their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.mentions.lists import lists
from kg.mentions.words import APOSTROPHES, HYPHENS, Word, fold
from kg.vocabulary import Kind

_LONGEST = 14
_ACRONYM = re.compile(r"[A-Z]{2,8}s?|[A-Z]+\d+|[A-Z][A-Za-z]{0,3}[A-Z]{2,4}")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)?")
_INNER_GAPS = frozenset([" ", *HYPHENS, *APOSTROPHES, " '", " ’", "' ", "’ "])


def slug(name: str) -> str:
    """An identifier from a name: lower-case ASCII words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name).replace("'", "").replace("’", "")).strip("-") or "unnamed"


def may_begin(words: Sequence[Word], first: int) -> bool:
    """Whether a word may begin a name of an organisation; everyday words only before another capital."""
    known, word = lists(), words[first]
    if word.text in ("al", "el") and first + 1 < len(words) and words[first + 1].is_hyphened:
        return words[first + 1].is_capital
    if not word.is_capital or len(word.text) < 2:
        return _ORDINAL.fullmatch(word.text) is not None and word.gap == " " and _capital_after(words, first)
    if word.lower in known.titles or word.text in known.calendar:
        return False
    if not known.begins_nothing(word.text):
        return True
    soft = not word.opens or word.text in known.collectives or word.lower in known.directions
    return soft and word.text not in ("The", "A", "An", "I") and _goes_on(words, first)


def _goes_on(words: Sequence[Word], first: int) -> bool:
    at = first + 1
    if at < len(words) and words[at].fold == "s" and words[at].gap in APOSTROPHES:
        at += 1
    return at < len(words) and words[at].gap == " " and words[at].is_capital


def run_end(words: Sequence[Word], first: int) -> int:
    """Index of the last word of the capitalised run that begins here, small words inside it included."""
    known = lists()
    last, has_head, bound = first, words[first].text in known.name_heads, False
    index = first + 1
    while index < len(words) and index - first < _LONGEST:
        word = words[index]
        listed = word.gap == ", " and bound and word.is_capital and _list_goes_on(words, index)
        if word.gap not in _INNER_GAPS and not listed:
            break
        if word.is_capital or (word.text.isdigit() and words[index - 1].is_capital and len(word.text) < 5):
            if _ends_name(word) or (word.text in ("The",) and word.gap == " "):
                break
            last = index
            has_head = has_head or word.text in known.name_heads
        elif word.fold == "s" and word.gap in APOSTROPHES and words[index - 1].text in known.collectives:
            pass
        elif not is_particle(words, index):
            joins = has_head or (word.lower in ("of", "for") and not words[first].opens and _head_ahead(words, index))
            if word.lower not in known.connectors or not joins or not _small_may_follow(word, bound):
                break
            bound = bound or word.lower in ("of", "for", "pour", "de", "du", "to")
        index += 1
    return last


def _list_goes_on(words: Sequence[Word], index: int) -> bool:
    """Whether "and X" follows within two words: "Framework for Peace, Security and Development"."""
    return any(w.text in ("and", "et") for w in words[index + 1 : index + 4]) and all(
        w.is_capital or w.text in ("and", "et") for w in words[index : index + 3]
    )


def _small_may_follow(word: Word, bound: bool) -> bool:
    return bound or word.lower not in ("and", "et", "in", "to", "the", "à", "en")


def is_particle(words: Sequence[Word], index: int) -> bool:
    """Whether a small word is a part of a name: "al" before a capital, "as" before a hyphen and a capital."""
    known, word = lists(), words[index]
    if word.lower not in known.particles or not _capital_after(words, index):
        return False
    return word.lower not in known.hyphened_particles or words[index + 1].gap == "-"


def _head_ahead(words: Sequence[Word], index: int) -> bool:
    """Whether capitals with a head among them follow: "Freedom of Russia Legion"."""
    for word in words[index + 1 : index + 4]:
        if word.gap != " " or not word.is_capital:
            return False
        if word.text in lists().last_heads:
            return True
    return False


def _capital_after(words: Sequence[Word], index: int) -> bool:
    return index + 1 < len(words) and words[index + 1].is_capital and words[index + 1].gap in (" ", "-", "’", "'")


def _ends_name(word: Word) -> bool:
    """Titles and days end a name: "Rapid Support Forces Commander …"."""
    return (word.lower in lists().titles and word.text not in lists().name_heads) or word.text in lists().calendar


def organisation_at(words: Sequence[Word], first: int, last: int | None = None) -> tuple[int, Kind] | None:
    """A capitalised run that holds a head of organisations: (index of its last word, kind).

    "Rapid Support Forces", "Front for Change and Concord in Chad", "Hayat Tahrir al-Sham", "444 Brigade"; a run whose
    only word is the head is no name. `last` is the end of the run, where it is known.
    """
    if not may_begin(words, first):
        return None
    last = run_end(words, first) if last is None else last
    run = words[first : last + 1]
    if len(run) < 2 or (len(run) == 2 and run[1].text == "s"):
        return None
    kind = _head_kind(run)
    return (last, kind) if kind else None


def _head_kind(run: Sequence[Word]) -> Kind | None:
    """The kind by a head that begins the run, else by the last head before "of" or "for"."""
    known = lists()
    if run[0].text in known.first_heads:
        return known.name_heads[run[0].text]
    before: list[Kind] = []
    for word in run:
        if word.text in ("of", "for", "de", "pour") and before:
            break
        if word.text in known.last_heads:
            before.append(known.name_heads[word.text])
    return before[-1] if before else None


def nobody_at(words: Sequence[Word], first: int, last: int | None = None) -> int | None:
    """Index of the last word of an outlet, treaty, meeting, court or club that begins here."""
    if not words[first].is_capital or words[first].lower in lists().titles:
        return None
    last = run_end(words, first) if last is None else last
    for index in range(last, first, -1):
        if words[index].text in lists().nobody_heads:
            if any(w.text in ("of", "for") for w in words[first:index]) and _head_kind(words[first : index + 1]):
                return None  # "Government of National Accord"
            return index if index == last or words[index + 1].text in ("of", "for", "on") else None
    after = words[last + 1] if last + 1 < len(words) else None
    if after and after.gap == " " and after.lower in _AGREEMENTS:
        return last + 1
    return None


_AGREEMENTS = frozenset(["accord", "accords", "agreement", "agreements", "protocol", "treaty", "summit", "process"])


def acronym_at(words: Sequence[Word], first: int) -> int | None:
    """Index of the last word of an acronym such as RSF, M23 or SPLM-IO that begins here."""
    if not _is_acronym(words[first].text):
        return None
    last = first
    while last + 1 < len(words) and words[last + 1].gap == "-" and _is_part(words[last + 1].text):
        last += 1
    return last


def _is_acronym(text: str) -> bool:
    if text[1:].islower() or not 2 <= len(text) <= 9 or text in lists().acronym_stop or not text[0].isupper():
        return False
    capitals = sum(c.isupper() for c in text)
    digits = any(c.isdigit() for c in text)
    return capitals >= (1 if digits else 2) and _ACRONYM.fullmatch(text) is not None


def _is_part(text: str) -> bool:
    return (text.isupper() and len(text) < 6) or _is_acronym(text)


def fits_initials(acronym: str, run: Sequence[Word]) -> bool:
    """Whether an acronym's letters follow the initials of a run's words."""
    initials = [w.fold[0] for w in run if w.fold]
    position = 0
    for letter in (c for c in fold(acronym) if c.isalpha()):
        while position < len(initials) and initials[position] != letter:
            position += 1
        if position == len(initials):
            return False
        position += 1
    return True
