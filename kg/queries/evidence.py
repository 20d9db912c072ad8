"""The words behind an answer: what a row's phase, relationship or claim rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pyoxigraph import NamedNode

from kg.graph.store import Store
from kg.graph.terms import Iri, Value
from kg.queries.results import Result
from kg.queries.run import run

COLUMNS = ("claim", "phase", "relationship")  # where a saved question's row says what it rests on, narrowest first
LOT = 500  # addresses asked about at once

# Each branch holds the whole pattern: a pattern that follows a union is joined far too late.
_TOLD = """?claim kg:polarity ?said ; kg:modality ?mood ; prov:wasDerivedFrom ?article ;
         kg:evidence/oa:hasTarget/oa:hasSelector/oa:exact ?quote ."""
_BRANCHES = (
    f"{{ VALUES ?asked {{ THESE }} ?asked kg:restsOn ?claim . {_TOLD} }}",
    f"{{ VALUES ?asked {{ THESE }} ?asked kg:statedBy ?claim . {_TOLD} }}",
    f"{{ VALUES ?asked {{ THESE }} ?asked kg:deniedBy ?claim . {_TOLD} }}",
    f"{{ VALUES ?claim {{ THESE }} {_TOLD} BIND(?claim AS ?asked) }}",
)
_QUERY = f"""
SELECT DISTINCT ?asked ?claim ?reported ?outlet ?claimant ?polarity ?modality ?quote ?article ?title
WHERE {{
  {" UNION ".join(_BRANCHES)}
  OPTIONAL {{ ?claim kg:reportedOn ?reported }}
  OPTIONAL {{ ?claim kg:claimant/rdfs:label ?claimant }}
  OPTIONAL {{ ?article kg:outlet ?outlet }}
  OPTIONAL {{ ?article schema:headline ?title }}
  BIND(STRAFTER(STR(?said), "#") AS ?polarity)
  BIND(STRAFTER(STR(?mood), "#") AS ?modality)
}}
ORDER BY ?asked ?reported ?claim ?quote
"""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that says so: whose, where and when."""

    claim: str
    reported: date | None
    outlet: str | None
    claimant: str | None
    polarity: str
    modality: str
    quote: str
    article: str
    title: str | None


def quotes(store: Store, result: Result) -> list[tuple[Quote, ...]]:
    """The quotes behind each row of a saved question's answer, in the rows' order; empty where a row names nothing."""
    column = next((c for c in COLUMNS if c in result.columns), None)
    if column is None:
        return [()] * len(result.rows)
    asked = [record[column] for record in result.records()]
    found = quotes_behind(store, {str(a) for a in asked if isinstance(a, Iri)})
    return [found.get(str(a), ()) for a in asked]


def quotes_behind(store: Store, addresses: Iterable[str]) -> Mapping[str, tuple[Quote, ...]]:
    """The quotes behind claims, phases and relationships, by their addresses, oldest report first."""
    found: dict[str, list[Quote]] = {}
    wanted = sorted(set(addresses))
    for start in range(0, len(wanted), LOT):
        these = " ".join(str(NamedNode(address)) for address in wanted[start : start + LOT])
        for row in run(store, _QUERY.replace("THESE", these), rows=1_000_000).records():
            found.setdefault(str(row["asked"]), []).append(_quote(row))
    return {address: tuple(behind) for address, behind in found.items()}


def _quote(row: Mapping[str, Value]) -> Quote:
    reported = row["reported"]
    return Quote(
        claim=str(row["claim"]),
        reported=reported if isinstance(reported, date) else None,
        outlet=_text(row["outlet"]),
        claimant=_text(row["claimant"]),
        polarity=str(row["polarity"]),
        modality=str(row["modality"]),
        quote=str(row["quote"]),
        article=str(row["article"]),
        title=_text(row["title"]),
    )


def _text(value: Value) -> str | None:
    return None if value is None else str(value)
