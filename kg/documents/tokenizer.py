"""spaCy's English tokenizer, mended where it departs from the words of Universal Dependencies.

The same tokenizer reads the treebanks in training and articles at run time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # spaCy ships no annotations of it

TOKENIZER = "allegiance.tokenizer.v1"
# Prefixes that UD keeps on their word ("pro-government"), while other hyphens are words of their own ("Wagner-backed").
PREFIXES = (
    "anti", "bi", "co", "counter", "cross", "de", "e", "ex", "extra", "inter", "intra", "mid", "mini", "multi", "neo",
    "non", "pan", "post", "pre", "pro", "pseudo", "quasi", "re", "semi", "socio", "sub", "super", "trans", "ultra",
    "un", "wi",
)  # fmt: skip
ABBREVIATIONS = (
    "Brig.", "Capt.", "Cmdr.", "Col.", "Ft.", "Gen.", "Lt.", "Maj.", "Mlle.", "Mme.", "Sgt.", "al.", "etc.",
)  # fmt: skip
# Dashes and quotes are one character each on both sides, so that offsets stay; the treebanks are mostly plain ASCII.
PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "\u00a0": " ", "‑": "-"})


def plain(text: str) -> str:
    """The text with typographic quotes and hyphens made plain; as long as before."""
    return text.translate(PLAIN)


def register_tokenizer() -> str:
    """Make the tokenizer known to spaCy; return the name under which a configuration asks for it."""
    from spacy.util import registry

    if not registry.has("tokenizers", TOKENIZER):
        registry.tokenizers.register(TOKENIZER, func=lambda: make_tokenizer)
    return TOKENIZER


def make_tokenizer(nlp: Language) -> Tokenizer:
    """A tokenizer for this English pipeline."""
    from spacy.lang.char_classes import ALPHA, HYPHENS
    from spacy.symbols import ORTH  # type: ignore[import-not-found]
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    defaults = nlp.Defaults
    hyphen = rf"(?<=[{ALPHA}0-9])(?:{HYPHENS})(?=[{ALPHA}])"
    if hyphen not in (defaults.infixes or ()):
        raise AssertionError("spaCy's rule for hyphens has changed: mend kg/documents/tokenizer.py")
    kept = "".join(rf"(?<!\b(?i:{prefix}))" for prefix in PREFIXES)
    infixes: list[Any] = [kept + hyphen if rule == hyphen else rule for rule in defaults.infixes or ()]
    infixes.append(rf"(?<=[A-Z]\.)(?:{HYPHENS})(?=[{ALPHA}])")  # "U.S.-led"
    suffixes = [*(defaults.suffixes or ()), r"(?<=[0-9])(?:bn|tn|am|pm)"]
    return Tokenizer(
        nlp.vocab,
        rules={**(defaults.tokenizer_exceptions or {}), **{word: [{ORTH: word}] for word in ABBREVIATIONS}},
        prefix_search=compile_prefix_regex(defaults.prefixes or ()).search,
        suffix_search=compile_suffix_regex(suffixes).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
        url_match=defaults.url_match,
    )
