"""The curated actors: the compiled table is fresh and sound, and a wrong entry is named with its property."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.namespace import RDF, SKOS

from kg import gazetteer
from kg.dates import ImpreciseDate
from kg.mentions.states import actor_of_state
from kg.vocabulary import Kind

ROOT = Path(__file__).resolve().parent.parent
_spec = importlib.util.spec_from_file_location("build_actors", ROOT / "scripts" / "build_actors.py")
build = importlib.util.module_from_spec(_spec)
sys.modules["build_actors"] = build
_spec.loader.exec_module(build)

SOURCE = build.read()
TABLE = json.loads(build.TABLE.read_text(encoding="utf-8"))
ACTORS = {actor["id"]: actor for actor in TABLE["actors"]}
PREFIXES = "".join(dict.fromkeys(line + "\n" for line in SOURCE.splitlines() if line.startswith("@prefix")))


# --- the shipped table -----------------------------------------------------------------------------------------


def test_the_table_is_fresh_and_the_same_bytes_each_time():
    text = build.render(SOURCE)
    assert build.TABLE.read_text(encoding="utf-8") == text, "run scripts/build_actors.py"
    assert build.render(SOURCE) == text


def test_there_are_as_many_as_promised():
    assert len(TABLE["actors"]) >= 700
    assert len(TABLE["roles"]) >= 250
    assert len(TABLE["successions"]) >= 95


def test_ids_are_unique_slugs_in_order():
    ids = [actor["id"] for actor in TABLE["actors"]]
    assert len(set(ids)) == len(ids)
    assert ids == sorted(ids)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id_) for id_ in ids)


def test_every_kind_is_known_and_the_theatre_has_most_of_them():
    kinds = {actor["kind"] for actor in TABLE["actors"]}
    assert kinds <= set(Kind)
    assert set(Kind) - kinds <= {Kind.COMMUNITY}


@pytest.mark.parametrize("actor", TABLE["actors"], ids=list(ACTORS))
def test_names_are_names(actor):
    texts = [name["text"] for name in actor["names"]]
    assert actor["label"]["en"] in texts
    for name in actor["names"]:
        assert name["text"] == name["text"].strip() != ""
        assert len(name["text"]) <= 100
        assert name["type"] in {"name", "acronym"}
        assert name["lang"] in {"en", "fr"} or (name["lang"] is None and name["type"] == "acronym")
        assert not name["text"].casefold().startswith("the ")
    assert actor["source"]


def test_dates_are_edtf_and_in_order():
    spans = [actor["exists"] for actor in TABLE["actors"]]
    spans += [[name["from"], name["until"]] for actor in TABLE["actors"] for name in actor["names"]]
    spans += [[role["start"], role["end"]] for role in TABLE["roles"]]
    spans += [[succession["on"], None] for succession in TABLE["successions"]]
    assert sum(bool(first or last) for first, last in spans) > 200
    for first, last in spans:
        begin, end = (ImpreciseDate.parse(text) if text else None for text in (first, last))
        assert not (begin and end and end.is_before(begin)), (first, last)


def test_persons_have_a_role_or_a_reason():
    graph = Graph().parse(data=SOURCE, format="turtle")
    with_role = {role["person"] for role in TABLE["roles"]}
    persons = {build.short(s).removeprefix("actor:"): s for s in graph.subjects(RDF.type, build.KG.Person)}
    assert len(persons) > 50
    for id_, subject in persons.items():
        assert id_ in with_role or graph.value(subject, SKOS.note), id_


def test_references_lead_to_actors():
    for role in TABLE["roles"]:
        assert ACTORS[role["person"]]["kind"] == Kind.PERSON
        assert role["object"] in ACTORS
    for succession in TABLE["successions"]:
        assert {succession["predecessor"], succession["successor"]} <= set(ACTORS)
    for actor in TABLE["actors"]:
        assert actor["of_state"] is None or ACTORS[actor["of_state"]]["kind"] == Kind.STATE


@pytest.mark.parametrize(
    "state, government, army",
    [
        ("mali", "mali-government", "fama"),
        ("burkina-faso", "burkina-government", "burkina-armed-forces"),
        ("niger", "niger-government", "niger-armed-forces"),
        ("france", "france-government", "french-armed-forces"),
        ("russia", "russia-government", "russian-armed-forces"),
    ],
)
def test_state_government_and_army_are_three(state, government, army):
    assert ACTORS[state]["kind"] == Kind.STATE
    assert (ACTORS[government]["kind"], ACTORS[government]["of_state"]) == (Kind.GOVERNMENT, state)
    assert (ACTORS[army]["kind"], ACTORS[army]["of_state"]) == (Kind.ARMED_FORCE, state)
    names = [{build.fold(name["text"]) for name in ACTORS[id_]["names"]} for id_ in (state, government, army)]
    assert not names[0] & names[1] and not names[0] & names[2] and not names[1] & names[2]


def test_a_name_leads_to_one_actor_unless_it_is_listed_as_ambiguous():
    holders: dict[str, set[str]] = {}
    for actor in TABLE["actors"]:
        for name in actor["names"]:
            holders.setdefault(build.fold(name["text"]), set()).add(actor["id"])
    shared = {text: sorted(ids) for text, ids in holders.items() if len(ids) > 1}
    assert shared == {build.fold(row["text"]): row["actors"] for row in TABLE["ambiguous"]}
    assert all(row["reason"] for row in TABLE["ambiguous"])


@pytest.mark.parametrize(
    "path",
    [
        ["gspc", "aqim", "mujao", "al-mourabitoun", "isgs"],
        ["aqim", "al-mulathamun", "al-mourabitoun", "jnim"],
        ["ansar-dine", "jnim"],
        ["katiba-macina", "jnim"],
        ["aqim-sahara", "jnim"],
        ["mnla", "cma", "csp-psd", "csp-dpa", "fla"],
        ["platform", "csp-psd"],
        ["wagner", "africa-corps"],
        ["serval", "barkhane"],
        ["afisma", "minusma"],
        ["cndp", "m23", "afc"],
        ["spla", "south-sudan-armed-forces"],
        ["janjaweed", "rsf", "tasis"],
        ["gna", "gnu"],
        ["nusra", "hts"],
        ["amisom", "atmis", "aussom"],
        ["eacrf", "samidrc"],
        ["sac-myanmar", "sspc-myanmar"],
        ["farc", "emc"],
    ],
)
def test_lineages_hold_together(path):
    steps = {(succession["predecessor"], succession["successor"]) for succession in TABLE["successions"]}
    assert set(zip(path, path[1:], strict=False)) <= steps


# --- actors and states -----------------------------------------------------------------------------------------


def test_states_are_those_of_the_country_table():
    states = {actor["id"] for actor in TABLE["actors"] if actor["kind"] == Kind.STATE}
    assert states <= set(gazetteer.states())


@pytest.mark.parametrize("kind, suffix", [(Kind.ARMED_FORCE, "armed-forces"), (Kind.GOVERNMENT, "government")])
def test_the_rule_for_states_finds_each_curated_army_and_government(kind, suffix):
    by_rule = [a for a in TABLE["actors"] if a["of_state"] and a["id"] == f"{a['of_state']}-{suffix}"]
    assert len(by_rule) > 30
    for actor in by_rule:
        assert actor["kind"] == kind
        assert actor_of_state(actor["of_state"], kind).id == actor["id"]


@pytest.mark.parametrize(
    "state, kind, rivals",
    [
        ("libya", Kind.ARMED_FORCE, {"lna", "444-brigade", "saiqa"}),
        ("libya", Kind.GOVERNMENT, {"gnu", "gna", "libya-presidential-council"}),
        ("myanmar", Kind.GOVERNMENT, {"nug", "sac-myanmar", "sspc-myanmar"}),
        ("iran", Kind.ARMED_FORCE, {"irgc", "quds-force"}),
        ("yemen", Kind.GOVERNMENT, {"plc", "houthis"}),
        ("iraq", Kind.ARMED_FORCE, {"peshmerga", "pmf"}),
    ],
)
def test_a_rival_is_not_taken_for_the_state(state, kind, rivals):
    assert rivals <= set(ACTORS)
    assert actor_of_state(state, kind).id == f"{state}-{'government' if kind is Kind.GOVERNMENT else 'armed-forces'}"


def test_no_group_bears_the_name_of_a_country_or_a_people():
    taken = {build.fold(w) for c in gazetteer.countries() for w in (*c.names, *c.demonyms, *c.people, c.capital) if w}
    taken |= {build.fold(name) for place in gazetteer.places().values() for name in place.names}
    for actor in TABLE["actors"]:
        if actor["kind"] != Kind.STATE:
            assert not taken & {build.fold(name["text"]) for name in actor["names"]}, actor["id"]


def test_a_name_of_one_word_has_a_capital():
    for actor in TABLE["actors"]:
        for name in actor["names"]:
            if re.fullmatch(r"\w+", name["text"]) and name["lang"] != "fr":
                assert name["text"] != name["text"].lower(), (actor["id"], name["text"])


# --- wrong entries ---------------------------------------------------------------------------------------------

GOOD = 'actor:x a kg:Rebel ; skos:prefLabel "X Front"@en ; dct:source "a page" .'


def compiled(turtle: str) -> dict:
    return json.loads(build.render(PREFIXES + turtle))


def adding(properties: str) -> str:
    """The good entry with more properties."""
    return GOOD.removesuffix(" .") + f" ; {properties} ."


def succession(successor: str) -> str:
    """The good entry and a succession from it."""
    ends = f"kg:predecessor actor:x ; kg:successor actor:{successor}"
    return GOOD + f'[] a kg:Succession ; {ends} ; kg:mode kg:split ; dct:source "a page" .'


def ambiguous(actors: str) -> str:
    """The good entry and a name that those actors are said to share."""
    return GOOD + f'[] a kg:AmbiguousName ; skos:prefLabel "X Front" ; kg:actor {actors} ; skos:note "why" .'


def test_a_small_entry_compiles():
    actor = compiled(adding('kg:acronym "XF" ; kg:existsFrom "2012~"'))["actors"][0]
    assert actor["exists"] == ["2012~", None]
    assert actor["label"] == {"en": "X Front", "fr": None}
    assert [(name["text"], name["type"]) for name in actor["names"]] == [("X Front", "name"), ("XF", "acronym")]


def test_a_shared_name_compiles_once_it_is_explained():
    twin = GOOD.replace("actor:x", "actor:y")
    rows = compiled(twin + ambiguous("actor:x , actor:y"))["ambiguous"]
    assert rows == [{"text": "X Front", "actors": ["x", "y"], "reason": "why"}]


@pytest.mark.parametrize(
    "turtle, subject, property_",
    [
        (GOOD.replace("kg:Rebel", "kg:Rebels"), "actor:x", "rdf:type"),
        (GOOD.replace("kg:Rebel", "kg:Rebel , kg:Jihadist"), "actor:x", "rdf:type"),
        (GOOD.replace("actor:x", "actor:X_1"), "actor:X_1", "slug"),
        (GOOD.replace("@en", "@fr"), "actor:x", "skos:prefLabel"),
        (GOOD.replace("@en", ""), "actor:x", "skos:prefLabel"),
        (GOOD.replace(' ; dct:source "a page"', ""), "actor:x", "dct:source"),
        (adding('kg:existsFrom "last year"'), "actor:x", "kg:existsFrom"),
        (adding('kg:existsFrom "2013" ; kg:existsUntil "2012"'), "actor:x", "kg:existsUntil"),
        (adding("kg:ofState actor:nowhere"), "actor:x", "kg:ofState"),
        (adding("kg:ofState actor:x"), "actor:x", "kg:ofState"),
        (adding('kg:country "Mali"'), "actor:x", "kg:country"),
        (adding('kg:coutry "ML"'), "actor:x", "kg:coutry"),
        (adding("skos:exactMatch wd:P31"), "actor:x", "skos:exactMatch"),
        (adding('skos:altLabel " "@en'), "actor:x", "skos:altLabel"),
        (adding(f'skos:altLabel "{"x" * 101}"@en'), "actor:x", "skos:altLabel"),
        (adding('skos:altLabel "X Front"@en'), "actor:x", "kg:name"),
        (adding('kg:name [ skos:altLabel "Y"@en ]'), "actor:x", "kg:name"),
        (adding('kg:role [ kg:relation kg:leads ; kg:object actor:x ; dct:source "p" ]'), "actor:x", "kg:role"),
        (GOOD.replace("kg:Rebel", "kg:Person"), "actor:x", "kg:role"),
        (succession("nobody"), "actor:x", "kg:successor"),
        (succession("x"), "actor:x", "kg:successor"),
        (succession("x").replace("kg:Succession", "kg:Sucession"), "kg:Sucession", "slug"),
        (GOOD + GOOD.replace("actor:x", "actor:y").replace("X Front", "x-Frönt"), "x front", "kg:AmbiguousName"),
        (ambiguous("actor:x"), "X Front", "kg:actor"),
    ],
)
def test_a_wrong_entry_is_named(turtle, subject, property_):
    with pytest.raises(build.ActorsError) as caught:
        compiled(turtle)
    message = str(caught.value)
    assert message.startswith("ontology/actors*.ttl, ")
    assert subject in message
    assert property_ in message


PERSON = 'actor:p a kg:Person ; skos:prefLabel "P Q"@en ; dct:source "p" ; kg:role [ %s ; dct:source "p" ] .'


@pytest.mark.parametrize(
    "role, property_",
    [
        ("kg:relation kg:fights ; kg:object actor:x", "kg:relation"),
        ("kg:relation kg:leads ; kg:object actor:z", "kg:object"),
        ("kg:relation kg:leads", "kg:object"),
        ('kg:relation kg:leads ; kg:object actor:x ; kg:start "soon"', "kg:start"),
    ],
)
def test_a_wrong_role_is_named(role, property_):
    with pytest.raises(build.ActorsError, match=f"actor:p, role, {property_}"):
        compiled(GOOD + PERSON % role)


def test_a_role_compiles():
    role = compiled(GOOD + PERSON % 'kg:relation kg:leads ; kg:object actor:x ; kg:start "2012"')["roles"][0]
    assert (role["person"], role["relation"], role["object"]) == ("p", "leads", "x")
    assert (role["start"], role["end"], role["source"]) == ("2012", None, ["p"])
