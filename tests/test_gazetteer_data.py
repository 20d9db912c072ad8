"""The gazetteer's sources and tables: fresh, whole, and saying where things are."""

import csv
import gzip
import importlib.util
import json
import re
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "kg" / "data"
sys.path.insert(0, str(ROOT / "scripts"))

import build_gazetteer as build  # noqa: E402
import world_gazetteer as world  # noqa: E402

PLACES = json.loads((DATA / "places.json").read_text(encoding="utf-8"))
COUNTRIES = json.loads((DATA / "countries.json").read_text(encoding="utf-8"))
with gzip.open(DATA / "world.tsv.gz", "rt", encoding="utf-8") as _file:
    WORLD = list(csv.DictReader(_file, delimiter="\t", quoting=csv.QUOTE_NONE))
BY_ID = {place["id"]: place for place in PLACES}
BY_NAME = {build.fold(name): place for place in PLACES for name in place["names"]}

# rough boxes: south, west, north, east
BOXES = {"mali": (10.0, -12.4, 25.1, 4.4), "burkina-faso": (9.3, -5.6, 15.2, 2.5), "niger": (11.6, 0.1, 23.6, 16.1)}

TOWNS_AND_BASES = """Anefis; Ber; Léré; Tinzaouatene; Kidal; Gao; Tombouctou; Timbuktu; Ménaka; Ansongo; Aguelhok;
    Aguelhoc; Tessalit; Amachach; Konna; Diabaly; Douentza; Mopti; Sévaré; Ogossagou; Boulikessi; Boulkessi; Indelimane;
    Labbezanga; Tessit; Talataye; Anderamboukane; In-Khalil; Gossi; Hombori; Boni; Bandiagara; Koro; Bankass;
    Sobane Da; Moura; Farabougou; Niono; Nampala; Bourem; Bamba; Taoudénit; Tin-Essako; Abeibara; Almoustarat;
    Djébock; Kati; Kayes; Diboli; Loulouni; Kadiolo; Sikasso; Djibo; Arbinda; Gorom-Gorom; Solhan; Inata;
    Barsalogho; Dori; Seytenga; Markoye; Nassoumbou; Kaya; Ouagadougou; Bobo-Dioulasso; Diapaga; Fada N'Gourma;
    Tongo Tongo; Inates; Chinagodrar; Tillabéri; Banibangou; Ouallam; Ayorou; Téra; Torodi; Agadez; Arlit; Assamaka;
    Diffa; Bosso; Dirkou; Tahoua; Niamey; Madama; Bamako"""
AREAS = """northern Mali; central Mali; southern Mali; Azawad; Liptako-Gourma; tri-border area; Sahel; Lake Chad basin;
    Adrar des Ifoghas; Wagadou forest; Inner Niger Delta; Gourma; Dogon country; Algerian border; Sahara;
    W-Arly-Pendjari"""


def named(text):
    return [name.strip() for name in text.split(";")]


@pytest.mark.parametrize("name", ["places.json", "countries.json"])
def test_the_tables_are_what_the_sources_give(name):
    assert (DATA / name).read_bytes() == build.curated()[name], "run scripts/build_gazetteer.py"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["world.tsv.gz"])
def test_the_world_table_is_what_the_packages_give(name):
    missing = [package for package in world.PACKAGES if importlib.util.find_spec(package) is None]
    if missing:
        pytest.skip(f"the world table's freshness needs the packages of the extra build: {', '.join(missing)} missing")
    assert (DATA / name).read_bytes() == build.all_tables(world=True)[name], "run scripts/build_gazetteer.py"


# --- curated places ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", named(TOWNS_AND_BASES))
def test_the_towns_and_bases_that_reports_name_are_there(name):
    assert BY_NAME[build.fold(name)]["kind"] in ("Town", "Base")


@pytest.mark.parametrize("name", named(AREAS))
def test_the_informal_areas_are_there(name):
    assert BY_NAME[build.fold(name)]["kind"] == "Area"


def test_there_are_enough_places_of_each_kind_and_state():
    kinds = Counter(place["kind"] for place in PLACES)
    assert kinds["Country"] == 3
    assert kinds["Area"] >= 30
    assert kinds["Base"] >= 8
    for state, regions, districts, towns in (
        ("mali", 20, 49, 150),
        ("burkina-faso", 17, 45, 100),
        ("niger", 8, 35, 60),
    ):
        here = Counter(place["kind"] for place in PLACES if place["country"] == state)
        assert here["Region"] == regions, state
        assert here["District"] >= districts, state
        assert here["Town"] >= towns, state


def test_everything_but_areas_ends_at_a_state():
    for place in PLACES:
        steps = [place["id"]]
        while BY_ID[steps[-1]]["within"]:
            steps.append(BY_ID[steps[-1]]["within"])
            assert len(steps) <= 6, steps
        if place["kind"] != "Area":
            assert BY_ID[steps[-1]]["kind"] == "Country", steps
            assert place["country"] == steps[-1]
        assert place["country"] in {None, *BOXES}


def test_places_of_one_state_lie_in_it():
    for place in PLACES:
        if place["country"] and place["lat"] is not None:
            south, west, north, east = BOXES[place["country"]]
            assert south <= place["lat"] <= north, place["id"]
            assert west <= place["lon"] <= east, place["id"]


def test_a_town_lies_near_what_it_lies_within():
    for place in PLACES:
        larger = BY_ID.get(place["within"])
        if larger and larger["kind"] == "District" and None not in (place["lat"], larger["lat"]):
            apart = abs(place["lat"] - larger["lat"]) + abs(place["lon"] - larger["lon"])
            assert apart < 4.5, (place["id"], larger["id"], apart)


def test_nearly_every_place_has_a_point_and_each_has_a_source():
    pointless = [
        place["id"] for place in PLACES if place["lat"] is None and place["kind"] in ("Town", "Base", "District")
    ]
    assert pointless == ["aklaz", "awkassa", "boulikessi"]
    assert all(place["source"] for place in PLACES)


def test_ids_names_and_geonames_ids_are_unique():
    assert len(BY_ID) == len(PLACES)
    names = Counter(build.fold(name) for place in PLACES for name in set(map(build.fold, place["names"])))
    assert not [name for name, times in names.items() if times > 1]
    geonames = [place["geonames"] for place in PLACES if place["geonames"]]
    assert len(set(geonames)) == len(geonames)


def test_curated_names_that_are_words_or_people_need_context():
    assert {place["id"] for place in PLACES if place["common"]} >= {"dire", "leo", "say", "san"}
    assert not BY_ID["kidal"]["common"]


def test_a_region_and_its_town_are_two_places():
    for town in ("kidal", "gao", "tombouctou", "mopti", "menaka", "agadez", "diffa"):
        assert BY_ID[town]["kind"] == "Town"
        assert BY_ID[f"{town}-region"]["kind"] == "Region"


# --- what the builder refuses ------------------------------------------------------------------------------------

HEAD = build.PLACES.read_text(encoding="utf-8").split("\n# --- ")[0] + "\n"
GOOD = """
place:mali a kg:Country ; skos:prefLabel "Mali"@en , "Mali"@fr ; dct:source "s" .
place:gao-region a kg:Region ; skos:prefLabel "Gao Region"@en , "région de Gao"@fr ; kg:within place:mali ;
    dct:source "s" .
place:gao a kg:Town ; skos:prefLabel "Gao"@en , "Gao"@fr ; kg:within place:gao-region ; geo:lat 16.3 ; geo:long 0.0 ;
    skos:exactMatch gn:2457163 ; dct:source "s" .
"""


def test_a_good_file_is_read():
    gao = {place["id"]: place for place in build.places(HEAD + GOOD)}["gao"]
    assert (gao["country"], gao["geonames"], gao["lat"], gao["names"]) == ("mali", 2457163, 16.3, ["Gao"])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "kg:within place:gao-region",
            "kg:within place:goa-region",
            "place:gao, kg:within: place:goa-region is no place",
        ),
        (
            "kg:within place:gao-region",
            "kg:within place:mali",
            "place:gao, kg:within: place:mali is none of what a Town",
        ),
        (
            "kg:within place:mali",
            "kg:within place:gao",
            "place:gao, kg:within: a ring: gao → gao-region → gao",
        ),
        ("kg:within place:gao-region ;", "", "place:gao, kg:within: missing"),
        ("a kg:Town", "a kg:Village", "place:gao, rdf:type: Village is none of"),
        ("geo:lat 16.3", "geo:lat 163", "place:gao, geo:lat: 163.0 lies outside"),
        ("geo:lat 16.3 ;", "", "place:gao, geo:lat: one of latitude and longitude"),
        ('"Gao"@en', '"Gao Region"@en', "place:gao-region, skos:altLabel: 'gao region' is place:gao's already"),
        ('"Gao"@en ,', "", "place:gao, skos:prefLabel: one in English and one in French"),
        ("gn:2457163", "gn:gao", "place:gao, skos:exactMatch:"),
        (
            "gn:2457163 ; dct:source",
            "gn:2457163 ; kg:populus 3 ; dct:source",
            "place:gao, kg:populus: is not a property",
        ),
        ('gn:2457163 ; dct:source "s"', "gn:2457163", "place:gao, dct:source: missing"),
    ],
)
def test_what_is_wrong_in_places_is_said_with_place_and_field(old, new, said):
    assert old in GOOD
    with pytest.raises(build.GazetteerError) as wrong:
        build.places(HEAD + GOOD.replace(old, new))
    assert str(wrong.value).startswith("places.ttl, ")
    assert said in str(wrong.value)


def test_a_ring_of_areas_is_refused():
    ring = """
place:a a kg:Area ; skos:prefLabel "A"@en , "A"@fr ; kg:within place:b ; dct:source "s" .
place:b a kg:Area ; skos:prefLabel "B"@en , "B"@fr ; kg:within place:a ; dct:source "s" .
"""
    with pytest.raises(build.GazetteerError, match="a ring: a → b → a"):
        build.places(HEAD + ring)


ROW = "ML\tMali\tMali\t\t\tMalian\tmalien; malienne\tMalians\tBamako\t\tC"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("\tC", "", "line 2 (ML), columns: 10 where 11 must stand"),
        ("Bamako", "", "line 2 (ML), capital: missing"),
        ("ML", "Ml", "line 2 (Ml), iso2: 'Ml' is no code"),
        ("malien; malienne", "malien;  malienne", "line 2 (ML), adjectives_fr:"),
        ("Malians", "Malians; Malians", "line 2 (ML), people_en:"),
    ],
)
def test_what_is_wrong_in_countries_is_said_with_line_and_column(old, new, said):
    assert len(build.countries("\t".join(build.COLUMNS) + "\n" + ROW)) == 1
    with pytest.raises(build.GazetteerError) as wrong:
        build.countries("\t".join(build.COLUMNS) + "\n" + ROW.replace(old, new, 1))
    assert str(wrong.value).startswith("countries.tsv, ")
    assert said in str(wrong.value)


# --- states ------------------------------------------------------------------------------------------------------


def test_every_state_is_there_once():
    assert len(COUNTRIES) == 198
    assert {"XK", "PS", "TW", "EH", "VA"} <= {state["iso2"] for state in COUNTRIES}
    assert len({state["place"] for state in COUNTRIES}) == 198


@pytest.mark.parametrize(
    ("code", "id_", "adjective", "people", "french"),
    [
        ("ML", "mali", "Malian", "Malians", "malien"),
        ("BF", "burkina-faso", "Burkinabe", "Burkinabè", "burkinabè"),
        ("NE", "niger", "Nigerien", "Nigeriens", "nigérien"),
        ("NG", "nigeria", "Nigerian", "Nigerians", "nigérian"),
        ("FR", "france", "French", "French", "français"),
        ("RU", "russia", "Russian", "Russians", "russe"),
        ("US", "united-states", "American", "Americans", "américain"),
        ("DZ", "algeria", "Algerian", "Algerians", "algérien"),
        ("CI", "ivory-coast", "Ivorian", "Ivorians", "ivoirien"),
    ],
)
def test_states_have_their_adjectives_and_peoples(code, id_, adjective, people, french):
    state = next(state for state in COUNTRIES if state["iso2"] == code)
    assert (state["place"], state["actor"]) == (id_, id_)
    assert adjective in state["adjectives"]["en"]
    assert people in state["people"]
    assert french in state["adjectives"]["fr"]


def test_an_adjective_that_two_states_share_is_said_to_be_shared():
    shared = Counter(word for state in COUNTRIES for word in state["adjectives"]["en"])
    assert {word for word, times in shared.items() if times > 1} == {"Congolese", "Dominican"}


# --- the world ---------------------------------------------------------------------------------------------------


def test_the_tables_stay_small():
    assert (DATA / "world.tsv.gz").stat().st_size <= 1_500_000
    assert (DATA / "places.json").stat().st_size <= 400_000
    assert (DATA / "countries.json").stat().st_size <= 100_000


def test_the_world_has_cities_divisions_and_every_state():
    kinds = Counter(row["kind"] for row in WORLD)
    assert kinds["Town"] > 30_000
    assert kinds["Region"] > 3_500
    assert kinds["Country"] == len(COUNTRIES)
    assert {row["id"] for row in WORLD if row["kind"] == "Country"} == {state["place"] for state in COUNTRIES}


def test_the_rows_of_the_world_are_well_formed():
    assert list(WORLD[0]) == list(world.COLUMNS)
    assert len({row["id"] for row in WORLD}) == len(WORLD)
    for row in WORLD:
        assert re.fullmatch(r"gn\d+|reg-[a-z]{2}(-[a-z0-9]+)*|[a-z0-9-]+", row["id"]), row
        assert re.fullmatch("[A-Z]{2}", row["country"]), row
        assert row["common"] in ("", "1"), row
        assert row["population"].isdigit(), row
        names = row["names"].split("|") if row["names"] else []
        assert len(names) <= 6, row
        assert all(world.is_name(name) for name in names), row
        if row["lat"]:
            assert -90 <= float(row["lat"]) <= 90, row
            assert -180 <= float(row["lon"]) <= 180, row


def test_curated_places_win_over_the_world():
    curated = {f"gn{place['geonames']}" for place in PLACES if place["geonames"]}
    assert not curated & {row["id"] for row in WORLD}
    theatre = [row for row in WORLD if row["country"] in ("ML", "BF", "NE") and row["kind"] != "Country"]
    assert not [row["name"] for row in theatre if build.fold(row["name"]) in BY_NAME]
    assert theatre, "towns of the theatre that nobody curated stay"


@pytest.mark.parametrize(
    "name", ["Reading", "Nice", "Man", "Mobile", "Of", "Bo", "Most", "Police", "Victoria", "David", "Tours"]
)
def test_names_that_are_words_or_people_need_context(name):
    rows = [row for row in WORLD if row["name"] == name and row["kind"] == "Town"]
    assert rows
    assert all(row["common"] for row in rows)


@pytest.mark.parametrize(
    "name", ["Goma", "Paris", "London", "Moscow", "Abidjan", "Tripoli", "Kharkiv", "Maiduguri", "Lagos"]
)
def test_names_that_are_just_places_do_not(name):
    largest = max(
        (row for row in WORLD if row["name"] == name and row["kind"] == "Town"), key=lambda r: int(r["population"])
    )
    assert not largest["common"]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Moscow", "Moscou"),
        ("Aleppo", "Alep"),
        ("London", "Londres"),
        ("Mosul", "Mossoul"),
        ("Kyiv", "Kiev"),
        ("The Hague", "La Haye"),
    ],
)
def test_cities_have_the_names_that_english_and_french_news_use(name, other):
    assert other in [text for row in WORLD if row["name"] == name for text in row["names"].split("|")]
