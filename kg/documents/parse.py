"""Parsing sentences: one tree of Universal Dependencies each, whose tokens know their place in the article.

The shipped pipeline is used unless the environment variable ALLEGIANCE_PARSER, or an argument, names another spaCy
pipeline (an installed package or a folder). This room is the only one that knows spaCy, and imports it on first use.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.documents.pipeline import Pipeline, load_pipeline
from kg.documents.words import read_words
from kg.model import Masked, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc

ENVIRONMENT = "ALLEGIANCE_PARSER"
BATCH = 128  # sentences; larger ones are no quicker
_COLUMNS: list[int | str] = ["IDX", "LENGTH", "POS", "MORPH", "DEP", "HEAD", "LEMMA"]
_SIGN = 1 << 63  # spaCy gives the way to the head as an unsigned number of 64 bits


def parse_all(sentences: Iterable[Masked], pipeline: str | None = None) -> Iterator[tuple[Token, ...]]:
    """Yield the tokens of each sentence, in order; an empty sentence has none.

    Args:
        sentences: what `mask` returns; each becomes one tree and is never split.
        pipeline: name or folder of a spaCy pipeline with Universal Dependencies; else ALLEGIANCE_PARSER, else ours.

    Raises:
        ParserError: the pipeline is missing, or its labels are not those of Universal Dependencies.
    """
    parser = _pipeline(pipeline or os.environ.get(ENVIRONMENT, ""))
    batch: list[Masked] = []
    for sentence in sentences:
        batch.append(sentence)
        if len(batch) == BATCH:
            yield from _parse(parser, batch)
            batch = []
    yield from _parse(parser, batch)


@cache
def _pipeline(name: str) -> Pipeline:
    return load_pipeline(name)


def _parse(parser: Pipeline, sentences: list[Masked]) -> Iterator[tuple[Token, ...]]:
    docs = parser.nlp.pipe((read_words(parser.nlp, sentence) for sentence in sentences), batch_size=BATCH)
    for sentence, doc in zip(sentences, docs, strict=True):
        yield _tokens(parser, sentence, doc)


def _tokens(parser: Pipeline, sentence: Masked, doc: Doc) -> tuple[Token, ...]:
    """The sentence's tokens with offsets of the article."""
    text, origins = sentence.text, sentence.origins
    strings, lemma_of = doc.vocab.strings, parser.lemmas.of
    replacements = iter(sentence.replacements)
    replaced = next(replacements, None)
    tokens = []
    rows: list[list[int]] = doc.to_array(_COLUMNS).tolist()
    for index, (start, length, pos, morph, dep, head, lemma) in enumerate(rows):
        end = start + length
        while replaced is not None and replaced[1] <= start:
            replaced = next(replacements, None)
        form, upos, feats = text[start:end], strings[pos], strings[morph]
        tokens.append(
            Token(
                index=index,
                start=origins[start][0],
                end=origins[end - 1][1],
                text=form,
                lemma=strings[lemma].lower() if lemma else lemma_of(form, upos, feats),
                upos=upos,
                dep=_relation(strings[dep]),
                head=index + (head if head < _SIGN else head - 2 * _SIGN),
                feats=_features(feats),
                mention=replaced[2] if replaced is not None and replaced[0] < end else None,
            )
        )
    return tuple(tokens)


@cache
def _relation(name: str) -> str:
    return "root" if name == "ROOT" else name


@cache
def _features(feats: str) -> Mapping[str, str]:
    """Turn "Number=Plur|Tense=Past" into a mapping that is shared and cannot be changed."""
    return MappingProxyType(dict(f.split("=", 1) for f in feats.split("|") if "=" in f))
