"""How firmly a theme holds together, in words: a figure to two places would promise more than there is."""

from enum import StrEnum
from typing import Final


class Firmness(StrEnum):
    """The words, the firmest first."""

    FIRM = "firm"
    FAIR = "fair"
    LOOSE = "loose"


_LIMITS: Final = ((0.75, Firmness.FIRM), (0.6, Firmness.FAIR))
"""Mean Jaccard from which a cluster is stable, and from which it shows a pattern: Hennig (2007), Cluster-wise
assessment of cluster stability, https://doi.org/10.1016/j.csda.2006.11.025."""


def judge_stability(stability: float | None) -> Firmness | None:
    """Return the word for a stability in [0, 1], None where it was not measured.

    Examples
    --------
    >>> judge_stability(0.8), judge_stability(0.2)
    (<Firmness.FIRM: 'firm'>, <Firmness.LOOSE: 'loose'>)
    """
    if stability is None:
        return None
    return next((word for limit, word in _LIMITS if stability >= limit), Firmness.LOOSE)
