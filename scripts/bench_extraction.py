#!/usr/bin/env python3
"""Measure extraction: speed against the bare parser in one run, noise on text without claims, and annotated texts.

    scripts/bench extraction [--words N] [--seeds DIR ARTICLES] [--treebanks DIR]

Speed is words per second on one core over the sample corpus: the parser alone on the eased sentences, then the whole
reading. Noise is claims per 100 sentences of gold that hold none, and of the treebanks' dev texts where they are given.
Of the closed half only counts are printed.
"""

from __future__ import annotations

import argparse
import gzip
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from score import FIELDS, Gold, read_sentences, read_texts, score

from kg.articles.read import read_articles
from kg.documents.easing import ease
from kg.documents.masks import mask
from kg.documents.parse import parse_all
from kg.documents.sentences import split_sentences
from kg.mentions.find import find_mentions
from kg.model import Article
from kg.pipeline import Reader

ROOT = Path(__file__).resolve().parents[1]
GOLD, SAMPLE = ROOT / "tests" / "gold", ROOT / "kg" / "data" / "sample"
AROUND = ROOT.parent / "shared"


def speed(articles: list[Article]) -> tuple[int, float, float]:
    """Words, and words per second of the bare parser and of the whole reading."""
    reader = Reader()
    words = sum(len(article.text.split()) for article in articles)
    masked = []
    for article in articles:
        found = find_mentions(article.text, article.id, article.published)
        eased = [e for span in split_sentences(article.text) for e in ease(article.text, span, found)]
        masked.append([mask(article.text, e.span.start, e.span.end, e.replacements) for e in eased])
    bare = whole = float("inf")
    for _ in range(3):  # the best of three, turn by turn, so that both meet the same machine
        start = time.perf_counter()
        for sentences in masked:
            list(parse_all(sentences))
        bare = min(bare, time.perf_counter() - start)
        start = time.perf_counter()
        for article in articles:
            reader.read_article(article)
        whole = min(whole, time.perf_counter() - start)
    return words, words / bare, words / whole


def noise(golds: Iterable[Gold]) -> tuple[int, int]:
    """(sentences without a claim, claims read from them)."""
    reader, sentences, claims = Reader(), 0, 0
    for gold in golds:
        if not gold.claims:
            sentences += 1
            claims += len(reader.read_article(gold.article).claims)
    return sentences, claims


def treebank_noise(folder: Path) -> tuple[int, int]:
    """(sentences, claims) of the treebanks' dev texts, twenty sentences at a time."""
    reader, sentences, claims = Reader(), 0, 0
    for name in ("ewt-dev", "gum-dev"):
        lines = list(_texts(folder / f"{name}.conllu.gz"))
        sentences += len(lines)
        for first in range(0, len(lines), 20):
            text = "\n".join(lines[first : first + 20])
            claims += len(reader.read_article(Article(text, name, language="en")).claims)
    return sentences, claims


def _texts(path: Path) -> Iterator[str]:
    """The raw sentences of a CoNLL-U file."""
    words, covered = "", 0
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            cells = line.rstrip("\n").split("\t")
            if len(cells) < 10:
                if not line.strip() and words:
                    yield words.strip()
                    words, covered = "", 0
                continue
            if "." in cells[0] or ("-" not in cells[0] and int(cells[0]) <= covered):
                continue
            covered = int(cells[0].partition("-")[2] or covered)
            words += cells[1] + ("" if "SpaceAfter=No" in cells[9] else " ")
    if words:
        yield words.strip()


def show_scores(sets: Iterable[tuple[str, Iterable[Gold]]]) -> None:
    """One row a set, then the fields over all of them."""
    said = {name: [0, 0, 0] for name in FIELDS}
    print("\n| set | texts | precision | recall | found | missed | wrong | debatable a text |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for name, golds in sets:
        c = score(golds, Reader())
        print(
            f"| {name} | {c.texts} | {c.precision:.2f} | {c.recall:.2f} | {c.matched} | {c.missed} | {c.wrong}"
            f" | {c.debatable / max(c.texts, 1):.1f} |"
        )
        said = {field: [a + b for a, b in zip(said[field], c.said[field], strict=True)] for field in said}
    print("\n| field of a found claim | precision | recall | given | due |\n| --- | --- | --- | --- | --- |")
    for field, (right, given, due) in said.items():
        print(f"| {field} | {right / max(given, 1):.2f} | {right / max(due, 1):.2f} | {given} | {due} |")


def main() -> None:
    """Measure and print tables."""
    parser = argparse.ArgumentParser(description="Measure extraction.")
    parser.add_argument("--words", type=int, default=10_000, help="how much text the speed is measured on")
    parser.add_argument("--seeds", nargs=2, type=Path, default=(AROUND / "gold", AROUND / "seeds"))
    parser.add_argument("--treebanks", type=Path, default=AROUND / "treebanks")
    given = parser.parse_args()
    articles: list[Article] = []
    for read in read_articles([SAMPLE]):
        if isinstance(read, Article) and sum(len(a.text.split()) for a in articles) < given.words:
            articles.append(read)
    words, bare, whole = speed(articles)
    print("| words | bare parser, words/s | whole reading, words/s | ratio |\n| --- | --- | --- | --- |")
    print(f"| {words} | {bare:.0f} | {whole:.0f} | {whole / bare:.2f} |")
    print("\n| text without claims | sentences | claims | per 100 |\n| --- | --- | --- | --- |")
    without = [
        ("gold sentences", noise(read_sentences(GOLD / half / "sentences.jsonl"))) for half in ("open", "closed")
    ]
    if given.treebanks.is_dir():
        without.append(("treebank dev texts", treebank_noise(given.treebanks)))
    for name, (sentences, claims) in without:
        print(f"| {name} | {sentences} | {claims} | {100 * claims / max(sentences, 1):.1f} |")
    sets = [
        ("sample", read_texts(GOLD / "sample", SAMPLE)),
        ("open texts", read_texts(GOLD / "open")),
        ("open sentences", read_sentences(GOLD / "open" / "sentences.jsonl")),
        ("closed texts", read_texts(GOLD / "closed")),
        ("closed sentences", read_sentences(GOLD / "closed" / "sentences.jsonl")),
    ]
    if given.seeds[0].is_dir():
        sets.append(("seeds", read_texts(*given.seeds)))
    show_scores(sets)


if __name__ == "__main__":
    main()
