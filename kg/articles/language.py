"""Which language a text is in, where its metadata does not say."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

FALLBACK: Final = "en"
LANGUAGES: Final = ("ar", "de", "en", "es", "fa", "fr", "it", "nl", "pl", "pt", "ru", "sw", "tr", "uk", "zh")
"""Languages that reports on the theatre come in; the classifier knows more, and takes short names for rarer ones."""
_SURE: Final = 0.8  # measured on headlines: "Attack in Ber" scores 0.4, "Le CSP dément." 0.9
_ENOUGH: Final = 3_000  # characters


def language_of(text: str) -> str:
    """ISO 639-1 code; English where the text is too short or too odd to tell."""
    language, confidence = _identifier().classify(text[:_ENOUGH])
    return str(language) if confidence >= _SURE else FALLBACK


@cache
def _identifier() -> LanguageIdentifier:
    """The classifier, which takes half a second to load, so only where a text asks for it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier
