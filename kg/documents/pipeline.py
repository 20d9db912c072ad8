"""Loading a spaCy pipeline: the shipped one, packed small, or another that the user names."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from kg.documents.lemmas import Lemmas
from kg.documents.quick_spacy import import_spacy
from kg.documents.weights import WEIGHTS, unpack
from kg.errors import ParserError

if TYPE_CHECKING:
    from spacy.language import Language

LEMMAS = "lemmas.json"
_MEND = "install allegiance again, or run scripts/train_parser.py"
# Relations that Universal Dependencies has and other English schemes lack.
_UD_RELATIONS = frozenset({"nsubj", "obj", "obl", "nsubj:pass", "acl:relcl"})


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A spaCy pipeline, and our lemmas for the words that it gives none."""

    nlp: Language
    lemmas: Lemmas


def load_pipeline(name: str = "") -> Pipeline:
    """Load the pipeline of this name or folder (spaCy's, or packed like ours); the shipped one where the name is empty.

    Raises:
        ParserError: it is missing, damaged, or its labels are not those of Universal Dependencies.
    """
    with as_file(files("kg.data").joinpath("parser")) as folder:
        lemmas = _read_lemmas(folder / LEMMAS)
        nlp = _named(name) if name else _packed(folder)
    return Pipeline(nlp, lemmas)


def _read_lemmas(path: Path) -> Lemmas:
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ParserError(f"The table {path} cannot be read ({error.strerror}); {_MEND}.") from error
    return Lemmas(table["irregular"], {upos: frozenset(words) for upos, words in table["known"].items()})


def _packed(folder: Path) -> Language:
    import_spacy()
    try:
        return unpack(folder)
    except (OSError, ValueError, KeyError) as error:
        raise ParserError(f"The parser in {folder} is missing or damaged ({error}); {_MEND}.") from error


def _named(name: str) -> Language:
    if (Path(name) / WEIGHTS).is_file():
        return _packed(Path(name))
    import_spacy()
    import spacy

    try:
        nlp = spacy.load(name, exclude=["ner", "senter"])
    except (OSError, ValueError, ImportError) as error:
        raise ParserError(f"The spaCy pipeline {name!r} cannot be loaded: {str(error).splitlines()[0]}") from error
    labels = set(nlp.get_pipe("parser").labels) if "parser" in nlp.pipe_names else set()  # type: ignore[attr-defined]
    missing = sorted(_UD_RELATIONS - labels)
    if missing:
        raise ParserError(
            f"The spaCy pipeline {name!r} has no parser for Universal Dependencies: its labels lack "
            f"{', '.join(missing)}. Name one that was trained on a UD treebank."
        )
    return nlp
