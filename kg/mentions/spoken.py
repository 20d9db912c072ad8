"""Which states an article speaks of, and how much: whose army "the army" is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from kg import gazetteer
from kg.mentions.drafts import Draft, Made, World
from kg.mentions.refer import StatesSpokenOf
from kg.mentions.states import known_actor
from kg.model import Form

_TOWN = 2.0  # a town or a region says more of where the war is than the name of a state does
_THEATRE = 3.0  # states whose places are curated are the likelier ground of a war


def states_spoken_of(drafts: Sequence[Draft], world: World, sentences: Sequence[int]) -> StatesSpokenOf:
    """Weigh the states by the drafts that name them, their forces, capitals, towns and regions."""
    counts: dict[str, float] = defaultdict(float)
    near: set[tuple[int, str]] = set()
    for draft in drafts:
        state, weight = _spoken_of(draft, world)
        if state:
            counts[state] += weight * (_THEATRE if state in _theatre() else 1.0)
            if draft.form is not Form.DEMONYM:
                near.add((sentences[draft.first], state))
    main = sorted(counts, key=lambda s: (-counts[s], s))
    return StatesSpokenOf(main, dict(counts), frozenset(near))


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
    """States with curated places."""
    places = {p.country for p in gazetteer.places().values() if p.country}
    return frozenset(c.state for place in places if (c := gazetteer.country_of(place)))
