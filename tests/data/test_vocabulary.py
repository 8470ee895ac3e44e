"""The words that name themes, and those that name none."""

import csv
from collections import Counter

import pytest

from data.vocabulary import STOP_WORDS_FILE, VOCABULARY_FILE, load_vocabulary
from matcher.concepts import ConceptReader
from matcher.lemmas import lemmatise
from models.collation import sort_key
from models.language import ENGLISH, FINNISH, LANGUAGES, SWEDISH, LanguageCode
from models.theme import Keyword

ACRONYMS = {"CV"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_concept_has_a_word_of_its_own_in_every_language(language: LanguageCode) -> None:
    """At least six hundred words, none empty, none twice, in lower case unless an acronym."""
    words = load_vocabulary().list_words(language)

    assert len(words) >= 600
    assert [word for word, count in Counter(words).items() if count > 1] == []
    assert [word for word in words if word != word.strip() or not word or ";" in word] == []
    assert {word for word in words if word != word.lower()} <= ACRONYMS


def test_words_stand_in_alphabetical_order() -> None:
    """The file is sorted by the Finnish words as Finns sort, and the list of words left out by language and word."""
    words = load_vocabulary().list_words(FINNISH)

    assert sorted(words, key=sort_key) == list(words)
    with STOP_WORDS_FILE.open(encoding="utf-8", newline="") as file:
        left_out = [(row["language"], row["word"]) for row in csv.DictReader(file)]
    languages = list(LANGUAGES)
    assert sorted(set(left_out), key=lambda row: (languages.index(LanguageCode(row[0])), sort_key(row[1]))) == left_out


def test_no_cell_is_missing() -> None:
    """Every row of the file has three filled cells and no more."""
    with VOCABULARY_FILE.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)

    assert header == list(LANGUAGES)
    assert [row for row in rows if len(row) != 3 or not all(row)] == []


@pytest.mark.parametrize(
    ("text", "language", "concept"),
    [
        ("Koulukyytien reitit", FINNISH, "koulukyyti"),
        ("skolskjutsarna i skärgården", SWEDISH, "koulukyyti"),
        ("school transports", ENGLISH, "koulukyyti"),
        ("avointa dataa", FINNISH, "avoin data"),
        ("vi öppnar öppna data", SWEDISH, "avoin data"),
        ("ostolaskuista", FINNISH, "ostolasku"),
        ("kommundirektörens beslut", SWEDISH, "kunnanjohtaja"),
        ("Kielitukea työpaikalle", FINNISH, "kielituki"),
        ("building permits", ENGLISH, "rakennuslupa"),
    ],
)
def test_inflected_words_are_found(text: str, language: LanguageCode, concept: str) -> None:
    """Words are known in the form the lemmatiser gives them in a sentence, phrases too."""
    reader = ConceptReader.build(load_vocabulary())

    readings = [reading for reading in reader.read(lemmatise(text, language), language) if reading.strength == 1]

    assert Keyword(concept, FINNISH) in {reading.term for reading in readings}


def test_nearly_every_finnish_and_swedish_word_is_found_by_itself() -> None:
    """A word alone is read as its own concept; one that stands among the words left out is shown but not looked for."""
    vocabulary = load_vocabulary()
    reader = ConceptReader.build(vocabulary)
    missed = []

    for language in (FINNISH, SWEDISH, ENGLISH):
        for word, concept in zip(vocabulary.list_words(language), vocabulary.concepts, strict=True):
            terms = {reading.term for reading in reader.read(lemmatise(word, language), language)}
            if Keyword(concept.fi, FINNISH) not in terms:
                missed.append(word)

    assert len(missed) < 0.03 * 3 * len(vocabulary.concepts), missed


def test_no_finnish_word_is_both_named_and_left_out() -> None:
    """Finnish words have no such double meanings: one that is left out would be a dead row."""
    vocabulary = load_vocabulary()

    assert set(vocabulary.list_words(FINNISH)) & vocabulary.stop_words[FINNISH] == set()
