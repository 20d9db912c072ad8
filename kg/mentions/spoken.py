"""Which states an article speaks of, and how much: whose army "the army" is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from kg import gazetteer
from kg.mentions.drafts import Draft, Made, World
from kg.mentions.refer import StatesSpokenOf
from kg.mentions.states import known_actor
from kg.model import Form
from kg.vocabulary import PlaceKind

_TOWN = 2.0  # a town or a region says more of where the war is than the name of a state does
_MANY = 40
_KNOWN_TO_ALL = 100_000  # inhabitants
_THEATRE = 3.0  # states whose places are curated are the likelier ground of a war


def states_spoken_of(drafts: Sequence[Draft], world: World, sentences: Sequence[int]) -> StatesSpokenOf:
    """Weigh the states by the drafts that name them, their forces, capitals, towns and regions."""
    counts: dict[str, float] = defaultdict(float)
    near: set[tuple[int, str]] = set()
    named = frozenset(s for d in drafts if not _is_town(d) and (s := _spoken_of(d, world)[0])) | _by_places(drafts)
    for draft in drafts:
        state, weight = _spoken_of(draft, world)
        if state and not (len(draft.places) == 1 and is_doubtful(draft.places[0], named)):
            counts[state] += weight * (_THEATRE if state in _theatre() else 1.0)
            if draft.form is not Form.DEMONYM:
                near.add((sentences[draft.first], state))
    main = sorted(counts, key=lambda s: (-counts[s], s))
    return StatesSpokenOf(main, dict(counts), frozenset(near), named)


def is_doubtful(place: str, named: frozenset[str]) -> bool:
    """Whether a small town lies in a state that the article never names, though it names others.

    Another town of that name, which no gazetteer has, is the likelier one.
    """
    known = gazetteer.world().get(place)
    town = gazetteer.place(place)
    if not named or town is None or town.kind is not PlaceKind.TOWN or town.country is None:
        return False
    country = gazetteer.country_of(town.country)
    small = known is None or known.population < _KNOWN_TO_ALL
    return small and country is not None and country.state not in named


def _by_places(drafts: Sequence[Draft]) -> frozenset[str]:
    """States of which the article names two curated places or more."""
    places = {p for d in drafts for p in d.places if p in gazetteer.places()}
    counts = Counter(k.country for p in places if (k := gazetteer.place(p)) and k.country)
    return frozenset(c.state for place, n in counts.items() if n > 1 and (c := gazetteer.country_of(place)))


def _is_town(draft: Draft) -> bool:
    return bool(draft.places) and not draft.actors


def _spoken_of(draft: Draft, world: World) -> tuple[str | None, float]:
    by_actor = draft.form in (Form.DEMONYM, Form.CAPITAL) or draft.made is Made.STATE_FORCE
    country = None if by_actor or draft.made is Made.REFERENCE else _sole_country(draft.places, world)
    if country:
        found = gazetteer.country_of(country)
        return (found.state if found else None), 1.0 if country in draft.places else _TOWN
    if draft.places and not by_actor:
        return None, 0.0
    for actor in draft.actors[:1]:
        known = world.actors.get(actor) or known_actor(actor)
        state = (known.state if known else None) or actor
        return (state, 1.0) if state in gazetteer.states() else (None, 0.0)
    return None, 0.0


def _sole_country(places: Sequence[str], world: World) -> str | None:
    """The country of all the places that a name may mean; the curated ones where there are any."""
    curated = [p for p in places if p in gazetteer.places() or p in world.places] or places
    known = {k.country for p in curated if (k := world.places.get(p) or gazetteer.place(p))}
    return next(iter(known)) if len(known) == 1 else None


@cache
def _theatre() -> frozenset[str]:
    """States with many curated places."""
    places = Counter(p.country for p in gazetteer.places().values() if p.country)
    return frozenset(c.state for place, n in places.items() if n >= _MANY and (c := gazetteer.country_of(place)))
