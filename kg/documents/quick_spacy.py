"""Importing spaCy without its command line, which alone takes a third of the time and which nothing here uses."""

from __future__ import annotations

import sys
from types import ModuleType

_COMMAND_LINE = ("spacy.cli", "spacy.cli.info")


def import_spacy() -> None:
    """Import spaCy once; `spacy.cli` stays importable afterwards, and `spacy.info` works."""
    if "spacy" in sys.modules:
        return
    for name in _COMMAND_LINE:
        sys.modules[name] = _stand_in(name)
    try:
        import spacy  # noqa: F401
    finally:
        for name in _COMMAND_LINE:
            del sys.modules[name]


def _stand_in(name: str) -> ModuleType:
    module = ModuleType(name)
    module.__path__ = []
    module.info = _info  # type: ignore[attr-defined]
    return module


def _info(*args: object, **options: object) -> object:
    from spacy.cli.info import info

    return info(*args, **options)  # type: ignore[arg-type]
