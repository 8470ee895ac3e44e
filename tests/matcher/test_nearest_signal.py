"""The projects nearest to a text: one that stands out counts alone, and where none does all count."""

import numpy as np
import pytest
from scipy.sparse import csr_array

from matcher.history_signals import find_nearest_signal

PAIR = csr_array(np.array([[1.0, 1, 0], [0, 1, 1]]))
"""Two projects in a row: the first has the organisations 0 and 1, the second 1 and 2."""
BOTH = np.array([True, True])


def test_the_nearest_counts_alone_where_it_stands_out() -> None:
    """Half of log 3 less alike counts a third; far less alike counts nothing."""
    near = find_nearest_signal(np.array([0, -np.log(3) / 2]), PAIR, BOTH)
    alone = find_nearest_signal(np.array([30.0, 0]), PAIR, BOTH)

    assert near == pytest.approx(np.log1p([1, 4 / 3, 1 / 3]))
    assert alone == pytest.approx(np.log1p([1, 1, 0]))


def test_where_none_stands_out_all_projects_are_nearest() -> None:
    """Of projects all as like, each counts 1, however like they are."""
    signal = find_nearest_signal(np.full(2, 3.0), PAIR, BOTH)

    assert signal == pytest.approx(np.log1p([1, 2, 1]))
