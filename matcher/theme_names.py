"""Names themes: the words that tell the ideas of one theme from those of the others, in the language of the reader."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from math import log, sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from matcher.concepts import ConceptReader, ConceptReading
from models.language import ENGLISH, FINNISH, LANGUAGES, SWEDISH, LanguageCode
from models.theme import N_NAME_WORDS, Keyword
from models.vocabulary import Vocabulary

_KNOWN: Final = 1.0
_COMPOUND: Final = 0.5
_UNKNOWN: Final = 0.15
"""What a word of the vocabulary counts, a compound that ends in one, and any other; read off names of real titles."""
_IMAGINED: Final = 10
"""Ideas imagined outside all themes, so that a theme that has all ideas has a name too; taste."""
_SMALL: Final = 2
"""In a theme of so many ideas one idea may name it; in larger ones two must have the word, lest one talker does."""
_WORD_MIN: Final = 3  # letters; two are an abbreviation too often
_STEM: Final = 5
"""Letters from which two words begin too alike to stand in one name."""
_TELLING: Final = 0.02
"""A word that tells less than this share of the first is left out: rather a short name than debris."""
_HOLDS: Final = 0.7
"""Words that name a theme stay while they tell this share of what the best ones would; see docs/method.md."""
_DEBRIS: Final[Mapping[LanguageCode, re.Pattern[str]]] = {
    FINNISH: re.compile(r"^.{1,4}$|(?:n|sti|n[uy]t|t[uy]|ksi|lle|(?<![jk])[aä])$"),
    SWEDISH: re.compile(r"^.{1,3}$|(?:(?<!h)et|en|a|s|ig|isk|ad)$"),
    ENGLISH: re.compile(r"^.{1,3}$|(?:ly|ing|ed|al|ive|ous|ful|less|able|ible|ic)$"),
}
"""What verbs, adjectives, adverbs and cases look like, among words that the vocabulary does not know."""

Names = Mapping[LanguageCode, tuple[Keyword, ...]]


def name_themes(
    lemmas: Sequence[Sequence[str]],
    languages: Sequence[LanguageCode],
    labels: NDArray[np.intp],
    *,
    vocabulary: Vocabulary,
    background: Sequence[Sequence[Sequence[str]]] = (),
    place_names: Collection[str] = (),
    n_keywords: int = 5,
    previous: Sequence[Names | None] = (),
) -> tuple[Names, ...]:
    """Return the keywords of every theme in every language of the pages, the most telling first.

    s(t, c) = w_t · √r_t · p^1.5 · log(p / q)
    p = Σ_{i in c} f / (f + 1) / (n_c + 1),  q = Σ_i f / (f + 1) / (n + 10)
    r_t = min over languages of log((N + 1) / (N_t + ½)) / log(2 (N + 1))

    p is the presence of term t in theme c of n_c ideas, q that in all n ideas, f how often an idea i has it: one more
    idea of the theme, and ten of no theme, are imagined without it, so that small themes claim less and one that has
    all ideas has a name too. r_t is its rarity, N_t of N background texts having it; 1 where none has. w_t is what a
    known word counts against an unknown one.

    Parameters
    ----------
    lemmas : of each idea, in the order of its text; those of a title may stand twice
    languages : one an idea
    labels : theme of each idea, shape (n_ideas,), from 0
    vocabulary : joins words of three languages, and translates names
    background : lemmas of the background texts in each language, in the order of `LANGUAGES`; tells common words
    place_names : in lower case; they name no theme
    n_keywords : int > 0; fewer come back where fewer words tell a theme, one at least
    previous : the keywords each theme had, None for a new one; they stay where, in every language, those that make the
        name score together at least seven tenths of what the best would. Empty where no theme had any

    Returns
    -------
    one mapping a theme; a word is in the language of its readers, in another only where there is none.
    The first keyword is no other theme's first where that can be, and no two of a theme are alike.

    Notes
    -----
    Ties go by the alphabet. Cost is linear in the lemmas.

    References
    ----------
    Grootendorst (2022), BERTopic, https://arxiv.org/abs/2203.05794, for counting by class; the rest is our own choice.

    Examples
    --------
    >>> from models.localised_text import LocalisedText
    >>> words = Vocabulary((LocalisedText("lasku", "faktura", "invoice"), LocalisedText("vesi", "vatten", "water")))
    >>> themes = name_themes([["lasku"], ["vatten"]], [FINNISH, SWEDISH], np.array([0, 1]), vocabulary=words)
    >>> [theme[ENGLISH][0].text for theme in themes]
    ['invoice', 'water']
    """
    reader = ConceptReader.build(vocabulary, place_names=place_names)
    readings = [list(reader.read(own, language)) for own, language in zip(lemmas, languages, strict=True)]
    scores = _score_terms(reader, readings, labels, rarity=_measure_rarity(reader, background))
    for theme, own in enumerate(scores):
        if not own:
            own.update(_count_lemmas(lemmas, languages, np.flatnonzero(labels == theme).tolist()))
    kept = {theme: own for theme, own in enumerate(previous) if own and _hold(reader, own, scores[theme])}
    names = {language: _choose(reader, scores, language, n_keywords=n_keywords, kept=kept) for language in LANGUAGES}
    return tuple({language: names[language][theme] for language in LANGUAGES} for theme in range(len(scores)))


def _hold(reader: ConceptReader, keywords: Names, scores: Mapping[Keyword, float]) -> bool:
    """Return whether the words that name a theme still tell it, in every language."""
    for language in LANGUAGES:
        ranked = _rank(reader, scores, language)
        known = {_translate(reader, term, language): scores[term] for term in reversed(ranked)}
        name = keywords.get(language, ())[:N_NAME_WORDS]
        found = [known.get(keyword, 0.0) for keyword in name]
        if not all(found) or sum(found) < _HOLDS * sum(scores[term] for term in ranked[: len(name)]):
            return False
    return True


def _score_terms(
    reader: ConceptReader,
    readings: Sequence[Sequence[ConceptReading]],
    labels: NDArray[np.intp],
    *,
    rarity: Mapping[Keyword, float],
) -> list[dict[Keyword, float]]:
    """Return for each theme the terms that tell it from the others, with their scores, all above 0."""
    sizes = np.bincount(labels).tolist()
    presence: list[dict[Keyword, float]] = [defaultdict(float) for _ in sizes]
    n_ideas: list[Counter[Keyword]] = [Counter() for _ in sizes]
    overall: dict[Keyword, float] = defaultdict(float)
    weights: dict[Keyword, float] = {}
    for own, theme in zip(readings, labels.tolist(), strict=True):
        occurrences: dict[Keyword, float] = defaultdict(float)
        for reading in own:
            weights[reading.term] = _weigh(reading, is_known=reading.term in reader.concepts)
            occurrences[reading.term] += reading.strength
        for term, count in occurrences.items():
            presence[theme][term] += count / (count + 1)
            n_ideas[theme][term] += 1
            overall[term] += count / (count + 1)
    scores: list[dict[Keyword, float]] = []
    for theme, size in enumerate(sizes):
        needed = _SMALL if size > _SMALL else 1
        shares = {term: count / (size + 1) for term, count in presence[theme].items() if n_ideas[theme][term] >= needed}
        lifts = {term: log(share * (len(labels) + _IMAGINED) / overall[term]) for term, share in shares.items()}
        scores.append(
            {
                term: weights[term] * sqrt(rarity.get(term, 1.0) * share) * share * lifts[term]
                for term, share in shares.items()
                if weights[term] > 0 and lifts[term] > 0
            }
        )
    return scores


def _weigh(reading: ConceptReading, *, is_known: bool) -> float:
    """Return what a word counts, 0 for one that looks like no noun."""
    if is_known:
        return _KNOWN
    if reading.is_noun:
        return _COMPOUND
    debris = _DEBRIS.get(reading.term.language)
    return _UNKNOWN if debris is None or not debris.search(reading.term.text) else 0.0


def _measure_rarity(reader: ConceptReader, background: Sequence[Sequence[Sequence[str]]]) -> Mapping[Keyword, float]:
    """Return how rare terms are in the background, in (0, 1], in the language where they are commonest."""
    rarity: dict[Keyword, float] = {}
    for language, texts in zip(LANGUAGES, background, strict=False):
        found = Counter(term for text in texts for term in {each.term for each in reader.read(text, language)})
        for term, count in found.items():
            own = log((len(texts) + 1) / (count + 0.5)) / log(2 * (len(texts) + 1))
            rarity[term] = min(rarity.get(term, 1.0), own)
    return rarity


def _count_lemmas(
    lemmas: Sequence[Sequence[str]], languages: Sequence[LanguageCode], rows: Sequence[int]
) -> dict[Keyword, float]:
    """Return the lemmas of ideas that nothing better names, with how many have each; an ellipsis where none has any.

    Numbers and bits of words are left out where there is a word beside them.
    """
    found = Counter(Keyword(lemma, languages[row]) for row in rows for lemma in sorted(set(lemmas[row])))
    words = {term: float(n) for term, n in found.items() if term.text.isalpha() and len(term.text) >= _WORD_MIN}
    return words or dict(found) or {Keyword("…", FINNISH): 1.0}


def _choose(
    reader: ConceptReader,
    scores: Sequence[Mapping[Keyword, float]],
    language: LanguageCode,
    *,
    n_keywords: int,
    kept: Mapping[int, Names],
) -> list[tuple[Keyword, ...]]:
    """Return the keywords of each theme for readers of a language; those that are kept come first to their words."""
    rankings = [_rank(reader, own, language) for own in scores]
    firsts = _choose_firsts(
        [
            [term for term in ranked if _translate(reader, term, language) == kept[theme][language][0]]
            if theme in kept
            else ranked
            for theme, ranked in enumerate(rankings)
        ],
        scores,
        kept=kept,
    )
    names = []
    for theme, (ranked, own, first) in enumerate(zip(rankings, scores, firsts, strict=True)):
        if theme in kept:
            names.append(kept[theme][language])
            continue
        chosen = [first]
        for term in ranked:
            is_telling = own[term] >= _TELLING * own[ranked[0]]
            if len(chosen) < n_keywords and is_telling and not any(_are_alike(reader, term, each) for each in chosen):
                chosen.append(term)
        names.append(tuple(_translate(reader, term, language) for term in chosen))
    return names


def _rank(reader: ConceptReader, scores: Mapping[Keyword, float], language: LanguageCode) -> list[Keyword]:
    """Return the terms that readers of a language understand, best first; all terms where they understand none."""
    readable = [term for term in scores if term in reader.concepts or term.language == language]
    return sorted(readable or scores, key=lambda term: (-scores[term], term.text, term.language))


def _choose_firsts(
    rankings: Sequence[Sequence[Keyword]], scores: Sequence[Mapping[Keyword, float]], *, kept: Mapping[int, Names]
) -> list[Keyword]:
    """Return a first keyword for each theme; one that two want stays, or goes to the theme it tells more of."""
    wanted = sorted(
        (
            (theme not in kept, -scores[theme][term], term.text, theme, term)
            for theme, ranked in enumerate(rankings)
            for term in ranked
        ),
        key=lambda each: each[:4],
    )
    firsts: dict[int, Keyword] = {}
    taken: set[Keyword] = set()
    for *_, theme, term in wanted:
        if theme not in firsts and term not in taken:
            firsts[theme] = term
            taken.add(term)
    return [firsts.get(theme, ranked[0]) for theme, ranked in enumerate(rankings)]


def _are_alike(reader: ConceptReader, first: Keyword, second: Keyword) -> bool:
    """Return whether two terms share a beginning in any language, or one is a part of the other."""
    for language in LANGUAGES:
        one, other = _translate(reader, first, language), _translate(reader, second, language)
        if one.language == other.language and _share_stem(one.text.casefold(), other.text.casefold()):
            return True
    return False


def _share_stem(first: str, second: str) -> bool:
    """Return whether two words begin alike, or one stands at an end of the other."""
    short, long = sorted((first, second), key=len)
    is_part = len(short) >= _STEM - 1 and (long.startswith(short) or long.endswith(short))
    return short == long or is_part or (len(short) >= _STEM and long.startswith(short[:_STEM]))


def _translate(reader: ConceptReader, term: Keyword, language: LanguageCode) -> Keyword:
    """Return a term in a language, or as it is where the vocabulary does not know it."""
    concept = reader.concepts.get(term)
    return term if concept is None else Keyword(concept.in_language(language), language)
