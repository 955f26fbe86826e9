"""Which language a text is in."""

from __future__ import annotations

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from onrecord.read.lexicon import lexicon

LOOKED_AT = 2_000
"""Characters from the text's start that are looked at; more never changed an answer."""
SURE = 0.9
"""Least probability on which a text is held to be in another language than English: names alone look foreign."""
FEWEST_LETTERS = 40
"""Below this a text is too short to tell, unless its script is not Latin."""


@cache
def identifier() -> LanguageIdentifier:
    """The detector, loaded once; its answers are probabilities that sum to one."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(text: str) -> str:
    """ISO 639-1 code of the text's language; `en` where nothing else is sure."""
    head = text[:LOOKED_AT]
    letters = [c for c in head if c.isalpha()]
    if not letters:
        return "en"
    latin = sum(c < "\u0250" for c in letters) / len(letters)
    if len(letters) < FEWEST_LETTERS and latin > 0.5:
        return "en"
    code, probability = identifier().classify(head)
    return str(code) if probability >= SURE or latin < 0.5 else "en"


def language_name(code: str) -> str:
    """The language's English name, or its code where the list has none."""
    return str(lexicon("languages")["names"].get(code.lower()[:2], code))
