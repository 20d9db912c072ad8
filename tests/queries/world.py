"""A small world with known answers: three groups, an army, a spokesman, two towns, four articles of two outlets.

Articles. Wire 1 (2024-01-10), Wire 2 (2024-03-05), Herald (2024-06-20), Wire 3, undated.
Phases are made by hand, so that a question is tested apart from the fold.
"""

from __future__ import annotations

from datetime import date

from kg.dates import ImpreciseDate
from kg.graph.store import Store
from kg.model import Actor, Article, Claim, DatedBy, Evidence, Phase, Place, Reading, Relationship
from kg.vocabulary import Kind, Modality, PlaceKind, Polarity, Relation, Status

ACTORS = {
    "north": Actor("north", Kind.REBEL, "Northern Front", ("Northern Front", "NF", "Front du Nord"), curated=False),
    "south": Actor("south", Kind.MILITIA, "Southern League", ("Southern League",), curated=False),
    "east": Actor("east", Kind.SEPARATIST, "Éast Band", ("Éast Band", "the Band"), curated=False),
    "army": Actor("army", Kind.ARMED_FORCE, "Highland Army", ("Highland Army", "army's men"), curated=False),
    "old-front": Actor("old-front", Kind.REBEL, "Old Front", ("Old Front",), curated=False),
    "speaker": Actor("speaker", Kind.PERSON, "Ali Speaker", ("Ali Speaker",), curated=False),
}
PLACES = {
    "oasis": Place("oasis", PlaceKind.TOWN, "Oasis Town", ("Oasis Town",)),
    "ridge": Place("ridge", PlaceKind.TOWN, "Ridge", ("Ridge",)),
}


def article(number, outlet, published, body):
    dated = DatedBy.HEADER if published else None
    return Article(body, f"{number}.txt", f"Title {number}", outlet, published, dated, None, "en")


WIRE1 = article(
    1, "Sand Wire", date(2024, 1, 10), "The Front and the League allied. They hold Oasis Town. They fight the army."
)
WIRE2 = article(2, "Sand Wire", date(2024, 3, 5), "The army denied the alliance. The army will take Oasis Town.")
HERALD = article(
    3, "High Herald", date(2024, 6, 20), "The army took Oasis Town in June 2024. The Front attacked the army."
)
WIRE3 = article(4, "Sand Wire", None, 'The Front grew out of the Old Front, says "<script>".')


def said(text, words):
    start = text.index(words)
    return (Evidence(words, start, start + len(words)),)


def claim(source, subject, relation, object_, words, **more):
    more.setdefault("reported", source.published)
    return Claim(source.id, subject, relation, object_, rule="test", evidence=said(source.text, words), **more)


ALLIED = claim(WIRE1, "north", Relation.ALLIED_WITH, "south", "The Front and the League allied.")
HELD = claim(WIRE1, "north", Relation.CONTROLS, "oasis", "They hold Oasis Town.")
WAR = claim(WIRE1, "north", Relation.FIGHTS, "army", "They fight the army.")
NO_ALLIANCE = claim(
    WIRE2,
    "north",
    Relation.ALLIED_WITH,
    "south",
    "The army denied the alliance.",
    polarity=Polarity.DENIED,
    claimant="speaker",
    on_behalf_of="army",
)
PLAN = claim(
    WIRE2,
    "army",
    Relation.CONTROLS,
    "oasis",
    "The army will take Oasis Town.",
    modality=Modality.PLANNED,
    claimant="army",
)
TAKEN = claim(
    HERALD,
    "army",
    Relation.CONTROLS,
    "oasis",
    "The army took Oasis Town in June 2024.",
    start=ImpreciseDate.parse("2024-06"),
)
WAR2 = claim(HERALD, "north", Relation.FIGHTS, "army", "The Front attacked the army.")
BORN = claim(WIRE3, "north", Relation.SUCCEEDS, "old-front", "The Front grew out of the Old Front")

CLAIMS = {WIRE1: (ALLIED, HELD, WAR), WIRE2: (NO_ALLIANCE, PLAN), HERALD: (TAKEN, WAR2), WIRE3: (BORN,)}

D = date


def phase(status, start, end, reason, *claims):
    return Phase(status, start, end, reason, tuple(c.key for c in claims))


RELATIONSHIPS = (
    Relationship(
        "north",
        Relation.ALLIED_WITH,
        "south",
        (
            phase(Status.POSSIBLE, None, D(2024, 1, 10), "Not said since when.", ALLIED),
            phase(Status.HELD, D(2024, 1, 10), D(2024, 1, 11), "Reported so.", ALLIED),
            phase(Status.PRESUMED, D(2024, 1, 11), D(2026, 1, 10), "Nothing later.", ALLIED),
        ),
        (ALLIED.key,),
        denied=(NO_ALLIANCE.key,),
        reports=(D(2024, 1, 10),),
    ),
    Relationship(
        "army",
        Relation.FIGHTS,
        "north",
        (
            phase(Status.HELD, D(2024, 1, 10), D(2024, 6, 21), "Reported again.", WAR, WAR2),
            phase(Status.PRESUMED, D(2024, 6, 21), D(2024, 12, 18), "Nothing later.", WAR2),
        ),
        (WAR.key, WAR2.key),
        reports=(D(2024, 1, 10), D(2024, 6, 20)),
    ),
    Relationship(
        "north",
        Relation.CONTROLS,
        "oasis",
        (
            phase(Status.HELD, D(2024, 1, 10), D(2024, 1, 11), "Reported so.", HELD),
            phase(Status.PRESUMED, D(2024, 1, 11), D(2024, 6, 1), "Nothing later.", HELD),
            phase(Status.POSSIBLE, D(2024, 6, 1), D(2024, 6, 30), "Another took it in that month.", HELD, TAKEN),
            phase(Status.ENDED, D(2024, 6, 30), None, "Another took it.", TAKEN),
        ),
        (HELD.key,),
        reports=(D(2024, 1, 10),),
    ),
    Relationship(
        "army",
        Relation.CONTROLS,
        "oasis",
        (
            phase(Status.POSSIBLE, D(2024, 6, 1), D(2024, 6, 20), "Begun in that month.", TAKEN),
            phase(Status.HELD, D(2024, 6, 20), D(2024, 6, 21), "Reported so.", TAKEN),
            phase(Status.PRESUMED, D(2024, 6, 21), D(2025, 6, 20), "Nothing later.", TAKEN),
        ),
        (TAKEN.key,),
        announced=(PLAN.key,),
        reports=(D(2024, 6, 20),),
    ),
    Relationship("north", Relation.SUCCEEDS, "old-front", (), (BORN.key,)),
)


def small_world(store: Store | None = None) -> Store:
    """The small world in a store, in memory unless one is given."""
    filled = store or Store.in_memory()
    for source, claims in CLAIMS.items():
        filled.replace_article(Reading(source, ACTORS, PLACES, claims))
    filled.replace_derived(RELATIONSHIPS)
    return filled
