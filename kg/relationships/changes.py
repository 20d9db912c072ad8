"""What changed between two days: only what claims say, or a curated lineage; never that nobody spoke of it any more.

What is not dated, or not precisely enough to lie surely in between, is told apart (`Change.sure`). A state that is
first reported in between counts as new only where nothing leaves open that it is older.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kg.gazetteer import Succession
from kg.model import Claim, Relationship
from kg.relationships.change import Between, Change, ChangeKind
from kg.relationships.ledger import POSTS
from kg.relationships.lines import Lines
from kg.relationships.occurrences import Occurrence, Pair, occurrences
from kg.relationships.pairs import flips, friendships, new_fights
from kg.relationships.places import hands
from kg.relationships.spells import Spell, spells
from kg.vocabulary import SIGNATURES, Kind, Relation, Status

_MEMBER = Relation.AFFILIATED_WITH


def changes(
    relationships: Iterable[Relationship],
    claims: Iterable[Claim],
    after: date,
    until: date,
    *,
    kinds: Mapping[str, Kind] | None = None,
    successions: Iterable[Succession] = (),
    lapsed: bool = False,
) -> tuple[Change, ...]:
    """All changes after the one day and up to the other, by kind and day.

    Args:
        relationships: folded from the claims.
        claims: all that are known; of those that deny, or call possible, nothing comes.
        after: the earlier day; what happened on it is no change.
        until: the later day; what happened on it is one.
        kinds: of actors, so that an organisation that is left can be told from an ally.
        successions: curated lineages; those of actors that no claim names are left out.
        lapsed: also what is merely no longer reported.
    """
    if until <= after:
        return ()
    known = {claim.key: claim for claim in claims}
    asked = Between(after, until, known, kinds or {})
    told = [spell for relationship in relationships for spell in spells(relationship)]
    events = occurrences(known.values())
    steps = list(successions)
    found = [*_events(asked, events, told), *_lineages(asked, events, steps)]
    found += hands(asked, told, events, Lines(steps, events))
    flipped = list(flips(asked, told))
    pairs = {frozenset((change.subject, change.object)) for change in flipped}
    new = (*friendships(asked, told), *new_fights(asked, told))
    found += [*flipped, *(change for change in new if frozenset((change.subject, change.object)) not in pairs)]
    found += [*_arrivals(asked, told), *_endings(asked, told), *(_lapses(asked, told) if lapsed else ())]
    return tuple(sorted(set(found), key=lambda change: change.order))


def _events(asked: Between, events: Mapping[Pair, Sequence[Occurrence]], told: Sequence[Spell]) -> Iterator[Change]:
    """Departures, breaks and peace; an event that nothing dates is sure where it ended what stood before."""
    ended = _ended_in_between(asked, told)
    of = {
        (s.relationship.subject, s.relationship.object) for s in told if s.relationship.relation is _MEMBER and s.begun
    }
    for pair, happened in events.items():
        relation = pair[0]
        if relation is Relation.SUCCEEDS:
            continue
        for one in happened:
            change = _event(asked, one, _kind_of(asked, one, of))
            standing = next((ended[key] for key in change.claims if key in ended), None)
            if one.is_within(asked.after, asked.until):
                yield change
            elif one.earliest is None and standing and one.latest <= asked.until:
                yield replace(change, earliest=max(standing, asked.after))
            elif one.may_be_within(asked.after, asked.until) and not _known_before(asked, one, happened):
                yield replace(change, sure=False)


def _event(asked: Between, one: Occurrence, kind: ChangeKind) -> Change:
    keys = tuple(claim.key for claim in one.claims)
    return Change(kind, one.subject, one.relation, one.object, one.earliest, one.latest, keys)


def _kind_of(asked: Between, one: Occurrence, members: Container[tuple[str, str]]) -> ChangeKind:
    if one.relation is Relation.LEAVES:
        return ChangeKind.LEFT
    if one.relation is Relation.MAKES_PEACE_WITH:
        return ChangeKind.PEACE
    belonged = asked.is_organisation(one.object) or (one.subject, one.object) in members
    return ChangeKind.QUIT if belonged else ChangeKind.BROKEN


def _ended_in_between(asked: Between, told: Sequence[Spell]) -> dict[str, date]:
    """Claims that ended in between what had stood, and the last day on which it surely had."""
    found = {}
    for spell in told:
        ending = spell.ending
        if ending and ending.start and spell.in_force_between(asked.after, asked.until):
            last = spell.last_held or asked.after
            found.update(dict.fromkeys(ending.claims, last))
    return found


def _known_before(asked: Between, one: Occurrence, happened: Sequence[Occurrence]) -> bool:
    """Whether it was told before the first of the two days, or another claim dates it."""
    if any(claim.reported and claim.reported <= asked.after for claim in one.claims):
        return True
    return any(other.earliest is not None and other.earliest <= one.latest for other in happened if other is not one)


def _lineages(
    asked: Between, events: Mapping[Pair, Sequence[Occurrence]], successions: Iterable[Succession]
) -> Iterator[Change]:
    """Curated changes of lineage with the claims that tell of them, and those that only claims tell of."""
    named = {end for claim in asked.claims.values() for end in (claim.subject, claim.object)}
    curated = set()
    for step in sorted(successions, key=lambda s: (s.predecessor, s.successor)):
        pair = (Relation.SUCCEEDS, step.successor, step.predecessor)
        curated.add(pair)
        when = step.on
        if when and when.latest and {step.predecessor, step.successor} & named:
            behind = tuple(claim.key for one in events.get(pair, ()) for claim in one.claims)
            if asked.includes(when.earliest, when.latest):
                yield Change(
                    *(ChangeKind.LINEAGE, step.successor, Relation.SUCCEEDS, step.predecessor),
                    *(when.earliest, when.latest, behind),
                    note=step.mode,
                    source=step.source[0] if step.source else "",
                )
    for pair, happened in events.items():
        if pair[0] is not Relation.SUCCEEDS or pair in curated:
            continue
        for one in happened:
            change = _event(asked, one, ChangeKind.LINEAGE)
            if one.is_within(asked.after, asked.until):
                yield change
            elif one.may_be_within(asked.after, asked.until) and not _known_before(asked, one, happened):
                yield replace(change, sure=False)


def _arrivals(asked: Between, told: Sequence[Spell]) -> Iterator[Change]:
    for spell in told:
        r, begun = spell.relationship, spell.begun
        if r.relation is Relation.OPERATES_IN and begun and begun.start and asked.began(spell):
            yield Change(ChangeKind.ARRIVED, r.subject, r.relation, r.object, spell.first, begun.start, begun.claims)


def _endings(asked: Between, told: Sequence[Spell]) -> Iterator[Change]:
    """States that their own claims say to have ended; what an event ended is told with the event."""
    for spell in told:
        r, ending = spell.relationship, spell.ending
        own = tuple(key for key in ending.claims if key in r.claims) if ending else ()
        if not own or r.relation in POSTS or SIGNATURES[r.relation].event or ending is None or ending.start is None:
            continue
        ends = [claim.end for key in own if (claim := asked.claims.get(key)) and claim.end]
        low = max((end.earliest for end in ends if end.earliest), default=None)
        high = ending.start
        high = min([high, *(end.latest for end in ends if end.latest)])
        if asked.includes(low, high):
            yield Change(ChangeKind.ENDED, r.subject, r.relation, r.object, low, high, own)


def _lapses(asked: Between, told: Sequence[Spell]) -> Iterator[Change]:
    """What stood on the first day, has not ended, and of which nobody speaks any more on the second."""
    for spell in told:
        r = spell.relationship
        standing = spell.in_force_on(asked.after) and not spell.in_force_on(asked.until)
        later = any(p.status is not Status.POSSIBLE and p.start and p.start > asked.until for p in spell.phases)
        gone = spell.ending is not None and spell.ending.start is not None and spell.ending.start <= asked.until
        if standing and not later and not gone:
            behind = tuple(key for key in r.claims if key in asked.claims)
            last = max((c.reported for key in behind if (c := asked.claims[key]).reported), default=None)
            if last:
                yield Change(ChangeKind.LAPSED, r.subject, r.relation, r.object, None, last, behind)
