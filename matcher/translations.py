"""What words of the vocabulary are called in the other languages, so that a search finds them there by name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from matcher.lemmas import Lemmatiser
from models.language import LANGUAGES, LanguageCode
from models.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, eq=False)
class Translations:
    """The other names of things, by the lemmas of their word or phrase in a language.

    Only names of one word are given: those of several are found by their words' meaning. `longest` is the most words
    of a phrase that is looked up.
    """

    names: Mapping[tuple[LanguageCode, tuple[str, ...]], frozenset[str]] = field(default_factory=dict)
    longest: int = 1

    @classmethod
    def build(cls, vocabulary: Vocabulary, lemmatiser: Lemmatiser) -> Self:
        """Return the translations that a vocabulary has; stop words of a language are not looked up in it."""
        written = {language: vocabulary.list_words(language) for language in LANGUAGES}
        names: defaultdict[tuple[LanguageCode, tuple[str, ...]], set[str]] = defaultdict(set)
        longest = 1
        for place in range(len(vocabulary.concepts)):
            forms = {
                language: {tuple(words[place].casefold().split()), lemmatiser(words[place], language)}
                for language, words in written.items()
            }
            for language, own in forms.items():
                others = {
                    form[0] for other in LANGUAGES if other != language for form in forms[other] if len(form) == 1
                }
                for form in own:
                    if form[0] not in vocabulary.stop_words.get(language, ()) or len(form) > 1:
                        names[language, form] |= others
                        longest = max(longest, len(form))
        return cls({key: frozenset(others) for key, others in names.items()}, longest)

    def translate(self, lemmas: Sequence[str], language: LanguageCode) -> tuple[frozenset[str], ...]:
        """Return for each lemma what it, or a phrase that it is part of, is called in the other languages.

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
