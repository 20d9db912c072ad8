"""The table of lemmas: WordNet's irregular forms, the words that endings lead to, and what the treebanks count."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path

from parser_treebanks import Sentence

from kg.documents.lemmas import Lemmas

POS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj"}
# Nouns whose plural does not tell where the singular ends.
AMBIGUOUS_ENDS = ("s", "se", "f", "fe", "ve", "x", "xe", "z", "ze", "che", "ie", "y", "man")  # fmt: skip
LEMMAS = "lemmas.json"
# Of two readings the one that news about war means.
PREFERRED = {"NOUN": {"bases": "base"}, "VERB": {"fled": "flee", "lay": "lie", "bore": "bear", "found": "find"}}


def write_lemmas(sentences: list[Sentence], out: Path) -> None:
    """Write the table into `out`; needs the package spacy-lookups-data."""
    from spacy.lookups import load_lookups

    tables = load_lookups("en", ["lemma_exc", "lemma_index"])
    exceptions, index = tables.get_table("lemma_exc"), tables.get_table("lemma_index")
    known = {upos: frozenset(w for w in index[pos] if _is_needed(w, upos)) for upos, pos in POS.items()}
    common = Counter((w.upos, w.lemma.lower()) for sentence in sentences for w in sentence.words)
    irregular = {
        upos: {form: _commonest(upos, lemmas, common) for form, lemmas in exceptions[pos].items() if form.isalpha()}
        for upos, pos in POS.items()
    }
    lemmas = counted(sentences, Lemmas(irregular, known))
    table = {
        "irregular": {upos: dict(sorted(forms.items())) for upos, forms in sorted(lemmas.irregular.items())},
        "known": {upos: sorted(words) for upos, words in sorted(lemmas.known.items())},
    }
    (out / LEMMAS).write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def _commonest(upos: str, lemmas: list[str], common: Counter[tuple[str, str]]) -> str:
    """The lemma that the treebanks have most of; the shortest among equals."""
    return min(lemmas, key=lambda lemma: (-common[upos, lemma], len(lemma), lemma))


def _is_needed(word: str, upos: str) -> bool:
    """Whether the endings alone may miss the word."""
    if not word.isalpha():
        return False
    return word.endswith(AMBIGUOUS_ENDS) if upos == "NOUN" else len(word) <= 7 or upos == "VERB"


def _is_series(noun: str, lemmas: Lemmas) -> bool:
    """Whether a noun in -ies is no plural."""
    return noun.endswith("ies") and not {noun[:-3] + "y", noun[:-1]} & lemmas.known["NOUN"]


def counted(sentences: list[Sentence], lemmas: Lemmas) -> Lemmas:
    """The tables, corrected where a treebank says otherwise twice or more, and without what the endings give anyway."""
    seen: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words:
            is_form = word.upos not in POS or lemmas.of(word.form, word.upos, word.feats) != word.form.lower()
            if word.lemma != "_" and is_form:
                seen[word.upos, word.form.lower()][word.lemma.lower()] += 1
    irregular: dict[str, dict[str, str]] = {upos: dict(forms) for upos, forms in lemmas.irregular.items()}
    for (upos, form), counts in seen.items():
        lemma, times = min(counts.items(), key=lambda item: (-item[1], item[0]))
        if times >= 2 or lemma in lemmas.known.get(upos, ()):
            irregular.setdefault(upos, {})[form] = lemma
    irregular["NOUN"].update({noun: noun for noun in lemmas.known["NOUN"] if _is_series(noun, lemmas)})
    for upos, forms in PREFERRED.items():
        irregular[upos].update(forms)
    slim = {
        upos: {form: lemma for form, lemma in forms.items() if lemmas.regular(form, upos) != lemma}
        for upos, forms in irregular.items()
    }
    return Lemmas(slim, lemmas.known)
