"""Intervals of means by resampling."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from models.evaluation import Figure

_N_RESAMPLES: Final = 2_000  # enough for two decimals of the bounds; literature, Efron and Tibshirani (1993)
_SHARE: Final = 0.95
_BLOCK_VALUES: Final = 1_000_000  # values drawn at a time, so that memory stays small


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
    n_at_once = max(_BLOCK_VALUES // len(values), 1)
    means = np.concatenate(
        [
            generator.choice(values, size=(min(n_at_once, _N_RESAMPLES - first), len(values))).mean(axis=1)
            for first in range(0, _N_RESAMPLES, n_at_once)
        ]
    )
    low, high = np.quantile(means, [(1 - _SHARE) / 2, (1 + _SHARE) / 2])
    return Figure(float(values.mean()), float(low), float(high))
