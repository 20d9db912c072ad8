"""The values that move through the house. All are frozen; offsets count Unicode code points of the article's text."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kg.dates import ImpreciseDate
from kg.vocabulary import SIGNATURES, Kind, Modality, PlaceKind, Polarity, Relation, Status


class DatedBy(StrEnum):
    """How an article's publication date is known."""

    HEADER = "header"
    METADATA = "metadata"
    ADDRESS = "address"
    FILE_NAME = "fileName"
    COMMAND_LINE = "commandLine"


@dataclass(frozen=True, slots=True)
class Article:
    """One text of one outlet. `text` is the body that evidence points into."""

    text: str
    source: str  # the file, or file and line, that it was read from
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    dated_by: DatedBy | None = None
    url: str | None = None
    language: str | None = None  # ISO 639-1

    @property
    def sha256(self) -> str:
        """Hash of the text in UTF-8."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def id(self) -> str:
        """16 hexadecimal digits of outlet and text: a new date replaces, another outlet's copy stands apart."""
        return digest((self.outlet or "").casefold(), self.text)


# --- documents -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Span:
    """A sentence's half-open code point offsets in the article's text, and the number of its paragraph (line)."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Replacement:
    """One easy word put in the place of article.text[start:end] before parsing."""

    start: int
    end: int
    word: str
    mention: int | None = None  # index of the mention that it stands for


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence as the parser sees it; `origins[i]` is the half-open article span of its i-th character."""

    text: str
    origins: tuple[tuple[int, int], ...]
    replacements: tuple[tuple[int, int, int | None], ...] = ()  # (masked start, masked end, mention), sorted


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a parsed sentence. `start` and `end` are article offsets; `head` is an index, the root's its own."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    dep: str
    head: int
    feats: Mapping[str, str] = field(default_factory=dict, hash=False)
    mention: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence, or an insert taken out of one, with half-open offsets in the article's text.

    `host` is the index of the mention that an insert stands behind: "Wagner — a company that … — left".
    """

    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]
    host: int | None = None


# --- who and where ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor: curated, or new in an article. `names` are surface forms, the label first."""

    id: str
    kind: Kind
    label: str
    names: tuple[str, ...] = ()
    curated: bool = True
    state: str | None = None  # the state that an army, a government or a police belongs to
    existed: tuple[ImpreciseDate | None, ImpreciseDate | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Place:
    """A named place; `within` is the next larger one."""

    id: str
    kind: PlaceKind
    label: str
    names: tuple[str, ...] = ()
    within: str | None = None
    country: str | None = None  # id of the country's place
    latitude: float | None = None
    longitude: float | None = None


class Form(StrEnum):
    """What a mention looks like."""

    NAME = "name"
    ACRONYM = "acronym"
    DESCRIPTION = "description"  # "the separatists", "their forces"
    DEMONYM = "demonym"  # "Russian" in "Russian support"
    CAPITAL = "capital"  # "Moscow": the city, and the state where it acts
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names an actor, a place, or both ("Mali" the state and the country)."""

    start: int
    end: int
    text: str
    actor: str | None
    place: str | None
    form: Form
    plural: bool
    reason: str  # why it is resolved as it is, or why to nobody


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions of one article, sorted and not overlapping, with the actors and places they stand for."""

    mentions: tuple[Mention, ...]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]


# --- claims ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence as it stands in the article's text: text[start:end] == quote."""

    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """This article says, in these words, that subject and object relate so, then, according to the claimant.

    `subject`, `claimant` and `on_behalf_of` are actor ids, `place` is a place id, `object` is what the relation's
    signature says. `start` and `end` are None where the text does not say; evidence, confidence and rule are no
    part of the identity.
    """

    article: str
    subject: str
    relation: Relation
    object: str
    polarity: Polarity = Polarity.ASSERTED
    modality: Modality = Modality.ACTUAL
    claimant: str | None = None
    place: str | None = None
    start: ImpreciseDate | None = None
    end: ImpreciseDate | None = None
    on_behalf_of: str | None = field(default=None, compare=False)
    reported: date | None = field(default=None, compare=False)
    confidence: float = field(default=0.5, compare=False)
    rule: str = field(default="", compare=False)
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)

    @property
    def ends(self) -> tuple[str, str]:
        """Subject and object; sorted where the relation is symmetric."""
        pair = (self.subject, self.object)
        return (min(pair), max(pair)) if SIGNATURES[self.relation].symmetric else pair

    @property
    def pair(self) -> str:
        """Key of what the claim is about: relation and ends, whatever the article, date, voice or polarity."""
        return pair_key(self.relation, *self.ends)

    @property
    def key(self) -> str:
        """16 hexadecimal digits of all that the claim says, in this article."""
        start, end = (d.edtf if d else "" for d in (self.start, self.end))
        said = (self.polarity, self.modality, self.claimant or "", self.place or "", start, end)
        return digest(self.article, self.relation, *self.ends, *said)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article yields: its claims, the actors and places that they name; `skipped` says why there are none."""

    article: Article
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    claims: tuple[Claim, ...]
    skipped: str | None = None


# --- relationships ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Phase:
    """One status over the half-open days [start, end); None leaves that side open. `reason` is a sentence."""

    status: Status
    start: date | None
    end: date | None
    reason: str
    claims: tuple[str, ...]  # keys of the claims it rests on


@dataclass(frozen=True, slots=True)
class Relationship:
    """All that the claims say of one pair: its phases in time, and who says otherwise.

    Phases are sorted and do not overlap; days outside all of them are unknown.
    """

    subject: str
    relation: Relation
    object: str
    phases: tuple[Phase, ...]
    claims: tuple[str, ...]  # keys of asserted, actual claims
    denied: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    announced: tuple[str, ...] = ()  # planned
    reports: tuple[date, ...] = ()  # days on which it was reported, sorted

    @property
    def key(self) -> str:
        """Key of the pair, as in Claim.pair."""
        return pair_key(self.relation, self.subject, self.object)

    @property
    def contested(self) -> bool:
        """Whether a claim denies it."""
        return bool(self.denied)

    def status_on(self, day: date) -> Phase | None:
        """The phase that covers the day, or None where nothing is known."""
        inside = (p for p in self.phases if (p.start is None or p.start <= day) and (p.end is None or day < p.end))
        return next(inside, None)


def digest(*parts: str) -> str:
    """16 hexadecimal digits of SHA-256 over the parts, which may hold any character."""
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(joined.encode()).hexdigest()[:16]


def pair_key(relation: Relation, subject: str, object_: str) -> str:
    """Key of (relation, subject, object); the ends of a symmetric relation must be sorted."""
    return digest(relation, subject, object_)
