"""Intervals of means by resampling."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from models.evaluation import Figure

_N_RESAMPLES: Final = 2_000  # enough for two decimals of the bounds; literature, Efron and Tibshirani (1993)
_SHARE: Final = 0.95


def estimate_mean(values: NDArray[np.float64], *, random_state: int = 0) -> Figure:
    """Return the mean of values with its 95 % percentile bootstrap interval.

    Parameters
    ----------
    values : shape (n_values,), at least one
    random_state : seed of the resampling; the same seed gives the same interval

    References
    ----------
    Efron and Tibshirani (1993), An Introduction to the Bootstrap, https://doi.org/10.1201/9780429246593

    Examples
    --------
    >>> import numpy as np
    >>> estimate_mean(np.ones(5))
    Figure(value=1.0, low=1.0, high=1.0)
    """
    generator = np.random.default_rng(random_state)
    means = [float(generator.choice(values, size=len(values)).mean()) for _ in range(_N_RESAMPLES)]
    low, high = np.quantile(means, [(1 - _SHARE) / 2, (1 + _SHARE) / 2])
    return Figure(float(values.mean()), float(low), float(high))
