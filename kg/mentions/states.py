"""Every state's army, government and police by rule: "Malian troops", "Sudan's army", "the government of Chad"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from kg import gazetteer
from kg.mentions.index import Entry
from kg.mentions.lists import lists
from kg.mentions.words import Word
from kg.model import Actor
from kg.vocabulary import Kind

_SUFFIX = {Kind.ARMED_FORCE: "armed-forces", Kind.GOVERNMENT: "government", Kind.SECURITY_FORCE: "police"}
_NOUN = {Kind.ARMED_FORCE: "armed forces", Kind.GOVERNMENT: "government", Kind.SECURITY_FORCE: "police"}
_PLAIN = {
    Kind.ARMED_FORCE: ("army", "armed forces"),
    Kind.GOVERNMENT: ("government",),
    Kind.SECURITY_FORCE: ("police",),
}
_CLASS_KIND = {
    "army": Kind.ARMED_FORCE,
    "forces": Kind.ARMED_FORCE,
    "force": Kind.ARMED_FORCE,
    "government": Kind.GOVERNMENT,
    "ministry": Kind.GOVERNMENT,
    "police": Kind.SECURITY_FORCE,
}
_AGAINST = frozenset(
    {"rebel", "separatist", "insurgent", "militant", "jihadist", "mercenary", "paramilitary", "militia"}
)
_NEVER = frozenset({"rival", "allied", "proxy", "local", "regional", "joint", "anti", "pro", "political"})


def head_class(word: Word) -> str:
    """The class of a kind head ("army", "rebel", …), or an empty string."""
    return lists().heads.get(word.lower, "")


def states_of(entry: Entry) -> list[str]:
    """The states that an entry names, by name or adjective."""
    if entry.demonym_of:
        return entry.demonym_of
    return [a for a in entry.actors if (known := known_actor(a)) and known.kind is Kind.STATE]


def prefer(states: Sequence[str], spoken_of: Counter[str]) -> str | None:
    """The state of several that the article speaks of most; the first where it does not tell."""
    return max(states, key=lambda s: (spoken_of[s], -states.index(s))) if states else None


def force_after(words: Sequence[Word], after: int) -> tuple[int, Kind] | None:
    """Where the words from `after` on are "(armed) forces", "military junta", "army": (index of the last, kind)."""
    index = after
    while index < len(words) and index < after + 5:
        word = words[index]
        if index > after and word.gap not in (" ", "-", ", "):
            return None
        class_ = head_class(word)
        kind = _CLASS_KIND.get(class_)
        if class_ == "unit" and word.lower in lists().plural:
            kind = Kind.ARMED_FORCE  # "Malian units", "Chadian officers"
        if kind and not _goes_on(words, index):
            return (index, kind) if _is_noun(words, index) else None
        modifier = lists().modifiers.get(word.lower)
        if word.lower in _NEVER or modifier in _AGAINST or class_ in _AGAINST:
            return None
        if not kind and modifier is None and word.lower not in ("and", "foreign", "interior"):
            return None
        index += 1
    return None


def _is_noun(words: Sequence[Word], index: int) -> bool:
    """Whether "military" is a noun here, and "presidency" more than an office: no noun that it qualifies follows."""
    if words[index].lower not in ("military", "intelligence", "paramilitary"):
        return True
    if index + 1 == len(words):
        return True
    following = words[index + 1]
    if following.gap != " ":
        return not following.is_hyphened
    return (
        following.lower == "of"
        or following.lower in lists().after_noun
        or following.lower in lists().titles
        or following.is_capital
    )


def _goes_on(words: Sequence[Word], index: int) -> bool:
    """Whether the next word is a better head: "military junta", "army troops", "government forces"."""
    following = index + 1
    if following >= len(words) or words[following].gap != " ":
        return False
    word = words[following]
    if words[index].lower in lists().plural and word.lower not in lists().plural:
        return False
    if words[index].lower in ("forces", "troops", "soldiers", "army", "junta", "authorities"):
        return word.lower in ("troops", "soldiers", "forces", "personnel") and words[index].lower in ("army", "junta")
    if head_class(word):
        return head_class(word) in _CLASS_KIND
    ahead = words[following + 1] if following + 1 < len(words) else None
    return word.lower in lists().modifiers and ahead is not None and ahead.gap == " " and bool(head_class(ahead))


def is_plain_force(words: Sequence[Word], after: int, last: int) -> bool:
    """Whether capitalised words name a state's force and no body of its own: not "Libyan National Army"."""
    inner = [w for w in words[after:last] if w.is_capital]
    national = len(inner) > 1 and inner[0].lower == "national"
    return all(w.lower in _PLAIN_WORDS for w in (inner[1:] if national else inner))


_PLAIN_WORDS = frozenset(
    ["armed", "defence", "defense", "security", "air", "ground", "land", "naval", "military", "special", "federal"]
    + ["transitional", "coast", "and", "ministry", "of", "state", "police", "government", "forces"]
)


def actor_of_state(state: str, kind: Kind) -> Actor:
    """The army, government or police of a state: the curated one, or one made by rule with a stable identifier."""
    curated = _curated_forces().get((state, kind))
    if curated:
        return curated
    owner = known_actor(state)
    country = gazetteer.states().get(state)
    adjective = country.demonyms[0] if country and country.demonyms else owner.label if owner else state
    label = f"{adjective} {_NOUN[kind]}"
    return Actor(f"{state}-{_SUFFIX[kind]}", kind, label, (label,), curated=False, state=state)


@cache
def known_actor(actor: str) -> Actor | None:
    """A curated actor, or a state of the country table."""
    curated = gazetteer.actors().get(actor)
    if curated:
        return curated
    country = gazetteer.states().get(actor)
    return Actor(actor, Kind.STATE, country.name, country.names) if country else None


@cache
def _curated_forces() -> dict[tuple[str, Kind], Actor]:
    """For each state and kind the curated actor with the most names of the pattern "<adjective> army"."""
    found: dict[tuple[str, Kind], Actor] = {}
    for actor in sorted(gazetteer.actors().values(), key=lambda a: a.id):
        if not actor.state or actor.kind not in _PLAIN:
            continue
        is_plain = any(name.lower().endswith(_PLAIN[actor.kind]) for name in actor.names)
        key = (actor.state, actor.kind)
        if is_plain and (key not in found or len(actor.names) > len(found[key].names)):
            found[key] = actor
    return found
