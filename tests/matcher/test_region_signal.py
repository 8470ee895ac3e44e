"""The signal of the region: who works where partners are sought."""

import numpy as np
import pytest
from scipy.sparse import csr_array

from matcher.history_signals import find_region_signal


def test_who_works_in_a_region_is_told_from_who_works_elsewhere() -> None:
    """By hand: half of the projects told are in Lappi; one of two there is as many as usual, two of two are more."""
    membership = csr_array(
        np.array([[1.0, 0, 1, 0, 0], [1, 0, 0, 0, 0], [0, 1, 1, 0, 0], [0, 1, 0, 0, 0], [1, 0, 0, 1, 0]])
    )
    regions = np.array(["Lappi", "Lappi", "Kainuu", "Kainuu", ""])

    signal = find_region_signal("Lappi", regions, membership, np.ones(5, dtype=np.bool_))

    always, never, half, untold, nowhere = signal
    assert (always, never, half) == pytest.approx((np.log(5 / 3), np.log(1 / 3), 0))
    assert untold == nowhere == 0


@pytest.mark.parametrize("region", ["", "Uusimaa"])
def test_a_region_that_is_not_told_or_new_tells_nothing(region: str) -> None:
    """Neither a project without a region, though others are without one too, nor the first one of a region."""
    pair = csr_array(np.array([[1.0, 1, 0], [0, 1, 1]]))

    signal = find_region_signal(region, np.array(["Lappi", ""]), pair, np.array([True, True]))

    assert not signal.any()


def test_the_more_projects_the_surer_a_region_is() -> None:
    """Who was ten times in the region and never elsewhere comes before who was there once."""
    membership = csr_array(np.array([[1.0, 0, 0]] * 10 + [[0, 1, 0]] + [[0, 0, 1]] * 11))
    regions = np.array(["Lappi"] * 11 + ["Kainuu"] * 11)

    often, once, never = find_region_signal("Lappi", regions, membership, np.ones(22, dtype=np.bool_))

    assert often > once > 0 > never
