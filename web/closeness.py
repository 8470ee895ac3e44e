"""How near a found idea is, in words: the figures behind them promise more precision than there is."""

from enum import StrEnum
from typing import Final

import numpy as np

from matcher.closeness import find_relevance
from models.suggestion import SIMILAR_IDEA_MIN


class Closeness(StrEnum):
    """The words, the nearest first."""

    VERY_CLOSE = "very_close"
    CLOSE = "close"
    RELATED = "related"
    MENTIONED = "mentioned"
    DISTANT = "distant"


_LIMITS: Final = ((0.95, Closeness.VERY_CLOSE), (0.7, Closeness.CLOSE), (0.3, Closeness.RELATED))
"""Least relevance of each word for what a search finds; measured on labelled queries, see docs/method.md."""


_SIMILAR_MIN: Final = float(find_relevance(np.asarray(SIMILAR_IDEA_MIN, dtype=np.float32)))
_LIKE_LIMITS: Final = ((0.8, Closeness.VERY_CLOSE), (0.55, Closeness.CLOSE), (_SIMILAR_MIN, Closeness.RELATED))
"""The same for an idea beside another. Taste, read off the illustrative ideas: twins in two languages lie above 0.8,
ideas on the same service below; related from where partners are said to have a similar idea."""


def judge_likeness(relevance: float, *, is_alike: bool = False) -> Closeness:
    """Return the word for how like one idea another is; `is_alike` where the two seem to ask for the same.

    Examples
    --------
    >>> judge_likeness(0.2), judge_likeness(0.1), judge_likeness(0.1, is_alike=True)
    (<Closeness.RELATED: 'related'>, <Closeness.DISTANT: 'distant'>, <Closeness.RELATED: 'related'>)
    """
    least = Closeness.RELATED if is_alike else Closeness.DISTANT
    return next((word for limit, word in _LIKE_LIMITS if relevance >= limit), least)


def judge_closeness(relevance: float, *, is_mention: bool = False) -> Closeness:
    """Return the word for a relevance in [0, 1]; `is_mention` where a word merely occurs, which relevance can't tell.

    Examples
    --------
    >>> judge_closeness(0.96), judge_closeness(0.1)
    (<Closeness.VERY_CLOSE: 'very_close'>, <Closeness.DISTANT: 'distant'>)
    """
    if is_mention:
        return Closeness.MENTIONED
    return next((word for limit, word in _LIMITS if relevance >= limit), Closeness.DISTANT)
