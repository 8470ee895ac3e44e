"""How alike ideas that share a cluster are: what the number of clusters is chosen by."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from matcher.directions import Points

TOGETHER: Final = 0.12
"""Cosine in the telling directions from which two ideas speak for sharing a cluster rather than against it.

What 0.10 to 0.25 choose is in docs/adr/themes-are-a-mixture-in-telling-directions.md.
"""


def measure_togetherness(points: Points, labels: NDArray[np.intp]) -> float:
    """Return how much more alike ideas of one cluster are than `TOGETHER`, summed over pairs, an idea.

    (Σ_c |s_c|² − n − τ Σ_c n_c (n_c − 1)) / n with τ `TOGETHER`, s_c the sum and n_c the number of the points of
    cluster c: no pair has to be looked at. It is the gain of correlation clustering with cosines less τ as weights.

    Parameters
    ----------
    points : shape (n_ideas, n_directions), unit length
    labels : their clusters, shape (n_ideas,), from 0

    References
    ----------
    Bansal, Blum and Chawla (2004), Correlation clustering, https://doi.org/10.1023/B:MACH.0000033116.57574.95.

    Examples
    --------
    >>> round(measure_togetherness(np.array([[1.0], [1.0], [-1.0], [-1.0]]), np.array([0, 0, 1, 1])), 2)
    0.88
    """
    sizes = np.bincount(labels)
    sums = np.zeros((len(sizes), points.shape[1]))
    np.add.at(sums, labels, points)
    return float(((sums**2).sum() - len(points) - TOGETHER * (sizes * (sizes - 1)).sum()) / len(points))
