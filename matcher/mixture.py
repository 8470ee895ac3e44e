"""Fits mixtures of clusters: normal distributions of one shape, told from few ideas in many directions."""

from collections.abc import Sequence
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
LEAST_GAIN: Final = 1e-3
"""Steps end at so many, or when the mean log-likelihood of an idea grows by less; measured: more moves nobody."""

Memberships = NDArray[np.float32]
"""How likely each idea is of each cluster; shape (n_clusters, n_ideas), in [0, 1], columns sum to 1.

One row a cluster, so that what is done for every idea runs along rows that lie together in memory.
"""


@dataclass(frozen=True, slots=True, eq=False)
class Mixture:
    """A fitted mixture, with the mean log-likelihood of an idea up to a constant."""

    memberships: Memberships
    likelihood: float


def fit_mixtures(
    points: NDArray[np.floating],
    centres: NDArray[np.intp],
    *,
    shrinkage: float = SHRINKAGE,
    least_gain: float = LEAST_GAIN,
) -> list[Mixture]:
    """Return the mixtures that several starts lead to, in the order of the starts.

    A start is settled by a few rounds of k-means; `climb_mixtures` does the rest.

    Parameters
    ----------
    points : shape (n_ideas, n_directions)
    centres : rows of points to start from, shape (n_starts, n_clusters), as `draw_centres` returns
    shrinkage : in (0, 1]
    least_gain : steps end where the mean log-likelihood of an idea grows by less

    Notes
    -----
    The same points in the same order and the same centres give the same mixtures. Cost is linear in ideas, clusters,
    directions and starts. All is computed in single precision.

    Examples
    --------
    >>> points = np.array([[0.0, 0.1], [0.1, 0.0], [5.0, 5.1], [5.1, 5.0]])
    >>> (found,) = fit_mixtures(points, np.array([[0, 2]]))
    >>> found.memberships.argmax(axis=0).tolist()
    [0, 0, 1, 1]
    """
    points = points.astype(np.float32)
    return climb_mixtures(points, _settle(points, points[centres]), shrinkage=shrinkage, least_gain=least_gain)


def climb_mixtures(
    points: NDArray[np.floating],
    starts: Memberships,
    *,
    shrinkage: float = SHRINKAGE,
    least_gain: float = LEAST_GAIN,
    n_steps: int = _STEPS_MAX,
) -> list[Mixture]:
    """Return the mixtures that expectation–maximisation reaches, one from each start.

    Clusters are normal distributions with means μ_c, shares π_c and one covariance Σ. It is shrunk in every step:
    (1 − λ) Σ + λ tr(Σ) / d · I with λ `shrinkage` and d directions; so a hundred ideas are enough for twenty
    directions and the spread stays what it was.

    Parameters
    ----------
    points : shape (n_ideas, n_directions)
    starts : memberships to start from, shape (n_starts, n_clusters, n_ideas)
    shrinkage : in (0, 1]
    least_gain : steps end where the mean log-likelihood of an idea grows by less
    n_steps : int > 0, the most

    Returns
    -------
    in the order of the starts, each of as many clusters; one may be left without an idea that is likeliest of it

    Notes
    -----
    All starts climb together until each has arrived, which spares most of the time that a small matrix takes.

    References
    ----------
    Banfield and Raftery (1993), Model-based Gaussian and non-Gaussian clustering, https://doi.org/10.2307/2532201.
    Ledoit and Wolf (2004), https://doi.org/10.1016/S0047-259X(03)00096-4, for the shape of the shrinkage.
    """
    points = points.astype(np.float32)
    climbing, current = np.arange(len(starts)), starts.astype(np.float32)
    memberships, likelihoods = current.copy(), np.full(len(starts), -np.inf)
    overall = np.asarray(points.T @ points / len(points), dtype=np.float32)
    for step in range(1, n_steps + 1):
        current, reached = _step(points, current, overall=overall, shrinkage=shrinkage)
        has_arrived = (reached - likelihoods[climbing] < least_gain) | (step == n_steps)
        likelihoods[climbing] = reached
        if has_arrived.any():
            memberships[climbing[has_arrived]] = current[has_arrived]
            climbing, current = climbing[~has_arrived], current[~has_arrived]
        if not len(climbing):
            break
    return [Mixture(each, float(likelihood)) for each, likelihood in zip(memberships, likelihoods, strict=True)]


def _step(
    points: NDArray[np.float32], memberships: Memberships, *, overall: NDArray[np.float32], shrinkage: float
) -> tuple[Memberships, NDArray[np.float32]]:
    """Return the memberships after one step, (n_starts, n_clusters, n_ideas), and the likelihoods before it.

    The mean of xᵀ Σ⁻¹ x over all ideas is tr(Σ⁻¹ S) with S `overall`, the mean of x xᵀ, so no idea has to be whitened.
    """
    n_ideas, n_directions = points.shape
    sizes = memberships.sum(axis=2) + np.float32(1e-9)  # a cluster may be left without ideas
    means = memberships @ points / sizes[:, :, None]
    shape = overall - (means * (sizes / n_ideas)[:, :, None]).transpose(0, 2, 1) @ means
    spread = np.maximum(np.trace(shape, axis1=1, axis2=2) / n_directions, np.float32(1e-9))  # equal points have none
    ball = spread[:, None, None] * np.eye(n_directions, dtype=np.float32)
    shape = np.float32(1 - shrinkage) * shape + np.float32(shrinkage) * ball
    precision = np.linalg.inv(shape)
    directions = means @ precision
    heights = np.log(sizes / n_ideas) - (directions * means).sum(axis=2) / 2
    weights = directions @ points.T
    weights += heights[:, :, None]
    highest = weights.max(axis=1, keepdims=True)
    weights -= highest
    np.exp(weights, out=weights)
    totals = weights.sum(axis=1, keepdims=True)
    weights /= totals
    fits = (highest + np.log(totals)).mean(axis=(1, 2))
    spent = np.einsum("sij,ji->s", precision, overall) + np.linalg.slogdet(shape).logabsdet
    return weights, fits - spent / 2


def draw_centres(points: NDArray[np.floating], n_clusters: int, *, seeds: Sequence[int]) -> NDArray[np.intp]:
    """Return, for each seed, rows of points that lie well apart: greedy k-means++.

    Each next one is drawn with a chance in proportion to the squared distance from the nearest of those before, and of
    2 + ⌊log n_clusters⌋ drawn that one stays which leaves the least sum of such distances. So the first few of many
    are good centres too.

    Parameters
    ----------
    points : shape (n_ideas, n_directions)
    n_clusters : int in [1, n_ideas]
    seeds : one a start

    Returns
    -------
    shape (n_starts, n_clusters), in the order drawn

    Notes
    -----
    The draws are those of `sklearn.cluster.kmeans_plusplus`, which takes one seed at a time and checks its arguments
    anew for every centre; a map takes a few hundred starts. Of two points that leave the same sum rounding decides.

    References
    ----------
    Arthur and Vassilvitskii (2007), k-means++: the advantages of careful seeding,
    https://dl.acm.org/doi/10.5555/1283383.1283494
    """
    chances = [np.random.RandomState(seed) for seed in seeds]  # the old generator, whose draws scikit-learn takes
    n_ideas, n_trials, every = len(points), 2 + int(np.log(n_clusters)), np.arange(len(seeds))
    rows = np.empty((len(seeds), n_clusters), dtype=np.intp)
    rows[:, 0] = [chance.choice(n_ideas, p=np.full(n_ideas, 1 / n_ideas)) for chance in chances]
    drawn_at = np.stack([chance.uniform(size=(n_clusters - 1, n_trials)) for chance in chances])
    lengths = (points**2).sum(axis=1)

    def measure_distances(chosen: NDArray[np.intp]) -> NDArray[np.floating]:
        squares: NDArray[np.floating] = lengths - 2 * points[chosen] @ points.T + lengths[chosen][..., None]
        return squares.clip(0)

    distances = measure_distances(rows[:, 0])
    for place in range(1, n_clusters):
        heights = np.cumsum(distances, axis=1)
        wanted = drawn_at[:, place - 1] * distances.sum(axis=1, keepdims=True)
        drawn = np.minimum((heights[:, None, :] < wanted[:, :, None]).sum(axis=2), n_ideas - 1)
        left = np.minimum(distances[:, None, :], measure_distances(drawn))
        best = left.sum(axis=2).argmin(axis=1)
        rows[:, place], distances = drawn[every, best], left[every, best]
    return rows


def _settle(points: NDArray[np.float32], centres: NDArray[np.float32]) -> Memberships:
    """Return memberships of 0 and 1 after a few rounds of k-means from each set of centres.

    `centres` (n_starts, n_clusters, n_directions) give (n_starts, n_clusters, n_ideas); a centre that lost all its
    points stays, and an idea between two is of both.
    """
    memberships: Memberships
    for _ in range(_ROUNDS):
        nearness = centres @ points.T - (centres**2).sum(axis=2)[:, :, None] / 2
        memberships = (nearness == nearness.max(axis=1, keepdims=True)).astype(np.float32)
        sizes = memberships.sum(axis=2)[:, :, None]
        centres = np.where(sizes > 0, memberships @ points / np.maximum(sizes, 1), centres)
    return memberships
