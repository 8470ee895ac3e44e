"""A text as the matcher reads it: language, sentences, lemmas and the names of its parties."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from matcher.lemmas import Lemmatiser, fold_words, lemmatise, split_compound
from matcher.sentences import split_sentences
from models.errors import EmptyQueryError
from models.idea import IdeaDraft
from models.language import FINNISH, SWEDISH, LanguageCode
from models.organisation import Organisation, OrganisationId


@dataclass(frozen=True, slots=True)
class Passage:
    """What is computed from one idea alone.

    `text` is what the idea is about, its title and text, without what its parties need and offer: those sentences are
    much alike in all ideas ("We look for a partner who …") and would draw unlike ideas together.
    `sentences` are all of them, in order, the title first; the first `n_main`, at least one, are those of `text`.
    `lemmas` are those of all sentences, one a word, in order.
    `names` are those of the parties, as written and in Finnish and Swedish; nothing but exact search uses them.
    """

    language: LanguageCode
    text: str
    sentences: tuple[str, ...]
    n_main: int
    lemmas: tuple[str, ...]
    names: tuple[str, ...] = ()


def read_passage(idea: IdeaDraft, lemmatiser: Lemmatiser = lemmatise) -> Passage:
    """Return the passage of an idea, its parties without names."""
    main = (idea.title, *split_sentences(idea.text))
    resources = (*(need.text for need in idea.needs), *(offer.text for offer in idea.offers))
    sentences = (*main, *(sentence for resource in resources for sentence in split_sentences(resource)))
    lemmas = tuple(lemma for sentence in sentences for lemma in lemmatiser(sentence, idea.language))
    text = "\n".join(part for part in (idea.title, idea.text) if part)
    return Passage(idea.language, text, sentences, len(main), lemmas)


def read_typed_passage(text: str, language: LanguageCode, lemmatiser: Lemmatiser = lemmatise) -> Passage:
    """Return the passage of what somebody is writing; its first sentence stands for the title.

    Raises
    ------
    EmptyQueryError : if the text has no words
    """
    sentences = split_sentences(text)
    if not sentences:
        raise EmptyQueryError(text)
    return read_passage(IdeaDraft(title=sentences[0], text="\n".join(sentences[1:]), language=language), lemmatiser)


def name_parties(idea: IdeaDraft, organisations: Mapping[OrganisationId, Organisation]) -> tuple[str, ...]:
    """Return the names of an idea's parties, each once: as written, and in Finnish and Swedish where understood."""
    names = []
    for party in idea.parties:
        names.append(party.written)
        organisation = None if party.organisation_id is None else organisations.get(party.organisation_id)
        if organisation is not None:
            names += [name for name in (organisation.name.fi, organisation.name.sv) if name]
    return tuple(dict.fromkeys(names))


@lru_cache(maxsize=20_000)
def read_name(name: str, lemmatiser: Lemmatiser) -> tuple[str, ...]:
    """Return the words by which a name is found, in lower case: as written, and their lemmas in the languages of names.

    A name of one word is not inflected, and what a dictionary makes of it may be the name of another: Kuhmois, Kuhmo.

    Examples
    --------
    >>> read_name("Tampereen kaupunki", lemmatise)
    ('tampereen', 'kaupunki', 'tampere')
    """
    words = fold_words(name, FINNISH)
    if len(words) > 1:
        words = (*words, *lemmatiser(name, FINNISH), *lemmatiser(name, SWEDISH))
    return tuple(dict.fromkeys(part for word in words for part in split_compound(word)))
