"""A text as the matcher reads it: language, sentences and lemmas."""

from dataclasses import dataclass

from matcher.lemmas import Lemmatiser, lemmatise
from matcher.sentences import split_sentences
from models.idea import IdeaDraft
from models.language import LanguageCode


@dataclass(frozen=True, slots=True)
class Passage:
    """What is computed from one text alone.

    `text` is all of it, a line a part; `sentences` has at least one entry, the title of an idea first;
    `lemmas` are those of all sentences in order.
    """

    language: LanguageCode
    text: str
    sentences: tuple[str, ...]
    lemmas: tuple[str, ...]


def read_passage(idea: IdeaDraft, lemmatiser: Lemmatiser = lemmatise) -> Passage:
    """Return the passage of an idea: its title, its text, and what it needs and offers."""
    parts = [idea.text, *(need.text for need in idea.needs), *(offer.text for offer in idea.offers)]
    sentences = (idea.title, *(sentence for part in parts for sentence in split_sentences(part)))
    lemmas = tuple(lemma for sentence in sentences for lemma in lemmatiser(sentence, idea.language))
    text = "\n".join(part for part in (idea.title, *parts) if part)
    return Passage(idea.language, text, sentences, lemmas)
