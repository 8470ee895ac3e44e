"""Clusters ideas by meaning: first the directions that tell themes apart, then a mixture of clusters in them."""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import eigh
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_array
from sklearn.exceptions import ConvergenceWarning
from sklearn.mixture import GaussianMixture
from threadpoolctl import threadpool_limits

from matcher.neighbours import find_nearest, find_twins, join_nearest, measure_modularity
from models.embeddings import Vectors
from models.language import LanguageCode

N_DIRECTIONS: Final = 20
N_NEIGHBOURS: Final = 5
RIDGE: Final = 1.0
LEAST_VARIANCE: Final = 0.02
"""Directions kept, neighbours that hold them together, how little the scatter of neighbours is trusted, and what is
added to each variance of the mixture; measured on SIB-200 and on the planted themes, see the ADR.
"""
FEWEST: Final = 8
"""Fewer ideas than this are one theme; taste: there is nothing to tell apart."""
_MEAN_SIZE: Final = 4
"""No more clusters are tried than would have this many ideas each on average; taste: a table seats as many."""
_MOST_CLUSTERS: Final = 60
"""The most clusters tried; taste: more are no overview. A number that is asked for is kept."""
_STARTS: Final = 24
_FEWEST_STARTS: Final = 5
_FITTED: Final = 1_500
"""Of 24 starts the likeliest is taken; of each number tried, of as many as fit 1,500 ideas, five at least; measured."""
_STEPS_MAX: Final = 60
_COARSE: Final = 5
"""From this many clusters on, every fifth number is tried first, and then the numbers around the best."""
_RESAMPLES: Final = 20
_DRAWN: Final = 0.8

Labels = NDArray[np.intp]
"""The cluster of each idea, shape (n_ideas,), from 0, none empty."""


@dataclass(frozen=True, slots=True, eq=False)
class Clustering:
    """Clusters with what they were found in.

    `points` (n_ideas, n_directions) are the ideas in the directions that tell themes apart, of unit length; `labels`
    (n_ideas,) their clusters, and `stability` (n_clusters,) in [0, 1] how alike each comes back.
    """

    points: NDArray[np.float64]
    labels: Labels
    stability: NDArray[np.float64]


def cluster_profiles(
    profiles: Vectors,
    *,
    languages: Sequence[LanguageCode] = (),
    n_clusters: int | None = None,
    random_state: int,
) -> Clustering:
    """Return the clusters of ideas; nobody is left out.

    Without `n_clusters` the number is chosen: of the mixtures of 2, 3, … clusters the one that keeps most nearest
    neighbours together, by modularity. The graph has max(2, n^⅓ / 2) neighbours an idea, so that what counts as near
    grows with the ideas.

    Parameters
    ----------
    profiles : shape (n_ideas, n_dims), unit length, calibrated
    languages : one an idea; twins in two languages stay together. Empty where they are not known
    n_clusters : int > 0, or None to choose; no more than there are ideas
    random_state : seed of the starts of the mixtures and of the resampling

    Returns
    -------
    Clustering; the largest cluster is 0, equal ones by their first idea

    Notes
    -----
    The same profiles in the same order give the same labels. Cost is n² for the neighbours and n for each number tried.

    References
    ----------
    Our own choice, see docs/adr/themes-are-a-mixture-in-telling-directions.md.
    """
    n_ideas = len(profiles)
    if n_ideas < FEWEST and n_clusters is None:
        return Clustering(find_directions(profiles), np.zeros(n_ideas, dtype=np.intp), np.ones(min(n_ideas, 1)))
    # One thread: several would add up in another order, and leave no core to the pages.
    with threadpool_limits(limits=1):
        points = find_directions(profiles)
        if n_clusters is None:
            nearest, _ = find_nearest(profiles, n_nearest=max(2, int(n_ideas ** (1 / 3) / 2)))
            graph = join_nearest(nearest)
            n_clusters = _choose_number(points, graph, random_state=random_state)
        labels = _fit(
            points, n_clusters, random_state=random_state, twins=find_twins(profiles, languages) if languages else None
        )
        stability = measure_stability(points, labels, random_state=random_state)
    return Clustering(points, labels, stability)


def find_directions(profiles: Vectors, *, n_directions: int = N_DIRECTIONS) -> NDArray[np.float64]:
    """Return ideas in the directions in which they differ most while nearest neighbours differ least.

    The directions w maximise (wᵀ S w) / (wᵀ (L + ρI) w) with S the scatter of all ideas about their mean and L that of
    neighbours about each other, L = Yᵀ (D − W) Y / Σ D, ρ `RIDGE` times the mean eigenvalue of L.

    Parameters
    ----------
    profiles : shape (n_ideas, n_dims), unit length, calibrated
    n_directions : int > 0; fewer come back where there are fewer ideas or dimensions

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
    centred = profiles.astype(np.float64) - profiles.mean(axis=0, dtype=np.float64)
    left, strengths, _ = np.linalg.svd(centred, full_matrices=False)
    rank = int((strengths > max(strengths[0] * 1e-6, 1e-6)).sum())
    if rank < 2:  # noqa: PLR2004 - on one line there is no direction to choose
        return np.zeros((len(profiles), 1))
    coordinates = left[:, :rank] * strengths[:rank]
    graph = join_nearest(find_nearest(profiles, n_nearest=N_NEIGHBOURS)[0])
    degree = np.asarray(graph.sum(axis=1)).ravel()
    local = coordinates.T @ (degree[:, None] * coordinates - graph @ coordinates) / degree.sum()
    overall = coordinates.T @ coordinates / len(coordinates)
    ridge = RIDGE * np.trace(local) / profiles.shape[1]
    n_kept = min(n_directions, rank - 1)
    _, directions = eigh(overall, local + ridge * np.eye(rank), subset_by_index=[rank - n_kept, rank - 1])
    points = (coordinates @ directions)[:, ::-1]
    lengths = np.linalg.norm(points, axis=1, keepdims=True)
    scaled: NDArray[np.float64] = np.divide(points, lengths, out=np.zeros_like(points), where=lengths > 0)
    return scaled


def measure_stability(points: NDArray[np.float64], labels: Labels, *, random_state: int) -> NDArray[np.float64]:
    """Return how alike each cluster comes back when four fifths of the ideas are drawn and clustered anew.

    The mean over twenty draws of the Jaccard similarity with the cluster of the draw that is most like it.

    Parameters
    ----------
    points : shape (n_ideas, n_directions)
    labels : their clusters
    random_state : seed of the draws

    Returns
    -------
    shape (n_clusters,), in [0, 1]

    References
    ----------
    Hennig (2007), Cluster-wise assessment of cluster stability, https://doi.org/10.1016/j.csda.2006.11.025
    """
    n_clusters = int(labels.max(initial=-1)) + 1
    if n_clusters <= 1:
        return np.ones(n_clusters)
    chance = np.random.default_rng(random_state)
    found = []
    for _ in range(_RESAMPLES):
        drawn = np.sort(chance.permutation(len(points))[: max(n_clusters, int(_DRAWN * len(points)))])
        again = _fit(points[drawn], n_clusters, random_state=int(chance.integers(2**31)), n_starts=1)
        found.append(_compare(labels[drawn], again, n_clusters))
    stability: NDArray[np.float64] = np.nanmean(np.stack(found), axis=0)
    return stability


def match_clusters(previous: Sequence[frozenset[int]], current: Sequence[frozenset[int]]) -> dict[int, int]:
    """Return which current cluster goes on which previous one: the pairing that keeps most ideas where they were.

    Parameters
    ----------
    previous, current : members of each cluster

    Returns
    -------
    position in `previous` by position in `current`; clusters that share nobody are not paired

    Examples
    --------
    >>> match_clusters([frozenset({1, 2}), frozenset({3})], [frozenset({3, 4}), frozenset({1, 2})])
    {0: 1, 1: 0}
    """
    if not previous or not current:
        return {}
    shared = np.array([[len(one & other) for other in previous] for one in current])
    rows, columns = linear_sum_assignment(-shared)
    return {int(row): int(column) for row, column in zip(rows, columns, strict=True) if shared[row, column]}


def _choose_number(points: NDArray[np.float64], graph: csr_array, *, random_state: int) -> int:
    """Return the number of clusters of highest modularity; of equal ones the least."""
    most = max(2, min(_MOST_CLUSTERS, len(points) // _MEAN_SIZE))
    step = 1 if most <= _MOST_CLUSTERS // 2 + _COARSE else _COARSE
    n_starts = max(_FEWEST_STARTS, min(_STARTS, _FITTED // len(points)))
    tried: dict[int, float] = {}

    def try_all(numbers: Sequence[int]) -> int:
        for number in numbers:
            if number not in tried:
                labels = _fit(points, number, random_state=random_state, n_starts=n_starts)
                tried[number] = measure_modularity(graph, labels)
        return max(tried, key=lambda number: (tried[number], -number))

    best = try_all(range(2, most + 1, step))
    return try_all(range(max(2, best - step + 1), min(most, best + step - 1) + 1))


def _fit(
    points: NDArray[np.float64],
    n_clusters: int,
    *,
    random_state: int,
    n_starts: int = _STARTS,
    twins: NDArray[np.intp] | None = None,
) -> Labels:
    """Return the clusters of a mixture of normal distributions of one shape, largest first; of several starts the best.

    Equal ideas stay together, so there are no more clusters than different ideas; so do `twins`, in the cluster that is
    likeliest for both at once.
    """
    n_clusters = min(n_clusters, len(np.unique(points, axis=0)))
    mixture = GaussianMixture(
        n_clusters,
        covariance_type="tied",
        reg_covar=LEAST_VARIANCE,
        n_init=n_starts,
        max_iter=_STEPS_MAX,
        init_params="kmeans",
        random_state=random_state,
    )
    with warnings.catch_warnings():
        # A start that has not settled after so many steps is as good as one that has.
        warnings.simplefilter("ignore", ConvergenceWarning)
        found = mixture.fit_predict(points)
    if twins is not None and len(twins):
        likelihoods = mixture.predict_proba(points)
        found[twins] = (likelihoods[twins[:, 0]] * likelihoods[twins[:, 1]]).argmax(axis=1)[:, None]
    _, firsts, labels, sizes = np.unique(found, return_index=True, return_inverse=True, return_counts=True)
    ranks = np.empty(len(sizes), dtype=np.intp)
    ranks[np.lexsort((firsts, -sizes))] = np.arange(len(sizes))
    ranked: Labels = ranks[labels]
    return ranked


def _compare(labels: Labels, again: Labels, n_clusters: int) -> NDArray[np.float64]:
    """Return the Jaccard similarity of each cluster with its like, NaN for one of which nobody was drawn."""
    shared = np.zeros((n_clusters, int(again.max()) + 1))
    np.add.at(shared, (labels, again), 1)
    sizes, sizes_again = shared.sum(axis=1, keepdims=True), shared.sum(axis=0, keepdims=True)
    best: NDArray[np.float64] = (shared / (sizes + sizes_again - shared)).max(axis=1)
    return np.where(sizes[:, 0] > 0, best, np.nan)
