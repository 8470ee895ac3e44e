"""What municipalities deal with, each thing in one word a language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from models.language import LanguageCode
from models.localised_text import LocalisedText


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Concepts in the alphabetical order of their Finnish words; no word of a language stands for two of them.

    The words are dictionary forms, in lower case but for acronyms, a few of them phrases (*open data*).
    `stop_words` are lemmas by language that name nothing: too common, or as often a verb as the noun of a concept.
    `other_words` are what people say besides, by language, each with the Finnish word of its concept (the *altLabel* of
    SKOS); a text that has one is about the concept, but nothing is named by it. `broader` has for a concept the one
    that it is part of or a kind of, both by their Finnish words.
    """

    concepts: tuple[LocalisedText, ...]
    stop_words: Mapping[LanguageCode, frozenset[str]] = field(default_factory=dict, hash=False)
    other_words: Mapping[LanguageCode, Mapping[str, str]] = field(default_factory=dict, hash=False)
    broader: Mapping[str, str] = field(default_factory=dict, hash=False)

    def list_words(self, language: LanguageCode) -> tuple[str, ...]:
        """Return the word of each concept in a language of the pages, in order.

        Examples
        --------
        >>> vocabulary = Vocabulary((LocalisedText(fi="koulukyyti", sv="skolskjuts", en="school transport"),))
        >>> vocabulary.list_words(LanguageCode("sv"))
        ('skolskjuts',)
        """
        return tuple(concept.in_language(language) for concept in self.concepts)

    def describe_concepts(self) -> list[str]:
        """Return the text that each concept is encoded by, in order: its words in all languages together.

        Examples
        --------
        >>> vocabulary = Vocabulary((LocalisedText(fi="koulukyyti", sv="skolskjuts", en="school transport"),))
        >>> vocabulary.describe_concepts()
        ['koulukyyti, skolskjuts, school transport']
        """
        return [f"{concept.fi}, {concept.sv}, {concept.en}" for concept in self.concepts]


NO_VOCABULARY: Final = Vocabulary(())
