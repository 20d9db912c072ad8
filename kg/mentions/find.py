"""All mentions of an article: two scans, the second with the names that the first has defined; then resolution."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from kg import lexicon
from kg.mentions.drafts import Draft, World
from kg.mentions.index import NameIndex, known_names
from kg.mentions.names import fits_initials, slug
from kg.mentions.resolve import Resolver
from kg.mentions.scan import Scanner
from kg.mentions.states import head_class, known_actor
from kg.mentions.words import Word, words_of
from kg.model import Actor, Mentions
from kg.vocabulary import Kind

_BRACKET = re.compile(
    r"\s*[(\[]\s*(?:or\s+|the\s+)?[\"“'‘]?([A-Z][\w’'-]{1,14})[\"”'’]?\s*(?=[),;\]])[^)\]]{0,60}[)\]]"
)
# classes of head that a name may take in: "Wagner Group mercenaries"
_TRAILING = frozenset(
    {"army", "forces", "fighters", "vague", "militant", "jihadist", "rebel", "separatist"}
) | frozenset({"insurgent", "mercenary", "mission", "militia", "group", "movement"})
_OWNED = frozenset({"army", "forces", "fighters", "militia", "rebel", "militant"})


def find_mentions(text: str, article: str, published: date | None = None) -> Mentions:
    """The mentions of a text, sorted and not overlapping, each resolved to an actor, a place, both or nobody.

    `article` is the article's id: actors known only by a description are scoped to it.
    """
    words = words_of(text)
    world, local = World(article), NameIndex()
    scanner = Scanner(words, world, local)
    _define(text, words, scanner.scan(), world, local)
    drafts = Scanner(words, world, local).scan()
    for draft in drafts:
        _take_bracket(text, words, draft)
        _take_heads(words, draft, world)
    return Resolver(text, words, _without_covered(drafts), world, published).resolve()


def _without_covered(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts that do not begin inside the one before."""
    kept: list[Draft] = []
    for draft in drafts:
        if not kept or draft.first > kept[-1].last:
            kept.append(draft)
    return kept


def _define(text: str, words: Sequence[Word], drafts: Sequence[Draft], world: World, local: NameIndex) -> None:
    """Enter the acronyms, organisations and surnames that the article introduces."""
    ends = {words[d.last].end: d for d in drafts}
    for draft in drafts:
        for actor in draft.actors:
            made = world.actors.get(actor)
            if made and made.kind is not Kind.PERSON and draft.reason.startswith("capitalised"):
                _enter(local, made.label, actor)
            known = made or known_actor(actor)
            if known and known.kind is Kind.PERSON:
                _enter_surname(local, words[draft.first : draft.last + 1], actor)
    for match in _BRACKET.finditer(text):
        acronym = match[1]
        owner = _bracket_owner(words, match.start(), ends.get(match.start()), acronym, world)
        if owner and sum(c.isupper() for c in acronym) > 1:
            _enter(local, acronym, owner)


def _bracket_owner(words: Sequence[Word], at: int, draft: Draft | None, acronym: str, world: World) -> str | None:
    """The actor whose acronym stands in the bracket that follows offset `at`."""
    entry = known_names().get(acronym)
    if entry and entry.actors:
        return None
    if draft and draft.actors and not draft.places:
        return draft.actors[0]
    last = next((i for i in range(len(words) - 1, -1, -1) if words[i].end == at), None)
    if last is None or acronym in lexicon.words("acronym_stop"):
        return None
    for first in range(last - 1, max(-1, last - 12), -1):
        run = words[first : last + 1]
        if any(not set(w.gap) <= set(" '’-,") for w in run[1:]):
            return None
        if run[0].is_capital and fits_initials(acronym, run) and run[0].fold[0] == acronym[0].casefold():
            name = " ".join(w.text for w in run)
            actor = slug(name)
            world.actors.setdefault(actor, Actor(actor, Kind.MOVEMENT, name, (name, acronym), curated=False))
            return actor
    return None


def _enter(local: NameIndex, name: str, actor: str) -> None:
    entry = local.add(name)
    if actor not in entry.actors:
        entry.actors.append(actor)


def _enter_surname(local: NameIndex, run: Sequence[Word], actor: str) -> None:
    """Let the last word, and the last two after a particle ("Ag Ghaly"), stand for the person later on."""
    if len(run) < 2 or len(run[-1].text) < 4:
        return
    for name in {run[-1].text, " ".join(w.text for w in run[-2:])}:
        entry = known_names().get(name)
        if not entry or not (entry.actors or entry.curated):
            _enter(local, name, actor)


def _take_bracket(text: str, words: Sequence[Word], draft: Draft) -> None:
    """Let the mention take in a bracket with its own acronym: "the Malian Armed Forces (FAMa)"."""
    end = words[draft.last].end
    match = _BRACKET.match(text, end)
    if not match or not (draft.actors or draft.description):
        return
    entry = known_names().get(match[1])
    inside = entry.actors if entry else []
    if sum(c.isupper() for c in match[1]) < 2:
        return
    if inside and not (set(inside) & set(draft.actors)):
        if draft.description is None and not draft.reason.startswith("capitalised"):
            return
        draft.actors, draft.description = list(inside), None
        draft.reason = "acronym in brackets behind it"
    draft.end = match.end()
    while draft.last + 1 < len(words) and words[draft.last + 1].end <= match.end():
        draft.last += 1


def _take_heads(words: Sequence[Word], draft: Draft, world: World) -> None:
    """Let a name take in the heads behind it: "Wagner Group mercenaries", "Haftar's forces"."""
    following = draft.last + 1
    if following >= len(words) or not draft.actors or draft.places or draft.end is not None:
        return
    known = world.actors.get(draft.actors[0]) or known_actor(draft.actors[0])
    if known is None or known.kind in (Kind.STATE, Kind.GOVERNMENT) and draft.form is not draft.form.DEMONYM:
        return
    if known.kind is Kind.PERSON:
        _take_owned(words, draft, known, world)
        return
    if known.kind is Kind.STATE or words[following].gap != " ":
        return
    if head_class(words[following]) in _TRAILING and words[following].text.islower():
        draft.last = following
        draft.plural = lexicon.mapping("heads", "number").get(words[following].text) == "plur"


def _take_owned(words: Sequence[Word], draft: Draft, person: Actor, world: World) -> None:
    after = draft.last + 2
    if after >= len(words) or words[after - 1].fold != "s" or head_class(words[after]) not in _OWNED:
        return
    if words[after].gap != " ":
        return
    actor = f"{person.id}-forces"
    name = f"{words[draft.last].text}'s forces"
    world.actors.setdefault(actor, Actor(actor, Kind.ARMED_GROUP, name, (name,), curated=False))
    draft.actors, draft.last, draft.plural = [actor], after, True
    draft.reason = f"forces of {person.label}"
