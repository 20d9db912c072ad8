"""Count claims against annotated texts: strict triples with names, and the fields of what matches.

A claim matches where both its ends carry a name of the gold's ends (case, accents, "the" and signs aside) and the
relation is the same; symmetric relations have no direction. Debatable gold claims count neither way. A folder of gold
holds one JSON file a text (its `article` beside it, or in another folder) and may hold `sentences.jsonl`.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from kg import gazetteer
from kg.articles.read import read_articles
from kg.claims.cast import Cast
from kg.claims.extract import explain_claims
from kg.mentions.find import find_mentions
from kg.model import Article, Claim, Reading
from kg.pipeline import Reader
from kg.vocabulary import SIGNATURES, Relation

FIELDS = {
    "start": None,
    "end": None,
    "place": None,
    "polarity": "asserted",
    "modality": "actual",
    "attributed_to": None,
}
Triple = tuple[str, str, str]


@dataclass(frozen=True)
class Gold:
    """One annotated text."""

    article: Article
    names: Mapping[str, frozenset[str]]  # entity → its names in plain letters
    claims: tuple[Mapping[str, Any], ...]


@dataclass
class Counts:
    """What was right, missed and wrong; `said` has (right, given, due) of the fields that are not at their default."""

    matched: int = 0
    missed: int = 0
    wrong: int = 0
    debatable: int = 0
    texts: int = 0
    said: dict[str, list[int]] = field(default_factory=lambda: {name: [0, 0, 0] for name in FIELDS})

    @property
    def precision(self) -> float:
        """Share of the claims that are right."""
        return self.matched / (self.matched + self.wrong) if self.matched + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold's claims that are found."""
        return self.matched / (self.matched + self.missed) if self.matched + self.missed else 1.0


def read_texts(folder: Path, articles: Path | None = None) -> Iterator[Gold]:
    """The annotated whole texts of a folder; the articles lie beside them or in `articles`."""
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        published = date.fromisoformat(gold["date"]) if gold.get("date") else None
        for article in read_articles([(articles or folder) / gold["article"]], given=published):
            if isinstance(article, Article):
                yield _gold(article, gold)


def read_sentences(path: Path) -> Iterator[Gold]:
    """The annotated single sentences of a file of JSON lines."""
    for line in path.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        published = date.fromisoformat(gold["date"]) if gold.get("date") else None
        yield _gold(Article(gold["text"], f"{path.name}:{gold['id']}", published=published, language="en"), gold)


def _gold(article: Article, gold: Mapping[str, Any]) -> Gold:
    names = {
        key: frozenset(plain(name) for name in (*entity["names"], *entity.get("same_as", ())))
        for key, entity in gold["entities"].items()
    }
    return Gold(article, names, tuple(gold["claims"]))


def plain(name: str) -> str:
    """A name without case, accents, "the" and whatever is no letter or digit."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(c for c in folded if not unicodedata.combining(c)).strip()
    return "".join(c for c in letters.removeprefix("the ") if c.isalnum())


def score(golds: Iterable[Gold], reader: Reader) -> Counts:
    """The counts over all texts."""
    counts = Counts()
    for gold in golds:
        counts.texts += 1
        _count(gold, reader.read_article(gold.article), counts)
    return counts


def _count(gold: Gold, reading: Reading, counts: Counts) -> None:
    wanted: dict[Triple, list[Mapping[str, Any]]] = {}
    for claim in gold.claims:
        triple = _triple(claim["relation"], claim["subject"], claim["object"])
        wanted.setdefault(triple, []).append(claim)
    firm = {t for t, claims in wanted.items() if not all(c.get("debatable") for c in claims)}
    found: dict[Triple, list[Claim]] = {}
    wrong: set[Triple] = set()
    for said in reading.claims:
        hits = _hits(said, gold, reading, wanted)
        best = max(hits, key=lambda t: (t in firm, t), default=None)
        if best is None:
            wrong.add(_triple(said.relation, said.subject, said.object))
        else:
            found.setdefault(best, []).append(said)
    counts.matched += len(firm & found.keys())
    counts.missed += len(firm - found.keys())
    counts.wrong += len(wrong)
    counts.debatable += len(found.keys() - firm)
    for triple in sorted(firm & found.keys()):
        _judge(wanted[triple], found[triple], gold, reading, counts)


def _triple(relation: str, subject: str, object_: str) -> Triple:
    ends = sorted((subject, object_)) if SIGNATURES[Relation(relation)].symmetric else [subject, object_]
    return (str(relation), *ends)  # type: ignore[return-value]


def _hits(said: Claim, gold: Gold, reading: Reading, wanted: Mapping[Triple, object]) -> list[Triple]:
    subjects = _entities(_names(said.subject, reading), gold)
    objects = _entities(_names(said.object, reading), gold)
    triples = [_triple(said.relation, s, o) for s in subjects for o in objects]
    return [t for t in triples if t in wanted]


def _names(key: str, reading: Reading) -> set[str]:
    known = [k for k in (reading.actors.get(key), reading.places.get(key)) if k]
    return {plain(name) for k in known for name in (k.label, *k.names)}


def _entities(names: set[str], gold: Gold) -> list[str]:
    return [key for key, own in gold.names.items() if own & names]


def _judge(wanted: list[Mapping[str, Any]], found: list[Claim], gold: Gold, reading: Reading, counts: Counts) -> None:
    """Compare the fields of the best pair."""
    rights = {
        (n, m): {name: _is_right(name, claim, said, gold, reading) for name in FIELDS}
        for n, claim in enumerate(wanted)
        for m, said in enumerate(found)
    }
    n, m = max(rights, key=lambda pair: (sum(rights[pair].values()), -pair[0], -pair[1]))
    for name, default in FIELDS.items():
        if name == "place" and wanted[n]["relation"] != "fights":
            continue
        due, given = wanted[n].get(name) != default, _value(name, found[m]) != default
        for index, one in enumerate((due and given and rights[n, m][name], given, due)):
            counts.said[name][index] += one


def _value(name: str, said: Claim) -> str | None:
    if name in ("start", "end"):
        when = said.start if name == "start" else said.end
        return when.edtf if when else None
    value = {"polarity": said.polarity, "modality": said.modality, "place": said.place, "attributed_to": said.claimant}
    return value[name]


def _is_right(name: str, claim: Mapping[str, Any], said: Claim, gold: Gold, reading: Reading) -> bool:
    due, given = claim.get(name, FIELDS[name]), _value(name, said)
    if name in ("start", "end"):
        due, given = (("".join(c for c in d if c not in "~?%") if d else None) for d in (due, given))
        size = min(len(due or ""), len(given or ""))
        return due is given is None or bool(due and given and due[:size] == given[:size])
    if name in ("place", "attributed_to"):
        options = [due, *(claim.get("also_place", []) if name == "place" else [])]
        return any(
            (o is None and given is None) or (o and given and gold.names[o] & _names(given, reading)) for o in options
        )
    return bool(due == given)


def judged(gold: Gold) -> Iterator[tuple[Mapping[str, float], bool]]:
    """The features of each claim of each sentence that counts, and whether it is right."""
    reader = Reader()
    found = find_mentions(gold.article.text, gold.article.id, gold.article.published)
    cast = Cast.of(found)
    wanted = {_triple(c["relation"], c["subject"], c["object"]): c for c in gold.claims}
    for claim, features in explain_claims(gold.article, reader.parse(gold.article.text, found), cast):
        reading = Reading(gold.article, {**gazetteer.actors(), **cast.actors}, cast.places, ())
        hits = _hits(claim, gold, reading, wanted)
        if not hits or any(not wanted[t].get("debatable") for t in hits):
            yield features, bool(hits)
