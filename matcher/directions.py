"""The directions that tell themes apart: in which ideas differ while their nearest neighbours do not."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import eigh

from matcher.components import find_components
from matcher.nearest_ideas import NearestIdeas, join_nearest
from models.embeddings import Vectors

N_DIRECTIONS: Final = 20
RIDGE: Final = 1.0
"""Directions kept of up to a thousand ideas, and how little the scatter of neighbours is trusted; measured on SIB-200
and on the planted themes, see docs/adr/themes-are-a-mixture-in-telling-directions.md.
"""
_IDEAS_PER_DIRECTION: Final = 50
_MOST_DIRECTIONS: Final = 60
"""Larger sets have one direction for so many ideas, up to so many, in which finer themes are told; the same."""

Points = NDArray[np.float64]
"""Ideas in the directions that tell themes apart, the most telling first; shape (n_ideas, n_directions), unit length.
"""


def count_directions(n_ideas: int) -> int:
    """Return in how many directions so many ideas are described.

    Examples
    --------
    >>> [count_directions(n_ideas) for n_ideas in (133, 2_307, 9_000)]
    [20, 46, 60]
    """
    return max(N_DIRECTIONS, min(n_ideas // _IDEAS_PER_DIRECTION, _MOST_DIRECTIONS))


def find_directions(profiles: Vectors, *, nearest: NearestIdeas, n_directions: int | None = None) -> Points:
    """Return ideas in the directions in which they differ most while nearest neighbours differ least.

    The directions w maximise (wᵀ S w) / (wᵀ (L + ρI) w) with S the scatter of all ideas about their mean and L that of
    neighbours about each other, L = Yᵀ (D − W) Y / Σ D, ρ `RIDGE` times the mean eigenvalue of L.

    Parameters
    ----------
    profiles : shape (n_ideas, n_dims), unit length, calibrated
    nearest : of the same
    n_directions : int > 0, None for as many as there are ideas for; fewer come back where there are fewer dimensions

    Returns
    -------
    shape (n_ideas, n_directions), rows of unit length

    References
    ----------
    He and Niyogi (2003), Locality Preserving Projections,
    https://papers.nips.cc/paper/2003/hash/d69116f8b0140cdeb1f99a4d5096ffe4-Abstract.html, for the scatter of neighbours
    """
    if len(profiles) < 2:  # noqa: PLR2004 - one idea differs from nobody
        return np.zeros((len(profiles), 1))
    coordinates = find_components(profiles)
    rank = coordinates.shape[1]
    if rank < 2:  # noqa: PLR2004 - on one line there is no direction to choose
        return np.zeros((len(profiles), 1))
    graph = join_nearest(nearest.rows)
    degree = np.asarray(graph.sum(axis=1)).ravel()
    local = coordinates.T @ (degree[:, None] * coordinates - graph @ coordinates) / degree.sum()
    overall = coordinates.T @ coordinates / len(coordinates)
    ridge = RIDGE * np.trace(local) / profiles.shape[1]
    n_kept = min(count_directions(len(profiles)) if n_directions is None else n_directions, rank - 1)
    _, directions = eigh(overall, local + ridge * np.eye(rank), subset_by_index=[rank - n_kept, rank - 1])
    return keep_first((coordinates @ directions)[:, ::-1], n_kept)


def keep_first(points: Points, n_directions: int) -> Points:
    """Return points in their most telling directions alone, brought to length 1 in these."""
    points = points[:, :n_directions]
    lengths = np.linalg.norm(points, axis=1, keepdims=True)
    scaled: Points = np.divide(points, lengths, out=np.zeros_like(points), where=lengths > 0)
    return scaled
