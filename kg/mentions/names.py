"""Names that nobody listed: organisations, acronyms and persons, read off their capitals and the words around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg import lexicon
from kg.mentions.words import Word, fold
from kg.vocabulary import Kind

_CONNECTORS = frozenset(
    [
        "of",
        "for",
        "the",
        "and",
        "in",
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "l",
        "et",
        "pour",
        "d",
        "al",
        "el",
        "ul",
        "wal",
        "wa",
    ]
)
_PARTICLES = frozenset(
    [
        "ag",
        "al",
        "el",
        "ould",
        "ben",
        "bin",
        "ibn",
        "abu",
        "abou",
        "de",
        "van",
        "von",
        "ech",
        "ash",
        "as",
        "le",
        "la",
        "un",
        "ul",
        "ur",
        "ed",
    ]
)
_REPORTING = frozenset(
    ["said", "says", "told", "tells", "announced", "wrote", "warned", "declared", "added", "stated", "claimed"]
)


def slug(name: str) -> str:
    """An identifier from a name: lower-case ASCII words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name).replace("'", "").replace("’", "")).strip("-") or "unnamed"


def organisation_at(words: Sequence[Word], first: int) -> tuple[int, Kind] | None:
    """A capitalised run that holds a head of organisations: (index of its last word, kind).

    "Rapid Support Forces", "Front for Change and Concord in Chad"; a run whose only word is the head is no name.
    """
    if not _may_begin_name(words[first]):
        return None
    last, bound = first, False
    index = first + 1
    while index < len(words) and index - first < 14:
        word = words[index]
        if not set(word.gap) <= set(" '’-") or len(word.gap) > 2:
            break
        if word.is_capital and not _ends_name(word):
            last = index
        elif word.text.lower() in _CONNECTORS and _has_head(words[first:index]):
            if word.text.lower() == "and" and not bound:
                break
            bound = bound or word.text.lower() in ("of", "for", "pour", "de", "du")
        else:
            break
        index += 1
    run = words[first : last + 1]
    kind = _head_kind(run)
    return (last, kind) if kind and len(run) > 1 else None


def _may_begin_name(word: Word) -> bool:
    return (
        word.is_capital
        and len(word.text) > 1
        and word.text not in lexicon.words("openers")
        and word.text not in lexicon.words("calendar")
        and word.text.lower() not in lexicon.words("titles")
    )


def _ends_name(word: Word) -> bool:
    """Titles end a name: "Rapid Support Forces Commander …"."""
    return word.text.lower() in lexicon.words("titles") or word.text in lexicon.words("calendar")


def _has_head(run: Sequence[Word]) -> bool:
    return any(w.text in lexicon.mapping("name_heads", "kind") for w in run)


def _head_kind(run: Sequence[Word]) -> Kind | None:
    """The kind by the last head before "of" or "for", as in "Movement for …", else by the last head."""
    kinds = lexicon.mapping("name_heads", "kind")
    before: list[str] = []
    for word in run:
        if word.text in ("of", "for") and before:
            break
        if word.text in kinds:
            before.append(kinds[word.text])
    return Kind(before[-1]) if before else None


def acronym_at(words: Sequence[Word], first: int) -> int | None:
    """Index of the last word of an acronym such as RSF, M23 or SPLM-IO that begins here."""
    if not _is_acronym(words[first]):
        return None
    last = first
    while last + 1 < len(words) and words[last + 1].gap == "-" and _is_acronym(words[last + 1]):
        last += 1
    return last


def _is_acronym(word: Word) -> bool:
    text = word.text
    return (
        2 <= len(text) <= 8
        and text not in lexicon.words("acronym_stop")
        and sum(c.isupper() for c in text) >= (1 if any(c.isdigit() for c in text) else 2)
        and re.fullmatch(r"[A-Z]{2,8}s?|[A-Z]+\d+|[A-Z][A-Za-z]{0,3}[A-Z]{2,4}", text) is not None
    )


def fits_initials(acronym: str, run: Sequence[Word]) -> bool:
    """Whether an acronym's letters follow the initials of a run's words."""
    initials = [w.fold[0] for w in run if w.fold]
    position = 0
    for letter in (c for c in acronym.casefold() if c.isalpha()):
        while position < len(initials) and initials[position] != letter:
            position += 1
        if position == len(initials):
            return False
        position += 1
    return True


def person_at(words: Sequence[Word], first: int) -> tuple[int, int] | None:
    """A person's name that begins here, known as one by a title before it or a verb of saying beside it.

    Returns the indices of the name's first and last word; a leading title is left out.
    """
    begin = first
    if not words[first].is_capital or words[first].text.lower() in lexicon.words("titles"):
        return None
    last = begin
    while last + 1 < len(words) and last - begin < 5:
        word = words[last + 1]
        if word.gap not in (" ", "-", "'", "’", " '"):
            break
        if (word.is_capital and not word.is_acronym and word.text not in lexicon.words("calendar")) or (
            word.text.lower() in _PARTICLES and last + 2 < len(words) and words[last + 2].is_capital
        ):
            last += 1
        else:
            break
    if words[begin].text in lexicon.words("openers") or words[begin].text in lexicon.words("calendar"):
        return None
    named = words[begin : last + 1]
    if any(w.text in lexicon.mapping("name_heads", "kind") for w in named):
        return None
    titled = _title_before(words, begin)
    if titled and any(c.islower() for c in words[begin].text):
        return begin, last
    if last > begin and (_said_beside(words, begin, last) or _role_after(words, last)):
        return begin, last
    return None


def _title_before(words: Sequence[Word], first: int) -> bool:
    if first == 0 or words[first].gap not in (" ", ". ", ", "):
        return False
    return words[first - 1].text.lower() in lexicon.words("titles") and words[first].gap != ", "


def _said_beside(words: Sequence[Word], first: int, last: int) -> bool:
    after = words[last + 1] if last + 1 < len(words) else None
    before = words[first - 1] if first else None
    return bool(
        (after and after.text in _REPORTING and after.gap == " ")
        or (before and before.text in _REPORTING and words[first].gap == " ")
    )


def _role_after(words: Sequence[Word], last: int) -> bool:
    """Whether ", (a|the) … spokesman" follows within four words."""
    if last + 2 >= len(words) or not words[last + 1].gap.startswith(","):
        return False
    if words[last + 1].text == "who":
        return True
    window = words[last + 1 : last + 6]
    return any(w.text.lower() in lexicon.words("titles") for w in window if "." not in w.gap)
