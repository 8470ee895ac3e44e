"""What words of the vocabulary are called otherwise, so that a search finds a thing by any of its names."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from matcher.lemmas import Lemmatiser
from models.language import LANGUAGES, LanguageCode
from models.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, eq=False)
class Translations:
    """The other names of things, by the lemmas of their word or phrase in a language.

    Names are those in the other languages and those that people say besides, in any. Only names of one word are given:
    those of several are found by their words' meaning. `longest` is the most words of a phrase that is looked up.
    """

    names: Mapping[tuple[LanguageCode, tuple[str, ...]], frozenset[str]] = field(default_factory=dict)
    longest: int = 1

    @classmethod
    def build(cls, vocabulary: Vocabulary, lemmatiser: Lemmatiser) -> Self:
        """Return the other names that a vocabulary has; stop words of a language are not looked up in it nor given."""
        names: defaultdict[tuple[LanguageCode, tuple[str, ...]], set[str]] = defaultdict(set)
        longest = 1
        for words in _list_names(vocabulary):
            forms = [
                (language, {tuple(word.casefold().split()), lemmatiser(word, language)}) for language, word in words
            ]
            for language, own in forms:
                others = {
                    form[0]
                    for their_language, their in forms
                    for form in their
                    if their is not own and len(form) == 1
                    if form[0] not in vocabulary.stop_words.get(their_language, ())
                }
                for form in own:
                    if form[0] not in vocabulary.stop_words.get(language, ()) or len(form) > 1:
                        names[language, form] |= others - {form[0]}
                        longest = max(longest, len(form))
        return cls({key: frozenset(others) for key, others in names.items()}, longest)

    def translate(self, lemmas: Sequence[str], language: LanguageCode) -> tuple[frozenset[str], ...]:
        """Return for each lemma what it, or a phrase that it is part of, is called otherwise.

        Parameters
        ----------
        lemmas : in the order of the text
        language : that the lemmas were read in

        Examples
        --------
        >>> from matcher.lemmas import lemmatise
        >>> from models.localised_text import LocalisedText
        >>> vocabulary = Vocabulary((LocalisedText(fi="päivähoito", sv="barndagvård", en="day care"),))
        >>> names = Translations.build(vocabulary, lemmatise).translate(("day", "care"), LanguageCode("en"))
        >>> [sorted(each) for each in names]
        [['barndagvård', 'päivähoito'], ['barndagvård', 'päivähoito']]
        """
        found: list[set[str]] = [set() for _ in lemmas]
        for begin in range(len(lemmas)):
            for end in range(begin + 1, min(begin + self.longest, len(lemmas)) + 1):
                others = self.names.get((language, tuple(lemmas[begin:end])), frozenset())
                for place in range(begin, end):
                    found[place] |= others
        return tuple(frozenset(each) for each in found)


def _list_names(vocabulary: Vocabulary) -> Iterator[list[tuple[LanguageCode, str]]]:
    """Give the words of each concept, in every language, with what people say besides."""
    besides: defaultdict[str, list[tuple[LanguageCode, str]]] = defaultdict(list)
    for language, words in vocabulary.other_words.items():
        for word, concept_word in words.items():
            besides[concept_word].append((language, word))
    for concept in vocabulary.concepts:
        yield [*((language, concept.in_language(language)) for language in LANGUAGES), *besides[concept.fi]]
