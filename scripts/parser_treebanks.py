"""The treebanks as the trainer sees them: CoNLL-U in, sentences with the relations and features that our rules use."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

# Subtypes that rules ask for; of all others only the part before the colon stays.
SUBTYPES = frozenset(
    ("nsubj:pass", "obl:agent", "nmod:poss", "acl:relcl", "aux:pass", "compound:prt")
    + ("nmod:desc", "nmod:unmarked", "obl:unmarked")
)
FEATURES = frozenset(
    ("Case", "Degree", "Mood", "Number", "Person", "Polarity", "Poss", "PronType", "Tense", "VerbForm", "Voice")
)


@dataclass(frozen=True, slots=True)
class Word:
    """One row. `head` is the index of another word, the root's its own; `glued`: no space follows."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    dep: str
    glued: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One tree; `opens` says that a paragraph begins with it."""

    words: tuple[Word, ...]
    opens: bool

    @property
    def text(self) -> str:
        """The sentence as it was written."""
        return "".join(w.form + ("" if w.glued else " ") for w in self.words).strip()


def read_treebank(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of one gzipped CoNLL-U file."""
    rows: list[list[str]] = []
    opens = False
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("#"):
                opens = opens or line.startswith("# newpar")
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                yield Sentence(tuple(_word(row) for row in rows), opens)
                rows, opens = [], False
    if rows:
        yield Sentence(tuple(_word(row) for row in rows), opens)


def _word(row: list[str]) -> Word:
    index, head = int(row[0]) - 1, int(row[6]) - 1
    dep = row[7] if row[7] in SUBTYPES else row[7].split(":")[0]
    feats = "|".join(f for f in row[5].split("|") if f.split("=")[0] in FEATURES)
    glued = "SpaceAfter=No" in row[9]
    return Word(row[1], row[2], row[3], feats, index if head < 0 else head, dep, glued)


def with_words(sentence: Sentence, keep: list[int], changed: dict[int, Word]) -> Sentence:
    """The sentence with only the words `keep` (sorted; heads of kept words must be kept), some of them changed."""
    place = {old: new for new, old in enumerate(keep)}
    words = (changed.get(i, sentence.words[i]) for i in keep)
    return Sentence(tuple(replace(w, head=place[w.head]) for w in words), sentence.opens)
