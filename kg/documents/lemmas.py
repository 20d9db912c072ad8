"""Dictionary forms by rule: exceptions first, then endings taken off until a known word is left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# (ending, what takes its place), in the order of preference.
_RULES = {
    "VERB": (
        ("ies", "y"), ("s", ""), ("es", "e"), ("es", ""), ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"),
        ("ing", ""),
    ),
    "NOUN": (
        ("s", ""), ("ses", "s"), ("ves", "f"), ("ves", "fe"), ("xes", "x"), ("zes", "z"), ("ches", "ch"),
        ("shes", "sh"), ("men", "man"), ("ies", "y"),
    ),
    "ADJ": (("ier", "y"), ("iest", "y"), ("er", ""), ("est", ""), ("er", "e"), ("est", "e")),
}  # fmt: skip
_UNCHANGED = {
    "VERB": frozenset({"VerbForm=Inf"}),
    "NOUN": frozenset({"Number=Sing"}),
    "ADJ": frozenset({"Degree=Pos"}),
}
_VOWELS = "aeiouy"
_MUTE = ("v", "c", "z", "u", "rg", "dg", "at", "ys", "as", "is", "us", "ag")  # an "e" is missing behind them


@dataclass(frozen=True, slots=True)
class Lemmas:
    """The tables, by UPOS: irregular forms with their lemmas, and words that an ending may lead to."""

    irregular: Mapping[str, Mapping[str, str]]
    known: Mapping[str, frozenset[str]]

    def of(self, form: str, upos: str, feats: str) -> str:
        """The lemma in lower case of a word with these features ("Number=Plur|…")."""
        form = form.lower()
        if upos == "PROPN" and "Number=Plur" in feats and len(form) > 3:
            return self.irregular.get("PROPN", {}).get(form) or self.regular(form, "NOUN")
        unchanged = _UNCHANGED.get(upos)
        if unchanged and any(feature in unchanged for feature in feats.split("|")):
            return form
        return self.irregular.get(upos, {}).get(form) or self.regular(form, upos)

    def regular(self, form: str, upos: str) -> str:
        """The lemma by endings alone; the form itself where no ending fits."""
        if "-" in form:  # "re-taken" is taken
            first, hyphen, last = form.rpartition("-")
            return first + hyphen + (self.irregular.get(upos, {}).get(last) or self.regular(last, upos))
        guesses = [
            form[: -len(ending)] + instead
            for ending, instead in _RULES.get(upos, ())
            if form.endswith(ending) and len(form) > len(ending) + 1
        ]
        known = self.known.get(upos, frozenset())
        found = next((guess for guess in guesses if guess in known), None)
        if found:
            return found
        if upos == "ADJ" or form.endswith("ss"):
            return form
        return _likeliest(form, guesses, upos)


def _likeliest(form: str, guesses: list[str], upos: str) -> str:
    """The likeliest lemma of a word that the tables lack."""
    if not guesses:
        return form
    if upos == "NOUN":
        return guesses[-1] if form.endswith(("ies", "ches", "shes", "xes", "men")) else guesses[0]
    stem = guesses[-1]
    if form.endswith("ied") or not form.endswith(("ed", "ing")):
        return guesses[0]
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz" + _VOWELS:
        return stem[:-1]  # "kidnapped" → "kidnap"
    return stem + "e" if stem.endswith(_MUTE) else stem
