"""Finding one claim of a store, and the article that makes it."""

from __future__ import annotations

import re

from pyoxigraph import QuerySolutions

from kg.errors import InputError, StoreError, UnknownNameError
from kg.graph.facts import Facts
from kg.graph.namespaces import id_of, node
from kg.graph.store import Store
from kg.graph.triples import article_graph
from kg.graph.values import article_of, claim_of
from kg.model import Article, Claim
from kg.vocabulary import DATA

_ROOM = f"{DATA}claim/"
_KEY = re.compile(r"[0-9a-f]{1,16}")
_LENGTH = 16
_MOST = 5  # keys that are named where several fit


def claim_in(store: Store, name: str) -> tuple[Claim, Article]:
    """The claim that a key, its address, or the beginning of a key names, and its article.

    Raises:
        InputError: the name is no key of a claim, or several claims begin so.
        UnknownNameError: no claim here begins so.
    """
    key = name.strip().removeprefix("<").removesuffix(">").removeprefix(_ROOM).removeprefix("claim:").lower()
    if not _KEY.fullmatch(key):
        raise InputError(f"{name!r} is no key of a claim: write up to {_LENGTH} digits and letters a to f, as 9f2c.")
    found = _beginning_with(store, key)
    if not found:
        raise UnknownNameError("claim", name, ())
    if len(found) > 1:
        some = ", ".join(one for one, _ in found[:_MOST])
        more = " \u2026" if len(found) > _MOST else ""
        raise InputError(f"{len(found):,} claims begin with {key!r}: {some}{more}. Write more of its key.")
    return _described(store, *found[0])


def _beginning_with(store: Store, key: str) -> list[tuple[str, str]]:
    """Keys and their articles' identifiers, sorted; `key` holds hexadecimal digits alone."""
    whole = len(key) == _LENGTH
    test = f"VALUES ?claim {{ <{_ROOM}{key}> }}" if whole else f'FILTER(STRSTARTS(STR(?claim), "{_ROOM}{key}"))'
    rows = store.query(f"SELECT ?claim ?graph {{ {test} GRAPH ?graph {{ ?claim a kg:Claim }} }}")
    if not isinstance(rows, QuerySolutions):
        raise StoreError("The store did not answer with rows.")
    return sorted((id_of("claim", row["claim"].value), id_of("article", row["graph"].value)) for row in rows)


def _described(store: Store, key: str, article: str) -> tuple[Claim, Article]:
    facts = Facts(store.article_quads(article))
    return claim_of(facts, node("claim", key)), article_of(facts, article_graph(article))
