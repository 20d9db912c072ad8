"""Running SPARQL on an open store, in this process. What a stranger wrote runs in `guard` instead."""

from __future__ import annotations

from itertools import islice

import pyoxigraph as ox

from kg.errors import QueryError
from kg.graph.store import Results, Store
from kg.graph.terms import value_of
from kg.queries.explain import explained
from kg.queries.refuse import refuse
from kg.queries.results import Result
from kg.queries.text import Bindings, bound

ROWS = 10_000  # the most rows that are given unless one asks for more


def run(store: Store, sparql: str, bindings: Bindings | None = None, rows: int = ROWS) -> Result:
    """Run one SELECT, ASK, CONSTRUCT or DESCRIBE over the union of all graphs, our prefixes known.

    Args:
        store: what to ask.
        sparql: the query.
        bindings: terms that take the place of variables.
        rows: the most rows to give.

    Raises:
        QueryError: the query is wrong, or would change something, or asks other servers.
    """
    refuse(sparql)
    text = bound(sparql, bindings) if bindings else sparql
    try:
        return collected(store.query(text), rows)
    except SyntaxError as error:
        raise explained(error, sparql, exact=text == sparql) from None
    except (RuntimeError, OSError, ValueError) as error:
        raise QueryError(f"The query failed: {error}.") from None


def collected(results: Results, rows: int) -> Result:
    """The first rows of what Oxigraph gives, as plain values."""
    if isinstance(results, ox.QueryBoolean):
        return Result("truth", ("answer",), ((bool(results),),))
    if isinstance(results, ox.QueryTriples):
        triples = list(islice(results, rows + 1))
        kept = sorted(triples[:rows], key=str)
        found = tuple(tuple(value_of(part) for part in triple) for triple in kept)
        text = "".join(f"{triple} .\n" for triple in kept)
        return Result("graph", ("subject", "predicate", "object"), found, len(triples) > rows, text)
    columns = tuple(variable.value for variable in results.variables)
    solutions = list(islice(results, rows + 1))
    table = tuple(tuple(value_of(value) for value in solution) for solution in solutions[:rows])
    return Result("table", columns, table, len(solutions) > rows)
