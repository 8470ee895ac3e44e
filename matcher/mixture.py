"""Fits mixtures of clusters: normal distributions of one shape, told from few ideas in many directions."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

SHRINKAGE: Final = 0.5
"""How far the common shape is drawn towards a ball; 0.3 to 0.7 are as good on SIB-200 and the planted themes, see
docs/adr/themes-are-a-mixture-in-telling-directions.md.
"""
_ROUNDS: Final = 5  # of k-means before the mixture; measured: without them more starts end badly
_STEPS_MAX: Final = 60
_LEAST_GAIN: Final = 1e-3
"""Steps end at so many, or when the mean log-likelihood of an idea grows by less; measured: more moves nobody."""

Memberships = NDArray[np.float64]
"""How likely each idea is of each cluster; shape (n_ideas, n_clusters), in [0, 1], rows sum to 1."""


@dataclass(frozen=True, slots=True, eq=False)
class Mixture:
    """A fitted mixture, with the mean log-likelihood of an idea up to a constant."""

    memberships: Memberships
    likelihood: float


def fit_mixtures(
    points: NDArray[np.float64], n_clusters: int, *, n_starts: int, random_state: int, shrinkage: float = SHRINKAGE
) -> list[Mixture]:
    """Return the mixtures that several starts lead to, in the order of the starts.

    Starts are centres drawn by k-means++ and settled by a few rounds of k-means; `climb_mixture` does the rest.

    Parameters
    ----------
    points : shape (n_ideas, n_directions)
    n_clusters : int in [1, number of different points]
    n_starts : int > 0
    random_state : seed of the starts
    shrinkage : in (0, 1]

    Notes
    -----
    The same points in the same order and the same seed give the same mixtures. Cost is linear in ideas, clusters,
    directions and starts.

    Examples
    --------
    >>> points = np.array([[0.0, 0.1], [0.1, 0.0], [5.0, 5.1], [5.1, 5.0]])
    >>> best = max(fit_mixtures(points, 2, n_starts=3, random_state=0), key=lambda mixture: mixture.likelihood)
    >>> likely = best.memberships.argmax(axis=1)
    >>> bool(likely[0] == likely[1] != likely[2] == likely[3])
    True
    """
    chance = np.random.default_rng(random_state)
    return [
        climb_mixture(points, _draw_start(points, n_clusters, random_state=int(seed)), shrinkage=shrinkage)
        for seed in chance.integers(2**31, size=n_starts)
    ]


def climb_mixture(
    points: NDArray[np.float64],
    memberships: Memberships,
    *,
    shrinkage: float = SHRINKAGE,
    n_steps: int = _STEPS_MAX,
) -> Mixture:
    """Return the mixture that expectation–maximisation reaches from a start.

    Clusters are normal distributions with means μ_c, shares π_c and one covariance Σ. It is shrunk in every step:
    (1 − λ) Σ + λ tr(Σ) / d · I with λ `shrinkage` and d directions; so a hundred ideas are enough for twenty
    directions and the spread stays what it was.

    Parameters
    ----------
    points : shape (n_ideas, n_directions)
    memberships : to start from
    shrinkage : in (0, 1]
    n_steps : int > 0; steps end earlier where little is gained

    Returns
    -------
    of as many clusters; one may be left without an idea that is likeliest of it

    References
    ----------
    Banfield and Raftery (1993), Model-based Gaussian and non-Gaussian clustering, https://doi.org/10.2307/2532201.
    Ledoit and Wolf (2004), https://doi.org/10.1016/S0047-259X(03)00096-4, for the shape of the shrinkage.
    """
    n_ideas, n_directions = points.shape
    overall = points.T @ points / n_ideas
    likelihood = -np.inf
    for _ in range(n_steps):
        sizes = memberships.sum(axis=0) + 1e-9  # a cluster may be left without ideas
        means = memberships.T @ points / sizes[:, None]
        shape = overall - (means.T * (sizes / n_ideas)) @ means
        spread = max(float(np.trace(shape)) / n_directions, 1e-9)  # equal points have none
        shape = (1 - shrinkage) * shape + shrinkage * spread * np.eye(n_directions)
        root = np.linalg.cholesky(shape)
        whitened, centres = np.linalg.solve(root, points.T).T, np.linalg.solve(root, means.T).T
        logs = whitened @ centres.T + np.log(sizes / n_ideas) - (centres**2).sum(axis=1) / 2
        highest = logs.max(axis=1, keepdims=True)
        weights = np.exp(logs - highest)
        totals = weights.sum(axis=1, keepdims=True)
        memberships = weights / totals
        fits = highest[:, 0] + np.log(totals[:, 0]) - (whitened**2).sum(axis=1) / 2
        gained, likelihood = likelihood, float(fits.mean() - np.log(np.diag(root)).sum())
        if likelihood - gained < _LEAST_GAIN:
            break
    return Mixture(memberships, likelihood)


def draw_centres(points: NDArray[np.float64], n_clusters: int, *, random_state: int) -> NDArray[np.intp]:
    """Return rows of points that lie well apart: greedy k-means++.

    Each next one is drawn with a chance in proportion to the squared distance from the nearest of those before, and of
    2 + ⌊log n_clusters⌋ drawn that one stays which leaves the least sum of such distances.

    Parameters
    ----------
    points : shape (n_ideas, n_directions)
    n_clusters : int in [1, n_ideas]
    random_state : seed

    Returns
    -------
    shape (n_clusters,), in the order drawn

    Notes
    -----
    The draws are those of `sklearn.cluster.kmeans_plusplus`, which checks its arguments anew for every centre: for the
    few hundred starts of one map that takes a hundred times as long.

    References
    ----------
    Arthur and Vassilvitskii (2007), k-means++: the advantages of careful seeding,
    https://dl.acm.org/doi/10.5555/1283383.1283494
    """
    chance = np.random.RandomState(random_state)  # the old generator, whose draws scikit-learn takes
    n_trials = 2 + int(np.log(n_clusters))
    lengths = (points**2).sum(axis=1)
    rows = np.empty(n_clusters, dtype=np.intp)
    rows[0] = chance.choice(len(points), p=np.full(len(points), 1 / len(points)))
    distances = np.maximum(lengths - 2 * points @ points[rows[0]] + lengths[rows[0]], 0)
    for place in range(1, n_clusters):
        drawn = np.searchsorted(np.cumsum(distances), chance.uniform(size=n_trials) * distances.sum())
        drawn = np.minimum(drawn, len(points) - 1)
        left = np.maximum(lengths - 2 * points[drawn] @ points.T + lengths[drawn, None], 0)
        np.minimum(distances, left, out=left)
        best = left.sum(axis=1).argmin()
        rows[place], distances = drawn[best], left[best]
    return rows


def _draw_start(points: NDArray[np.float64], n_clusters: int, *, random_state: int) -> Memberships:
    """Return memberships of 0 and 1 after a few rounds of k-means; a centre that lost all its points stays."""
    centres = points[draw_centres(points, n_clusters, random_state=random_state)]
    memberships = np.zeros((len(points), n_clusters))
    for _ in range(_ROUNDS):
        nearest = (points @ centres.T - (centres**2).sum(axis=1) / 2).argmax(axis=1)
        memberships = np.eye(n_clusters)[nearest]
        sizes = memberships.sum(axis=0)[:, None]
        centres = np.where(sizes > 0, memberships.T @ points / np.maximum(sizes, 1), centres)
    return memberships
