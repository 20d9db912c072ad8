"""Cards: all that is known about one actor or one place, as a few tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from kg.model import Claim
from kg.relationships.change import FRIENDLY
from kg.relationships.ledger import POSTS, is_fact
from kg.views.data import object_is_place
from kg.views.periods import period_sheet
from kg.views.scene import Scene, manner_of
from kg.views.sheets import Cell, Row, Sheet
from kg.vocabulary import KIND_LABELS, PLACE_LABELS, Relation

LAST = 5  # reports at the end of a card


def actor_card(scene: Scene, actor: str, day: date | None = None) -> list[Sheet]:
    """About the actor: names, lineage, leaders, friends and enemies over time, places, voices, last reports."""
    about = [r for r in scene.relationships if actor in (r.subject, r.object) and not object_is_place(r.relation)]
    there = [r for r in scene.relationships if actor == r.subject and object_is_place(r.relation)]
    claims = [c for c in scene.claims.values() if actor in _actors_of(c)]
    sheets = [
        _about_actor(scene, actor),
        _lineage(scene, actor),
        period_sheet(scene, "posts", "Who leads and speaks", [r for r in about if r.relation in POSTS], day),
        period_sheet(scene, "friends", "Friends", [r for r in about if r.relation in FRIENDLY], day),
        period_sheet(scene, "enemies", "Enemies", [r for r in about if r.relation is Relation.FIGHTS], day),
        _events(scene, "breaks", "Breaks and peace", claims, {Relation.BREAKS_WITH, Relation.MAKES_PEACE_WITH}, day),
        period_sheet(
            scene, "places", "Places held, and where it is", [r for r in there if _is_presence(r.relation)], day
        ),
        _events(scene, "left", "Places left", claims, {Relation.LEAVES}, day),
        _voices(scene, claims),
        _last(scene, claims),
    ]
    return [sheet for sheet in sheets if sheet.rows]


def place_card(scene: Scene, place: str, day: date | None = None) -> list[Sheet]:
    """About the place: who held it when, who is there, who left, fights there, voices, last reports."""
    there = [r for r in scene.relationships if object_is_place(r.relation) and r.object == place]
    claims = [
        c for c in scene.claims.values() if c.place == place or (object_is_place(c.relation) and c.object == place)
    ]
    held = [r for r in there if r.relation is Relation.CONTROLS]
    present = [r for r in there if r.relation is Relation.OPERATES_IN]
    sheets = [
        _about_place(scene, place),
        period_sheet(scene, "held", "Who held it", held, day),
        period_sheet(scene, "present", "Who is or was there", present, day),
        _events(scene, "left", "Who left", claims, {Relation.LEAVES}, day),
        _events(scene, "fights", "Fights there", claims, {Relation.FIGHTS}, day),
        _voices(scene, claims),
        _last(scene, claims),
    ]
    return [sheet for sheet in sheets if sheet.rows]


def _is_presence(relation: Relation) -> bool:
    return relation in (Relation.CONTROLS, Relation.OPERATES_IN)


def _actors_of(claim: Claim) -> tuple[str | None, ...]:
    ends = (claim.subject,) if object_is_place(claim.relation) else (claim.subject, claim.object)
    return (*ends, claim.claimant, claim.on_behalf_of)


def _about_actor(scene: Scene, id_: str) -> Sheet:
    actor = scene.actors[id_]
    start, end = actor.existed
    facts: list[tuple[str, Cell]] = [
        ("name", actor.label),
        ("kind", KIND_LABELS[actor.kind].en),
        ("also", "; ".join(name for name in actor.names if name != actor.label)),
        ("state", scene.actor(actor.state) if actor.state else None),
        ("existed from", start.edtf if start else None),
        ("existed until", end.edtf if end else None),
        ("identifier", id_),
    ]
    return _facts(facts)


def _about_place(scene: Scene, id_: str) -> Sheet:
    place = scene.places[id_]
    where = f"{place.latitude}, {place.longitude}" if place.latitude is not None else None
    facts: list[tuple[str, Cell]] = [
        ("name", place.label),
        ("kind", PLACE_LABELS[place.kind].en),
        ("also", "; ".join(name for name in place.names if name != place.label)),
        ("within", scene.place(place.within) if place.within else None),
        ("country", scene.place(place.country) if place.country else None),
        ("latitude, longitude", where),
        ("identifier", id_),
    ]
    return _facts(facts)


def _facts(facts: Iterable[tuple[str, Cell]]) -> Sheet:
    rows = (Row((what, value)) for what, value in facts if value)
    return Sheet("about", "About", ("what", "value"), tuple(rows))


def _lineage(scene: Scene, actor: str) -> Sheet:
    """Curated steps with their source, and what claims say of succession."""
    rows = []
    for step in scene.successions:
        if actor in (step.predecessor, step.successor):
            on, source = step.on.edtf if step.on else "", step.source[0] if step.source else ""
            old, new = scene.actor(step.predecessor), scene.actor(step.successor)
            rows.append(
                Row(
                    (on, old, new, step.mode, "curated", source, step.predecessor, step.successor),
                    when=on or "?",
                    reads=f"{old} → {new} ({step.mode})",
                    detail=f"From the curated table of lineages, after {source}" if source else "",
                )
            )
    for claim in sorted(scene.claims.values(), key=_report_order):
        if claim.relation is Relation.SUCCEEDS and is_fact(claim) and actor in (claim.subject, claim.object):
            on, old, new = _day_of(claim), scene.actor(claim.object), scene.actor(claim.subject)
            rows.append(
                Row(
                    (on, old, new, "succeeds", "claimed", "", claim.object, claim.subject),
                    when=on.replace("../", "by "),
                    reads=f"{old} → {new} (claimed)",
                    quotes=scene.quotes([claim.key], 1),
                )
            )
    rows.sort(key=lambda row: (row.when.removeprefix("by "), row.reads))
    columns = ("on", "from_actor", "to_actor", "mode", "how_known", "source", "from_id", "to_id")
    return Sheet("lineage", "Lineage", columns, tuple(rows), hidden=frozenset({"from_id", "to_id"}))


def _events(
    scene: Scene, name: str, title: str, claims: Iterable[Claim], relations: set[Relation], day: date | None
) -> Sheet:
    """What claims tell as facts, by day; with a day, what is said to have happened on it."""
    rows = []
    for claim in sorted(claims, key=lambda c: (_day_of(c).removeprefix("../"), c.key)):
        when = claim.start or claim.end
        if claim.relation not in relations or not is_fact(claim) or (day and not (when and when.may_be(day))):
            continue
        sentence = scene.sentence(claim.subject, claim.relation, claim.object)
        place = scene.place(claim.place) if claim.place else None
        ids = (claim.subject, claim.object)
        cells = (_day_of(claim), scene.actor(ids[0]), scene.object(claim.relation, ids[1]), place, *ids)
        rows.append(
            Row(cells, when=_day_of(claim).replace("../", "by "), reads=sentence, quotes=scene.quotes([claim.key], 1))
        )
    columns = ("when", "subject", "object", "place", "subject_id", "object_id")
    return Sheet(name, title, columns, tuple(rows), hidden=frozenset({"subject_id", "object_id"}))


def _day_of(claim: Claim) -> str:
    """EDTF: the day that the claim gives, or not later than its report; "?" where neither is known."""
    when = claim.start or claim.end
    if when:
        return when.edtf
    return f"../{claim.reported}" if claim.reported else "?"


def _voices(scene: Scene, claims: Iterable[Claim]) -> Sheet:
    """How many claims each claimant and each outlet makes; the article itself counts under its outlet."""
    counts: Counter[tuple[str, str]] = Counter()
    for claim in claims:
        article = scene.articles.get(claim.article)
        outlet = article.outlet if article and article.outlet else "unknown outlet"
        counts[(scene.actor(claim.claimant) if claim.claimant else "the article itself", outlet)] += 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    rows = tuple(Row((claimant, outlet, number)) for (claimant, outlet), number in ordered)
    return Sheet("voices", "Who says so", ("claimant", "outlet", "claims"), rows)


def _last(scene: Scene, claims: Iterable[Claim]) -> Sheet:
    """The latest claims, newest first."""
    dated = [(claim.reported, claim.key, claim) for claim in claims if claim.reported]
    rows = []
    for reported, key, claim in sorted(dated, key=lambda d: (-d[0].toordinal(), d[1]))[:LAST]:
        manner = manner_of(claim)
        said = f" ({manner})" if manner else ""
        sentence = scene.sentence(claim.subject, claim.relation, claim.object) + said
        rows.append(Row((reported, sentence), when=str(reported), reads=sentence, quotes=scene.quotes([key], 1)))
    return Sheet("last_reports", "Last reports", ("reported", "what"), tuple(rows))


def _report_order(claim: Claim) -> tuple[date, str]:
    return claim.reported or date.max, claim.key
