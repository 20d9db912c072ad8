"""Readings made by hand, and random ones."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from kg.dates import ImpreciseDate
from kg.model import Actor, Article, Claim, DatedBy, Evidence, Place, Reading
from kg.vocabulary import SIGNATURES, Kind, Modality, PlaceKind, Polarity, Relation

TEXT = "Blue Front fighters attacked the Red Army near Oasis.\nThe Red Army denied that it had left Oasis."


def evidence(text, start, end):
    return Evidence(text[start:end], start, end)


def reading(text=TEXT, outlet="Sand Wire", published=date(2024, 6, 10), confidence=0.83, source="a.txt"):
    article = Article(text, source, "An attack", outlet, published, DatedBy.HEADER, "https://example.org/a?b=<c>", "en")
    actors = {
        "blue-front": Actor("blue-front", Kind.REBEL, "Blue Front", ("Blue Front", "BF"), curated=False),
        "red-army": Actor("red-army", Kind.ARMED_FORCE, "Red Army", ("Red Army",), curated=False),
    }
    places = {"oasis": Place("oasis", PlaceKind.TOWN, "Oasis", ("Oasis",), "mali", "mali", 18.5, -1.25)}
    split = text.index("\n") if "\n" in text else len(text)
    claims = (
        Claim(
            article.id,
            "blue-front",
            Relation.FIGHTS,
            "red-army",
            place="oasis",
            start=ImpreciseDate.parse("2024-06"),
            reported=published,
            confidence=confidence,
            rule="verb:attack",
            evidence=(evidence(text, 0, split),),
        ),
        Claim(
            article.id,
            "red-army",
            Relation.LEAVES,
            "oasis",
            Polarity.DENIED,
            claimant="red-army",
            reported=published,
            rule="verb:leave",
            evidence=(evidence(text, split, len(text)),),
        ),
    )
    return Reading(article, actors, places, claims)


# --- random values ---------------------------------------------------------------------------------------------

hostile = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
ids = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12)
days = st.dates(date(1990, 1, 1), date(2030, 12, 31))
edtf = st.one_of(
    days.map(lambda d: d.isoformat()),
    days.map(lambda d: f"{d:%Y-%m}"),
    days.map(lambda d: f"{d:%Y}~"),
    days.map(lambda d: f"../{d:%Y-%m}"),
    days.map(lambda d: f"{d:%Y-%m-%d}/.."),
).map(ImpreciseDate.parse)


@st.composite
def evidences(draw, text):
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    return evidence(text, start, end)


@st.composite
def claims(draw, article):
    relation = draw(st.sampled_from(Relation))
    pair = (draw(ids), draw(ids))
    ends = (min(pair), max(pair)) if SIGNATURES[relation].symmetric else pair
    found = draw(st.sets(evidences(article.text), max_size=3))
    return Claim(
        article.id,
        ends[0],
        relation,
        ends[1],
        draw(st.sampled_from(Polarity)),
        draw(st.sampled_from(Modality)),
        draw(st.none() | ids),
        draw(st.none() | ids),
        draw(st.none() | edtf),
        draw(st.none() | edtf),
        draw(st.none() | ids),
        article.published,
        draw(st.integers(0, 1_000_000)) / 1_000_000,
        draw(hostile),
        tuple(sorted(found, key=lambda e: (e.start, e.end))),
    )


@st.composite
def readings(draw):
    article = Article(
        draw(hostile),
        "somewhere",
        draw(st.none() | hostile),
        draw(st.none() | hostile),
        draw(st.none() | days),
        draw(st.none() | st.sampled_from(DatedBy)),
        draw(st.none() | hostile),
        draw(st.none() | st.sampled_from(["en", "fr"])),
    )
    said = draw(st.lists(claims(article), max_size=4, unique_by=lambda c: c.key))
    return Reading(article, {}, {}, tuple(sorted(said, key=lambda c: c.key)))
