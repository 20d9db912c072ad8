"""Occurrences: what claims say of one event between the same two, put together where their dates can be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kg.dates import ImpreciseDate
from kg.model import Claim
from kg.relationships.ledger import is_fact
from kg.vocabulary import SIGNATURES, Relation

Pair = tuple[Relation, str, str]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Something that happened, between two closed bounds; `earliest` None: the day of a report is all that is known."""

    relation: Relation
    subject: str
    object: str
    earliest: date | None
    latest: date
    claims: tuple[Claim, ...]  # sorted by day of report

    def is_within(self, after: date, until: date) -> bool:
        """Whether it surely happened after the one day and not after the other."""
        return self.earliest is not None and after < self.earliest and self.latest <= until

    def may_be_within(self, after: date, until: date) -> bool:
        """Whether it may have happened in between."""
        return after < self.latest and (self.latest if self.earliest is None else self.earliest) <= until


def bounds_of(claim: Claim) -> tuple[date | None, date] | None:
    """Closed bounds of an event, not later than its report; None where it lies ahead of it or nothing dates it."""
    when = claim.start or claim.end or ImpreciseDate("", None, None)
    days = [day for day in (when.latest, claim.reported) if day]
    if not days or (when.earliest and when.earliest > min(days)):
        return None
    return when.earliest, min(days)


def occurrences(claims: Iterable[Claim]) -> dict[Pair, list[Occurrence]]:
    """All events that claims tell as facts, by what they join; earlier first, those that nothing dates last."""
    told: dict[Pair, list[tuple[date | None, date, Claim]]] = defaultdict(list)
    for claim in claims:
        found = bounds_of(claim) if is_fact(claim) and SIGNATURES[claim.relation].event else None
        if found:
            told[(claim.relation, *claim.ends)].append((*found, claim))
    return {pair: _merged(pair, told[pair]) for pair in sorted(told)}


def _merged(pair: Pair, told: list[tuple[date | None, date, Claim]]) -> list[Occurrence]:
    """Precise dates first; a date that one of them fits is the same event."""
    events: list[tuple[date | None, date, list[Claim]]] = []
    for earliest, latest, claim in sorted(told, key=lambda t: (_width(t[0], t[1]), t[1], t[2].key)):
        same = next((e for e in events if _meet(e[0], e[1], earliest, latest)), None)
        if same:
            same[2].append(claim)
        else:
            events.append((earliest, latest, [claim]))
    ordered = sorted(events, key=lambda e: (e[0] is None, e[0] or e[1], e[1]))
    return [Occurrence(*pair, low, high, tuple(sorted(behind, key=report_order))) for low, high, behind in ordered]


def report_order(claim: Claim) -> tuple[date, str]:
    """Earlier reports first, undated ones last."""
    return claim.reported or date.max, claim.key


def _width(earliest: date | None, latest: date) -> int:
    return (latest - earliest).days if earliest else date.max.toordinal()


def _meet(low: date | None, high: date, earliest: date | None, latest: date) -> bool:
    """Whether the two may be one event; of one that nothing dates, that it was over by then."""
    if low is None or earliest is None:
        return low is None and earliest is None
    return low <= latest and earliest <= high
