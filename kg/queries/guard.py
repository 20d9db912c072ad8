"""Running a stranger's query: in a process of its own that is killed when its time is over.

The triple store itself cannot stop a query, and can ask other servers. So a query is looked at first (`refuse`), and
then runs in a worker that reads a snapshot, has a limit of memory, and can open no connection.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import Self, cast

from kg.errors import QueryError, QueryTimeoutError
from kg.graph.store import Store
from kg.queries.refuse import refuse
from kg.queries.results import Result
from kg.queries.run import ROWS
from kg.queries.text import Bindings, bound
from kg.queries.worker import READY, RESULT, receive, send

SECONDS = 30.0
MEMORY = 2 * 1024**3  # bytes of address space, the program itself included
START = 30.0  # seconds that a worker may take to open the store
HOME = str(Path(__file__).resolve().parent.parent.parent)  # where this very package lies, installed or not
# -P, and the package's home last: nothing that lies in the working directory is ever imported.
_BOOT = "import sys; sys.path.append(sys.argv[1]); from kg.queries.worker import main; main(sys.argv[2:])"


class Guard:
    """Runs queries on a store as it is now, one at a time, each within its limits; a context manager."""

    def __init__(self, store: Store, seconds: float = SECONDS, rows: int = ROWS, memory: int = MEMORY) -> None:
        self._seconds, self._rows, self._memory = seconds, rows, memory
        self._own: tempfile.TemporaryDirectory[str] | None = None
        self._worker: subprocess.Popen[bytes] | None = None
        self._data = self._readable(store)

    def run(self, sparql: str, bindings: Bindings | None = None, rows: int | None = None) -> Result:
        """Run one query.

        Args:
            sparql: SELECT, ASK, CONSTRUCT or DESCRIBE; our prefixes are known.
            bindings: terms that take the place of variables.
            rows: the most rows to give.

        Raises:
            QueryTimeoutError: it ran past its seconds and was killed.
            QueryError: it is wrong, is refused, or ran out of memory.
        """
        refuse(sparql)
        if bindings:
            bound(sparql, bindings)
        worker = self._started()
        reply, late = self._exchange(worker, (sparql, bindings, self._rows if rows is None else rows), self._seconds)
        if reply is None:
            self._end()
            if late:
                raise QueryTimeoutError(f"The query ran past {self._seconds:g} seconds and was stopped: ask for less.")
            raise QueryError("The query needed more memory than it may have, and was stopped: ask for less.")
        kind, value = reply
        if kind != RESULT:
            raise QueryError(str(value))
        return cast("Result", value)

    def close(self) -> None:
        """End the worker and remove what was copied for it."""
        self._end()
        if self._own is not None:
            self._own.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _readable(self, store: Store) -> Path:
        """The files to read: the store's own where nobody writes them, else a snapshot beside them."""
        if store.data is not None and not store.is_writable:
            return store.data
        beside = None if store.data is None else store.data.parent  # hard links need the same file system
        self._own = tempfile.TemporaryDirectory(prefix="reading-", dir=beside)
        target = Path(self._own.name) / "data"
        store.snapshot(target)
        return target

    def _started(self) -> subprocess.Popen[bytes]:
        if self._worker is not None and self._worker.poll() is None:
            return self._worker
        command = [sys.executable, "-P", "-c", _BOOT, HOME, str(self._data.resolve()), str(self._memory)]
        pipe = subprocess.PIPE
        self._worker = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
        reply, _ = self._exchange(self._worker, None, START)
        if reply is None or reply[0] != READY:
            self._end()
            raise QueryError("The process that runs queries could not be started: is the store whole? `kg check` says.")
        return self._worker

    def _exchange(
        self, worker: subprocess.Popen[bytes], request: object, seconds: float
    ) -> tuple[tuple[str, object] | None, bool]:
        """Send a request and wait for the reply; (None, late) where the worker ended instead."""
        late = False

        def kill() -> None:
            nonlocal late
            late = True
            worker.kill()

        timer = Timer(seconds, kill)
        timer.daemon = True
        timer.start()
        try:
            if worker.stdin is None or worker.stdout is None:
                return None, late
            if request is not None:
                send(worker.stdin, request)  # type: ignore[arg-type]  # a pipe is a BinaryIO
            return cast("tuple[str, object] | None", receive(worker.stdout)), late  # type: ignore[arg-type]
        except (BrokenPipeError, EOFError):
            return None, late
        finally:
            timer.cancel()

    def _end(self) -> None:
        if self._worker is not None:
            self._worker.kill()
            self._worker.communicate()
            self._worker = None
