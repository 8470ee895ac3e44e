"""Reads the concepts of the vocabulary out of lemmas, so that ideas in three languages share their words."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from matcher.lemmas import Lemmatiser, lemmatise, split_compound
from models.language import FINNISH, LANGUAGES, SWEDISH, LanguageCode
from models.localised_text import LocalisedText
from models.theme import Keyword
from models.vocabulary import Vocabulary

_DIRECTIONS: Final = frozenset(
    ("etelä", "itä", "keski", "koillis", "länsi", "pohjois", "ylä", "norra", "södra", "östra", "västra", "mellersta")
)
"""Parts of names of regions, as in Pohjois-Savo."""

_PART: Final = 0.5
"""How surely a compound is about each of its parts; taste: two such compounds say as much as the word itself."""
_PART_MIN: Final = 4  # letters; fewer are an ending too often
_START_MIN: Final = 5  # letters of the beginning of a word whose end is not known
_READERS_KEPT: Final = 4  # with and without names of places, and those before these changed
WORDS_KEPT: Final = 100_000
"""So many words are remembered, then all are forgotten: people may type what they like. Taste: some 20 MB."""
_STEM_MIN: Final = 6  # letters of a word that an unknown one may be an inflection of
_ENDING_MAX: Final = 5
_ENDING: Final = {
    FINNISH: re.compile(r"[a-zåäö]{1,3}"),
    SWEDISH: re.compile(r"(?:e?[nt]|e?r|[aeo]?r?na|n)?s?"),
}
"""What simplemma leaves on the compounds it does not know: koulukyyti-ä, kommundirektör-en."""


@dataclass(frozen=True, slots=True)
class ConceptReading:
    """A word as understood.

    `term` is the Finnish word of a concept, or the lemma itself where no concept is known; `strength` in (0, 1] tells
    how surely the text is about it; `is_noun` is False where only a list of parts of speech would tell.
    """

    term: Keyword
    strength: float = 1.0
    is_noun: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class ConceptReader:
    """The vocabulary by the lemmas of its words.

    `concepts` has each concept by the Finnish word that stands for it, `entries` these by the lemmas of a word or
    phrase in each language, `longest` the most words of a phrase. `stop_words` are lemmas that name no theme, and
    `place_names` words in lower case. `broader` has for a concept the one that it is part of or a kind of.
    """

    concepts: Mapping[Keyword, LocalisedText]
    entries: Mapping[LanguageCode, Mapping[tuple[str, ...], Keyword]]
    longest: int
    stop_words: Mapping[LanguageCode, Collection[str]]
    place_names: Collection[str] = ()
    broader: Mapping[Keyword, Keyword] = field(default_factory=dict)
    _known: dict[tuple[str, LanguageCode], tuple[ConceptReading, ...]] = field(default_factory=dict)

    @classmethod
    def build(
        cls, vocabulary: Vocabulary, *, place_names: Collection[str] = (), lemmatiser: Lemmatiser = lemmatise
    ) -> "ConceptReader":
        """Return the reader of a vocabulary: the same for the same, for it remembers the words that it has read.

        A word is found as it stands there and, where no other word stands so, as the lemmatiser turns it; what people
        say besides comes after the words of concepts.
        """
        return _build_reader(vocabulary, frozenset(place_names), lemmatiser)

    def read(self, lemmas: Sequence[str], language: LanguageCode) -> Iterator[ConceptReading]:
        """Give what the lemmas of a text are about, stop words and place names left out.

        A word of the vocabulary is no place name. A word that only ends or begins with one counts half for it.

        Parameters
        ----------
        lemmas : in the order of the text; phrases of the vocabulary are found in them
        language : of the text; in one without words in the vocabulary every lemma stands for itself

        Examples
        --------
        >>> reader = ConceptReader.build(Vocabulary((LocalisedText("avoin data", "öppna data", "open data"),)))
        >>> [reading.term.text for reading in reader.read(("open", "data", "map"), LanguageCode("en"))]
        ['avoin data', 'open', 'data', 'map']
        """
        return (reading for _, reading in self.locate(lemmas, language))

    def locate(self, lemmas: Sequence[str], language: LanguageCode) -> Iterator[tuple[range, ConceptReading]]:
        """Give what `read` gives, each with the places of the lemmas it is read from.

        Examples
        --------
        >>> reader = ConceptReader.build(Vocabulary((LocalisedText("avoin data", "öppna data", "open data"),)))
        >>> next(reader.locate(("open", "data", "map"), LanguageCode("en")))[0]
        range(0, 2)
        """
        entries = self.entries.get(language, {})
        for place, lemma in enumerate(lemmas):
            for end in range(place + 2, min(place + self.longest, len(lemmas)) + 1):
                phrase = entries.get(tuple(lemmas[place:end]))
                if phrase is not None:
                    yield range(place, end), ConceptReading(phrase)
            key = (lemma, language)
            readings = self._known.get(key)
            if readings is None:
                if len(self._known) >= WORDS_KEPT:
                    self._known.clear()
                readings = self._known[key] = tuple(self._read_word(lemma, language))
            for reading in readings:
                yield range(place, place + 1), reading

    def _read_word(self, lemma: str, language: LanguageCode) -> Iterator[ConceptReading]:
        """Give what one lemma is about: a concept, or itself, and the concepts of its parts."""
        if lemma in self.stop_words.get(language, ()):
            return
        term = self._find(lemma, language)
        if term is None and any(self._is_place(part, language) for part in (lemma, *split_compound(lemma))):
            return
        head, modifier = self._split(lemma, language)
        if term is not None:
            yield ConceptReading(term)
        elif lemma.replace("-", "").isalpha() and not self._ends_in_stop_word(lemma, language):
            yield ConceptReading(Keyword(lemma, language), is_noun=head is not None)
        for part in (head, modifier):
            if part not in {None, term}:
                yield ConceptReading(part, _PART)

    def _is_place(self, word: str, language: LanguageCode) -> bool:
        """Tell whether a word is the name of a place, or a part of one that no other word has."""
        return word in _DIRECTIONS or (word in self.place_names and (word,) not in self.entries.get(language, {}))

    def _find(self, word: str, language: LanguageCode) -> Keyword | None:
        """Return the term of a word, also where an ending is left on it."""
        entries = self.entries.get(language, {})
        found = entries.get((word,))
        if found is not None or language not in _ENDING:
            return found
        for length in range(len(word) - 1, max(_STEM_MIN, len(word) - _ENDING_MAX) - 1, -1):
            found = entries.get((word[:length],))
            if found is not None and _ENDING[language].fullmatch(word[length:]):
                return found
        return None

    def _split(self, lemma: str, language: LanguageCode) -> tuple[Keyword | None, Keyword | None]:
        """Return the terms of the head and of the modifier of a compound, the longest known, None where none is."""
        if language not in _ENDING:
            return None, None
        entries = self.entries[language]
        places = range(_PART_MIN, len(lemma) - _PART_MIN + 1)
        begin = next((place for place in places if (lemma[place:],) in entries), None)
        head = None if begin is None else entries[lemma[begin:],]
        end, least = (len(lemma) - _PART_MIN, _START_MIN) if begin is None else (begin, _PART_MIN)
        modifiers = ((lemma[:place].rstrip("-"),) for place in range(end, least - 1, -1))
        modifier = next((entries[each] for each in modifiers if each in entries), None)
        return head, modifier

    def _ends_in_stop_word(self, lemma: str, language: LanguageCode) -> bool:
        """Tell whether a compound is of a kind that names no theme, such as *lukiohanke*."""
        stop_words = self.stop_words.get(language, ())
        return any(lemma[place:] in stop_words for place in range(len(lemma) - _PART_MIN + 1))


@lru_cache(maxsize=_READERS_KEPT)
def _build_reader(vocabulary: Vocabulary, place_names: frozenset[str], lemmatiser: Lemmatiser) -> ConceptReader:
    """Return a new reader that has read nothing yet."""
    concepts = {Keyword(concept.fi, FINNISH): concept for concept in vocabulary.concepts}
    entries: dict[LanguageCode, dict[tuple[str, ...], Keyword]] = {}
    for language in LANGUAGES:
        own: dict[tuple[str, ...], Keyword] = {}
        others = vocabulary.other_words.get(language, {})
        for words in (
            dict(zip(vocabulary.list_words(language), concepts, strict=True)),
            {word: Keyword(concept, FINNISH) for word, concept in others.items()},
        ):
            for word, term in words.items():
                own.setdefault(tuple(word.casefold().split()), term)
            for word, term in words.items():
                own.setdefault(lemmatiser(word, language), term)
        entries[language] = own
    longest = max((len(phrase) for own in entries.values() for phrase in own), default=1)
    broader = {Keyword(own, FINNISH): Keyword(wider, FINNISH) for own, wider in vocabulary.broader.items()}
    return ConceptReader(concepts, entries, longest, vocabulary.stop_words, place_names, broader)
