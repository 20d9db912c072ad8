"""All mentions of an article: two scans, the second with the names that the first has defined; then resolution."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kg import gazetteer
from kg.mentions.define import BRACKET, actor_of, define, is_defining
from kg.mentions.drafts import Draft, Made, World
from kg.mentions.index import NameIndex, known_names
from kg.mentions.lists import lists
from kg.mentions.names import fits_initials
from kg.mentions.readings import CAPITAL, SMALL
from kg.mentions.resolve import Resolver
from kg.mentions.scan import Scanner
from kg.mentions.states import head_class
from kg.mentions.words import Word, headline_words, words_of
from kg.model import Form, Mentions
from kg.vocabulary import Kind

# classes of head that a name may take in: "Wagner Group mercenaries"
_TRAILING = frozenset(
    ["army", "forces", "fighters", "vague", "militant", "jihadist", "rebel", "separatist", "insurgent"]
    + ["mercenary", "mission", "militia", "group", "movement", "unit", "coalition"]
)
_FORCED = frozenset(["the", "army", "thousands", "civilians"])
_LINKS = frozenset(["in", "of", "for", "to", "the"])


def find_mentions(text: str, article: str, published: date | None = None) -> Mentions:
    """The mentions of a text, sorted and not overlapping, each resolved to an actor, a place, both or nobody.

    `article` is the article's id: actors known only by a description are scoped to it.
    """
    words = words_of(text)
    headlines = headline_words(words, text)
    world, local = World(article), NameIndex()
    scanner = Scanner(words, headlines, world, local)
    first = _join_places(text, words, scanner.scan(CAPITAL, SMALL))
    _count_states(first, world)
    define(text, words, first, world, local)
    drafts = _join_places(text, words, scanner.again().scan(CAPITAL, SMALL))
    for draft in drafts:
        draft.actors = [world.actual(a) for a in draft.actors]
        _take_bracket(text, words, draft, local)
        _take_heads(words, draft, world)
    return Resolver(text, words, _without_covered(drafts), world, published).resolve()


def _without_covered(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts that do not begin inside the one before."""
    kept: list[Draft] = []
    for draft in drafts:
        if not kept or draft.first > kept[-1].last:
            kept.append(draft)
    return kept


def _count_states(drafts: Sequence[Draft], world: World) -> None:
    """Count how often the article speaks of each state by names that are its alone."""
    for draft in drafts:
        for place in draft.places[:1] if len(draft.places) == 1 else ():
            known = gazetteer.place(place)
            country = gazetteer.country_of(known.country) if known and known.country else None
            if country:
                world.states[country.state] += 1
        if not draft.places and draft.form is not Form.DEMONYM and len(draft.actors) == 1:
            actor = actor_of(world, draft.actors[0])
            if actor and actor.state:
                world.states[actor.state] += 1


def _join_places(text: str, words: Sequence[Word], drafts: Sequence[Draft]) -> list[Draft]:
    """Let "UN mission in Libya (UNSMIL)" be one draft, where the bracket is not the place's own acronym."""
    joined: list[Draft] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        match = BRACKET.match(text, words[draft.last].end) if last and draft.places else None
        if last and match and is_defining(match[1]) and _may_join(words, last, draft, match[1]):
            joined[-1] = replace(last, last=draft.last)
            continue
        joined.append(draft)
    return joined


def _may_join(words: Sequence[Word], left: Draft, right: Draft, acronym: str) -> bool:
    between = [w.lower for w in words[left.last + 1 : right.first]]
    if not between or len(between) > 2 or any(w not in _LINKS for w in between) or left.places:
        return False
    return not fits_initials(acronym, words[right.first : right.last + 1])


def _take_bracket(text: str, words: Sequence[Word], draft: Draft, local: NameIndex) -> None:
    """Let the mention take in a bracket with its own acronym: "the Malian Armed Forces (FAMa)"."""
    if not (draft.actors or draft.description) or draft.form is Form.DEMONYM:
        return
    match = BRACKET.match(text, words[draft.last].end)
    if not match or not is_defining(match[1]):
        return
    entry = local.get(match[1]) or known_names().get(match[1])
    inside = entry.actors if entry else []
    if inside and not set(inside) & set(draft.actors):
        if draft.description is None:
            return
        draft.actors, draft.description = list(inside), None
        draft.reason, draft.form = "acronym in brackets behind it", Form.NAME
    elif not inside:
        return
    draft.end = match.end()
    while draft.last + 1 < len(words) and words[draft.last + 1].end <= match.end():
        draft.last += 1


def _take_heads(words: Sequence[Word], draft: Draft, world: World) -> None:
    """Let a name take in the heads behind it: "Wagner Group mercenaries", "RSF paramilitary forces"."""
    following = draft.last + 1
    if following >= len(words) or not draft.actors or draft.places or draft.end is not None:
        return
    known = actor_of(world, draft.actors[0])
    if known is None or known.kind in (Kind.STATE, Kind.PERSON, Kind.INTERGOVERNMENTAL_ORGANISATION):
        return
    last = following
    is_head = head_class(words[last]) in _TRAILING
    if words[last].gap == " " and not is_head and words[last].lower in lists().modifiers and last + 1 < len(words):
        last += 1
    word = words[last]
    class_ = head_class(word)
    if any(w.gap != " " for w in words[following : last + 1]) or class_ not in _TRAILING or not word.text.islower():
        return
    if draft.plural and word.lower not in lists().plural:
        return  # "Wagner fighters guard": the verb
    if known.kind is Kind.GOVERNMENT and known.state and class_ in ("army", "forces"):
        return
    if draft.made is Made.PERSON or word.lower == "military" or _is_verb(words, draft, last):
        return
    draft.last = last
    draft.plural = word.lower in lists().plural


def _is_verb(words: Sequence[Word], draft: Draft, index: int) -> bool:
    """Whether "forces" behind a name is the verb: "RSF forces army to retreat"."""
    after = words[index + 1] if index + 1 < len(words) else None
    return (
        words[index].text == "forces" and after is not None and after.lower in ("the", "army", "thousands", "civilians")
    )
