"""Names of the ontology. Generated from ontology/kg.ttl by scripts/build_vocabulary.py; do not edit."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

NAMESPACE: Final = "https://w3id.org/allegiance/ontology#"
DATA: Final = "https://w3id.org/allegiance/"


class Kind(StrEnum):
    """Kinds of actor."""

    ARMED_FORCE = "ArmedForce"
    ARMED_GROUP = "ArmedGroup"
    COALITION = "Coalition"
    COMMUNITY = "Community"
    COMPANY = "Company"
    GOVERNMENT = "Government"
    INTERGOVERNMENTAL_ORGANISATION = "IntergovernmentalOrganisation"
    JIHADIST = "Jihadist"
    MILITIA = "Militia"
    MISSION = "Mission"
    MOVEMENT = "Movement"
    PERSON = "Person"
    PRIVATE_MILITARY_COMPANY = "PrivateMilitaryCompany"
    REBEL = "Rebel"
    SECURITY_FORCE = "SecurityForce"
    SEPARATIST = "Separatist"
    STATE = "State"


class PlaceKind(StrEnum):
    """Kinds of place."""

    AREA = "Area"
    BASE = "Base"
    COUNTRY = "Country"
    DISTRICT = "District"
    REGION = "Region"
    TOWN = "Town"


class Relation(StrEnum):
    """The twelve relations of a claim."""

    AFFILIATED_WITH = "affiliatedWith"
    ALLIED_WITH = "alliedWith"
    BREAKS_WITH = "breaksWith"
    CONTROLS = "controls"
    FIGHTS = "fights"
    LEADS = "leads"
    LEAVES = "leaves"
    MAKES_PEACE_WITH = "makesPeaceWith"
    OPERATES_IN = "operatesIn"
    SPEAKS_FOR = "speaksFor"
    SUCCEEDS = "succeeds"
    SUPPORTS = "supports"


class Polarity(StrEnum):
    """Whether the text says that it is so or that it is not."""

    ASSERTED = "asserted"
    DENIED = "denied"


class Modality(StrEnum):
    """Whether the text speaks of what is, may be, or is meant to be."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"


class Status(StrEnum):
    """What is known of a relationship at a date."""

    ENDED = "ended"
    HELD = "held"
    POSSIBLE = "possible"
    PRESUMED = "presumed"
    UNKNOWN = "unknown"


class Signature(NamedTuple):
    """What a relation joins and how it lives in time."""

    domain: str  # "actor" or "person"
    range: str  # "actor" or "place"
    symmetric: bool
    event: bool
    group: str  # "friendly", "hostile", "presence", "structure", "peace", "lineage"
    persistence: int | None  # days; None for events that do not last


SIGNATURES: Final[dict[Relation, Signature]] = {
    Relation.AFFILIATED_WITH: Signature("actor", "actor", False, False, "friendly", 730),
    Relation.ALLIED_WITH: Signature("actor", "actor", True, False, "friendly", 730),
    Relation.BREAKS_WITH: Signature("actor", "actor", False, True, "hostile", None),
    Relation.CONTROLS: Signature("actor", "place", False, False, "presence", 365),
    Relation.FIGHTS: Signature("actor", "actor", True, False, "hostile", 180),
    Relation.LEADS: Signature("person", "actor", False, False, "structure", 730),
    Relation.LEAVES: Signature("actor", "place", False, True, "presence", None),
    Relation.MAKES_PEACE_WITH: Signature("actor", "actor", True, True, "peace", None),
    Relation.OPERATES_IN: Signature("actor", "place", False, False, "presence", 365),
    Relation.SPEAKS_FOR: Signature("person", "actor", False, False, "structure", 730),
    Relation.SUCCEEDS: Signature("actor", "actor", False, True, "lineage", None),
    Relation.SUPPORTS: Signature("actor", "actor", False, False, "friendly", 730),
}
