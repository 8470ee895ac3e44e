"""Ideas like an idea: the same need described elsewhere, in any of the languages."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from matcher.calibration import normalise_rows
from matcher.highlights import find_best_sentence, find_matched_words, find_rare_lemmas
from matcher.search_index import SearchIndex
from models.embeddings import Vectors
from models.graph import SimilarIdeas
from models.idea import IdeaId
from models.search import SearchHit

N_NEAREST: Final = 5
"""Neighbours by which crowding is judged; measured with 3 to 10 on the planted twins and SIB-200, docs/method.md."""
_STEEPNESS: Final = 20.0
_MIDDLE: Final = 0.1
"""Slope and middle of the relevance of a similar idea; measured, docs/method.md."""
_BLOCK: Final = 1024  # rows compared at a time, so that memory stays linear in the number of ideas


def make_profiles(
    vectors: Vectors, sentence_vectors: Vectors, *, bounds: NDArray[np.intp], n_main: NDArray[np.intp]
) -> Vectors:
    """Return one vector an idea, half its whole text and half the mean of its main sentences.

    Parameters
    ----------
    vectors : of whole texts, shape (n_ideas, n_dims), calibrated
    sentence_vectors : of all sentences, shape (n_sentences, n_dims), calibrated
    bounds : shape (n_ideas + 1,), where the sentences of each idea begin
    n_main : shape (n_ideas,), how many of them, from the first, are about the idea itself; > 0

    Returns
    -------
    shape (n_ideas, n_dims), unit length
    """
    if not len(vectors):
        return vectors
    edges = np.stack([bounds[:-1], bounds[:-1] + n_main], axis=1).ravel()
    padded = np.concatenate([sentence_vectors, np.zeros((1, vectors.shape[1]), dtype=np.float32)])
    sums: Vectors = np.add.reduceat(padded, edges, axis=0)[::2]
    return normalise_rows(vectors + normalise_rows(sums))


def measure_crowding(profiles: Vectors) -> NDArray[np.float32]:
    """Return the mean similarity of each profile to its nearest others, shape (n_ideas,); 0 where there are none."""
    n_ideas = len(profiles)
    n_nearest = min(N_NEAREST, n_ideas - 1)
    crowding = np.zeros(n_ideas, dtype=np.float32)
    if n_nearest < 1:
        return crowding
    for begin in range(0, n_ideas, _BLOCK):
        similarity = profiles[begin : begin + _BLOCK] @ profiles.T
        similarity[np.arange(len(similarity)), np.arange(begin, begin + len(similarity))] = -np.inf
        nearest = np.partition(similarity, -n_nearest, axis=1)[:, -n_nearest:]
        crowding[begin : begin + _BLOCK] = nearest.mean(axis=1)
    return crowding


def list_similar_pairs(index: SearchIndex, *, n_nearest: int = 3) -> tuple[SimilarIdeas, ...]:
    """Return every idea with those most like it, each pair once, by ids.

    Parameters
    ----------
    index : all ideas; without profiles there are no pairs
    n_nearest : int > 0, how many of the others each idea is paired with; closeness as for `find_similar`
    """
    if index.profiles is None or index.crowding is None:
        return ()
    ids = [idea.id for idea in index.ideas]
    n_nearest = min(n_nearest, len(ids) - 1)
    pairs: dict[tuple[IdeaId, IdeaId], float] = {}
    for begin in range(0, len(ids) if n_nearest > 0 else 0, _BLOCK):
        rows = np.arange(begin, min(begin + _BLOCK, len(ids)))
        similarity = index.profiles[rows] @ index.profiles.T
        closeness = similarity - (index.crowding[rows, None] + index.crowding) / 2
        closeness[rows - begin, rows] = -np.inf
        for row, others in zip(rows, np.argsort(-closeness, axis=1, kind="stable")[:, :n_nearest], strict=True):
            for other in others:
                first, second = sorted((ids[row], ids[other]))
                pairs[first, second] = float(_find_relevance(closeness[row - begin, other]))
    return tuple(SimilarIdeas(first, second, closeness) for (first, second), closeness in sorted(pairs.items()))


def _find_relevance(closeness: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return closeness in [0, 1]."""
    relevance: NDArray[np.float32] = 1 / (1 + np.exp(-_STEEPNESS * (closeness - _MIDDLE)))
    return relevance


def find_similar(index: SearchIndex, idea_id: IdeaId, *, n_hits: int = 5) -> tuple[SearchHit, ...]:
    """Return the ideas most like one, best first, itself left out.

    closeness(i, j) = p_i · p_j − (r_i + r_j) / 2 with profiles p and crowding r: an idea that is like everything is
    not like this one in particular. relevance = 1 / (1 + exp(−s · (closeness − m))).

    Parameters
    ----------
    index : all ideas; without sentence vectors nothing is found
    idea_id : the idea whose like is sought; it must be in the index
    n_hits : int > 0; fewer come back where there are fewer ideas

    Returns
    -------
    hits by descending relevance, ties by idea id

    References
    ----------
    Conneau et al. (2018), Word Translation Without Parallel Data, https://arxiv.org/abs/1710.04087, for the crowding
    (CSLS).
    """
    if index.profiles is None or index.crowding is None:
        return ()
    row = next(position for position, idea in enumerate(index.ideas) if idea.id == idea_id)
    similarity = index.profiles @ index.profiles[row]
    closeness = similarity - (index.crowding + index.crowding[row]) / 2
    order = [other for other in np.argsort(-closeness, kind="stable") if other != row][:n_hits]
    relevance = _find_relevance(closeness)
    telling = find_rare_lemmas(index, row)
    return tuple(
        SearchHit(
            idea_id=index.ideas[other].id,
            relevance=float(relevance[other]),
            similarity=float(np.clip(similarity[other], -1, 1)),
            word_score=0.0,
            matched_words=find_matched_words(index, int(other), telling),
            best_sentence=find_best_sentence(index, int(other), telling={}, vector=index.profiles[row]),
        )
        for other in order
    )
