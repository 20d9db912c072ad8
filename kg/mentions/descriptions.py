"""Descriptions: "the rebels", "separatist forces", "its fighters", "rebel stronghold"; read off modifiers and heads."""

from __future__ import annotations

from collections.abc import Sequence

from kg.mentions.drafts import Description
from kg.mentions.lists import lists
from kg.mentions.words import Word

_LONGEST = 6
_SHARED = frozenset(["forces", "fighters", "troops", "soldiers"])
_BODIES = frozenset(["militias", "movements", "brigades", "armies", "missions"])
_POSSESSIVES = frozenset(["its", "their", "his", "her", "our", "my", "your", "whose"])
_DEFINITE = frozenset(["the", "this", "that"])
_GENERIC = frozenset(
    ["fighters", "forces", "force", "group", "movement", "unit", "affiliate", "coalition", "bloc", "vague", "army"]
)
# classes that say too little by themselves: they want a modifier, a name or an article
_ONLY_QUALIFIED = frozenset(["forces", "unit", "ministry", "front", "party", "insurgency", "foreign", "affiliate"])
_ATTRIBUTES = frozenset(["army", "rebel", "government", "militia", "junta", "separatist"])
_COUNTRY_ONLY = frozenset(["warplanes", "jets", "intelligence", "navy"])  # heads that stand for a force of a state only


def description_at(words: Sequence[Word], first: int) -> tuple[int, Description] | None:
    """The description that begins with the modifier or head at `first`: (index of its last word, what it says)."""
    known = lists()
    if words[first].is_hyphened:
        return None
    if coordinated := _coordinated(words, first):
        return first, coordinated
    class_, index = "", first
    while index < len(words) and index - first < _LONGEST:
        word = words[index]
        if index > first and word.gap not in (" ", "-", ", "):
            return None
        head = known.heads.get(word.lower, "")
        if head and not _continues(words, index):
            return _described(words, first, index, class_, head)
        modifier = known.modifiers.get(word.lower)
        if modifier is None and index + 1 < len(words) and words[index + 1].gap == "-":
            modifier = known.modifiers.get(f"{word.lower}-{words[index + 1].lower}")
            index += modifier is not None
        if modifier is None and not head:
            return None
        class_ = modifier or ("" if modifier is not None else head) or class_
        index += 1
    return None


def _coordinated(words: Sequence[Word], first: int) -> Description | None:
    """Read "government" in "government and separatist forces": it shares the head that follows."""
    at = first + 2
    class_ = lists().modifiers.get(words[first].lower)
    if not class_ or at >= len(words) or words[at - 1].lower not in ("and", "or") or words[at].gap != " ":
        return None
    found = description_at(words, at) if words[at].lower in lists().modifiers else None
    shares = found is not None and found[0] > at and found[1].plural and words[found[0]].lower in _SHARED
    own = lists().heads.get(words[first].lower, "")
    class_ = own if own == "government" else class_
    return Description(class_, plural=True, attribute=True) if shares else None


def _continues(words: Sequence[Word], index: int) -> bool:
    """Whether the head is itself an attribute of a head that follows: "rebel group", "government security forces"."""
    following = index + 1
    known = lists()
    while following < len(words) and following <= index + 3 and words[following].gap == " ":
        lower = words[following].lower
        if known.heads.get(lower):
            return words[index].lower not in known.plural or lower in known.plural
        if lower not in known.modifiers:
            return False
        following += 1
    return False


def _described(words: Sequence[Word], first: int, last: int, class_: str, head: str) -> tuple[int, Description] | None:
    known = lists()
    word = words[last]
    plural = word.lower in known.plural
    before = words[first - 1].lower if first and words[first].gap == " " else ""
    definite = before in _DEFINITE or (before == "s" and first > 1) or _the_before(words, first, before)
    final = class_ if class_ and head in _GENERIC and not (head == "army" and class_ != "paramilitary") else head
    bare = word.lower in ("army", "junta") and first == last and before not in ("a", "an") and before not in known.vague
    definite = definite or bare  # "army retakes town"
    attribute = not plural and final in (*_ATTRIBUTES, "army") and _is_attribute(words, last)
    if class_ == "army" and head == "unit" and words[first].lower in _ATTRIBUTES:
        return last, _attribute("army")
    if word.lower == "military" and (attribute or first == last and before in ("a", "in", "by", "of", "their")):
        return None
    if head in ("force", "group", "unit", "mission", "operation") and class_ == "army" and head != "force":
        return None  # "a military operation": any
    if word.lower in _COUNTRY_ONLY:
        return None
    if attribute:
        return (last, _attribute(final)) if first == last and final in _ATTRIBUTES else None
    vague = _is_vague(words, first, before, plural) or head == "vague"
    vague = vague or (before in known.numbers and word.lower in _BODIES)
    possessive = before in _POSSESSIVES
    qualified = possessive or (definite and (final == "affiliate" or (final == "ministry" and last > first)))
    if final in _ONLY_QUALIFIED and not qualified:
        return None
    if possessive and head == "unit" and not plural:
        return None
    if final == "fighters" and not (definite or possessive):
        return None
    return last, Description("group" if final == "fighters" else final, plural, definite, vague, possessive)


def _the_before(words: Sequence[Word], first: int, before: str) -> bool:
    """Whether "the" stands before one other small word: "the brotherhood alliance"."""
    known = lists()
    if first < 2 or words[first - 2].lower != "the" or words[first - 1].gap != " " or words[first - 1].is_capital:
        return False
    return before.isalpha() and before not in known.after_noun and before not in known.vague and before != "of"


def _attribute(class_: str) -> Description:
    return Description(class_, plural=False, attribute=True)


def _is_attribute(words: Sequence[Word], last: int) -> bool:
    """Whether a noun, or "-held", follows: "army camp", "rebel-held"."""
    if last + 1 >= len(words):
        return False
    after = words[last + 1]
    if after.is_hyphened:
        return True
    if after.gap != " " or after.is_capital or after.lower in lists().after_noun:
        return False
    verbal = len(after.text) > 5 and after.lower.endswith(("ly", "ed", "ing"))
    return not verbal and after.text.isalpha()


def _is_vague(words: Sequence[Word], first: int, before: str, plural: bool) -> bool:
    known = lists()
    if before in known.vague or words[first].lower in known.vague or (not plural and before in ("a", "an")):
        return True
    two_back = words[first - 2].lower if first > 1 and words[first - 1].gap == " " else ""
    return before in ("armed", "other") or (before == "the" and two_back in ("both", "all", "of-the"))
