"""Kinds, labels and names of actors, and how dates and other states tell namesakes apart."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.mentions.find import find_mentions
from kg.model import Form
from kg.vocabulary import Kind

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("text", "actor", "kind"),
    [
        ("The Blue River Liberation Front (BRLF) took a town.", "blue-river-liberation-front", Kind.ARMED_GROUP),
        ("The Green Delta Alliance met.", "green-delta-alliance", Kind.COALITION),
        ("The Tarko militia fought on.", "tarko", Kind.MILITIA),
        ("Tarko, a jihadist group, fought on.", "tarko", Kind.JIHADIST),
        ("General Odo Bemba spoke.", "odo-bemba", Kind.PERSON),
        (
            "Observers from Amnesty International and the Sudan Doctors Network came.",
            "sudan-doctors-network",
            Kind.MOVEMENT,
        ),
        ("Kenyan police fired.", "kenya-police", Kind.SECURITY_FORCE),
    ],
)
def test_kind_of_a_new_actor(text: str, actor: str, kind: Kind) -> None:
    assert find_mentions(text, "a").actors[actor].kind is kind


def test_names_are_the_surface_forms_of_the_article() -> None:
    found = find_mentions("The Blue River Liberation Front (BRLF) met. BRLF fighters left.", "a")
    assert found.actors["blue-river-liberation-front"].names == (
        "Blue River Liberation Front",
        "Blue River Liberation Front (BRLF)",
        "BRLF",
        "BRLF fighters",
    )


def test_an_ambiguous_acronym_is_told_by_the_date_of_the_article() -> None:
    early = find_mentions("The CNSP spoke.", "a", date(2020, 9, 1))
    late = find_mentions("The CNSP spoke.", "a", date(2023, 9, 1))
    assert (set(early.actors), set(late.actors)) == ({"cnsp-mali"}, {"cnsp-niger"})


def test_the_article_decides_which_congo_is_meant() -> None:
    found = find_mentions("Congolese troops moved. Brazzaville said Congo-Brazzaville was calm.", "a")
    assert found.mentions[0].actor == "republic-of-the-congo-armed-forces"


def test_a_small_town_of_a_state_that_is_never_named_is_another_town() -> None:
    near = find_mentions("Fighting in Bara in Nigeria went on, said Nigeria.", "a")
    far = find_mentions("The Sudanese army entered Bara, said Sudan.", "a")
    assert ("gn2347758" in near.places, "gn2347758" in far.places) == (True, False)


def test_forms() -> None:
    found = find_mentions("Moscow and the MNLA met Russian envoys; the rebels left Kidal.", "a")
    assert [m.form for m in found.mentions] == [
        Form.CAPITAL,
        Form.ACRONYM,
        Form.DEMONYM,
        Form.DESCRIPTION,
        Form.NAME,
    ]


def test_possessive_descriptions_are_left_to_the_sentence() -> None:
    found = find_mentions("Mali said its troops and their fighters left.", "a")
    assert [(m.text, m.actor) for m in found.mentions[1:]] == [("troops", None), ("fighters", None)]
    assert all("pronoun" in m.reason for m in found.mentions[1:])


def test_no_actor_of_the_sample_corpus_is_a_sentence_fragment() -> None:
    paths = sorted((ROOT / "kg" / "data" / "sample").glob("*.md"))
    assert len(paths) >= 48
    for path in paths:
        body = path.read_text(encoding="utf-8").split("\n---\n", 1)[-1]
        for actor in find_mentions(body, "a").actors.values():
            assert len(actor.label.split()) <= 14, (path.name, actor.label)
            assert "." not in actor.label.replace("U.N.", "").replace("U.S.", ""), (path.name, actor.label)
