"""How close texts are to each other: their similarity, less what each is near to anyway."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from models.embeddings import Vectors

Similarity = NDArray[np.float32]

N_NEAREST: Final = 5
"""Neighbours by which crowding is judged; measured with 3 to 10 on the planted twins and SIB-200, docs/method.md."""
_STEEPNESS: Final = 20.0
_MIDDLE: Final = 0.1
"""Slope and middle of the relevance of a similar idea; measured, docs/method.md."""
_BLOCK: Final = 1024  # rows compared at a time, so that memory stays linear in the number of texts


def measure_closeness(similarity: Similarity, *, crowding: Similarity, own_crowding: Similarity | float) -> Similarity:
    """Return how close texts are: s − (r + r_own) / 2, in [-2, 2]; about 0.1 and more is the same matter.

    What is like everything is not like one in particular.

    Parameters
    ----------
    similarity : s, of the texts with one, shape (n_texts,), or with several, shape (n_own, n_texts)
    crowding : r of the texts, shape (n_texts,)
    own_crowding : r_own of the one text, or of the several as a column, shape (n_own, 1)

    References
    ----------
    Conneau et al. (2018), Word Translation Without Parallel Data, https://arxiv.org/abs/1710.04087 (CSLS).
    """
    return np.asarray(similarity - (crowding + np.asarray(own_crowding, dtype=np.float32)) / 2, dtype=np.float32)


def find_relevance(closeness: Similarity) -> Similarity:
    """Return the relevance in [0, 1] of texts so close, as the like of another: 1 / (1 + exp(−s · (closeness − m))).

    Examples
    --------
    >>> find_relevance(np.array([0.1, 0.3], dtype=np.float32)).round(2).tolist()
    [0.5, 0.9800000190734863]
    """
    return np.asarray(1 / (1 + np.exp(-_STEEPNESS * (closeness - _MIDDLE))), dtype=np.float32)


def measure_crowding(profiles: Vectors) -> Similarity:
    """Return the mean similarity of each profile to its nearest others, shape (n_ideas,); 0 where there are none."""
    crowding = np.zeros(len(profiles), dtype=np.float32)
    for rows, similarity in compare_others(profiles):
        crowding[rows] = average_nearest(similarity, n_others=len(profiles) - 1)
    return crowding


def average_nearest(similarity: Similarity, *, n_others: int) -> Similarity:
    """Return the mean of the greatest values of each row, as many as crowding is judged by; 0 where there are none.

    Parameters
    ----------
    similarity : shape (n_rows, n_texts)
    n_others : how many of the texts count; there may be one more in a row, of minus infinity

    Examples
    --------
    >>> average_nearest(np.array([[0, 0.5, 0.5, 0.5, 0.5, 0.5]], dtype=np.float32), n_others=6).tolist()
    [0.5]
    """
    n_nearest = min(N_NEAREST, n_others)
    if n_nearest < 1:
        return np.zeros(len(similarity), dtype=np.float32)
    _, nearest = find_greatest(similarity, n_nearest)
    return np.asarray(nearest.mean(axis=1), dtype=np.float32)


def find_greatest(values: NDArray[np.floating], n_found: int) -> tuple[NDArray[np.intp], NDArray[np.floating]]:
    """Return the greatest values of each row and their columns, the greatest first, of equal ones the first.

    Parameters
    ----------
    values : shape (n_rows, n_columns)
    n_found : int ≤ n_columns; small, for each is looked for in turn, which is sooner done than putting all in order

    Returns
    -------
    columns and values, shape (n_rows, n_found) each

    Examples
    --------
    >>> columns, values = find_greatest(np.array([[0.5, 0.9, 0.5]]), 2)
    >>> columns.tolist(), values.tolist()
    ([[1, 0]], [[0.9, 0.5]])
    """
    left, rows = values.copy(), np.arange(len(values))
    columns = np.empty((len(values), n_found), dtype=np.intp)
    for place in range(n_found):
        columns[:, place] = left.argmax(axis=1)
        left[rows, columns[:, place]] = -np.inf
    return columns, np.take_along_axis(values, columns, axis=1)


def compare_others(
    vectors: NDArray[np.floating],
) -> Iterator[tuple[NDArray[np.intp], NDArray[np.floating]]]:
    """Give the cosines of all vectors with all, some rows at a time: the rows, and their cosines, −∞ with themselves.

    Parameters
    ----------
    vectors : shape (n_texts, n_dims), unit length
    """
    for begin in range(0, len(vectors), _BLOCK):
        rows = np.arange(begin, min(begin + _BLOCK, len(vectors)))
        similarity = vectors[rows] @ vectors.T
        similarity[rows - begin, rows] = -np.inf
        yield rows, similarity
