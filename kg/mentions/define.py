"""What an article defines for itself: acronyms in brackets, other names, surnames, and whose forces are whose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg import gazetteer, lexicon
from kg.mentions.drafts import Draft, Made, World
from kg.mentions.index import NameIndex, known_names
from kg.mentions.lists import lists
from kg.mentions.names import fits_initials, slug
from kg.mentions.states import known_actor
from kg.mentions.words import Word, fold_name, joined_text
from kg.model import Actor, Form, Place
from kg.vocabulary import Kind, Relation

BRACKET = re.compile(
    r"\s*[(\[]\s*(?:or\s+|the\s+)?[\"“'‘]?([A-Z][\w’'-]{1,14})[\"”'’]?\s*(?=[),;\]/])[^)\]]{0,60}[)\]]"
)
_FULL_NAME = re.compile(r"\s*\(\s*(?:the\s+)?([A-Z][^()\n]{5,90})\)")
_NAMED = frozenset({Made.ORGANISATION, Made.GROUP, Made.ACRONYM, Made.PERSON})
_ARMED = frozenset(
    {Kind.ARMED_GROUP, Kind.MILITIA, Kind.REBEL, Kind.SEPARATIST, Kind.JIHADIST, Kind.ARMED_FORCE, Kind.COALITION}
)
_MISSION_CLASSES = {"mission": Kind.MISSION, "coalition": Kind.COALITION, "militia": Kind.MILITIA}
_LEADING = frozenset(["leads", "commands", "heads"])
_LEADERS = frozenset(["leader", "commander", "chief", "head", "founder", "boss", "general", "warlord", "emir"])


def actor_of(world: World, actor: str) -> Actor | None:
    """An actor of the article, or a known one."""
    return world.actors.get(actor) or known_actor(actor)


def is_defining(acronym: str) -> bool:
    """Whether a word in brackets can be somebody's acronym."""
    return sum(c.isupper() for c in acronym) > 1 and acronym not in lists().acronym_stop


def define(text: str, words: Sequence[Word], drafts: Sequence[Draft], world: World, local: NameIndex) -> None:
    """Enter into `local` and `world` the names that the article introduces."""
    _define_brackets(text, words, drafts, world, local)
    for draft in drafts:
        if draft.made is Made.PLACE and len(draft.places) == 1:
            _enter_place(world.places[draft.places[0]], local)
        for actor in draft.actors[:1]:
            _enter_names(words, draft, world.actual(actor), world, local)
    _define_aliases(words, drafts, world, local)
    _define_leaders(words, drafts, world)


def _enter_names(words: Sequence[Word], draft: Draft, actor: str, world: World, local: NameIndex) -> None:
    made = world.actors.get(draft.actors[0])
    if made and draft.made in _NAMED and not made.id.endswith("-forces"):
        enter(local, made.label, actor)
        if draft.made is Made.GROUP and made.label.isalpha() and not made.label.endswith("s"):
            enter(local, f"{made.label}s", actor)
    known = actor_of(world, actor)
    if known and known.kind is Kind.PERSON:
        _enter_surname(local, words[draft.first : draft.last + 1], actor)
    elif known and draft.form is Form.NAME and draft.description is None:
        _enter_head(local, words[draft.first : draft.last + 1], actor)


def _enter_head(local: NameIndex, run: Sequence[Word], actor: str) -> None:
    """Let the head of a long name stand for it later on: "the Framework", "the Coordination"."""
    heads = [w.text for w in run if lexicon.mapping("name_heads", "alone").get(w.text) == "yes"]
    entry = known_names().get(heads[0]) if heads else None
    if len(run) > 2 and len(heads) == 1 and not (entry and entry.actors):
        enter(local, heads[0], actor)


def _enter_place(place: Place, local: NameIndex) -> None:
    """Let a place that the article has told by its position be known by its name alone."""
    entry = known_names().get(place.label)
    if not (entry and (entry.actors or entry.demonym_of)) and not local.get(place.label):
        local.add(place.label).places.append(place.id)


def enter(local: NameIndex, name: str, actor: str) -> None:
    """Let a name stand for an actor in this article; the first to bear it keeps it."""
    entry = local.add(name)
    if actor not in entry.actors:
        entry.actors.append(actor)


def _enter_surname(local: NameIndex, run: Sequence[Word], actor: str) -> None:
    """Let the last word, and the last two after a particle ("Ag Ghaly"), stand for the person later on."""
    run = [w for w in run if w.fold != "s"]
    if len(run) < 2 or len(run[-1].text) < 4 or run[-1].text in lists().openers:
        return
    for name in (run[-1].text, joined_text(run, len(run) - 2, len(run) - 1)):
        entry = known_names().get(name)
        if entry and (entry.actors or entry.curated or entry.capital_of) and entry.actors != [actor]:
            continue
        enter(local, name, actor)


# --- acronyms --------------------------------------------------------------------------------------------------


def _define_brackets(text: str, words: Sequence[Word], drafts: Sequence[Draft], world: World, local: NameIndex) -> None:
    ends = {words[d.last].end: d for d in drafts}
    for match in BRACKET.finditer(text):
        acronym = match[1]
        if not is_defining(acronym):
            continue
        owner = _owner(words, match.start(), ends.get(match.start()), acronym, world)
        if owner:
            _settle(acronym, owner, world, local)
    for draft in drafts:
        full = _FULL_NAME.match(text, words[draft.last].end) if draft.made is Made.ACRONYM else None
        if full and fits_initials(words[draft.first].text, _as_words(words, full)):
            name = full[1].strip()
            world.merged[draft.actors[0]] = _make(world, name, world.actors[draft.actors[0]].kind, name)
            enter(local, name, world.merged[draft.actors[0]])


def _as_words(words: Sequence[Word], match: re.Match[str]) -> list[Word]:
    return [w for w in words if match.start(1) <= w.start and w.end <= match.end(1)]


def _owner(words: Sequence[Word], at: int, draft: Draft | None, acronym: str, world: World) -> str | None:
    """The actor whose acronym stands in the bracket that follows offset `at`."""
    if draft and draft.actors and draft.form is not Form.DEMONYM:
        return draft.actors[0] if not draft.places or _names_a_state(draft, words, acronym) else None
    if draft and draft.description and not draft.description.vague:
        kind = _MISSION_CLASSES.get(draft.description.class_, Kind.ARMED_GROUP)
        return None if _curated(acronym) else _make(world, acronym, kind, acronym)
    last = next((i for i in range(len(words) - 1, -1, -1) if words[i].end == at), None)
    return None if last is None else _by_initials(words, last, acronym, world)


def _names_a_state(draft: Draft, words: Sequence[Word], acronym: str) -> bool:
    return fits_initials(acronym, words[draft.first : draft.last + 1])


def _by_initials(words: Sequence[Word], last: int, acronym: str, world: World) -> str | None:
    letters = sum(c.isalpha() for c in acronym)
    for first in range(last, max(-1, last - 12), -1):
        run = words[first : last + 1]
        if any(not set(w.gap) <= set(" '’-,") for w in run[1:]):
            return None
        enough = len(run) >= min(letters, 2) and run[0].fold[:1] == acronym[0].casefold()
        if run[0].is_capital and enough and fits_initials(acronym, run):
            name = joined_text(run, 0, len(run) - 1)
            return _make(world, slug(name), Kind.MOVEMENT, name)
    return None


def _make(world: World, actor: str, kind: Kind, name: str) -> str:
    actor = slug(actor)
    if known_actor(actor) is None:
        world.actors.setdefault(actor, Actor(actor, kind, name, (name,), curated=False))
    return actor


def _curated(acronym: str) -> list[str]:
    entry = known_names().get(acronym)
    return list(entry.actors) if entry else []


def _settle(acronym: str, owner: str, world: World, local: NameIndex) -> None:
    """Join a new name to the curated bearer of its acronym, or let the acronym be the article's own."""
    curated = _curated(acronym)
    new = world.actors.get(owner)
    if owner in curated:
        if len(curated) > 1:
            enter(local, acronym, owner)
        return
    if curated and new is None:
        return  # both are known, and differ: neither name changes
    fitting = [c for c in curated if new and _compatible(new, c)]
    if fitting and new:
        world.merged[owner] = fitting[0]
        enter(local, new.label, fitting[0])
        return
    enter(local, acronym, owner)


def _compatible(new: Actor, curated: str) -> bool:
    """Whether a new name can be one of a curated actor's: a telling word in common, and no other state."""
    known = known_actor(curated)
    if known is None or (new.state and known.state and new.state != known.state):
        return False
    telling = _telling(new.label)
    return not telling or any(telling & _telling(name) for name in known.names)


def _telling(name: str) -> set[str]:
    generic = {w.lower() for w in lists().name_heads} | set(lists().heads) | set(lists().modifiers)
    return {w for w in fold_name(name) if len(w) > 3 and w not in generic}


# --- other names and leaders -----------------------------------------------------------------------------------


def _define_aliases(words: Sequence[Word], drafts: Sequence[Draft], world: World, local: NameIndex) -> None:
    """Read "X, also known as Y"."""
    for index in range(2, len(words) - 1):
        if words[index].lower != "as" or words[index - 1].lower not in ("known", "called"):
            continue
        at = index + 1 + (words[index + 1].lower == "the")
        if at >= len(words) or not words[at].is_capital:
            continue
        last = at
        while (
            last + 1 < len(words)
            and words[last + 1].gap in (" ", "-")
            and (words[last + 1].is_capital or words[last + 1].lower in lists().particles)
        ):
            last += 1
        owner = _bearer(words, drafts, index, world)
        name = joined_text(words, at, last)
        entry = known_names().get(name)
        if owner and not (entry and (entry.actors or entry.nobody)):
            enter(local, name, owner)


def _bearer(words: Sequence[Word], drafts: Sequence[Draft], at: int, world: World) -> str | None:
    """The actor that "known as" at a word speaks of: the last person near it, else the last organisation."""
    near = [d for d in drafts if d.last < at and at - d.last < 10 and d.actors and d.form is not Form.DEMONYM]
    near = [d for d in near if not any(w.opens for w in words[d.last + 1 : at + 1])]
    persons = [d for d in near if (k := actor_of(world, d.actors[0])) and k.kind is Kind.PERSON]
    chosen = persons or [d for d in near if not d.places]
    return world.actual(chosen[-1].actors[0]) if chosen else None


def _define_leaders(words: Sequence[Word], drafts: Sequence[Draft], world: World) -> None:
    """Read "X, led by P", "P's X", "P, the X commander", "P, leader of X", "X commander P": P's forces are X."""
    named = {world.actual(a) for d in drafts for a in d.actors}
    posts = [(r.person, r.object) for r in gazetteer.roles() if r.relation is Relation.LEADS]
    known_posts = [(person, body) for person, body in posts if {person, body} <= named]
    for person, body in (*_led(words, drafts, world), *known_posts):
        known = actor_of(world, body)
        if known and known.kind in _ARMED and world.forces.get(person, "-forces").endswith("-forces"):
            world.forces[person] = body


def _led(words: Sequence[Word], drafts: Sequence[Draft], world: World) -> Iterator[tuple[str, str]]:
    for left, right in zip(drafts, drafts[1:], strict=False):
        if not (left.actors and right.actors):
            continue
        first, second = world.actual(left.actors[0]), world.actual(right.actors[0])
        between = [w.lower for w in words[left.last + 1 : right.first]]
        if len(between) > 5 or any(w.opens for w in words[left.last + 1 : right.first + 1]):
            continue
        kinds = [k.kind if (k := actor_of(world, a)) else None for a in (first, second)]
        if kinds[1] is Kind.PERSON and kinds[0] is not Kind.PERSON:
            by = any(a in lists().leads and b == "by" for a, b in zip(between, between[1:], strict=False))
            if by or (between and between[-1] in _LEADERS and all(w in lists().titles or w == "s" for w in between)):
                yield second, first
        elif kinds[0] is Kind.PERSON and kinds[1] is not Kind.PERSON:
            after = words[right.last + 1].lower if right.last + 1 < len(words) else ""
            of = len(between) > 1 and "of" in between and any(w in _LEADERS for w in between)
            verb = any(w in _LEADING for w in between[-2:])
            if between == ["s"] or of or verb or (between in (["the"], ["a"]) and after in _LEADERS):
                yield first, second
