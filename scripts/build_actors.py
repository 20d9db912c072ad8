"""Compile ontology/actors*.ttl into kg/data/actors.json; `--check` only says whether the table is fresh.

The Turtle files are written by hand, so everything that can be wrong in it is an error here that names the actor and
the property: nothing is guessed, completed or dropped. The table has one record a line, sorted:
actors (with all their names), roles of persons, successions, and names that several actors share.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS
from rdflib.term import Node

from kg.dates import ImpreciseDate
from kg.errors import DataError, DateError
from kg.vocabulary import DATA, NAMESPACE, Kind

ROOT = Path(__file__).resolve().parent.parent
SOURCES = tuple(ROOT / "ontology" / name for name in ("actors.ttl", "actors-world.ttl"))
TABLE = ROOT / "kg" / "data" / "actors.json"

KG = Namespace(NAMESPACE)
ACTOR = Namespace(DATA + "actor/")
WIKIDATA = "http://www.wikidata.org/entity/"

LANGUAGES = ("en", "fr")
LONGEST_NAME = 100  # characters; anything longer is a description and no name
ROLES = ("leads", "speaksFor")
MODES = ("absorbed", "joined", "merged", "renamed", "replaced", "split")
NAMING = (SKOS.prefLabel, SKOS.altLabel, KG.acronym)
ON_ACTORS = {
    *(RDF.type, DCTERMS.source, SKOS.exactMatch, SKOS.note, *NAMING),
    *(KG.name, KG.ofState, KG.country, KG.existsFrom, KG.existsUntil, KG.role),
}

Record: TypeAlias = dict[str, object]  # one line of the table


class ActorsError(DataError):
    """Something in the sources that does not hold, with the subject and the property that it is about."""

    def __init__(self, subject: str, property_: Node | str, wrong: str) -> None:
        super().__init__(f"ontology/actors*.ttl, {subject}, {short(property_)}: {wrong}")


def short(node: Node | str) -> str:
    """A property or an actor as the file writes it: kg:ofState, actor:fama."""
    text = str(node)
    for prefix, namespace in (("actor", ACTOR), ("kg", KG), ("skos", SKOS), ("dct", DCTERMS), ("rdf", RDF)):
        if text.startswith(str(namespace)):
            return f"{prefix}:{text.removeprefix(str(namespace))}"
    return text


# --- one value at a time ---------------------------------------------------------------------------------------


def optional(graph: Graph, subject: Node, property_: URIRef, name: str) -> Node | None:
    """The only value, or None; several are an error."""
    values = list(graph.objects(subject, property_))
    if len(values) > 1:
        raise ActorsError(name, property_, f"{len(values)} values where one may stand.")
    return values[0] if values else None


def required(graph: Graph, subject: Node, property_: URIRef, name: str) -> Node:
    """The only value; none or several are an error."""
    value = optional(graph, subject, property_, name)
    if value is None:
        raise ActorsError(name, property_, "missing.")
    return value


def edtf(graph: Graph, subject: Node, property_: URIRef, name: str) -> str | None:
    """An EDTF text, or None."""
    value = optional(graph, subject, property_, name)
    if value is None:
        return None
    try:
        return ImpreciseDate.parse(str(value)).edtf
    except DateError as error:
        raise ActorsError(name, property_, str(error)) from None


def period(graph: Graph, subject: Node, first: URIRef, last: URIRef, name: str) -> list[str | None]:
    """[from, until] as EDTF texts; ending before beginning is an error."""
    begin, end = edtf(graph, subject, first, name), edtf(graph, subject, last, name)
    if begin and end and ImpreciseDate.parse(end).is_before(ImpreciseDate.parse(begin)):
        raise ActorsError(name, last, f"{end} is before {begin}.")
    return [begin, end]


def sources(graph: Graph, subject: Node, name: str) -> list[str]:
    """Where the facts were seen: at least one."""
    found = sorted(str(value) for value in graph.objects(subject, DCTERMS.source))
    if not found or not all(found):
        raise ActorsError(name, DCTERMS.source, "missing: say where the facts were seen.")
    return found


def reference(graph: Graph, subject: Node, property_: URIRef, name: str) -> str:
    """Id of the actor that the property points to, which must be in one of the files."""
    value = required(graph, subject, property_, name)
    if not str(value).startswith(str(ACTOR)) or (value, RDF.type, None) not in graph:
        raise ActorsError(name, property_, f"{short(value)} is no actor of these files.")
    return str(value).removeprefix(str(ACTOR))


def term(graph: Graph, subject: Node, property_: URIRef, name: str, known: Iterable[str]) -> str:
    """The local name of a term of the vocabulary, one of `known`."""
    value = str(required(graph, subject, property_, name))
    found = value.removeprefix(NAMESPACE)
    if found == value or found not in known:
        raise ActorsError(name, property_, f"{short(value)} is none of {', '.join(sorted(known))}.")
    return found


# --- actors ----------------------------------------------------------------------------------------------------


def names_on(graph: Graph, subject: Node, name: str, between: list[str | None]) -> Iterator[tuple[int, Record]]:
    """Labels and acronyms that stand directly on a node, each with its rank: the preferred label first."""
    for rank, property_ in enumerate(NAMING):
        for value in graph.objects(subject, property_):
            text = str(value)
            language = value.language if isinstance(value, Literal) else None
            if not text.strip() or text != " ".join(text.split()):
                raise ActorsError(name, property_, f"{text!r} is empty or has stray spaces.")
            if len(text) > LONGEST_NAME:
                raise ActorsError(name, property_, f"{text!r} has more than {LONGEST_NAME} characters.")
            if language not in LANGUAGES and (language or property_ != KG.acronym):
                raise ActorsError(name, property_, f"{text!r} needs one of the languages {', '.join(LANGUAGES)}.")
            kind = "acronym" if property_ == KG.acronym else "name"
            yield rank, {"text": text, "lang": language, "type": kind, "from": between[0], "until": between[1]}


def names_of(graph: Graph, subject: Node, name: str) -> list[Record]:
    """All names of an actor, the preferred ones first, then by text; the same name twice is an error."""
    ranked = list(names_on(graph, subject, name, [None, None]))
    for node in graph.objects(subject, KG.name):
        between = period(graph, node, KG.validFrom, KG.validUntil, name)
        timed = list(names_on(graph, node, name, between))
        if not timed or between == [None, None]:
            raise ActorsError(name, KG.name, "a name for a time needs a label or acronym, and validFrom or validUntil.")
        ranked += [(len(NAMING), record) for _, record in timed]
    ranked.sort(key=lambda r: (r[0], str(r[1]["text"]).casefold(), str(r[1]["text"]), r[1]["lang"] or ""))
    seen: set[tuple[object, object]] = set()
    for _, record in ranked:
        key = (record["text"], record["lang"])
        if key in seen:
            raise ActorsError(name, KG.name, f"{record['text']!r} stands twice.")
        seen.add(key)
    return [record for _, record in ranked]


def label_of(graph: Graph, subject: Node, name: str) -> dict[str, str | None]:
    """The preferred label in each language; English must be there."""
    found: dict[str, str | None] = dict.fromkeys(LANGUAGES)
    for value in graph.objects(subject, SKOS.prefLabel):
        language = value.language if isinstance(value, Literal) else None
        if language is None or found.get(language):
            raise ActorsError(name, SKOS.prefLabel, f"{value!s} has no language, or its language has two labels.")
        found[language] = str(value)
    if not found["en"]:
        raise ActorsError(name, SKOS.prefLabel, "missing in English.")
    return found


def wikidata_of(graph: Graph, subject: Node, name: str) -> str | None:
    """The Wikidata id, or None."""
    value = optional(graph, subject, SKOS.exactMatch, name)
    if value is not None and not re.fullmatch(re.escape(WIKIDATA) + r"Q[1-9]\d*", str(value)):
        raise ActorsError(name, SKOS.exactMatch, f"{value} is no Wikidata item.")
    return None if value is None else str(value).removeprefix(WIKIDATA)


def state_of(graph: Graph, subject: Node, name: str) -> str | None:
    """Id of the state that the actor belongs to, or None."""
    if (subject, KG.ofState, None) not in graph:
        return None
    state = reference(graph, subject, KG.ofState, name)
    if (ACTOR[state], RDF.type, KG.State) not in graph:
        raise ActorsError(name, KG.ofState, f"actor:{state} is no kg:State.")
    return state


def actor(graph: Graph, subject: Node) -> Record:
    """One actor as a record of the table."""
    name = short(subject)
    id_ = name.removeprefix("actor:")
    if id_ == name or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id_):
        kinds = ", ".join(map(short, graph.objects(subject, RDF.type)))
        raise ActorsError(name, kinds, "an actor is actor: and a slug: lower-case letters, digits, single hyphens.")
    for property_ in sorted(set(graph.predicates(subject)) - ON_ACTORS, key=str):
        raise ActorsError(name, property_, "is not a property of actors.")
    kind = term(graph, subject, RDF.type, name, set(Kind))
    country = optional(graph, subject, KG.country, name)
    if country is not None and not re.fullmatch(r"[A-Z]{2}", str(country)):
        raise ActorsError(name, KG.country, f"{country} is no ISO 3166 code of two letters.")
    if kind == Kind.PERSON and not {KG.role, SKOS.note} & set(graph.predicates(subject)):
        raise ActorsError(name, KG.role, "missing: a person needs a role, or a skos:note that says why there is none.")
    return {
        "id": id_,
        "kind": kind,
        "label": label_of(graph, subject, name),
        "names": names_of(graph, subject, name),
        "exists": period(graph, subject, KG.existsFrom, KG.existsUntil, name),
        "country": None if country is None else str(country),
        "of_state": state_of(graph, subject, name),
        "wikidata": wikidata_of(graph, subject, name),
        "source": sources(graph, subject, name),
    }


# --- roles, lineage, shared names ------------------------------------------------------------------------------


def roles(graph: Graph) -> Iterator[Record]:
    """What persons lead or speak for, and when."""
    for person, node in graph.subject_objects(KG.role):
        name = f"{short(person)}, role"
        if (person, RDF.type, KG.Person) not in graph:
            raise ActorsError(short(person), KG.role, "only a kg:Person has roles.")
        start, end = period(graph, node, KG.start, KG.end, name)
        yield {
            "person": short(person).removeprefix("actor:"),
            "relation": term(graph, node, KG.relation, name, ROLES),
            "object": reference(graph, node, KG.object, name),
            "start": start,
            "end": end,
            "source": sources(graph, node, name),
        }


def successions(graph: Graph) -> Iterator[Record]:
    """Who followed whom, how and when."""
    for node in graph.subjects(RDF.type, KG.Succession):
        old = reference(graph, node, KG.predecessor, "a succession")
        new = reference(graph, node, KG.successor, f"the succession of actor:{old}")
        name = f"the succession actor:{old} → actor:{new}"
        if old == new:
            raise ActorsError(name, KG.successor, "is the predecessor itself.")
        yield {
            "predecessor": old,
            "successor": new,
            "mode": term(graph, node, KG.mode, name, MODES),
            "on": edtf(graph, node, KG.on, name),
            "source": sources(graph, node, name),
        }


def fold(text: str) -> str:
    """A name without case, accents and the differences of apostrophes, hyphens and spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[-‐-―’'`]", " ", plain).casefold().split())


def ambiguous(graph: Graph, actors: Iterable[Record]) -> Iterator[Record]:
    """Names that several actors share, each with its reason; a shared name that nobody explains is an error."""
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for record in actors:
        for name in record["names"]:  # type: ignore[attr-defined]
            holders[fold(name["text"])].add(str(record["id"]))
    shared = {text: ids for text, ids in holders.items() if len(ids) > 1}
    for node in graph.subjects(RDF.type, KG.AmbiguousName):
        text = str(required(graph, node, SKOS.prefLabel, "an ambiguous name"))
        name = f"the ambiguous name {text!r}"
        said = {str(a).removeprefix(str(ACTOR)) for a in graph.objects(node, KG.actor)}
        if shared.pop(fold(text), None) != said:
            raise ActorsError(name, KG.actor, f"{', '.join(sorted(said))} are not the actors that bear it.")
        reason = str(required(graph, node, SKOS.note, name))
        yield {"text": text, "actors": sorted(said), "reason": reason}
    for text, ids in sorted(shared.items()):
        raise ActorsError(f"the name {text!r}", KG.AmbiguousName, f"{', '.join(sorted(ids))} share it: say why.")


# --- the table -------------------------------------------------------------------------------------------------


def table(graph: Graph) -> dict[str, list[Record]]:
    """The whole table; raises ActorsError at the first thing that does not hold."""
    others = {KG.Succession, KG.AmbiguousName}
    subjects = sorted({s for s, kind in graph.subject_objects(RDF.type) if kind not in others}, key=str)
    actors = [actor(graph, subject) for subject in subjects]
    items: dict[str, str] = {}
    for record in actors:
        item = record["wikidata"]
        if item and items.setdefault(str(item), str(record["id"])) != record["id"]:
            raise ActorsError(f"actor:{record['id']}", SKOS.exactMatch, f"{item} is actor:{items[str(item)]} already.")
    return {
        "actors": actors,
        "roles": ordered(roles(graph)),
        "successions": ordered(successions(graph)),
        "ambiguous": ordered(ambiguous(graph, actors)),
    }


def line(record: Record) -> str:
    """One record as compact JSON."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def ordered(records: Iterable[Record]) -> list[Record]:
    """Records in an order that depends on nothing but what they say."""
    return sorted(records, key=line)


def read() -> str:
    """The text of all sources: one graph, so that each may name actors of the other."""
    return "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)


def render(source: str) -> str:
    """The text of kg/data/actors.json for the text of the sources."""
    parts = table(Graph().parse(data=source, format="turtle"))
    lists = (f'"{key}":[\n' + ",\n".join(map(line, records)) + "\n]" for key, records in parts.items())
    return "{" + ",\n".join(lists) + "}\n"


def main(arguments: list[str]) -> int:
    """Write the table, or with --check compare it; 0 when all is well."""
    try:
        text = render(read())
    except ActorsError as error:
        print(error, file=sys.stderr)
        return 1
    if arguments == ["--check"]:
        fresh = TABLE.exists() and TABLE.read_text(encoding="utf-8") == text
        print("actors.json is fresh." if fresh else "actors.json is stale: run scripts/build_actors.py.")
        return 0 if fresh else 1
    TABLE.parent.mkdir(parents=True, exist_ok=True)
    TABLE.write_text(text, encoding="utf-8")
    counted = json.loads(text)
    print(f"{TABLE.relative_to(ROOT)}: " + ", ".join(f"{len(counted[key])} {key}" for key in counted))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
