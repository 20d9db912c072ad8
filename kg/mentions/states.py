"""Every state's army, government and police by rule: "Malian troops", "Sudan's army", "the government of Chad"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kg import gazetteer, lexicon
from kg.mentions.index import Entry
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
    "police": Kind.SECURITY_FORCE,
}


def head_class(word: Word) -> str:
    """The class of a kind head ("army", "rebel", …), or an empty string."""
    return lexicon.mapping("heads", "class").get(word.text.lower(), "")


def state_of(entry: Entry) -> str | None:
    """The state that an entry names, by its name or its adjective."""
    if entry.demonym_of:
        return entry.demonym_of
    states = [a for a in entry.actors if (known := known_actor(a)) and known.kind is Kind.STATE]
    return states[0] if states else None


def force_after(words: Sequence[Word], after: int) -> tuple[int, Kind] | None:
    """Where the words from `after` on are "(armed) forces", "military junta", "army": (index of the last, kind)."""
    index = after
    while index < len(words) and index < after + 4:
        word = words[index]
        if index > after and word.gap.strip(" -"):
            return None
        kind = _CLASS_KIND.get(head_class(word))
        lower = word.text.lower()
        if kind and not _goes_on(words, index):
            return index, kind
        if not kind and lower not in lexicon.mapping("modifiers", "class") and lower != "and":
            return None
        index += 1
    return None


def _goes_on(words: Sequence[Word], index: int) -> bool:
    """Whether the next word is a better head: "military junta", "army troops", "government forces"."""
    following = index + 1
    if following >= len(words) or words[following].gap.strip(" ") or not words[following].gap:
        return False
    return bool(head_class(words[following]))


def actor_of_state(state: str, kind: Kind) -> Actor:
    """The army, government or police of a state: the curated one, or one made by rule with a stable identifier."""
    curated = _curated_forces().get((state, kind))
    if curated:
        return curated
    owner = known_actor(state)
    country = next((c for c in gazetteer.countries() if c.state == state), None)
    adjective = country.demonyms[0] if country and country.demonyms else owner.label if owner else state
    label = f"{adjective} {_NOUN[kind]}"
    return Actor(f"{state}-{_SUFFIX[kind]}", kind, label, (label,), curated=False, state=state)


@cache
def known_actor(actor: str) -> Actor | None:
    """A curated actor, or a state of the country table."""
    curated = gazetteer.actors().get(actor)
    if curated:
        return curated
    country = next((c for c in gazetteer.countries() if c.state == actor), None)
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
