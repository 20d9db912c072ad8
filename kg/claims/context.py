"""What the whole article tells about a sentence: which country it is about, and whose soldiers are meant."""

from __future__ import annotations

from collections import Counter

from kg import gazetteer
from kg.claims.cast import Cast


def main_country(found: Cast) -> str | None:
    """Id of the country's place that most mentions lie in, where it has at least half of them; else None."""
    counts: Counter[str] = Counter()
    for mention in found.mentions:
        place = found.places.get(mention.place) if mention.place else None
        if place and place.country:
            counts[place.country] += 1
        actor = found.actors.get(mention.actor) if mention.actor else None
        if actor and actor.state and not mention.place:
            owner = gazetteer.states().get(actor.state)
            counts.update([owner.place] if owner and owner.place in found.places else [])
    if not counts:
        return None
    best = max(counts, key=lambda c: (counts[c], c))
    return best if 2 * counts[best] >= counts.total() and best in found.places else None


def home_state(found: Cast, country: str | None) -> str | None:
    """Id of the state whose country the article is about, where some town or region of it is named."""
    inside = {m.place for m in found.mentions if m.place}
    named = any(found.places[p].country == country and p != country for p in inside if p in found.places)
    home = gazetteer.country_of(country) if country and named else None
    return home.state if home else None
