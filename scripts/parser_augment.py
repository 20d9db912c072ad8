"""Training sentences as articles look at run time: names masked by one easy word, headlines in lower case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from parser_treebanks import Sentence, Word, with_words

# (form, lemma, UPOS, features); the words that articles are masked with, and some more so that none is special.
PLACES = ["London", "Paris", "Mali", "Berlin", "Moscow", "Kenya", "Rome", "Chad", "Baghdad", "Kiev"]
PERSONS = ["Smith", "Jones", "Obama", "Putin", "Mary", "Brown"]
BODIES = ["Army", "Government", "Union", "Council", "Party", "Front", "Navy"]
GROUPS = ["rebels:rebel", "soldiers:soldier", "troops:troop", "forces:force", "fighters:fighter"]
PLURAL, SINGULAR = "Number=Plur", "Number=Sing"

MASKED_SHARE, LOWERED_SHARE, PHRASE_SHARE = 0.95, 0.7, 0.25  # of those tried; few have a long name or are headlines
ARGUMENTS = frozenset(["nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "conj"])


def augmented(sentences: list[Sentence], seed: int) -> Iterator[Sentence]:
    """Yield every sentence, then a masked copy of those with a long name, a lower-cased copy of headlines."""
    random = Random(seed)
    for sentence in sentences:
        yield sentence
        if random.random() < MASKED_SHARE:
            masked = mask_names(sentence, random)
            if masked is not None:
                yield masked
        if is_title(sentence) and random.random() < LOWERED_SHARE:
            yield lower(sentence)


def mask_names(sentence: Sentence, random: Random) -> Sentence | None:
    """The sentence with its names of several words (and some other noun phrases) each made one word; None if none."""
    dropped: set[int] = set()
    changed: dict[int, Word] = {}
    children = _children(sentence)
    for index, word in enumerate(sentence.words):
        if index in dropped or word.upos not in {"PROPN", "NOUN"}:
            continue
        if word.upos == "NOUN" and not (_is_plural_argument(word) and random.random() < PHRASE_SHARE):
            continue
        span = _name(sentence, children, index) if word.upos == "PROPN" else _phrase(sentence, children, index)
        if len(span) < 2 or dropped & span or any(i in changed for i in span):
            continue
        dropped |= span - {index}
        has_det = any(sentence.words[c].dep in {"det", "nmod:poss"} for c in children[index])
        changed[index] = _easy(word, sentence.words[max(span)].glued, has_det, random)
    if not changed:
        return None
    keep = [i for i in range(len(sentence.words)) if i not in dropped]
    return with_words(sentence, keep, changed)


def _is_plural_argument(word: Word) -> bool:
    return word.dep in ARGUMENTS and "Number=Plur" in word.feats


def _children(sentence: Sentence) -> list[list[int]]:
    children: list[list[int]] = [[] for _ in sentence.words]
    for index, word in enumerate(sentence.words):
        if word.head != index:
            children[word.head].append(index)
    return children


def _name(sentence: Sentence, children: list[list[int]], head: int) -> set[int]:
    """Indices of a name: its head with flat, compound and "of"-like parts, contiguous and without its determiner."""
    taken, waiting = {head}, [head]
    while waiting:
        for child in children[waiting.pop()]:
            word = sentence.words[child]
            is_part = word.dep in {"flat", "compound"} or (word.dep == "amod" and word.form[:1].isupper())
            is_of = word.dep == "nmod" and word.upos == "PROPN" and child > head
            in_of = word.dep in {"case", "det"} and sentence.words[word.head].dep == "nmod" and word.head != head
            hyphen = word.upos == "PUNCT" and word.form in {"-", "–"}
            if is_part or is_of or in_of or hyphen:
                taken.add(child)
                waiting.append(child)
    return _closed(sentence, children, taken, head)


def _phrase(sentence: Sentence, children: list[list[int]], head: int) -> set[int]:
    """Indices of a plural noun with the adjectives and compounds at its left."""
    parts = {c for c in children[head] if sentence.words[c].dep in {"amod", "compound"} and c < head}
    return _closed(sentence, children, {head} | {c for c in parts if not children[c]}, head)


def _closed(sentence: Sentence, children: list[list[int]], taken: set[int], head: int) -> set[int]:
    """The indices, if they are a stretch without a gap from which only the head has other dependents; else the head."""
    gapless = max(taken) - min(taken) + 1 == len(taken)
    whole = all(set(children[i]) <= taken for i in taken - {head})
    return taken if gapless and whole and sentence.words[max(taken)].form[-1:] != "." else {head}


def _easy(word: Word, glued: bool, has_det: bool, random: Random) -> Word:
    """One easy word in the place of a name or phrase, in the same syntactic place."""
    dice = random.random()
    if word.upos == "NOUN" or "Number=Plur" in word.feats or dice < 0.3:
        form, lemma = random.choice(GROUPS).split(":")
        easy = replace(word, form=form, lemma=lemma, upos="NOUN", feats=PLURAL)
    else:
        choices = BODIES if has_det or dice < 0.45 else PLACES if dice < 0.8 else PERSONS
        form = random.choice(choices)
        easy = replace(word, form=form, lemma=form, upos="PROPN", feats=SINGULAR)
    return replace(easy, glued=glued)


def is_title(sentence: Sentence) -> bool:
    """Whether nearly all longer words begin with a capital, as in a headline."""
    longer = [w.form for w in sentence.words if len(w.form) > 3 and w.form.isalpha()]
    return len(longer) >= 3 and sum(form[0].isupper() for form in longer) / len(longer) >= 0.7


def lower(sentence: Sentence) -> Sentence:
    """The sentence with all words but proper names in lower case, its first letter as it was."""
    words = [w if w.upos == "PROPN" else replace(w, form=w.form.lower()) for w in sentence.words]
    words[0] = sentence.words[0]
    return replace(sentence, words=tuple(words))
