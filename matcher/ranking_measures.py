"""Measures of one ranking against what should have been found, and of how a ranker shares out its first places."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from matcher.history_signals import Values

TOP: Final = 10
"""Places that are looked at; what the product shows."""
_BLOCK: Final = 1000  # draws of signs at a time


def rank_columns(scores: Values, given: int) -> NDArray[np.intp]:
    """Return all columns but the given one by descending score, equal ones by column; shape (n_organisations − 1,)."""
    order = np.argsort(-scores, kind="stable")
    others: NDArray[np.intp] = order[order != given]
    return others


def find_places(order: NDArray[np.intp], sought: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return the ranks, from 1, of the columns sought; ascending.

    Examples
    --------
    >>> find_places(np.array([4, 2, 7]), np.array([7, 4])).tolist()
    [1, 3]
    """
    places: NDArray[np.intp] = np.flatnonzero(np.isin(order, sought)) + 1
    return places


def measure_recall(places: NDArray[np.intp], top: int = TOP) -> float:
    """Return the share of what was sought that is among the first `top`; in [0, 1]."""
    return float((places <= top).mean())


def measure_reciprocal_rank(places: NDArray[np.intp]) -> float:
    """Return 1 / rank of the first that was sought; in (0, 1]."""
    return float(1 / places.min())


def measure_ndcg(places: NDArray[np.intp], top: int = TOP) -> float:
    """Return Σ 1 / log₂(1 + rank) over those found among the first `top`, by the most it can be; in [0, 1].

    References
    ----------
    Järvelin and Kekäläinen (2002), Cumulated gain-based evaluation of IR techniques,
    https://doi.org/10.1145/582415.582418

    Examples
    --------
    >>> measure_ndcg(np.array([1, 2]))
    1.0
    """
    found = (1 / np.log2(1 + places[places <= top])).sum()
    most = (1 / np.log2(1 + np.arange(1, min(len(places), top) + 1))).sum()
    return float(found / most)


def measure_gini(counts: NDArray[np.integer]) -> float:
    """Return how unequally something is shared out: 0 where all have as much, near 1 where one has everything.

    References
    ----------
    Gini (1912), Variabilità e mutabilità, in the form of mean differences

    Examples
    --------
    >>> measure_gini(np.array([1, 1, 1]))
    0.0
    """
    if not counts.sum():
        return 0.0
    ordered = np.sort(counts)
    n_values = len(ordered)
    weights = 2 * np.arange(1, n_values + 1) - n_values - 1
    return float((weights * ordered).sum() / (n_values * ordered.sum()))


def find_p_value(differences: Values, *, random_state: int = 0, n_draws: int = 10_000) -> float:
    """Return the p-value of a paired permutation test that the mean difference is 0, two-sided; in (0, 1].

    Parameters
    ----------
    differences : one a project, shape (n_projects,)
    random_state : seed of the draws of signs
    n_draws : int > 0, rounded up to thousands

    References
    ----------
    Fisher (1935), The Design of Experiments; the count includes the observed signs, after Phipson and Smyth (2010)
    """
    chance = np.random.default_rng(random_state)
    observed = abs(float(differences.mean()))
    n_as_far, n_blocks = 1, -(-n_draws // _BLOCK)
    for _ in range(n_blocks):
        signs = chance.choice(np.array([-1.0, 1.0]), size=(_BLOCK, len(differences)))
        n_as_far += int((np.abs((signs * differences).mean(axis=1)) >= observed - 1e-12).sum())
    return n_as_far / (n_blocks * _BLOCK + 1)


def correct_together(p_values: Values) -> Values:
    """Return p-values corrected for being several, by Holm's method; in the order given.

    References
    ----------
    Holm (1979), A simple sequentially rejective multiple test procedure, https://www.jstor.org/stable/4615733

    Examples
    --------
    >>> correct_together(np.array([0.01, 0.04])).tolist()
    [0.02, 0.04]
    """
    order = np.argsort(p_values)
    raised = p_values[order] * np.arange(len(p_values), 0, -1)
    corrected = np.empty(len(p_values))
    corrected[order] = np.minimum(np.maximum.accumulate(raised), 1)
    return corrected
