"""Identifies the language of a text among those Kumppani speaks; short and mixed texts too."""

from functools import lru_cache
from typing import Final

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

from models.language import ENGLISH, FINNISH, LANGUAGES, SWEDISH, LanguageCode

_LINGUA: Final = {FINNISH: Language.FINNISH, SWEDISH: Language.SWEDISH, ENGLISH: Language.ENGLISH}


CERTAIN: Final = 0.8
"""How likely a language must be for it to be said to be the text's; taste: letters at random seldom reach it."""


@lru_cache(maxsize=1)
def _detector() -> LanguageDetector:
    """Return the detector; loading its tables takes about a second, once."""
    return LanguageDetectorBuilder.from_languages(*_LINGUA.values()).build()


def language_probabilities(text: str) -> dict[LanguageCode, float]:
    """Return how likely each language is for `text`; the values sum to 1.

    A text without letters gives Finnish probability 1, the language of most ideas.

    Examples
    --------
    >>> round(language_probabilities("skolskjutsar")["sv"], 1)
    1.0
    """
    found = {each.language: each.value for each in _detector().compute_language_confidence_values(text)}
    total = sum(found.values())
    if total <= 0:
        return {language: float(language == FINNISH) for language in LANGUAGES}
    return {language: found.get(_LINGUA[language], 0.0) / total for language in LANGUAGES}


def identify_language(text: str) -> LanguageCode:
    """Return the likeliest language of `text`; equal likelihoods go to the language Kumppani names first.

    Examples
    --------
    >>> identify_language("Varhaiskasvatuksen läsnäolot")
    'fi'
    """
    probabilities = language_probabilities(text)
    return max(LANGUAGES, key=lambda language: probabilities[language])


def find_certain_language(text: str) -> LanguageCode | None:
    """Return the language of `text` where it is likely enough to act upon, None for letters at random.

    Examples
    --------
    >>> find_certain_language("koulukyytien reitit"), find_certain_language("asdf qwerty")
    ('fi', None)
    """
    probabilities = language_probabilities(text)
    return next((language for language in LANGUAGES if probabilities[language] >= CERTAIN), None)
