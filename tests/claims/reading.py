"""Reading one sentence for the tables: what it should say is written "A > relation > B | field value | …; …".

Names are any name of the actor or place, "A/B" is either of two that are right. Fields: start, end,
place, says (the claimant), denied, possible, planned; those that are not written must have their defaults, place apart.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache

import pytest

from kg.model import Article, Claim, Reading
from kg.pipeline import Reader
from kg.vocabulary import SIGNATURES

WEDNESDAY = date(2024, 5, 15)  # when all sentences were published, unless their row says otherwise


@dataclass(frozen=True)
class Said:
    """One expected claim."""

    subject: str
    relation: str
    object: str
    fields: tuple[tuple[str, str], ...]


def row(sentence: str, expected: str, published: date | None = WEDNESDAY) -> object:
    """A row of a table."""
    return pytest.param(sentence, expected, published, id=sentence[:60])


def not_yet(sentence: str, expected: str, why: str, published: date | None = WEDNESDAY) -> object:
    """A row that is not read yet, with the reason; it fails as soon as it is."""
    return pytest.param(
        sentence, expected, published, id=sentence[:60], marks=pytest.mark.xfail(reason=why, strict=True)
    )


@cache
def read(sentence: str, published: date | None = WEDNESDAY) -> Reading:
    """The reading of a text of one or a few sentences."""
    return Reader().read_article(Article(sentence, "sentence.txt", published=published, language="en"))


def missing(sentence: str, expected: str, published: date | None) -> list[str]:
    """Those of the expected claims that the reading lacks, each with what stands nearest."""
    reading = read(sentence, published)
    lacking = []
    for text in expected.split(";"):
        said = _parse(text)
        if not any(_is(claim, said, reading) for claim in reading.claims):
            lacking.append(text.strip())
    return lacking


def describe(sentence: str, published: date | None = WEDNESDAY) -> list[str]:
    """What was read, as the tables write it."""
    reading = read(sentence, published)
    return [_text(claim, reading) for claim in reading.claims]


def _parse(text: str) -> Said:
    triple, *fields = text.split("|")
    subject, relation, object_ = (part.strip() for part in triple.split(">"))
    pairs = tuple((name, value) for f in fields for name, _, value in [f.strip().partition(" ")])
    return Said(subject, relation, object_, pairs)


def _is(claim: Claim, said: Said, reading: Reading) -> bool:
    wanted, found = dict(said.fields), dict(_fields(claim))
    if claim.relation != said.relation or not _ends_fit(claim, said, reading):
        return False
    for name in ("claimant", "place"):
        key = "says" if name == "claimant" else name
        value = getattr(claim, name)
        if name == "place" and key not in wanted:
            continue
        if (key in wanted) != (value is not None) or (value and not _named(value, wanted[key], reading, name)):
            return False
    plain = ("start", "end", "denied", "possible", "planned")
    return all(found.get(name) == wanted.get(name) for name in plain)


def _fields(claim: Claim) -> list[tuple[str, str]]:
    """The fields that are not the default, as the tables write them."""
    dates = [(name, d.edtf) for name, d in (("start", claim.start), ("end", claim.end)) if d]
    signs = [(s.value, "") for s in (claim.polarity, claim.modality) if s.value not in ("asserted", "actual")]
    return [*dates, *signs]


def _ends_fit(claim: Claim, said: Said, reading: Reading) -> bool:
    kind = "place" if SIGNATURES[claim.relation].range == "place" else "actor"

    def fit(subject: str, object_: str) -> bool:
        return _named(claim.subject, subject, reading) and _named(claim.object, object_, reading, kind)

    return fit(said.subject, said.object) or (SIGNATURES[claim.relation].symmetric and fit(said.object, said.subject))


def _named(key: str, name: str, reading: Reading, kind: str = "actor") -> bool:
    known = reading.places[key] if kind == "place" else reading.actors[key]
    names = {_plain(n) for n in (known.label, *known.names)}
    return any(_plain(n) in names for n in name.split("/"))


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.casefold().removeprefix("the "))
    return "".join(c for c in decomposed if c.isalnum())


def _text(claim: Claim, reading: Reading) -> str:
    about_place = SIGNATURES[claim.relation].range == "place"
    object_ = reading.places[claim.object] if about_place else reading.actors[claim.object]
    fields = [f"{name} {value}".strip() for name, value in _fields(claim)]
    fields += [f"says {reading.actors[claim.claimant].label}"] if claim.claimant else []
    fields += [f"place {reading.places[claim.place].label}"] if claim.place else []
    triple = f"{reading.actors[claim.subject].label} > {claim.relation} > {object_.label}"
    return " | ".join([triple, *fields]) + f"   [{claim.rule}]"
