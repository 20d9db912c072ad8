"""The process in which a stranger's query runs: a read-only handle, little memory, and no connections.

Started by `guard`. On stdin come requests, on stdout go replies, both as
eight bytes of length and a pickle; the two ends are the same program, so that a pickle is safe here.
"""

from __future__ import annotations

import pickle
import sys
from pathlib import Path
from typing import BinaryIO

from kg.errors import KgError
from kg.graph.store import Store
from kg.queries.run import run
from kg.queries.seal import seal

READY = "ready"
RESULT = "result"
ERROR = "error"


def send(out: BinaryIO, message: object) -> None:
    """Write one message."""
    data = pickle.dumps(message)
    out.write(len(data).to_bytes(8, "big"))
    out.write(data)
    out.flush()


def receive(incoming: BinaryIO) -> object | None:
    """Read one message; None where the other end is gone."""
    head = incoming.read(8)
    if len(head) < 8:
        return None
    size = int.from_bytes(head, "big")
    data = incoming.read(size)
    return pickle.loads(data) if len(data) == size else None


def confine(memory: int) -> None:
    """Limit the address space, and forbid connections: what nothing had refused would fail here."""
    if sys.platform != "win32":
        import resource  # there is none on Windows

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    seal()


def serve(data: Path, memory: int, incoming: BinaryIO, out: BinaryIO) -> None:
    """Answer requests until there are no more."""
    with Store.at(data) as store:
        # Whatever is imported or opened on first use is so now: later it could not be.
        run(store, "SELECT (COUNT(*) AS ?n) (NOW() AS ?t) { { ?s kg:key ?k } UNION { GRAPH ?g { ?s a kg:Claim } } }")
        confine(memory)
        send(out, (READY, None))
        while (request := receive(incoming)) is not None:
            send(out, _answer(store, request))


def _answer(store: Store, request: object) -> tuple[str, object]:
    if not isinstance(request, tuple):
        return ERROR, "The request is not understood."
    sparql, bindings, rows = request
    try:
        return RESULT, run(store, sparql, bindings, rows)
    except KgError as error:
        return ERROR, str(error)
    except MemoryError:
        return ERROR, "The query needs more memory than it may have: ask for less at once."


def main(arguments: list[str]) -> None:
    """Serve the files named by the first argument, within the bytes that the second one gives."""
    serve(Path(arguments[0]), int(arguments[1]), sys.stdin.buffer, sys.stdout.buffer)
