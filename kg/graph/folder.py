"""A store's folder on disk: its layout, its format, and who may write.

allegiance.db/
├── format      "allegiance store 1"
├── writer      locked by the process that writes, with its number inside
├── data/       the triple store's own files
└── snapshot/   as the writer found it: what readers read while it works (hard links, no copy)
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import IO, Final

from kg.errors import StoreBusyError, StoreError

FORMAT: Final = "allegiance store 1"


class Folder:
    """The paths of one store, and the lock of its writer."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.data = path / "data"
        self.snapshot = path / "snapshot"
        self._format = path / "format"
        self._writer = path / "writer"
        self._lock: IO[str] | None = None

    def prepare(self) -> None:
        """Make the folder where there is none; raises StoreError where something else is in the way."""
        strange = self.path.exists() and not self._format.exists()
        if strange and (not self.path.is_dir() or any(self.path.iterdir())):
            raise StoreError(f"{self.path} is no Allegiance store, and not empty: name another folder.")
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            if not self._format.exists():
                self._format.write_text(FORMAT + "\n", encoding="utf-8")
        except OSError as error:
            raise StoreError(f"The store {self.path} cannot be made: {error.strerror}.") from None
        self.check()

    def check(self) -> None:
        """Raise StoreError where there is no store, or one of another format."""
        if not self._format.is_file():
            there = self.path.exists()
            wrong = f"{self.path} is no Allegiance store" if there else f"There is no store at {self.path}"
            raise StoreError(f"{wrong}: `kg ingest` makes one, `--store DIR` names one.")
        found = self._format.read_text(encoding="utf-8", errors="replace").strip()
        if found != FORMAT:
            raise StoreError(f"The store {self.path} has the format {found[:60]!r}, this version reads {FORMAT!r}.")

    def lock(self) -> None:
        """Become the writer; raises StoreBusyError where another process or another store object is."""
        try:
            lock = self._writer.open("a+", encoding="utf-8")
        except OSError as error:
            raise StoreError(f"The store {self.path} cannot be written: {error.strerror}.") from None
        if not _try_lock(lock):
            lock.close()
            raise StoreBusyError(f"The store {self.path} is being written{self._by()}: wait until it has ended.")
        lock.truncate(0)
        lock.write(f"{os.getpid()}\n")
        lock.flush()
        self._lock = lock

    def unlock(self) -> None:
        """Stop being the writer."""
        if self._lock is not None:
            self._lock.truncate(0)
            self._lock.close()
            self._lock = None

    @property
    def is_ours(self) -> bool:
        """Whether we are the writer."""
        return self._lock is not None

    @property
    def is_written(self) -> bool:
        """Whether somebody writes the store now."""
        try:
            with self._writer.open("r", encoding="utf-8") as lock:
                return not _try_lock(lock, shared=True)
        except OSError:
            return False

    def readable(self) -> Path:
        """Where readers read: the snapshot while somebody writes, else the data; raises StoreError without either."""
        if not self.is_written:
            return self.data
        if self.snapshot.is_dir():
            return self.snapshot
        raise StoreBusyError(f"The store {self.path} is being written{self._by()} for the first time: wait a little.")

    def drop_snapshot(self) -> None:
        """Remove the snapshot; who reads it goes on reading."""
        shutil.rmtree(self.snapshot, ignore_errors=True)

    def _by(self) -> str:
        try:
            number = self._writer.read_text(encoding="utf-8").strip()
        except OSError:
            return ""
        if number == str(os.getpid()):
            return " by this very process"
        return f" by process {number}" if number.isdecimal() else ""


def _try_lock(file: IO[str], shared: bool = False) -> bool:
    """Lock an open file without waiting; False where another holds it. On Windows the data's own lock must do."""
    if sys.platform == "win32":
        return True
    import fcntl  # there is none on Windows

    try:
        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
