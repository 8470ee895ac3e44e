"""How near a found idea is, in words: the figures behind them promise more precision than there is."""

from enum import StrEnum
from typing import Final


class Closeness(StrEnum):
    """The words, the nearest first."""

    VERY_CLOSE = "very_close"
    CLOSE = "close"
    RELATED = "related"
    DISTANT = "distant"


_LIMITS: Final = ((0.8, Closeness.VERY_CLOSE), (0.55, Closeness.CLOSE), (0.3, Closeness.RELATED))
"""Least relevance of each word. Taste, read off the illustrative ideas: twins in two languages and paraphrases lie
above 0.8, ideas on the same service between 0.3 and 0.8, what shares no more than a setting below."""


def judge_closeness(relevance: float) -> Closeness:
    """Return the word for a relevance in [0, 1].

    Examples
    --------
    >>> judge_closeness(0.9), judge_closeness(0.1)
    (<Closeness.VERY_CLOSE: 'very_close'>, <Closeness.DISTANT: 'distant'>)
    """
    return next((word for limit, word in _LIMITS if relevance >= limit), Closeness.DISTANT)
