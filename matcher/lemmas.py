"""Words of a text and their lemmas, in Finnish, Swedish and English."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

import simplemma

from models.language import LANGUAGES, LanguageCode

Lemmatiser = Callable[[str, LanguageCode], tuple[str, ...]]
"""Turns a text in a language into lemmas, in order."""

_WORD: Final = re.compile(r"[^\W_]+(?:[-–'’:][^\W_]+)*")


def split_words(text: str) -> tuple[str, ...]:
    """Return the words of `text` as written, in order; a compound with a hyphen or colon is one word.

    Examples
    --------
    >>> split_words("RPA-robotti, kunnan (esim. Ii:n) käyttöön!")
    ('RPA-robotti', 'kunnan', 'esim', 'Ii:n', 'käyttöön')
    """
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=200_000)
def find_lemma(word: str, language: LanguageCode) -> str:
    """Return the lemma of a word in lower case; the word itself in a language without a dictionary.

    Examples
    --------
    >>> find_lemma("varhaiskasvatuksen", "fi")
    'varhaiskasvatus'
    """
    if language not in LANGUAGES:
        return word.casefold()
    return simplemma.lemmatize(word, lang=language).casefold()


def lemmatise(text: str, language: LanguageCode) -> tuple[str, ...]:
    """Return the lemmas of all words of `text`, in order.

    Parameters
    ----------
    text : may be empty
    language : the language to read the words in

    Returns
    -------
    one lemma a word, in lower case, in the order of the words
    """
    return tuple(find_lemma(word, language) for word in split_words(text))


def fold_words(text: str, _language: LanguageCode) -> tuple[str, ...]:
    """Return the words of `text` in lower case; stands in for lemmas while the dictionaries are still loading."""
    return tuple(word.casefold() for word in split_words(text))
