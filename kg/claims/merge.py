"""One claim an article: what it repeats is one claim with all its sentences as evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.claims.cast import Cast
from kg.model import Claim, Evidence


def merge(claims: Sequence[Claim], found: Cast) -> tuple[Claim, ...]:
    """Claims that say the same in the same voice become one; what is undated or unplaced joins what is not.

    What the article says itself, and a party as well, is the article's. The order is that of the first evidence.
    """
    voiced = _without_told_twice(claims)
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in voiced:
        key = (claim.relation, claim.ends, claim.polarity, claim.modality, claim.claimant)
        groups.setdefault(key, []).append(claim)
    merged = [one for group in groups.values() for one in _merge_group(group, found)]
    return tuple(sorted(merged, key=lambda c: (c.evidence[0].start, c.relation, c.ends, c.key)))


def _without_told_twice(claims: Sequence[Claim]) -> list[Claim]:
    """Drop the claimant of what the article also tells itself."""
    own = {(c.relation, c.ends, c.polarity, c.modality) for c in claims if c.claimant is None}
    return [replace(c, claimant=None) if (c.relation, c.ends, c.polarity, c.modality) in own else c for c in claims]


def _merge_group(group: Sequence[Claim], found: Cast) -> list[Claim]:
    """One claim for each start that is said; the undated ones join the first."""
    dated: dict[str, list[Claim]] = {}
    undated: list[Claim] = []
    for claim in group:
        if claim.start is None and claim.end is None:
            undated.append(claim)
        else:
            dated.setdefault(f"{claim.start}|{claim.end}", []).append(claim)
    if not dated:
        return [_one(undated, found)]
    parts = list(dated.values())
    parts[0] = parts[0] + undated
    return [_one(part, found) for part in parts]


def _one(claims: Sequence[Claim], found: Cast) -> Claim:
    dated = next((c for c in claims if c.start or c.end), claims[0])
    best = max(claims, key=lambda c: c.confidence)
    place = _narrowest((c.place for c in claims if c.place), found)
    more = 0.05 * (len({e.start for c in claims for e in c.evidence}) - 1)
    return replace(
        dated,
        subject=dated.ends[0],
        object=dated.ends[1],
        place=place,
        confidence=round(min(0.95, best.confidence + more), 2),
        rule=best.rule,
        evidence=_evidence(claims),
    )


def _evidence(claims: Sequence[Claim]) -> tuple[Evidence, ...]:
    return tuple(sorted({e for c in claims for e in c.evidence}, key=lambda e: e.start))


def _narrowest(places: Iterable[str], found: Cast) -> str | None:
    """The first of the narrowest places: "Anefis", not "Mali"."""
    return min(dict.fromkeys(places), key=found.width, default=None)
