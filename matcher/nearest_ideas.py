"""Who is nearest to whom: the graph of nearest neighbours that themes are found by."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from matcher.closeness import compare_others, find_greatest, measure_closeness, measure_crowding
from models.embeddings import Vectors
from models.language import LanguageCode

N_JOINED: Final = 5
"""Nearest others that hold ideas together; measured on SIB-200 and on the planted themes, see
docs/adr/themes-are-a-mixture-in-telling-directions.md.
"""
TWIN_CLOSENESS: Final = 0.0
"""Closeness from which nearest ideas of two languages share their cluster; measured on planted twins and SIB-200."""


@dataclass(frozen=True, slots=True, eq=False)
class NearestIdeas:
    """How ideas lie among each other.

    `rows` (n_ideas, 5) are those of the nearest others of each, the closest first, and `crowding` (n_ideas,) is the
    mean similarity of each to its nearest; fewer columns where there are fewer others.
    """

    rows: NDArray[np.intp]
    crowding: NDArray[np.float32]


def find_nearest_ideas(profiles: Vectors, *, crowding: NDArray[np.float32] | None = None) -> NearestIdeas:
    """Return how ideas lie among each other; parameters as for `find_nearest`."""
    if crowding is None:
        crowding = measure_crowding(profiles)
    return NearestIdeas(find_nearest(profiles, n_nearest=N_JOINED, crowding=crowding)[0], crowding)


def find_nearest(
    profiles: Vectors, *, n_nearest: int, crowding: NDArray[np.float32]
) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """Return the nearest others of each idea and how close they are.

    Parameters
    ----------
    profiles : shape (n_ideas, n_dims), unit length, calibrated
    n_nearest : int > 0; fewer come back where there are fewer others
    crowding : of each, shape (n_ideas,)

    Returns
    -------
    rows of the nearest, the closest first, ties by row, and their closeness; shape (n_ideas, n_nearest) each
    """
    n_ideas = len(profiles)
    n_nearest = min(n_nearest, max(n_ideas - 1, 0))
    nearest = np.zeros((n_ideas, n_nearest), dtype=np.intp)
    closeness = np.zeros((n_ideas, n_nearest), dtype=np.float32)
    for rows, similarity in compare_others(profiles):
        found = measure_closeness(similarity, crowding=crowding, own_crowding=crowding[rows, None])
        nearest[rows], closeness[rows] = find_greatest(found, n_nearest)
    return nearest, closeness


def find_twins(
    profiles: Vectors, languages: Sequence[LanguageCode], *, crowding: NDArray[np.float32]
) -> NDArray[np.intp]:
    """Return the ideas of two languages that are each other's nearest in another language than their own.

    Parameters
    ----------
    profiles : shape (n_ideas, n_dims), unit length, calibrated
    languages : one an idea
    crowding : of each, shape (n_ideas,)

    Returns
    -------
    rows of both, the lower first, shape (n_pairs, 2); only those of closeness `TWIN_CLOSENESS` or more
    """
    codes = np.unique(np.array(languages, dtype=np.str_), return_inverse=True)[1]
    nearest = np.full(len(profiles), -1, dtype=np.intp)
    closeness = np.full(len(profiles), -np.inf)
    for code in range(int(codes.max(initial=-1)) + 1):
        own, others = np.flatnonzero(codes == code), np.flatnonzero(codes != code)
        if others.size:
            similarity = profiles[own] @ profiles[others].T
            found = measure_closeness(similarity, crowding=crowding[others], own_crowding=crowding[own, None])
            nearest[own], closeness[own] = others[found.argmax(axis=1)], found.max(axis=1)
    rows = np.arange(len(profiles))
    is_twin = (nearest[nearest] == rows) & (rows < nearest) & (closeness >= TWIN_CLOSENESS)
    return np.stack([rows[is_twin], nearest[is_twin]], axis=1)


def join_nearest(nearest: NDArray[np.intp]) -> csr_array:
    """Return the graph in which two ideas are joined where either is among the nearest of the other.

    Parameters
    ----------
    nearest : rows of the nearest of each idea, shape (n_ideas, n_nearest)

    Returns
    -------
    symmetric, of ones, nothing on the diagonal; shape (n_ideas, n_ideas)
    """
    n_ideas, n_nearest = nearest.shape
    rows = np.repeat(np.arange(n_ideas), n_nearest)
    directed = csr_array((np.ones(nearest.size), (rows, nearest.ravel())), shape=(n_ideas, n_ideas))
    joined: csr_array = directed.maximum(directed.T).tocsr()
    return joined
