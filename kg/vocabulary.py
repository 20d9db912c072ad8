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


class Label(NamedTuple):
    """A word in the languages of the product."""

    en: str
    fr: str


# What each relation joins.
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

# Relations whose claims end a state or an accord.
ENDED_BY: Final[dict[Relation, tuple[Relation, ...]]] = {
    Relation.AFFILIATED_WITH: (Relation.BREAKS_WITH,),
    Relation.ALLIED_WITH: (Relation.BREAKS_WITH, Relation.FIGHTS),
    Relation.BREAKS_WITH: (),
    Relation.CONTROLS: (Relation.CONTROLS, Relation.LEAVES),
    Relation.FIGHTS: (Relation.MAKES_PEACE_WITH,),
    Relation.LEADS: (Relation.BREAKS_WITH, Relation.LEADS),
    Relation.LEAVES: (),
    Relation.MAKES_PEACE_WITH: (Relation.BREAKS_WITH,),
    Relation.OPERATES_IN: (Relation.LEAVES,),
    Relation.SPEAKS_FOR: (Relation.BREAKS_WITH, Relation.SPEAKS_FOR),
    Relation.SUCCEEDS: (),
    Relation.SUPPORTS: (Relation.BREAKS_WITH,),
}

# Kinds that are kinds of another kind.
KIND_OF: Final[dict[Kind, Kind]] = {
    Kind.JIHADIST: Kind.ARMED_GROUP,
    Kind.MILITIA: Kind.ARMED_GROUP,
    Kind.REBEL: Kind.ARMED_GROUP,
    Kind.SEPARATIST: Kind.ARMED_GROUP,
}

# Subject to object.
LABELS: Final[dict[Relation, Label]] = {
    Relation.AFFILIATED_WITH: Label("affiliated with", "affilié à"),
    Relation.ALLIED_WITH: Label("allied with", "allié à"),
    Relation.BREAKS_WITH: Label("breaks with", "rompt avec"),
    Relation.CONTROLS: Label("controls", "contrôle"),
    Relation.FIGHTS: Label("fights", "combat"),
    Relation.LEADS: Label("leads", "dirige"),
    Relation.LEAVES: Label("leaves", "quitte"),
    Relation.MAKES_PEACE_WITH: Label("makes peace with", "fait la paix avec"),
    Relation.OPERATES_IN: Label("operates in", "opère à"),
    Relation.SPEAKS_FOR: Label("speaks for", "parle pour"),
    Relation.SUCCEEDS: Label("succeeds", "succède à"),
    Relation.SUPPORTS: Label("supports", "soutient"),
}

# Object to subject.
INVERSE_LABELS: Final[dict[Relation, Label]] = {
    Relation.AFFILIATED_WITH: Label("has the affiliate", "a pour affilié"),
    Relation.ALLIED_WITH: Label("allied with", "allié à"),
    Relation.BREAKS_WITH: Label("is broken with by", "subit la rupture de"),
    Relation.CONTROLS: Label("controlled by", "contrôlé par"),
    Relation.FIGHTS: Label("fights", "combat"),
    Relation.LEADS: Label("led by", "dirigé par"),
    Relation.LEAVES: Label("is left by", "est quitté par"),
    Relation.MAKES_PEACE_WITH: Label("makes peace with", "fait la paix avec"),
    Relation.OPERATES_IN: Label("has the presence of", "connaît la présence de"),
    Relation.SPEAKS_FOR: Label("has the spokesperson", "a pour porte-parole"),
    Relation.SUCCEEDS: Label("succeeded by", "a pour successeur"),
    Relation.SUPPORTS: Label("supported by", "soutenu par"),
}

# Kinds of actor in words.
KIND_LABELS: Final[dict[Kind, Label]] = {
    Kind.ARMED_FORCE: Label("armed force", "force armée"),
    Kind.ARMED_GROUP: Label("armed group", "groupe armé"),
    Kind.COALITION: Label("coalition", "coalition"),
    Kind.COMMUNITY: Label("community", "communauté"),
    Kind.COMPANY: Label("company", "entreprise"),
    Kind.GOVERNMENT: Label("government", "gouvernement"),
    Kind.INTERGOVERNMENTAL_ORGANISATION: Label("intergovernmental organisation", "organisation intergouvernementale"),
    Kind.JIHADIST: Label("jihadist group", "groupe djihadiste"),
    Kind.MILITIA: Label("militia", "milice"),
    Kind.MISSION: Label("mission", "mission"),
    Kind.MOVEMENT: Label("movement", "mouvement"),
    Kind.PERSON: Label("person", "personne"),
    Kind.PRIVATE_MILITARY_COMPANY: Label("private military company", "société militaire privée"),
    Kind.REBEL: Label("rebel group", "groupe rebelle"),
    Kind.SECURITY_FORCE: Label("security force", "force de sécurité"),
    Kind.SEPARATIST: Label("separatist group", "groupe séparatiste"),
    Kind.STATE: Label("state", "État"),
}

# Kinds of place in words.
PLACE_LABELS: Final[dict[PlaceKind, Label]] = {
    PlaceKind.AREA: Label("area", "zone"),
    PlaceKind.BASE: Label("base", "base"),
    PlaceKind.COUNTRY: Label("country", "pays"),
    PlaceKind.DISTRICT: Label("district", "cercle, province ou département"),
    PlaceKind.REGION: Label("region", "région"),
    PlaceKind.TOWN: Label("town", "localité"),
}

# Every local name of the ontology.
TERMS: Final[frozenset[str]] = frozenset(
    {
        "Actor",
        "AmbiguousName",
        "Area",
        "ArmedForce",
        "ArmedGroup",
        "Article",
        "Base",
        "Claim",
        "Coalition",
        "Community",
        "Company",
        "Country",
        "DateSource",
        "District",
        "Event",
        "Government",
        "IntergovernmentalOrganisation",
        "Jihadist",
        "Militia",
        "Mission",
        "Modality",
        "Movement",
        "Name",
        "Person",
        "Phase",
        "Place",
        "Polarity",
        "PrivateMilitaryCompany",
        "Rebel",
        "Region",
        "Relation",
        "RelationGroup",
        "Relationship",
        "Role",
        "Run",
        "SecurityForce",
        "Separatist",
        "Source",
        "State",
        "StateOfAffairs",
        "Status",
        "Succession",
        "SuccessionMode",
        "Town",
        "absorbed",
        "acronym",
        "actor",
        "actual",
        "address",
        "affiliatedWith",
        "alliedWith",
        "announcedBy",
        "asserted",
        "breaksWith",
        "cameo",
        "claimCount",
        "claimant",
        "commandLine",
        "confidence",
        "contested",
        "controls",
        "country",
        "curated",
        "datedBy",
        "denied",
        "deniedBy",
        "end",
        "endEarliest",
        "endLatest",
        "ended",
        "endedBy",
        "evidence",
        "existsFrom",
        "existsUntil",
        "fights",
        "fileName",
        "fingerprint",
        "firstReport",
        "formatVersion",
        "friendly",
        "from",
        "group",
        "header",
        "held",
        "hostile",
        "inverseLabel",
        "involves",
        "joined",
        "key",
        "lastReport",
        "leads",
        "leaves",
        "lineage",
        "makesPeaceWith",
        "mentions",
        "merged",
        "metadata",
        "modality",
        "mode",
        "name",
        "nature",
        "object",
        "ofState",
        "on",
        "onBehalfOf",
        "operatesIn",
        "outlet",
        "pair",
        "peace",
        "persistence",
        "phase",
        "place",
        "planned",
        "plover",
        "polarity",
        "possible",
        "possiblyBy",
        "predecessor",
        "presence",
        "presumed",
        "readFrom",
        "reason",
        "recordedAt",
        "relation",
        "renamed",
        "replaced",
        "reported",
        "reportedMonth",
        "reportedOn",
        "restsOn",
        "role",
        "rule",
        "sha256",
        "skipped",
        "softwareVersion",
        "speaksFor",
        "split",
        "start",
        "startEarliest",
        "startLatest",
        "statedBy",
        "status",
        "structure",
        "subject",
        "succeeds",
        "successor",
        "supports",
        "unknown",
        "until",
        "validFrom",
        "validUntil",
        "within",
    }
)
