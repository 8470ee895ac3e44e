"""Words of a text and their lemmas, in Finnish, Swedish and English."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy, DictionaryLookupStrategy
from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY

from models.language import FINNISH, LANGUAGES, LanguageCode

Lemmatiser = Callable[[str, LanguageCode], tuple[str, ...]]
"""Turns a text in a language into lemmas, one a word of `split_words`, in order."""

# The frugal dictionaries take 75 MB in place of 490 and load faster; a word is looked up once, then remembered below.
_LEMMATIZER: Final = Lemmatizer(lemmatization_strategy=DefaultStrategy(low_memory=True))
_DICTIONARY: Final = DictionaryLookupStrategy(LOW_MEMORY_DICTIONARY_FACTORY)

_WORD: Final = re.compile(r"[^\W_]+(?:[-–'’:][^\W_]+)*")
_HEAD_MIN: Final = 4
_ENDING_MAX: Final = 5
"""Letters that simplemma takes off an unknown Finnish word as if they were an ending, though they may be its head.

So asiakasmaksu would become asiakas; a head of fewer than four letters is too often an ending after all.
"""
_CASE_ENDING: Final = re.compile(r"(?<=\w)[:'’][a-zåäö]{1,6}$")  # Ii:n, RPA:ta, EU:s, the council's


def split_words(text: str) -> tuple[str, ...]:
    """Return the words of `text` as written, in order; a compound with a hyphen or colon is one word.

    Examples
    --------
    >>> split_words("RPA-robotti, kunnan (esim. Ii:n) käyttöön!")
    ('RPA-robotti', 'kunnan', 'esim', 'Ii:n', 'käyttöön')
    """
    return tuple(_WORD.findall(text))


def list_gaps(text: str) -> tuple[str, ...]:
    """Return what stands before each word of `split_words`, in order.

    Examples
    --------
    >>> list_gaps("Oulu, Kemi")
    ('', ', ')
    """
    ends = [0, *(found.end() for found in _WORD.finditer(text))]
    return tuple(text[end : found.start()] for end, found in zip(ends, _WORD.finditer(text), strict=False))


@lru_cache(maxsize=200_000)
def find_lemma(word: str, language: LanguageCode) -> str:
    """Return the lemma of a word in lower case; the word itself in a language without a dictionary.

    A case ending after a colon or an apostrophe is taken off, which no dictionary does for acronyms.

    Examples
    --------
    >>> find_lemma("varhaiskasvatuksen", "fi"), find_lemma("asiakasmaksun", "fi"), find_lemma("RPA:ta", "fi")
    ('varhaiskasvatus', 'asiakasmaksu', 'rpa')
    """
    stem = _CASE_ENDING.sub("", word).casefold()
    if language not in LANGUAGES:
        return stem
    # In the case it was written first: the dictionaries know names by their capital.
    # They also turn some words into abbreviations (dataa → data.), whose full stop is no part of a word.
    lemma: str = _LEMMATIZER.lemmatize(_CASE_ENDING.sub("", word), lang=language).casefold().rstrip(".")
    head = stem[len(lemma) :] if lemma and stem.startswith(lemma) else ""
    is_head = language == FINNISH and _HEAD_MIN <= len(head) <= _ENDING_MAX
    if is_head and _DICTIONARY.get_lemma(head, language) is not None:
        return lemma + find_lemma(head, language)
    return lemma


@lru_cache(maxsize=20_000)
def is_word(word: str) -> bool:
    """Tell whether a dictionary has a word as it is written, in whatever case, so that it is no slip for another.

    Examples
    --------
    >>> is_word("Tulvat"), is_word("kirjsto")
    (True, False)
    """
    forms = (word, word.casefold())
    return any(_DICTIONARY.get_lemma(form, language) is not None for form in forms for language in LANGUAGES)


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


def split_compound(lemma: str) -> tuple[str, ...]:
    """Return the parts of a lemma at its hyphens; most lemmas are their own only part.

    Examples
    --------
    >>> split_compound("rpa-robotti"), split_compound("kunta")
    (('rpa', 'robotti'), ('kunta',))
    """
    if "-" not in lemma and "–" not in lemma:
        return (lemma,) if lemma else ()
    return tuple(part for part in re.split(r"[-–]", lemma) if part)
