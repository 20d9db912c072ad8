"""Inflected forms of the lexicon's verbs, for places where the parser has misread a verb."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kg import lexicon

_VOWELS = frozenset("aeiou")


@cache
def past_forms() -> Mapping[str, str]:
    """Past form → lemma of every verb of one word in frames.tsv."""
    verbs = {row["word"] for row in lexicon.table("frames") if row["pos"] == "V" and " " not in row["word"]}
    found = {past(verb): verb for verb in verbs}
    irregular = lexicon.mapping("irregular", "lemma")
    found = {form: verb for form, verb in found.items() if verb not in irregular.values()}
    found.update({form: lemma for form, lemma in irregular.items() if lemma in verbs})
    return MappingProxyType(found)


@cache
def verb_forms() -> Mapping[str, str]:
    """Any inflected form → lemma of every verb of one word in frames.tsv and light.tsv."""
    verbs = {row["word"] for row in lexicon.table("frames") if row["pos"] == "V" and " " not in row["word"]}
    found = {form: verb for verb in verbs for form in (verb, _third(verb), _ing(verb), past(verb))}
    found.update(past_forms())
    return MappingProxyType(found)


def _third(verb: str) -> str:
    """Form of the third person: "seizes", "occupies", "launches"."""
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in _VOWELS else verb + "s"


def _ing(verb: str) -> str:
    """The gerund, made from the past where that doubles a letter: "seizing", "expelling"."""
    if verb.endswith("e") and not verb.endswith(("ee", "ye")):
        return verb[:-1] + "ing"
    doubled = past(verb)[:-2]
    return (doubled if doubled == verb + verb[-1] else verb) + "ing"


def past(verb: str) -> str:
    """The regular past form of a verb: "seize" → "seized", "occupy" → "occupied", "raid" → "raided"."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    doubles = len(verb) > 2 and verb[-1] not in _VOWELS | {"w", "x", "y"} and verb[-2] in _VOWELS
    if doubles and verb[-3] not in _VOWELS and (len(verb) <= 4 or verb in _STRESSED_LAST):
        return verb + verb[-1] + "ed"
    return verb + "ed"


_STRESSED_LAST = frozenset(
    {"expel", "repel", "annex", "cut", "regret", "rebel", "equip", "patrol", "control", "propel"}
)
