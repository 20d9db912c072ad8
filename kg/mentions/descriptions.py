"""Descriptions: "the rebels", "separatist forces", "the junta", "Tuareg fighters", and whom they stand for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg import lexicon
from kg.mentions.states import head_class
from kg.mentions.words import Word
from kg.vocabulary import Kind

_GROUPS = (Kind.ARMED_GROUP, Kind.JIHADIST, Kind.REBEL, Kind.SEPARATIST, Kind.MILITIA)

# class of a description → kinds of actor that it may stand for, the fitting ones first
FITS: dict[str, tuple[Kind, ...]] = {
    "army": (Kind.ARMED_FORCE,),
    "government": (Kind.GOVERNMENT,),
    "police": (Kind.SECURITY_FORCE,),
    "rebel": (Kind.REBEL, Kind.SEPARATIST, Kind.ARMED_GROUP, Kind.COALITION),
    "separatist": (Kind.SEPARATIST, Kind.COALITION, Kind.REBEL),
    "insurgent": (Kind.JIHADIST, Kind.REBEL, Kind.SEPARATIST, Kind.ARMED_GROUP),
    "militant": (Kind.JIHADIST, Kind.ARMED_GROUP),
    "jihadist": (Kind.JIHADIST,),
    "militia": (Kind.MILITIA, Kind.ARMED_GROUP),
    "mercenary": (Kind.PRIVATE_MILITARY_COMPANY,),
    "mission": (Kind.MISSION,),
    "force": (Kind.MISSION, Kind.PRIVATE_MILITARY_COMPANY),
    "operation": (Kind.MISSION,),
    "coalition": (Kind.COALITION, Kind.INTERGOVERNMENTAL_ORGANISATION),
    "movement": (Kind.SEPARATIST, Kind.REBEL, Kind.MOVEMENT, Kind.ARMED_GROUP),
    "group": (*_GROUPS, Kind.PRIVATE_MILITARY_COMPANY, Kind.COALITION),
    "foreign": (Kind.PRIVATE_MILITARY_COMPANY,),
}
# classes that make an actor of their own when no named one fits
OWN_KIND = {
    "rebel": Kind.REBEL,
    "separatist": Kind.SEPARATIST,
    "insurgent": Kind.REBEL,
    "militant": Kind.JIHADIST,
    "jihadist": Kind.JIHADIST,
    "militia": Kind.MILITIA,
    "mercenary": Kind.PRIVATE_MILITARY_COMPANY,
}


@dataclass(frozen=True, slots=True)
class Description:
    """words[first:last + 1] describe an actor; `name` is a proper word in it ("Tuareg"), `owner` whose it is."""

    first: int
    last: int
    class_: str
    plural: bool
    definite: bool
    vague: bool
    name: str | None


def description_at(words: Sequence[Word], first: int, is_name: Callable[[int], bool]) -> Description | None:
    """The description that begins with the modifier or head at `first`; None where there is none.

    `is_name(i)` tells whether the word begins a known name, which is never swallowed as a modifier.
    """
    modifiers = lexicon.mapping("modifiers", "class")
    class_, name, index = "", None, first
    while index < len(words) and index - first < 5:
        word = words[index]
        if index > first and word.gap not in (" ", "-", ", "):
            return None
        lower = word.text.lower()
        here = head_class(word)
        if here and not _continues(words, index):
            return _finish(words, first, index, here, class_, name)
        if lower in modifiers:
            class_ = modifiers[lower] or class_
        elif word.is_capital and index == first and not word.opens and not is_name(index):
            name = word.text
        elif not here:
            return None
        else:
            class_ = class_ or here
        index += 1
    return None


def _continues(words: Sequence[Word], index: int) -> bool:
    """Whether the head is itself an attribute of a head that follows: "rebel group", "militia fighters"."""
    following = index + 1
    return following < len(words) and words[following].gap == " " and bool(head_class(words[following]))


def _stands_alone(words: Sequence[Word], index: int) -> bool:
    """Whether "military" is a noun here: what follows is no noun that it could be an adjective of."""
    if index + 1 == len(words) or words[index + 1].gap != " ":
        return True
    return words[index + 1].text.lower() in lexicon.words("after_noun")


def _finish(
    words: Sequence[Word], first: int, last: int, head: str, class_: str, name: str | None
) -> Description | None:
    plural = lexicon.mapping("heads", "number").get(words[last].text.lower()) == "plur"
    before = words[first - 1].text.lower() if first and words[first].gap == " " else ""
    definite = before in ("the", "this", "that") or before == "s"
    quantified = before in ("of",)
    vague = before in lexicon.words("vague") or head == "vague" or (not plural and before in ("a", "an"))
    if words[last].text.lower() == "military" and not _stands_alone(words, last):
        return None
    if head in ("force", "group", "unit") and class_ == "army":
        return None  # "a military force": any
    generic = head in ("fighters", "forces", "force", "group", "movement", "unit", "affiliate", "coalition", "vague")
    final = class_ if generic and class_ else head
    if final in ("forces", "fighters", "unit", "affiliate", "insurgency", "ministry", "vague", "foreign") and not name:
        return None
    if final in ("forces", "fighters", "unit", "affiliate"):
        final = "group"
    if head == "vague" and not name:
        return None
    return Description(first, last, final, plural, definite or quantified, vague, name)
