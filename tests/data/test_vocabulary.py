"""The words that name themes, and those that name none."""

import csv
from collections import Counter
from graphlib import TopologicalSorter

import pytest

from data.vocabulary import OTHER_WORDS_FILE, STOP_WORDS_FILE, VOCABULARY_FILE, load_vocabulary
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


def test_what_people_say_besides_belongs_to_one_concept() -> None:
    """In the order of the file's concepts, each word once a language and no concept's own; at least three hundred."""
    vocabulary = load_vocabulary()
    concepts = vocabulary.list_words(FINNISH)
    with OTHER_WORDS_FILE.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)

    assert header == ["concept", "language", "word"]
    order = {language: place for place, language in enumerate(LANGUAGES)}
    assert sorted(rows, key=lambda row: (sort_key(row[0]), order[LanguageCode(row[1])], sort_key(row[2]))) == rows
    assert {row[0] for row in rows} <= set(concepts)
    assert [word for word, count in Counter((row[1], row[2]) for row in rows).items() if count > 1] == []
    for language, words in vocabulary.other_words.items():
        assert set(words) & set(vocabulary.list_words(language)) == set()
    assert len(rows) >= 300


def test_everyday_words_are_read_as_their_concepts() -> None:
    """Each one as it stands in the file, unless it stands among the words left out."""
    vocabulary = load_vocabulary()
    reader = ConceptReader.build(vocabulary)

    missed = [
        word
        for language, words in vocabulary.other_words.items()
        for word, concept in words.items()
        if Keyword(concept, FINNISH) not in {each.term for each in reader.read(lemmatise(word, language), language)}
    ]

    assert missed == []


def test_what_is_broader_is_a_concept_and_no_circle() -> None:
    """Both sides are concepts, in the order of the file, and nothing is broader than itself."""
    vocabulary = load_vocabulary()

    assert {*vocabulary.broader, *vocabulary.broader.values()} <= set(vocabulary.list_words(FINNISH))
    assert sorted(vocabulary.broader, key=sort_key) == list(vocabulary.broader)
    assert set(TopologicalSorter({own: [wider] for own, wider in vocabulary.broader.items()}).static_order())


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
