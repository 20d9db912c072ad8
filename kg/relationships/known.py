"""The second clock: what could have been known on a day, which is what had been reported by then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from kg.dates import ImpreciseDate
from kg.model import Claim

Existence = tuple[ImpreciseDate | None, ImpreciseDate | None]


def claims_known_by(claims: Iterable[Claim], known: date | None) -> Iterator[Claim]:
    """The claims reported on that day or before; all without a day, else none whose article has no date."""
    return (c for c in claims if known is None or (c.reported is not None and c.reported <= known))


def lives_known_by(existence: Mapping[str, Existence], known: date | None) -> dict[str, Existence]:
    """Curated lives as they stood on that day: an end that was still to come, or may have been, is open."""
    return {actor: (start, end if is_known_by(end, known) else None) for actor, (start, end) in existence.items()}


def is_known_by(when: ImpreciseDate | None, known: date | None) -> bool:
    """Whether something curated that happened then surely lay behind on that day; undated things always do."""
    return known is None or when is None or when.latest is None or when.latest <= known
