"""The store: one named graph and one transaction an article, over an embedded Oxigraph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad

from kg import __version__
from kg.errors import StoreBusyError, StoreError
from kg.graph import records
from kg.graph.facts import Facts
from kg.graph.folder import Folder
from kg.graph.namespaces import (
    KG,
    ONTOLOGY,
    PREFIXES,
    RDF,
    RDFS,
    RECORDS,
    REFERENCE,
    RELATIONSHIPS,
    XSD,
    id_of,
    node,
)
from kg.graph.reference import described, reference_mark, reference_quads
from kg.graph.relationships import relationship_quads
from kg.graph.triples import article_graph, fingerprint, reading_quads, source_node
from kg.graph.values import actors_of, article_of, claims_of, places_of
from kg.model import Actor, Article, Claim, Place, Reading, Relationship

Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
OURS = {REFERENCE, ONTOLOGY, RELATIONSHIPS, RECORDS}
CHUNK = 50_000  # quads a transaction: larger ones take long to replay after a crash


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


class Store:
    """All articles with their claims, the curated data, and the relationships folded from them.

    Made by `Store.open`, which is a context manager, or by `Store.in_memory` for what need not last.
    """

    def __init__(
        self, store: ox.Store, folder: Folder | None, data: Path | None, clock: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._folder = folder
        self._clock = clock
        self.data = data  # the folder of Oxigraph's own files that we read; None in memory

    # --- opening and closing -----------------------------------------------------------------------------------

    @classmethod
    def open(cls, path: Path | str, *, read_only: bool = False, clock: Callable[[], datetime] = _now) -> Self:
        """Open the store in a folder; a writer makes the folder where there is none.

        While another process writes, readers get the store as that one found it.

        Raises:
            StoreBusyError: another process writes, and so do we.
            StoreError: there is no store to read, or something else is in the way.
        """
        folder = Folder(Path(path))
        if read_only:
            folder.check()
            data = folder.readable()
            return cls(_opened(folder, lambda: ox.Store.read_only(str(data))), folder, data, clock)
        folder.prepare()
        folder.lock()
        try:
            store = cls(_opened(folder, lambda: ox.Store(folder.data)), folder, folder.data, clock)
            store._publish_snapshot(folder)
            store._bring_reference_up_to_date()
        except BaseException:
            folder.unlock()
            raise
        return store

    @classmethod
    def in_memory(cls, clock: Callable[[], datetime] = _now) -> Self:
        """A store that is gone with the process."""
        store = cls(ox.Store(), None, None, clock)
        store._bring_reference_up_to_date()
        return store

    @classmethod
    def at(cls, data: Path) -> Self:
        """Open Oxigraph's own files in a folder, a snapshot for one, to read; raises StoreError."""
        return cls(_opened(Folder(data), lambda: ox.Store.read_only(str(data))), None, data, _now)

    @property
    def is_writable(self) -> bool:
        """Whether we may write: in memory, or as the one writer of a folder."""
        return self.data is None or (self._folder is not None and self._folder.is_ours)

    def close(self) -> None:
        """Write everything to disk and let others write; nothing can be asked afterwards."""
        if not hasattr(self, "_store"):
            return
        if self._folder is not None and self._folder.is_ours:
            self._store.flush()
            self._folder.drop_snapshot()
        del self._store
        if self._folder is not None:
            self._folder.unlock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- writing -----------------------------------------------------------------------------------------------

    def replace_article(self, reading: Reading, run: str = __version__) -> bool:
        """Put what one article yields in the place of what it yielded before, in one transaction.

        Returns whether anything changed: the same text, claims and run write nothing, unless the graph was damaged.
        """
        graph = article_graph(reading.article.id)
        quads = set(reading_quads(reading, run, described()))
        old, new = self._record(graph, KG.fingerprint), fingerprint(quads)
        damaged = old is not None and fingerprint(set(self.article_quads(reading.article.id))) != old
        if old == new and not damaged:
            return False
        updates = [records.drop(graph), records.insert(quads)]
        updates += records.set_record(graph, KG.fingerprint, Literal(new))
        updates += self._total(old, new)
        if damaged:  # relationships may have been folded from the damage, and the total does not show it
            updates += records.forget(RELATIONSHIPS)
        if old is None:
            updates.append(records.insert(self._first_records(graph, reading.article)))
        updates.append(records.insert(records.record_quads(records.run_facts(run))))
        self._update(updates)
        return True

    def remove_article(self, id_: str) -> bool:
        """Take out an article and all that it says; returns whether it was there."""
        graph = article_graph(id_)
        old = self._record(graph, KG.fingerprint)
        if old is None:
            return False
        self._update([records.drop(graph), *records.forget(graph), *self._total(old)])
        return True

    def replace_derived(self, relationships: Iterable[Relationship]) -> bool:
        """Put folded relationships in the place of the old ones; returns whether anything changed.

        Only differences are written. A fold that is cut short is stale, and nothing else is harmed.
        """
        new = {*relationship_quads(relationships), *self._label_quads()}
        old = set(self._store.quads_for_pattern(None, None, None, RELATIONSHIPS))
        if old == new and not self.is_stale:
            return False
        gone, fresh = old - new, new - old
        done = records.set_record(RELATIONSHIPS, KG.fingerprint, Literal(self._basis()))
        if len(gone) + len(fresh) <= CHUNK:
            self._update([records.delete(gone), records.insert(fresh), *done])
            return True
        self._update(records.forget(RELATIONSHIPS))
        for part in _chunks(gone):
            self._update([records.delete(part)])
        for part in _chunks(fresh):
            self._store.extend(part)  # one transaction too, and faster than an update
        self._update(done)
        return True

    def optimize(self) -> None:
        """Compact the files on disk, after many replacements."""
        self._store.optimize()

    # --- reading -----------------------------------------------------------------------------------------------

    @property
    def is_stale(self) -> bool:
        """Whether the relationships were folded from other articles than those that are here now."""
        return self._record(RELATIONSHIPS, KG.fingerprint) != self._basis()

    def has_article(self, id_: str) -> bool:
        """Whether the article is here."""
        return self.fingerprint_of(id_) is not None

    def fingerprint_of(self, id_: str) -> str | None:
        """The fingerprint of an article's graph as it was written; None where the article is not here."""
        return self._record(article_graph(id_), KG.fingerprint)

    def article_ids(self) -> list[str]:
        """Identifiers of all articles, sorted."""
        graphs = (g for g in self._store.named_graphs() if isinstance(g, NamedNode) and g not in OURS)
        return sorted(id_of("article", graph) for graph in graphs)

    def article_quads(self, id_: str) -> Iterator[Quad]:
        """The quads of one article's graph."""
        return self._store.quads_for_pattern(None, None, None, article_graph(id_))

    def articles(self) -> Iterator[Article]:
        """All articles, in the order of their identifiers."""
        for id_ in self.article_ids():
            graph = article_graph(id_)
            yield article_of(Facts(self.article_quads(id_)), graph, self._record(graph, KG.readFrom) or "")

    def claims(self) -> Iterator[Claim]:
        """All claims, article by article."""
        for id_ in self.article_ids():
            yield from claims_of(Facts(self.article_quads(id_)))

    def actors(self) -> dict[str, Actor]:
        """All actors by identifier: curated ones and those that articles brought."""
        return actors_of(self._described_facts("actor"))

    def places(self) -> dict[str, Place]:
        """All places by identifier: curated ones and those that articles brought."""
        return places_of(self._described_facts("place"))

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """All quads, or those of one graph."""
        return self._store.quads_for_pattern(None, None, None, graph)

    def __len__(self) -> int:
        """The number of quads."""
        return len(self._store)

    def query(self, sparql: str) -> Results:
        """Run a query over the union of all graphs, our prefixes known.

        Raises SyntaxError, with line and column, for wrong SPARQL. What a stranger wrote goes through
        `kg.queries` instead: here nothing stops it from running for ever or asking other servers.
        """
        return self._store.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=True)

    def snapshot(self, target: Path) -> None:
        """Copy the triple store's files to a new folder, by hard links where that can be."""
        if self.data is not None:
            self._store.backup(str(target))
            return
        copy = ox.Store(target)
        copy.bulk_extend(self._store)
        copy.flush()

    # --- inside ------------------------------------------------------------------------------------------------

    def _update(self, updates: Iterable[str]) -> None:
        """Run updates in one transaction."""
        try:
            self._store.update(";\n".join(updates))
        except (OSError, RuntimeError) as error:
            raise StoreError(f"The store could not be written, and is as it was before: {error}.") from None

    def _record(self, subject: NamedNode, property_: NamedNode) -> str | None:
        found = (quad.object for quad in self._store.quads_for_pattern(subject, property_, None, RECORDS))
        return next((value.value for value in found if isinstance(value, Literal)), None)

    def _total(self, *changed: str | None) -> list[str]:
        """Updates of the fingerprint of all articles."""
        total = self._record(RECORDS, KG.fingerprint) or records.NOTHING
        return records.set_record(RECORDS, KG.fingerprint, Literal(records.toggled(total, *changed)))

    def _basis(self) -> str:
        """What a fold rests on: the articles and the version that folds."""
        return f"{self._record(RECORDS, KG.fingerprint) or records.NOTHING}-{__version__}"

    def _first_records(self, graph: NamedNode, article: Article) -> list[Quad]:
        recorded = Literal(self._clock().strftime("%Y-%m-%dT%H:%M:%SZ"), datatype=XSD.dateTime)
        return records.record_quads([(graph, KG.recordedAt, recorded), (graph, KG.readFrom, Literal(article.source))])

    def _bring_reference_up_to_date(self) -> None:
        mark = reference_mark()
        if self._record(REFERENCE, KG.fingerprint) == mark:
            return
        dropped = [records.drop(REFERENCE), records.drop(ONTOLOGY)]
        noted = records.set_record(REFERENCE, KG.fingerprint, Literal(mark))
        self._update([*dropped, records.insert(reference_quads()), *noted])

    def _publish_snapshot(self, folder: Folder) -> None:
        folder.drop_snapshot()
        if len(self._store):
            self._store.backup(str(folder.snapshot))

    def _described_facts(self, room: str) -> Facts:
        marks = self._store.quads_for_pattern(None, KG.curated, None, None)
        subjects = {q.subject for q in marks if isinstance(q.subject, NamedNode)}
        mine = (s for s in subjects if s.value.startswith(PREFIXES[room]))
        return Facts(quad for s in mine for quad in self._store.quads_for_pattern(s, None, None, None))

    def _label_quads(self) -> Iterator[Quad]:
        """One rdfs:label for each actor, place and source that the reference graph does not name."""
        things = {node("actor", a.id): a.label for a in self.actors().values()}
        things |= {node("place", p.id): p.label for p in self.places().values()}
        for subject, label in things.items():
            if subject not in described():
                yield Quad(subject, RDFS.label, Literal(label), RELATIONSHIPS)
        outlets = self._store.quads_for_pattern(None, KG.outlet, None, None)
        names = sorted({quad.object.value for quad in outlets if isinstance(quad.object, Literal)})
        for source, name in {source_node(name): name for name in names}.items():
            yield Quad(source, RDF.type, KG.Source, RELATIONSHIPS)
            yield Quad(source, RDFS.label, Literal(name), RELATIONSHIPS)


def _opened(folder: Folder, opening: Callable[[], ox.Store]) -> ox.Store:
    try:
        return opening()
    except OSError as error:
        if "lock" in str(error).lower():
            raise StoreBusyError(f"The store {folder.path} is open in another program: end that first.") from None
        raise StoreError(f"The store {folder.path} cannot be opened: {error}.") from None


def _chunks(quads: set[Quad]) -> Iterator[list[Quad]]:
    rest = iter(sorted(quads, key=str))
    while part := list(islice(rest, CHUNK)):
        yield part
