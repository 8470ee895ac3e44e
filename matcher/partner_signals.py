"""Signals that an organisation may be the right partner, each a pure function over arrays with a stated range.

A signal knows no weights and no names; `matcher/partners.py` weighs and explains them.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

Signal = NDArray[np.float64]
"""One value an organisation, shape (n_organisations,)."""
EARTH_RADIUS_KM: Final = 6371.0088  # mean radius, IUGG


def find_nearest_text(excess: NDArray[np.float32], ownership: csr_array) -> tuple[Signal, NDArray[np.intp]]:
    """Return how much each organisation's best text exceeds what any text reaches, and which text that is.

    text(c) = max_i ownership_ic · excess_i

    Parameters
    ----------
    excess : closeness above a floor, 0 where there is none, shape (n_texts,)
    ownership : shape (n_texts, n_organisations), how much a text is whose, in (0, 1]; absent where it is not

    Returns
    -------
    value per organisation, in [0, max excess], and rows of texts, −1 where the value is 0; of equals the first row

    Examples
    --------
    >>> value, row = find_nearest_text(np.array([0.5, 0.25], dtype=np.float32), csr_array([[1, 0], [0.5, 1]]))
    >>> value.tolist(), row.tolist()
    ([0.5, 0.25], [0, 1])
    """
    n_organisations = ownership.shape[1]
    best, nearest = np.zeros(n_organisations), np.full(n_organisations, -1, dtype=np.intp)
    rows = np.repeat(np.arange(ownership.shape[0]), np.diff(ownership.indptr))
    values = ownership.data * excess[rows]
    order = np.lexsort((-rows, values))  # what is written last stays: the greatest, of equals the first row
    columns = ownership.indices[order]
    best[columns] = values[order]
    nearest[columns] = rows[order]
    nearest[best <= 0] = -1
    return best, nearest


def weigh_projects(similarity: NDArray[np.float32], temperature: float) -> Signal:
    """Return exp(t · s) for each project: how much more a past project on the matter counts than one on another.

    Parameters
    ----------
    similarity : s, of each project with the idea, shape (n_projects,); 0 where nothing tells what it was about
    temperature : t ≥ 0; 0 lets all projects count alike

    Returns
    -------
    in [exp(−t), exp(t)]
    """
    return np.exp(temperature * similarity.astype(np.float64))


def walk_through_projects(start: Signal, membership: csr_array, project_weights: Signal) -> Signal:
    """Return how much leads from the organisations at the start through past projects to each organisation.

    walk(c) = Σ_p w_p · Σ_{o ≠ c} start_o · [o in p] · [c in p] / (|p| − 1)

    The sum is not divided by the weights of the starting organisation's own projects, as a random walk would be: for
    one starting organisation that does not change the order, and it lets every project add its own share, so that a
    reason can be named and taken away.

    Parameters
    ----------
    start : s_o ≥ 0, how much the walk begins at each organisation, shape (n_organisations,)
    membership : shape (n_projects, n_organisations), 0 or 1
    project_weights : w_p > 0, shape (n_projects,)

    Returns
    -------
    ≥ 0, at most Σ s · Σ w

    References
    ----------
    Tong, Faloutsos and Pan (2006), Fast Random Walk with Restart and Its Applications,
    https://doi.org/10.1109/ICDM.2006.70. Weighting by text is our own choice, see
    docs/adr/partners-are-a-sum-of-named-parts.md.
    """
    shares = share_projects(membership, project_weights)
    # An organisation does not lead to itself, so what begins at c is taken off where it comes back to c.
    reached: Signal = membership.T @ (shares * (membership @ start)) - start * (membership.T @ shares)
    return reached


def share_projects(membership: csr_array, project_weights: Signal) -> Signal:
    """Return w_p / (|p| − 1), what each project passes on from one member to another; 0 where nobody else was in it."""
    n_others = np.diff(membership.indptr) - 1
    shares: Signal = np.divide(project_weights, n_others, out=np.zeros(len(n_others)), where=n_others > 0)
    return shares


def count_ties(start: Signal, membership: csr_array) -> Signal:
    """Return how many past projects each organisation shares with those at the start, whatever they were about.

    ties(c) = Σ_p [c in p] · min(1, Σ_{o ≠ c} start_o · [o in p])

    A project counts once, however many of those at the start were in it. Members that share one place there bring as
    much of it as their places together: all of them a whole project.

    Parameters
    ----------
    start : ≥ 0, shape (n_organisations,)
    membership : shape (n_projects, n_organisations), 0 or 1

    Returns
    -------
    in [0, n_projects]; an organisation is no tie of itself

    Examples
    --------
    >>> count_ties(np.array([1.0, 1.0, 0.0]), csr_array(np.ones((1, 3)))).tolist()
    [1.0, 1.0, 1.0]
    """
    rows = np.repeat(np.arange(membership.shape[0]), np.diff(membership.indptr))
    beside = (membership @ start)[rows] - start[membership.indices]
    shared = csr_array((np.minimum(beside, 1), membership.indices, membership.indptr), shape=membership.shape)
    ties: Signal = np.asarray(shared.sum(axis=0), dtype=np.float64)
    return ties


def place_on_sphere(latitudes: Signal, longitudes: Signal) -> NDArray[np.float64]:
    """Return unit vectors (n_places, 3) of places given in degrees; NaN stays NaN."""
    latitude, longitude = np.radians(latitudes), np.radians(longitudes)
    level = np.cos(latitude)
    return np.stack([level * np.cos(longitude), level * np.sin(longitude), np.sin(latitude)], axis=1)


def measure_distances(places: NDArray[np.float64], origin: NDArray[np.float64]) -> Signal:
    """Return great-circle distances in kilometres from one place to each, NaN where a place is not known.

    Parameters
    ----------
    places : unit vectors, shape (n_places, 3)
    origin : unit vector, shape (3,)

    Notes
    -----
    2 R · arcsin(chord / 2), which is exact for near places, unlike the arc cosine.
    """
    chords = np.linalg.norm(places - origin, axis=1)
    distances_km: Signal = 2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(chords / 2, 1))
    return distances_km


def measure_nearness(
    distances_km: Signal, *, is_neighbour: NDArray[np.bool_], is_same_region: NDArray[np.bool_], scale_km: float
) -> Signal:
    """Return how near organisations are, in [0, 1]: half by distance, a quarter each for a border and a region shared.

    nearness = exp(−d / scale) / 2 + [neighbour] / 4 + [same region] / 4, and 0 without a known distance, for then it is
    not known either which of those that ask is the nearest.

    Parameters
    ----------
    distances_km : d ≥ 0, NaN where not known
    is_neighbour, is_same_region : of each with the one that asks
    scale_km : > 0, distance at which the first term has fallen to 1 / e of its half
    """
    nearness: Signal = np.exp(-distances_km / scale_km) / 2 + is_neighbour / 4 + is_same_region / 4
    return np.nan_to_num(nearness)


def measure_size_likeness(populations: Signal, population: float) -> Signal:
    """Return how alike in size municipalities are, in [0, 1]: 1 for as many inhabitants, 0 from half or twice as many.

    size(c) = max(0, 2 · min(n_c, n) / max(n_c, n) − 1); 0 where a population is not known

    Parameters
    ----------
    populations : n_c > 0, NaN where not known, shape (n_organisations,)
    population : n of the one that asks, NaN where not known

    Examples
    --------
    >>> measure_size_likeness(np.array([8_000.0, 6_000.0, 1_000.0, np.nan]), 8_000).tolist()
    [1.0, 0.5, 0.0, 0.0]
    """
    ratio = np.nan_to_num(np.minimum(populations, population) / np.maximum(populations, population))
    return np.asarray(np.maximum(2 * ratio - 1, 0), dtype=np.float64)


def measure_language(has_language: NDArray[np.bool_], is_known: NDArray[np.bool_]) -> Signal:
    """Return what it tells that an organisation works in a language, in [0, 1]: 0 where at least half of all do.

    language(c) = [c has it] · max(0, 1 − 2 · share of those of known languages that have it)

    Parameters
    ----------
    has_language, is_known : whether the language, and whether any, is known to be an official one of each organisation

    Examples
    --------
    >>> measure_language(np.array([True, False, False, False]), np.ones(4, dtype=np.bool_)).tolist()
    [0.5, 0.0, 0.0, 0.0]
    """
    share = float(has_language.sum()) / max(int(is_known.sum()), 1)
    return np.where(has_language, max(0.0, 1 - 2 * share), 0.0)
