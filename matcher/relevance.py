"""How well each idea answers a query, from meaning, words and wording, as one relevance in [0, 1]."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from matcher.calibration import find_kind
from matcher.lexical import Scores, WordMatch, read_query
from matcher.search_index import SearchIndex
from models.language import LanguageCode

MEANING_WEIGHT: Final = 20.0
WORDS_WEIGHT: Final = 4.0
WORDING_WEIGHT: Final = 12.0
START: Final = -4.5
"""Weights of the parts in the log-odds of relevance, and where they start; measured, see docs/method.md."""


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """What speaks for each idea; arrays of shape (n_ideas,).

    `relevance`, `words` and `wording` are in [0, 1]; `similarity` and `meaning` in [-1, 1], None while only words can
    be searched. `vector` is the calibrated vector of the query, shape (n_dims,); `matches` tells which words it has.
    """

    relevance: Scores
    words: Scores
    wording: Scores
    similarity: Scores | None
    meaning: Scores | None
    vector: NDArray[np.float32] | None
    matches: tuple[WordMatch, ...]


def weigh_evidence(
    index: SearchIndex, query: str, *, language: LanguageCode, query_vector: NDArray[np.float32] | None
) -> Evidence:
    """Return what speaks for each idea of the index as an answer to `query`.

    relevance = 1 / (1 + exp(−(a + b · meaning + c · words² + d · wording²))) where meaning counts, words where it does
    not. meaning is the mean of two calibrated cosines with the query: of the idea's text and of its nearest sentence.
    words is the share of the query's words that the idea has (matcher/lexical.py), wording the likeness of letters
    (matcher/wording.py). Both are squared: one common word of four is hardly a sign, all four are.

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
    matches = index.lexical.match(read_query(query, index.lemmatiser))
    words = index.lexical.score(matches)
    wording = index.wording.score(query)
    if query_vector is None or index.vectors is None or index.calibrator is None:
        return Evidence(words, words, wording, None, None, None, matches)
    vector = index.calibrator.calibrate(query_vector[None, :], [find_kind(query, language)])[0]
    similarity = np.asarray(index.vectors @ vector, dtype=np.float32)
    meaning = similarity
    if index.sentence_vectors is not None and index.ideas:
        nearest = np.maximum.reduceat(index.sentence_vectors @ vector, index.bounds[:-1])
        meaning = (similarity + nearest) / 2
    points = START + MEANING_WEIGHT * meaning + WORDS_WEIGHT * words**2 + WORDING_WEIGHT * wording**2
    relevance = np.asarray(1 / (1 + np.exp(-points)), dtype=np.float32)
    return Evidence(relevance, words, wording, similarity, meaning, vector, matches)
