"""How alike ideas of a cluster are."""

import numpy as np
import pytest

from matcher.calibration import normalise_rows
from matcher.togetherness import TOGETHER, measure_togetherness


def test_togetherness_counts_every_pair_of_a_cluster_once_from_each_side() -> None:
    """It is the sum over ordered pairs of one cluster of their cosine less the threshold, an idea."""
    points = normalise_rows(np.random.default_rng(2).normal(size=(7, 4)).astype(np.float32)).astype(np.float64)
    labels = np.array([0, 0, 0, 1, 1, 2, 0])
    pairs = np.equal.outer(labels, labels) & ~np.eye(7, dtype=np.bool_)

    assert measure_togetherness(points, labels) == pytest.approx((points @ points.T - TOGETHER)[pairs].sum() / 7)
