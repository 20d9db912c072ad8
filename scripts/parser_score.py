"""How well and how quickly a parser reads the treebanks from their raw text."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parser_treebanks import Sentence, Word, read_treebank

from kg.documents.masks import mask
from kg.documents.parse import parse_all
from kg.documents.pipeline import load_pipeline
from kg.documents.sentences import split_sentences
from kg.documents.tokenizer import plain
from kg.model import Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Span = tuple[int, int]
Row = tuple[Span, str, str, str]  # span of the head, relation, UPOS, lemma

MEASURED = {
    "PUD": "pud-test",
    "PUD news": "pud-news-test",
    "GUM test": "gum-test",
    "GUM news": "gum-news-test",
    "EWT test": "ewt-test",
}
COLUMNS = ("UAS", "LAS", "UPOS", "lemma", "words F1", "sentences F1")
RELATIONS = (
    "nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "nmod:poss", "compound", "flat", "appos", "conj", "acl",
    "acl:relcl", "advcl", "ccomp", "xcomp",
)  # fmt: skip


@dataclass(slots=True)
class Counts:
    """What was counted over some sentences; punctuation is left out of all but `tokens`."""

    gold: int = 0
    found: int = 0
    heads: int = 0
    labels: int = 0
    tags: int = 0
    lemmas: int = 0
    relations: dict[str, Counter[str]] = field(default_factory=dict)  # relation → gold, found, right

    def add(self, truth: dict[Span, Row], guess: dict[Span, Row]) -> None:
        """Count one sentence."""
        truth = {span: row for span, row in truth.items() if row[1] != "punct"}
        guess = {span: row for span, row in guess.items() if row[2] != "PUNCT" or span in truth}
        self.gold += len(truth)
        self.found += len(guess)
        for row in truth.values():
            self._relation(row[1])["gold"] += 1
        for span, (head, relation, upos, lemma) in guess.items():
            self._relation(relation)["found"] += 1
            right = truth.get(span)
            if right is None:
                continue
            self.heads += right[0] == head
            self.labels += right[:2] == (head, relation)
            self._relation(relation)["right"] += right[:2] == (head, relation)
            self.tags += right[2] == upos
            self.lemmas += right[3] == lemma

    def _relation(self, name: str) -> Counter[str]:
        return self.relations.setdefault(name, Counter())

    def f1(self, right: int) -> float:
        """F1 in per cent."""
        return 200 * right / (self.gold + self.found)


def attachment(nlp: Language, sentences: Iterable[Sentence]) -> tuple[float, float]:
    """Unlabelled and labelled attachment F1 in per cent of a pipeline in training, sentences given."""
    sentences, counts = list(sentences), Counts()
    docs = nlp.pipe((unsplit(nlp, s.text) for s in sentences), batch_size=256)
    for sentence, doc in zip(sentences, docs, strict=True):
        counts.add(gold_rows(sentence), doc_rows(doc))
    return counts.f1(counts.heads), counts.f1(counts.labels)


def unsplit(nlp: Language, text: str) -> Doc:
    """The text's tokens as one sentence that cannot be split."""
    doc = nlp.make_doc(plain(text))
    for token in doc[1:]:
        token.is_sent_start = False
    return doc


def gold_rows(sentence: Sentence) -> dict[Span, Row]:
    """What the treebank says of each word, words as character spans of the sentence's text."""
    spans = list(word_spans(sentence.words))
    return {spans[i]: (spans[w.head], w.dep, w.upos, w.lemma.lower()) for i, w in enumerate(sentence.words)}


def word_spans(words: Iterable[Word]) -> Iterator[Span]:
    """Half-open spans of the words in the text that they make."""
    at = 0
    for word in words:
        yield at, at + len(word.form)
        at += len(word.form) + (not word.glued)


def doc_rows(doc: Doc) -> dict[Span, Row]:
    """The same of a parsed text, without lemmas."""
    spans = [(t.idx, t.idx + len(t)) for t in doc]
    return {spans[t.i]: (spans[t.head.i], t.dep_.replace("ROOT", "root"), t.pos_, "") for t in doc if not t.is_space}


def token_rows(tokens: tuple[Token, ...]) -> dict[Span, Row]:
    """The same of our own tokens."""
    spans = [(t.start, t.end) for t in tokens]
    return {spans[t.index]: (spans[t.head], t.dep, t.upos, t.lemma) for t in tokens}


def print_table(treebanks: Path, folder: Path) -> None:
    """Print the scores of the packed parser as the tables of docs/parser.md, and keep them in its meta.json."""
    print("| | " + " | ".join(COLUMNS) + " |\n|" + " --- |" * (len(COLUMNS) + 1))
    relations: dict[str, dict[str, float]] = {}
    scores: dict[str, dict[str, float]] = {}
    for label, name in MEASURED.items():
        sentences = list(read_treebank(treebanks / f"{name}.conllu.gz"))
        counts, words = measure(sentences, str(folder))
        shown = [counts.f1(n) for n in (counts.heads, counts.labels, counts.tags, counts.lemmas)]
        shown += [words, sentence_f1(sentences)]
        print(f"| {label} | " + " | ".join(f"{n:.1f}" for n in shown) + " |", flush=True)
        scores[label] = {column: round(n, 2) for column, n in zip(COLUMNS, shown, strict=True)}
        relations[label] = {r: relation_f1(counts, r) for r in RELATIONS}
    print("\n| LAS F1 by relation | " + " | ".join(RELATIONS) + " |\n| --- |" + " --- |" * len(RELATIONS))
    for label, by_relation in relations.items():
        print(f"| {label} | " + " | ".join(f"{by_relation[r]:.0f}" for r in RELATIONS) + " |")
    print()
    write_meta(folder, {"scores": scores})
    print_cost(list(read_treebank(treebanks / "pud-test.conllu.gz")), folder)


def write_meta(folder: Path, facts: dict[str, Any]) -> None:
    """Add facts to what meta.json says of the packed parser."""
    path = folder / "meta.json"
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    path.write_text(json.dumps(known | facts, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def measure(sentences: list[Sentence], folder: str) -> tuple[Counts, float]:
    """Scores of what `parse_all` reads from the sentences' texts, and F1 of their words in per cent."""
    counts, gold, found, right = Counts(), 0, 0, 0
    masked = [mask(s.text, 0, len(s.text)) for s in sentences]
    for sentence, tokens in zip(sentences, parse_all(masked, folder), strict=True):
        truth, guess = gold_rows(sentence), token_rows(tokens)
        counts.add(truth, guess)
        gold, found, right = gold + len(truth), found + len(guess), right + len(truth.keys() & guess.keys())
    return counts, 200 * right / (gold + found)


def relation_f1(counts: Counts, relation: str) -> float:
    """F1 in per cent of one relation; 0 where the treebank has none."""
    n = counts.relations.get(relation, Counter())
    return 200 * n["right"] / max(1, n["gold"] + n["found"])


def sentence_f1(sentences: list[Sentence]) -> float:
    """F1 in per cent of our sentence ends inside the treebank's paragraphs."""
    text, gold = "", set()
    for sentence in sentences:
        text += ("\n" if sentence.opens else " ") if text else ""
        gold.add((len(text), len(text) + len(sentence.text)))
        text += sentence.text
    found = {(s.start, s.end) for s in split_sentences(text)}
    return 200 * len(gold & found) / (len(gold) + len(found))


def print_cost(sentences: list[Sentence], folder: Path) -> None:
    """Print size and speed."""
    nlp = load_pipeline(str(folder)).nlp
    masked = [mask(s.text, 0, len(s.text)) for s in sentences] * 3
    texts = [plain(m.text) for m in masked]
    started = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=128))
    bare = words / (time.perf_counter() - started)
    started = time.perf_counter()
    ours = sum(len(tokens) for tokens in parse_all(masked, str(folder))) / (time.perf_counter() - started)
    size = sum(path.stat().st_size for path in folder.iterdir())
    print(f"{size / 1e6:.1f} MB; {bare:,.0f} words a second in the bare pipeline, {ours:,.0f} in parse_all (one core).")
