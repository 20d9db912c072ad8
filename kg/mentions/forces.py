"""Readings of what is a state's, a body's or a person's: "Malian army", "UN peacekeepers", "Haftar's forces"."""

from __future__ import annotations

from kg.mentions.descriptions import description_at
from kg.mentions.drafts import Description, Draft, Made
from kg.mentions.index import Hit
from kg.mentions.lists import lists
from kg.mentions.names import organisation_at, slug
from kg.mentions.scan import Scanner
from kg.mentions.states import (
    actor_of_state,
    force_after,
    head_class,
    is_plain_force,
    known_actor,
    prefer,
    states_of,
)
from kg.mentions.words import APOSTROPHES
from kg.model import Form
from kg.vocabulary import Kind

_FOREIGN = frozenset({"mercenary", "foreign"})
_MISSIONS = frozenset({"mission", "army", "forces", "force", "group", "operation"})
_OWNED = frozenset({"army", "forces", "fighters", "militia", "rebel", "militant", "vague"})
_ARMED = frozenset({Kind.ARMED_GROUP, Kind.ARMED_FORCE, Kind.MILITIA, Kind.REBEL, Kind.JIHADIST, Kind.COALITION})
_BODIES = frozenset({Kind.INTERGOVERNMENTAL_ORGANISATION})


def state_force(scanner: Scanner, index: int) -> Draft | None:
    """Read "Malian army", "Sudan's armed forces", "UN peacekeepers", "Russian mercenaries", "Syrian rebels"."""
    for hit in scanner.hits(index):
        owner = _owner(scanner, hit)
        after = _after(scanner, hit.last)
        if owner and after is not None and (draft := _owned(scanner, owner, hit, after)):
            return draft
    return None


def _owner(scanner: Scanner, hit: Hit) -> str | None:
    states = states_of(hit.entry)
    if states:
        return prefer(states, scanner.world.states)
    if hit.entry.capital_of and scanner.possessive_after(hit.last):
        return hit.entry.capital_of
    bodies = [a for a in hit.entry.actors if (k := known_actor(a)) and k.kind in _BODIES]
    return bodies[0] if bodies else None


def _after(scanner: Scanner, last: int) -> int | None:
    """Index of the word behind a name and its "'s", where only a space parts them."""
    after, words = last + 1, scanner.words
    if scanner.possessive_after(last):
        after += 1
    return after if after < len(words) and words[after].gap in (" ", "' ", "’ ") else None


def _owned(scanner: Scanner, owner: str, hit: Hit, after: int) -> Draft | None:
    known = known_actor(owner)
    is_state = known is not None and known.kind is Kind.STATE
    if is_state and (force := force_after(scanner.words, after)):
        if _is_verb(scanner, hit, after) or not is_plain_force(scanner.words, after, force[0]):
            return None
        if hit.entry.actors:
            scanner.world.named.add(owner)
        return of_state(scanner, owner, hit.first, *force)
    found = description_at(scanner.words, after)
    if not found and not is_state and scanner.words[after].lower in ("forces", "force"):
        found = after, Description("mission", plural=scanner.words[after].lower == "forces")
    if not found or found[1].vague or found[1].attribute:
        return None
    last, said = found
    if is_state and said.class_ == "mission" and said.plural:
        return of_state(scanner, owner, hit.first, last, Kind.ARMED_FORCE)
    if not is_state and said.class_ not in _MISSIONS:
        return None
    if is_state and said.class_ in ("coalition", "bloc", "mission", "operation", "group", "movement", "ministry"):
        return None
    class_ = said.class_ if is_state else "mission"
    vague = scanner.before(hit.first) in lists().vague
    definite = scanner.before(hit.first) == "the" or scanner.possessive_after(hit.last) or not is_state
    text = scanner.text(hit.first, hit.last)
    described = Description(class_, said.plural, definite, vague, name=text, owner=owner)
    return Draft(
        hit.first, last, Form.DESCRIPTION, "", plural=said.plural, made=Made.DESCRIPTION, description=described
    )


def _is_verb(scanner: Scanner, hit: Hit, after: int) -> bool:
    """Whether "forces" after a bare country may be the verb: "Russia forces Kyiv to …"."""
    bare = not hit.entry.demonym_of and after == hit.last + 1
    word = scanner.words[after]
    return bare and not scanner.words[hit.last].is_acronym and word.text in ("forces", "force", "police")


def of_state(scanner: Scanner, state: str, first: int, last: int, kind: Kind) -> Draft:
    """A draft of a state's army, government or police."""
    actor = actor_of_state(state, kind)
    if not actor.curated:
        scanner.world.actors.setdefault(actor.id, actor)
    plural = scanner.words[last].lower in lists().plural
    reason = f"{kind} of the state {state}, by rule"
    return Draft(first, last, Form.NAME, reason, [actor.id], plural=plural, made=Made.STATE_FORCE)


def force_of_state(scanner: Scanner, index: int) -> Draft | None:
    """Read "government of Mali", "armed forces of Ukraine"."""
    words = scanner.words
    force = force_after(words, index) if head_class(words[index]) or words[index].lower in lists().modifiers else None
    if not force:
        return None
    at = force[0] + 1
    if scanner.lower(at) not in ("of", "in"):
        return None
    is_in = words[at].text == "in"
    at += 2 if scanner.lower(at + 1) == "the" else 1
    hit = scanner.hit(at) if at < len(words) and words[at].gap == " " else None
    if hit is None or hit.entry.demonym_of or hit.entry.people_of:
        return None
    if is_in:
        if hit.entry.capital_of and force[1] is Kind.GOVERNMENT:
            return of_state(scanner, hit.entry.capital_of, index, force[0], force[1])
        return None
    state = prefer(states_of(hit.entry), scanner.world.states)
    scanner.world.named.update([state] if state else [])
    return of_state(scanner, state, index, hit.last, force[1]) if state else None


def people(scanner: Scanner, hit: Hit) -> Draft | None:
    """Read "the Russians", "Chadians enter Kidal": a people as its state's side, not counted ones."""
    first, before = hit.first, scanner.before(hit.first)
    state = prefer(hit.entry.people_of, scanner.world.states)
    own = max(scanner.world.states, key=lambda s: (scanner.world.states[s], s), default=None)
    leads = before == "the" or (scanner.words[first].opens and not scanner.words[first].gap.startswith(","))
    following = scanner.words[hit.last + 1] if hit.last + 1 < len(scanner.words) else None
    adjective = bool(hit.entry.demonym_of) and not (
        following is None or following.gap not in (" ",) or following.lower in lists().after_noun
    )
    if adjective or not leads or state is None or state == own or (hit.entry.demonym_of and before != "the"):
        return None
    return Draft(first, hit.last, Form.NAME, "a people stands for its state", [state], plural=True)


def of_person(scanner: Scanner, index: int) -> Draft | None:
    """Read "Haftar's forces", "Khalifa Haftar's troops": the forces of a person."""
    words = scanner.words
    if not words[index].is_capital or index in scanner.headlines and words[index].opens:
        return None
    hit = scanner.hit(index)
    kinds = {k.kind for a in (hit.entry.actors if hit else []) if (k := scanner.actor(a))}
    if hit and kinds and Kind.PERSON not in kinds or hit and (hit.entry.demonym_of or hit.entry.nobody):
        return None
    if words[index].is_acronym:
        return None
    if hit and not kinds and (hit.entry.curated or hit.entry.capital_of or not hit.entry.common):
        return None
    last = hit.last if hit and kinds else _capitals_end(scanner, index)
    after = last + 2
    if last - index > 3 or not scanner.possessive_after(last) or after >= len(words) or words[after].gap != " ":
        return None
    if lists().begins_nothing(words[index].text):
        return None
    name = scanner.text(index, last)
    if last > index and not kinds and words[after].is_capital and _is_body(scanner, after):
        person = scanner.new_actor(slug(name), Kind.PERSON, name)
        return Draft(index, last, Form.NAME, "a body stands behind it as his", [person], made=Made.PERSON)
    if head_class(words[after]) not in _OWNED:
        return None
    person = hit.entry.actors[0] if hit and kinds else scanner.new_actor(slug(name), Kind.PERSON, name)
    label = f"{words[last].text}'s forces"
    actor = scanner.new_actor(f"{person}-forces", Kind.ARMED_GROUP, label)
    scanner.world.forces.setdefault(person, actor)
    draft = Draft(index, after, Form.NAME, f"forces of {name}", [actor], plural=True, made=Made.GROUP)
    draft.actors = [scanner.world.forces[person]]
    return draft


def _is_body(scanner: Scanner, index: int) -> bool:
    """Whether an armed body's name begins at the word."""
    hit = scanner.hit(index)
    known = hit and any((k := scanner.actor(a)) and k.kind in _ARMED for a in hit.entry.actors)
    found = organisation_at(scanner.words, index)
    return bool(known or (found and found[1] in _ARMED))


def _capitals_end(scanner: Scanner, index: int) -> int:
    last, words = index, scanner.words
    while last + 1 < len(words) and words[last + 1].gap in (" ", "-") and words[last + 1].is_capital:
        last += 1
    if any(w.text in lists().last_heads or w.gap in APOSTROPHES and w.gap for w in words[index + 1 : last + 1]):
        return index + 9
    return last
