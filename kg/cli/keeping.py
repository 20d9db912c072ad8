"""Commands that look after a store: `kg check`, `kg fold`, `kg stats`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import typer

from kg.cli.console import out, printable, say
from kg.cli.moments import Persistence, persistence_of, spoken
from kg.cli.settings import STORE, StorePath, examples
from kg.cli.summary import count

if TYPE_CHECKING:
    from kg.graph.store import Store


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(epilog=examples("kg check", "kg check --store sahel.db"))(check)
    app.command(epilog=examples("kg fold --store sahel.db", "kg fold --persistence fights=90d"))(fold)
    app.command(epilog=examples("kg stats --store sahel.db"))(stats)


def check(store: StorePath = STORE) -> None:
    """Check that a store is as it must be.

    Says what is not, why, and how to mend it.
    """
    from kg.graph.check import check as violations_of
    from kg.graph.store import Store

    with Store.open(store, read_only=True) as kept:
        articles, violations = len(kept.article_ids()), list(violations_of(kept))
    for v in violations:
        typer.echo(printable(f"{v.subject}: {v.rule}: {v.message} Mend: {v.mend}"))
    if violations:
        say(f"{count(len(violations), 'violation')} in {count(articles, 'article')}.")
        raise typer.Exit(1)
    say(f"{count(articles, 'article')} and what was folded from their claims: all is as it must be.")


def fold(store: StorePath = STORE, persistence: Persistence = None) -> None:
    """Work out anew what held when.

    From all claims of a store; `kg ingest` does so by itself. With --persistence the result is counted, not stored: a
    store keeps the ontology's days.
    """
    from kg.graph.store import Store
    from kg.ingest import folded, refold

    lasting = persistence_of(persistence)
    if lasting:
        with Store.open(store, read_only=True) as kept:
            relationships = folded(kept, persistence=lasting)
        say(f"{len(relationships):,} relationships folded{spoken(lasting)}; not stored.")
        return
    with Store.open(store) as kept:
        relationships = refold(kept)
    say(f"{len(relationships):,} relationships folded.")


def stats(store: StorePath = STORE) -> None:
    """Say what a store holds.

    Articles and the days they cover, claims by relation, actors and places.
    """
    from kg.graph.store import Store

    with Store.open(store, read_only=True) as kept:
        lines = _lines(kept)
    for line in lines:
        out().print(line, markup=False, soft_wrap=True)


def _lines(store: Store) -> list[str]:
    articles, claims = list(store.articles()), list(store.claims())
    days = sorted(article.published for article in articles if article.published)
    relations = Counter(claim.relation.value for claim in claims)
    named = {end for claim in claims for end in (claim.subject, claim.object)}
    outlets = {article.outlet for article in articles if article.outlet}
    undated = len(articles) - len(days)
    covered = f", reported from {days[0]} to {days[-1]}" if days else ""
    return [
        f"articles   {len(articles):>8,}  from {len(outlets):,} outlets{covered}; {undated:,} undated",
        f"claims     {len(claims):>8,}",
        *(f"  {relation:<18}{count:>8,}" for relation, count in sorted(relations.items(), key=lambda r: (-r[1], r[0]))),
        f"actors and places that claims name: {len(named):,}",
        f"triples    {len(store):>8,}",
    ]
