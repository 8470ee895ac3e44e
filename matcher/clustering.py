"""Clusters ideas by meaning: a mixture of clusters in the directions that tell themes apart."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from statistics import fmean
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment
from threadpoolctl import threadpool_limits

from matcher.directions import Points, find_directions
from matcher.mixture import Memberships, climb_mixtures, draw_centres, fit_mixtures
from matcher.nearest_ideas import NearestIdeas, find_twins
from matcher.togetherness import measure_togetherness
from models.embeddings import Vectors
from models.language import LanguageCode

FEWEST: Final = 8
"""Fewer ideas than this are one theme; taste: there is nothing to tell apart."""
_MEAN_SIZE: Final = 4
"""No more clusters are tried than would have this many ideas each on average; taste: a table seats as many."""
_MOST_CLUSTERS: Final = 100
"""The most clusters tried; taste: more are no overview. A number that is asked for is kept."""
_ROUGH_GAIN: Final = 0.01
"""To compare numbers, mixtures need not climb to the end; measured: the same are chosen in half the time."""
_PROMISING: Final = 2
"""Of the starts one in so many, the likeliest so far, climbs to the end."""
_STEP: Final = 1.1
"""Beyond twenty clusters each number tried is so much larger than the last; then those around the best are tried."""
_STAYING: Final = 10.0
_STEPS_ON: Final = 2
"""Clusters go on for so many steps, and an idea leaves its own where another is so many times likelier; measured."""
LETTING_GO: Final = 0.2
"""Clusters found anew take the place of those before where they are more together by this share; measured.

What 0.05 to 0.3 do is in docs/adr/one-new-idea-moves-no-other.md.
"""
_RESAMPLE_STARTS: Final = 3  # measured: one start alone looks less firm than the clusters are
_DRAWN: Final = 0.8
_N_THREADS: Final = 2
"""Mixtures fitted at a time; nothing depends on it, and two cores are what an ordinary machine has at least."""


class _Effort(NamedTuple):
    """How often something is done: as often as makes `n_fitted` ideas in all, within bounds."""

    least: int
    most: int
    n_fitted: int

    def count(self, n_ideas: int) -> int:
        """Return how often it is done for so many ideas."""
        return max(self.least, min(self.most, self.n_fitted // n_ideas))


_STARTS: Final = _Effort(least=10, most=24, n_fitted=23_000)
"""From so many starts a mixture is fitted, and the likeliest taken; measured."""
_TRIALS: Final = _Effort(least=2, most=12, n_fitted=4_500)
"""From so many starts each number of clusters is tried; measured: fewer choose by chance."""
_RESAMPLES: Final = _Effort(least=10, most=20, n_fitted=23_000)
"""From so many draws stability is told; of titles one draw differs by 0.15, the mean of ten by 0.05, measured."""

Labels = NDArray[np.intp]
"""The cluster of each idea, shape (n_ideas,), from 0, none empty."""


@dataclass(frozen=True, slots=True, eq=False)
class Clustering:
    """Clusters with what they were found in.

    `points` (n_ideas, n_directions) are the ideas in the directions that tell themes apart, of unit length; `labels`
    (n_ideas,) their clusters, and `stability` (n_clusters,) in [0, 1] how alike each comes back.
    """

    points: Points
    labels: Labels
    stability: NDArray[np.float64]


def cluster_profiles(
    profiles: Vectors,
    *,
    nearest: NearestIdeas,
    languages: Sequence[LanguageCode] = (),
    n_clusters: int | None = None,
    previous: Labels | None = None,
    random_state: int,
) -> Clustering:
    """Return the clusters of ideas; nobody is left out.

    Without `n_clusters` the number is chosen: of the mixtures of 2, 3, … clusters those in which ideas that share a
    cluster are most together, by `measure_togetherness`. More clusters part ideas that are alike, fewer join ideas
    that are not.

    With `previous` the clusters before go on: a mixture started from them, in which an idea leaves its cluster only
    where another is ten times likelier. Those found anew are taken where they are more together by `LETTING_GO`.

    Parameters
    ----------
    profiles : shape (n_ideas, n_dims), unit length, calibrated
    nearest : of the same
    languages : one an idea; twins in two languages stay together. Empty where they are not known
    n_clusters : int > 0, or None to choose; no more than there are ideas
    previous : the cluster that each idea was in, shape (n_ideas,), -1 for one that was in none; None at first
    random_state : seed of the starts of the mixtures and of the resampling

    Returns
    -------
    Clustering; the largest cluster is 0, equal ones by their first idea

    Notes
    -----
    The same profiles in the same order give the same labels. Cost is n² for the twins and n for each number tried.

    References
    ----------
    Our own choice, see docs/adr/themes-are-a-mixture-in-telling-directions.md.
    """
    n_ideas = len(profiles)
    if n_ideas < FEWEST and n_clusters is None:
        points = find_directions(profiles, nearest=nearest)
        return Clustering(points, np.zeros(n_ideas, dtype=np.intp), np.ones(min(n_ideas, 1)))
    # One thread for each mixture: several would add up in another order.
    with threadpool_limits(limits=1):
        points = find_directions(profiles, nearest=nearest)
        most = len(np.unique(points, axis=0))
        if n_clusters is None:
            n_clusters = _choose_number(points, min(most, _MOST_CLUSTERS), random_state=random_state)
        memberships = _fit(points, min(n_clusters, most), random_state=random_state, n_starts=_STARTS.count(n_ideas))
        twins = find_twins(profiles, languages, crowding=nearest.crowding) if languages else None
        labels = _assign(memberships, twins=twins)
        if previous is not None and previous.max(initial=-1) >= 0:
            labels = _choose_clusters(points, labels, kept=_keep_clusters(points, previous, twins=twins))
        stability = measure_stability(points, labels, random_state=random_state)
    return Clustering(points, labels, stability)


def measure_stability(points: Points, labels: Labels, *, random_state: int) -> NDArray[np.float64]:
    """Return how alike each cluster comes back when four fifths of the ideas are drawn and clustered anew.

    The mean over ten draws or more of the Jaccard similarity with the cluster of the draw that is most like it.

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

    def draw(seed: int) -> NDArray[np.float64]:
        chance = np.random.default_rng(seed)
        drawn = np.sort(chance.permutation(len(points))[: max(n_clusters, int(_DRAWN * len(points)))])
        again = _fit(points[drawn], n_clusters, random_state=seed, n_starts=_RESAMPLE_STARTS).argmax(axis=0)
        return _compare(labels[drawn], again, n_clusters)

    with ThreadPoolExecutor(max_workers=_N_THREADS) as pool:
        found = list(pool.map(draw, _draw_seeds(_RESAMPLES.count(len(points)), random_state)))
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


def _choose_number(points: Points, most: int, *, random_state: int) -> int:
    """Return the number of clusters whose mixtures are most together, on average over starts; of equal ones the least.

    The average, because the likeliest of a few starts is by chance a good or a bad one.
    """
    most = max(1, min(most, len(points) // _MEAN_SIZE))
    centres = draw_centres(points, most, seeds=_draw_seeds(_TRIALS.count(len(points)), random_state))
    tried: dict[int, float] = {}

    def try_one(number: int) -> float:
        found = fit_mixtures(points, centres[:, :number], least_gain=_ROUGH_GAIN)
        return fmean(measure_togetherness(points, each.memberships.argmax(axis=0)) for each in found)

    def try_all(numbers: Sequence[int]) -> int:
        new = [number for number in numbers if number not in tried]
        with ThreadPoolExecutor(max_workers=_N_THREADS) as pool:
            tried.update(zip(new, pool.map(try_one, new), strict=True))
        return max(tried, key=lambda number: (tried[number], -number))

    numbers = [min(2, most)]
    while numbers[-1] < most:
        numbers.append(min(most, max(numbers[-1] + 1, int(numbers[-1] * _STEP))))
    place = numbers.index(try_all(numbers))
    return try_all(range(numbers[max(place - 1, 0)], numbers[min(place + 1, len(numbers) - 1)]))


def _keep_clusters(points: Points, previous: Labels, *, twins: NDArray[np.intp] | None) -> Labels:
    """Return the clusters that go on from those before; an idea that was in none starts in the nearest."""
    known = np.flatnonzero(previous >= 0)
    _, own = np.unique(previous[known], return_inverse=True)
    start = np.zeros((int(own.max()) + 1, len(points)), dtype=np.float32)
    start[own, known] = 1
    new = np.flatnonzero(previous < 0)
    sums = start @ points
    start[(points[new] @ (sums / np.linalg.norm(sums, axis=1, keepdims=True).clip(1e-9)).T).argmax(axis=1), new] = 1
    memberships = climb_mixtures(points, start[None], n_steps=_STEPS_ON)[0].memberships
    memberships[own, known] *= _STAYING
    return _assign(memberships, twins=twins)


def _choose_clusters(points: Points, anew: Labels, *, kept: Labels) -> Labels:
    """Return the clusters that were kept, unless those found anew are more together by `LETTING_GO`."""
    gained, before = measure_togetherness(points, anew), measure_togetherness(points, kept)
    return anew if gained - before > LETTING_GO * abs(before) else kept


def _fit(points: Points, n_clusters: int, *, random_state: int, n_starts: int) -> Memberships:
    """Return the memberships of the likeliest mixture of several starts, of which only the best climb to the end."""
    centres = draw_centres(points, n_clusters, seeds=_draw_seeds(n_starts, random_state))
    rough = fit_mixtures(points, centres, least_gain=_ROUGH_GAIN)
    best = sorted(rough, key=lambda mixture: -mixture.likelihood)[: -(-n_starts // _PROMISING)]
    found = climb_mixtures(points, np.stack([each.memberships for each in best]))
    return max(found, key=lambda mixture: mixture.likelihood).memberships


def _draw_seeds(n_starts: int, random_state: int) -> list[int]:
    """Return a seed for each start."""
    seeds: list[int] = np.random.default_rng(random_state).integers(2**31, size=n_starts).tolist()
    return seeds


def _assign(memberships: Memberships, *, twins: NDArray[np.intp] | None) -> Labels:
    """Return the likeliest cluster of each idea, the largest cluster first; `twins` go where both are likeliest."""
    found = memberships.argmax(axis=0)
    if twins is not None and len(twins):
        found[twins] = (memberships[:, twins[:, 0]] * memberships[:, twins[:, 1]]).argmax(axis=0)[:, None]
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
