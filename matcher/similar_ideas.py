"""Ideas like an idea: the same need described elsewhere, in any of the languages."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from matcher.calibration import normalise_rows
from matcher.closeness import find_relevance, measure_closeness
from matcher.embedding import average_main
from matcher.highlights import find_best_sentence, find_matched_words, find_rare_lemmas
from matcher.nearest_ideas import find_nearest
from matcher.search_index import SearchIndex
from models.embeddings import Vectors
from models.graph import SimilarIdeas
from models.idea import IdeaId
from models.search import SearchHit

_ALWAYS_SHOWN: Final = 3
_WORTH_SHOWING: Final = float(find_relevance(np.zeros((), dtype=np.float32)))
"""Relevance of a closeness of 0, some 0.12. Of the planted ideas below it two in a hundred are on the same thing, and
all of those are among the first three; measured, docs/method.md.
"""


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
    return normalise_rows(vectors + average_main(sentence_vectors, bounds=bounds, n_main=n_main))


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
    nearest, closeness = find_nearest(index.profiles, n_nearest=n_nearest, crowding=index.crowding)
    pairs: dict[tuple[IdeaId, IdeaId], float] = {}
    for row, own_id in enumerate(ids):
        for other, relevance in zip(nearest[row], find_relevance(closeness[row]).tolist(), strict=True):
            first, second = sorted((own_id, ids[other]))
            pairs[first, second] = relevance
    return tuple(SimilarIdeas(first, second, relevance) for (first, second), relevance in sorted(pairs.items()))


def leave_out_padding(hits: Sequence[SearchHit]) -> tuple[SearchHit, ...]:
    """Return the hits worth a reader's time: the first three, and of the others those that are at all close.

    Parameters
    ----------
    hits : of `find_similar`, best first
    """
    return tuple(hit for place, hit in enumerate(hits) if place < _ALWAYS_SHOWN or hit.relevance >= _WORTH_SHOWING)


def find_similar(index: SearchIndex, idea_id: IdeaId, *, n_hits: int = 5) -> tuple[SearchHit, ...]:
    """Return the ideas most like one, best first, itself left out.

    closeness(i, j) = p_i · p_j − (r_i + r_j) / 2 with profiles p and crowding r: an idea that is like everything is
    not like this one in particular. Its relevance: `matcher.closeness.find_relevance`.

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
    row = index.find_row(idea_id)
    similarity = index.profiles @ index.profiles[row]
    closeness = measure_closeness(similarity, crowding=index.crowding, own_crowding=index.crowding[row])
    order = [other for other in np.argsort(-closeness, kind="stable") if other != row][:n_hits]
    relevance = find_relevance(closeness)
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
