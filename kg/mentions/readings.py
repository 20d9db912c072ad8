"""The readings of a word, in the order in which they are tried; of equally long ones the first is taken."""

from __future__ import annotations

from kg import gazetteer
from kg.mentions import forces, groups, placenames
from kg.mentions.drafts import Draft, Made
from kg.mentions.index import Hit, areas
from kg.mentions.lists import lists
from kg.mentions.names import acronym_at, nobody_at, organisation_at, slug
from kg.mentions.persons import person_at
from kg.mentions.scan import Reading, Scanner
from kg.mentions.states import head_class, prefer, states_of
from kg.model import Form
from kg.vocabulary import Kind

_LAUNCHED = frozenset(["launched", "launch", "launches", "began", "called", "codenamed", "dubbed", "named"])


def nobody(scanner: Scanner, index: int) -> Draft | None:
    """Read an outlet, a treaty, a meeting: it takes its words and stands for nobody."""
    last = None if index in scanner.headlines else nobody_at(scanner.words, index, scanner.run_end(index))
    hit = scanner.hit(index)
    if hit and hit.entry.nobody and (last is None or hit.last > last):
        last = hit.last
    elif last is None or (hit and (hit.entry.actors or hit.entry.places) and hit.last >= last):
        return None
    return Draft(index, last, Form.NAME, Made.NOBODY.value, made=Made.NOBODY)


def known(scanner: Scanner, index: int) -> Draft | None:
    """Read a name of the gazetteer or of the article."""
    for hit in scanner.hits(index):
        if hit.first == hit.last and scanner.words[index].lower in lists().directions:
            continue
        if hit.entry.nobody or (hit.entry.common and not placenames.in_place_context(scanner, index, hit.last)):
            continue
        if not _part_of_longer_name(scanner, hit) and (draft := _known_draft(scanner, hit)):
            return draft
    return None


def _known_draft(scanner: Scanner, hit: Hit) -> Draft | None:
    entry, index, last = hit.entry, hit.first, hit.last
    word = scanner.words[index]
    weak = _is_tied(scanner, last)
    if entry.people_of and not entry.actors and (draft := forces.people(scanner, hit)):
        return draft
    if entry.demonym_of and not entry.actors:
        state = prefer(entry.demonym_of, scanner.world.states)
        return Draft(index, last, Form.DEMONYM, "adjective of the state", [state] if state else [], weak=weak)
    if not entry.actors and not entry.places:
        return None
    if foreign := _of_another_state(scanner, hit):
        return foreign
    placenames.enter_areas(scanner, entry.places)
    places, last = placenames.with_head(scanner, index, last, entry.places)
    actors = entry.actors if last == hit.last else []
    if actors and places and last == index:
        actors, places = _by_capitals(scanner, word.text, actors, places)
    if entry.capital_of and not actors and last == hit.last:
        return Draft(index, last, Form.CAPITAL, "the capital may stand for its state", [entry.capital_of], places)
    form = Form.ACRONYM if word.is_acronym and last == index else Form.NAME
    plural = scanner.words[last].lower in lists().plural
    return Draft(index, last, form, "known name", list(actors), places, plural=plural, weak=weak)


def _by_capitals(scanner: Scanner, text: str, actors: list[str], places: list[str]) -> tuple[list[str], list[str]]:
    """Tell the acronym "BLA" from the town "Bla"; a state and its country keep one name."""
    bearers = [k for a in actors if (k := scanner.actor(a))]
    if any(k.kind is Kind.STATE for k in bearers):
        return actors, places
    exact = [k.id for k in bearers if text in k.names]
    named = [p for p in places if (town := gazetteer.place(p) or areas().get(p)) and text in town.names]
    return (exact, []) if exact and not named else ([], named) if named and not exact else (actors, places)


def _of_another_state(scanner: Scanner, hit: Hit) -> Draft | None:
    """Read "Cameroon's Rapid Intervention Battalion", where the known one belongs to another state."""
    first, words = hit.first, scanner.words
    known = scanner.actor(hit.entry.actors[0]) if hit.entry.actors else None
    if not known or not known.state or first < 2 or words[first - 1].fold != "s":
        return None
    owner = next(
        (h for i in range(max(0, first - 5), first - 1) if (h := scanner.hit(i)) and h.last == first - 2), None
    )
    states = states_of(owner.entry) if owner else []
    if not states or known.state in states:
        return None
    name = scanner.text(first, hit.last)
    actor = scanner.new_actor(slug(f"{states[0]} {name}"), known.kind, name, states[0])
    return Draft(first, hit.last, Form.NAME, "another state's of that name", [actor], made=Made.ORGANISATION)


def _is_tied(scanner: Scanner, last: int) -> bool:
    """Whether "-linked", "-backed" and the like follow."""
    if scanner.lower(last + 1, "-") in lists().ties:
        return True
    return scanner.lower(last + 1) in lists().weak_after


def _part_of_longer_name(scanner: Scanner, hit: Hit) -> bool:
    """Whether a lone world place is only a piece of a person's or another longer capitalised name."""
    entry, words = hit.entry, scanner.words
    if entry.curated or entry.actors or entry.capital_of or hit.first in scanner.headlines or entry.demonym_of:
        return False
    after = words[hit.last + 1] if hit.last + 1 < len(words) else None
    before = words[hit.first - 1] if hit.first else None
    follows = after and after.gap == " " and after.is_capital and not after.is_acronym and not _is_head(after.text)
    precedes = before and words[hit.first].gap in (" ", "-") and before.is_capital and not before.opens
    lone = hit.first == hit.last
    titled = scanner.before(hit.first) in lists().titles
    return bool(lone and (follows or (precedes and not titled)) or titled)


def _is_head(text: str) -> bool:
    return text.lower() in lists().place_heads or text in lists().calendar


def organisation(scanner: Scanner, index: int) -> Draft | None:
    """Read a name with a head of organisations that nobody listed, where it is longer than any known one."""
    found = None if index in scanner.headlines else organisation_at(scanner.words, index, scanner.run_end(index))
    if not found:
        return None
    last, kind = found
    hit = scanner.hit(index)
    if hit and (hit.last >= last or _only_heads_follow(scanner, hit, last)):
        return None
    inner = scanner.hit(hit.last + 1) if hit and (hit.entry.demonym_of or hit.entry.people_of) else None
    if inner and inner.entry.actors and inner.last >= last:
        return None  # "Russian Wagner Group": an adjective before a known name
    if scanner.words[index].text in ("Operation", "Opération") and scanner.before(index) in _LAUNCHED:
        return Draft(index, last, Form.NAME, "an operation that is launched is no actor", made=Made.NOBODY)
    if scanner.possessive_after(last) and (cut := _before_of_state(scanner, index, last)):
        last = cut
    state = _state_of(scanner, hit)
    if state and kind is Kind.ARMED_GROUP and scanner.words[last].text == "Army":
        kind = Kind.ARMED_FORCE
    name = scanner.text(index, last)
    actor = scanner.new_actor(slug(name), kind, name, state if kind is Kind.ARMED_FORCE else None)
    return Draft(index, last, Form.NAME, Made.ORGANISATION.value, [actor], made=Made.ORGANISATION)


def _before_of_state(scanner: Scanner, index: int, last: int) -> int | None:
    """Index of the word before "of Myanmar", where "'s" shows that the state owns what follows."""
    hit = scanner.hit(last)
    if last - index > 2 and hit and hit.last == last and hit.entry.actors and scanner.words[last - 1].text == "of":
        return last - 2
    return None


def _only_heads_follow(scanner: Scanner, hit: Hit, last: int) -> bool:
    """Whether only heads follow a known name: "Wagner Group Forces"."""
    return bool(hit.entry.actors and not hit.entry.places) and all(
        head_class(w) for w in scanner.words[hit.last + 1 : last + 1]
    )


def _state_of(scanner: Scanner, hit: Hit | None) -> str | None:
    return prefer(hit.entry.demonym_of, scanner.world.states) if hit else None


def acronym(scanner: Scanner, index: int) -> Draft | None:
    """Read an acronym that nobody listed as an armed group, outside lines of capitals."""
    last = acronym_at(scanner.words, index)
    if last is None or _is_shouting(scanner, index):
        return None
    text = scanner.text(index, last)
    if (any(c.isdigit() for c in text) or len(text) < 3) and not _acts(scanner, index, last):
        return None
    if last + 1 < len(scanner.words) and scanner.words[last + 1].is_hyphened and scanner.lower(last + 1, "-").isdigit():
        return None  # a weapon: SU-25
    actor = scanner.new_actor(slug(text), Kind.ARMED_GROUP, text)
    return Draft(index, last, Form.ACRONYM, Made.ACRONYM.value, [actor], made=Made.ACRONYM)


def _acts(scanner: Scanner, first: int, last: int) -> bool:
    """Whether a short acronym, or one with digits, stands where an actor stands."""
    after = scanner.lower(last + 1)
    named = after in lists().heads or after in lists().titles or scanner.possessive_after(last)
    return named or bool(lists().heads.get(scanner.before(first)))


def _is_shouting(scanner: Scanner, index: int) -> bool:
    near = scanner.words[max(0, index - 3) : index + 4]
    return sum(w.text.isupper() and len(w.text) > 2 for w in near) > 3


def person(scanner: Scanner, index: int) -> Draft | None:
    """Read a person's name that a title, a role, a particle or a verb of saying marks as one."""
    if index in scanner.headlines or not (found := person_at(scanner.words, index)):
        return None
    hit = scanner.hit(index)
    if hit and (hit.entry.demonym_of or hit.entry.capital_of or _is_actor(scanner, hit)) and hit.last < found[0]:
        return None
    last, why = found
    name = scanner.text(index, last)
    actor = scanner.new_actor(slug(name), Kind.PERSON, name)
    return Draft(index, last, Form.NAME, f"{Made.PERSON.value}: {why}", [actor], made=Made.PERSON)


def _is_actor(scanner: Scanner, hit: Hit) -> bool:
    """Whether a known name is of an actor other than a person: "UN spokesman …", "NATO Secretary-General …"."""
    kinds = {k.kind for a in hit.entry.actors if (k := scanner.actor(a))}
    return bool(kinds) and Kind.PERSON not in kinds


CAPITAL: tuple[Reading, ...] = (  # of a word that begins with a capital or a digit
    nobody,
    forces.state_force,
    forces.force_of_state,
    forces.of_person,
    organisation,
    placenames.directed,
    placenames.landscape,
    known,
    groups.named_group,
    groups.described,
    person,
    groups.introduced,
    acronym,
    placenames.new_place,
)
SMALL: tuple[Reading, ...] = (  # of any other
    forces.state_force,
    forces.force_of_state,
    organisation,
    placenames.directed,
    known,
    groups.described,
    person,
    placenames.reference,
    placenames.new_place,
)
