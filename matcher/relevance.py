"""How well each idea answers a query, from meaning, words and wording, as one relevance in [0, 1]."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from matcher.calibration import find_kind
from matcher.concept_vectors import add_concepts
from matcher.lemmas import split_words
from matcher.lexical import FEWEST, Scores, WordMatch, read_query
from matcher.search_index import SearchIndex
from models.language import LanguageCode

START: Final = -2.6
SIZE_WEIGHT: Final = 0.6
MEANING_WEIGHT: Final = 20.0
WORDS_WEIGHT: Final = 1.2
WORDING_WEIGHT: Final = 28.0
"""Where the log-odds of relevance start, how they fall with the number of ideas, and what each sign adds to them.

Measured on Finnish paraphrases, on titles and on queries of which some have no answer; see docs/method.md.
"""
RELEVANCE_MIN: Final = 0.2
"""Relevance below which an idea is not a hit; measured on queries about things no idea mentions, docs/method.md."""
UNKNOWN_WEIGHT: Final = 7.0
UNKNOWN_USUAL: Final = 0.15
LENGTH_WEIGHT: Final = 0.5
LENGTH_USUAL: Final = 2
LENGTH_MAX: Final = 6
"""How much it counts against there being any answer that no idea has words of the query, and what share of them may be
missing without counting; how much each word counts for it beyond the usual number, and how many do at most, for who
writes a sentence says much in words of their own. Fitted to 124 queries with an answer and 93 without, docs/method.md.
"""
ACROSS_LANGUAGES: Final = 1.15
"""What meaning counts between two languages, where the model sees the same thing less clearly; measured likewise."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class QueryEvidence:
    """What speaks for each idea; arrays of shape (n_ideas,).

    `points` orders the ideas; `lexical_points` of them come from words and wording. `relevance` is the same in [0, 1],
    where the best look alike. `words` and `wording` are in [0, 1]; `similarity` in [-1, 1] is the cosine with the whole
    text, None while only words can be searched. `vector` is the calibrated vector of the query,
    turned towards the concepts it names, shape (n_dims,);
    `matches` tells which of its words were found. `is_answered` tells whether the best idea, if any, is an answer.
    """

    points: NDArray[np.float64]
    lexical_points: NDArray[np.float64]
    relevance: Scores
    words: Scores
    wording: Scores
    similarity: Scores | None
    vector: NDArray[np.float32] | None
    matches: tuple[WordMatch, ...]
    is_answered: bool


def weigh_evidence(
    index: SearchIndex, query: str, *, language: LanguageCode, query_vector: NDArray[np.float32] | None
) -> QueryEvidence:
    """Return what speaks for each idea of the index as an answer to `query`.

    relevance = 1 / (1 + exp(−points)) where meaning counts, the share of words where it does not, with

        points = a − b · log n + c · max(0, meaning) + d · min(R, U) · words² + e · wording²

    n is the number of ideas, at least 40: among more of them, more are near by chance. meaning is the mean of two
    calibrated cosines with the query, which is turned towards the concepts it names: of the idea's text and of its
    nearest sentence, raised a little across languages.
    words is the share of the query's words that the idea has (matcher/lexical.py), R their rarity and U that of a word
    no idea has; wording is the likeness of letters (matcher/wording.py). Both are squared: one common word of four is
    hardly a sign, all four are.

    Parameters
    ----------
    index : the ideas
    query : at least one word
    language : the language the query is in
    query_vector : raw vector of the query, shape (n_dims,), or None to go by words alone

    References
    ----------
    Our own choice, see docs/adr/relevance-is-a-logistic-sum.md.
    """
    matches = index.lexical.match(read_query(query, index.lemmatiser, index.translations))
    words = index.lexical.score(matches)
    wording = index.wording.score(query)
    rarity = min(sum(match.rarity for match in matches), index.lexical.unseen_rarity)
    lexical_points = (
        WORDS_WEIGHT * rarity * words.astype(np.float64) ** 2 + WORDING_WEIGHT * wording.astype(np.float64) ** 2
    )
    if query_vector is None or index.vectors is None or index.calibrator is None:
        return QueryEvidence(
            points=words.astype(np.float64),
            lexical_points=lexical_points,
            relevance=words,
            words=words,
            wording=wording,
            similarity=None,
            vector=None,
            matches=matches,
            is_answered=True,
        )
    vectors = index.calibrator.calibrate(query_vector[None, :], [find_kind(query, language)])
    if index.concepts is not None:
        vectors = add_concepts(vectors, index.concepts.sum_up_query(query, index.lemmatiser))
    vector = vectors[0]
    similarity = np.asarray(index.vectors @ vector, dtype=np.float32)
    start = START - SIZE_WEIGHT * np.log(max(len(index.ideas), FEWEST))
    meaning = np.maximum(compare_meaning(index, vector, language=language), 0)
    points = start + MEANING_WEIGHT * meaning + lexical_points
    relevance = np.asarray(1 / (1 + np.exp(-points)), dtype=np.float32)
    certainty = judge_answer(
        float(points.max(initial=-np.inf)), unknown=measure_unknown(matches), n_words=len(split_words(query))
    )
    is_answered = certainty >= RELEVANCE_MIN
    return QueryEvidence(
        points=points,
        lexical_points=lexical_points,
        relevance=relevance,
        words=words,
        wording=wording,
        similarity=similarity,
        vector=vector,
        matches=matches,
        is_answered=is_answered,
    )


def judge_answer(most_points: float, *, unknown: float, n_words: int) -> float:
    """Return how surely a query has an answer at all.

    certainty = 1 / (1 + exp(−(most_points + g · (0.15 − unknown) + h · (min(n_words, 6) − 2)))).

    Parameters
    ----------
    most_points : of the best idea
    unknown : share in [0, 1] of the query that no idea has a word for
    n_words : int > 0, how many the query has

    Returns
    -------
    in [0, 1]; below `RELEVANCE_MIN` nothing is a hit

    Examples
    --------
    >>> judge_answer(0, unknown=0.15, n_words=2)
    0.5
    >>> judge_answer(0, unknown=0.5, n_words=1) < RELEVANCE_MIN < judge_answer(0, unknown=0.5, n_words=6)
    True
    """
    for_unknown = UNKNOWN_WEIGHT * (UNKNOWN_USUAL - unknown)
    for_length = LENGTH_WEIGHT * (min(n_words, LENGTH_MAX) - LENGTH_USUAL)
    return float(1 / (1 + np.exp(-(most_points + for_unknown + for_length))))


def compare_meaning(index: SearchIndex, vector: NDArray[np.float32], *, language: LanguageCode) -> Scores:
    """Return how near each idea is to a vector: the mean of the cosines of its whole text and its nearest sentence.

    Parameters
    ----------
    index : ideas with vectors; while there are none of sentences, the whole text alone counts
    vector : calibrated, shape (n_dims,)
    language : of the text the vector is of; what is written in another counts `ACROSS_LANGUAGES` times
    """
    assert index.vectors is not None  # noqa: S101 - asked only where meaning counts
    meaning = index.vectors @ vector
    if index.sentence_vectors is not None and len(meaning):
        meaning = (meaning + np.maximum.reduceat(index.sentence_vectors @ vector, index.bounds[:-1])) / 2
    raised: Scores = np.where(index.languages != language, np.float32(ACROSS_LANGUAGES) * meaning, meaning)
    return raised


def measure_unknown(matches: Sequence[WordMatch]) -> float:
    """Return the share in [0, 1] of the words asked for, by rarity, that no idea has in any language or form.

    unknown = Σ_t r_t · (1 − max_u strength(t, u)) / Σ_t r_t over the words t asked for and the lemmas u of all ideas.
    """
    most = sum(match.rarity for match in matches)
    missing = sum(match.rarity * (1 - float(match.strengths.max(initial=0))) for match in matches)
    return missing / most if most > 0 else 0.0
