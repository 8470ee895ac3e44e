"""Measures of rankings: by hand, against a library, and within their ranges."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from sklearn.metrics import ndcg_score

from matcher.ranking_measures import (
    correct_together,
    find_p_value,
    find_places,
    measure_gini,
    measure_ndcg,
    measure_recall,
    measure_reciprocal_rank,
    rank_columns,
)

PLACES = st.sets(st.integers(1, 40), min_size=1, max_size=15).map(lambda found: np.array(sorted(found)))


def test_columns_rank_by_score_and_then_in_order() -> None:
    """The given one is nowhere, equal scores keep their order."""
    order = rank_columns(np.array([0.5, 2.0, 0.5, 9.0, -1.0]), given=3)

    assert order.tolist() == [1, 0, 2, 4]


def test_places_count_from_one() -> None:
    """Ranks of what is sought ascend, in whatever order it is given."""
    assert find_places(np.array([4, 2, 7, 0]), np.array([0, 4])).tolist() == [1, 4]


def test_measures_by_hand() -> None:
    """Of three sought, found at 2, 10 and 11, two are among the first ten and the first is second."""
    places = np.array([2, 10, 11])

    assert measure_recall(places) == pytest.approx(2 / 3)
    assert measure_recall(places, 5) == pytest.approx(1 / 3)
    assert measure_reciprocal_rank(places) == 1 / 2
    found = 1 / np.log2(3) + 1 / np.log2(11)
    assert measure_ndcg(places) == pytest.approx(found / (1 + 1 / np.log2(3) + 1 / 2))


def test_a_dozen_sought_can_be_found_perfectly() -> None:
    """More are sought than there are places: ten in front are all that can be."""
    places = np.arange(1, 13)

    assert measure_ndcg(places) == 1
    assert measure_recall(places) == pytest.approx(10 / 12)


@given(PLACES)
def test_ndcg_is_that_of_scikit_learn(places: NDArray[np.intp]) -> None:
    """With a gain of one each and any ranks, the library finds the same."""
    gains = np.zeros((1, 40))
    gains[0, places - 1] = 1
    scores = -np.arange(40.0)[None]

    assert measure_ndcg(places) == pytest.approx(ndcg_score(gains, scores, k=10))


@given(PLACES)
def test_measures_lie_between_nothing_and_all(places: NDArray[np.intp]) -> None:
    """All are in [0, 1], and none is higher than where all that is sought comes first."""
    better = np.arange(1, len(places) + 1)

    for measure in (measure_recall, measure_reciprocal_rank, measure_ndcg):
        assert 0 <= measure(places) <= measure(better) <= 1


@pytest.mark.parametrize(
    ("counts", "expected"),
    [([3, 3, 3, 3], 0), ([0, 0, 0, 8], 3 / 4), ([1, 3], 1 / 4), ([4, 0, 2], 4 / 9), ([0, 0], 0)],
)
def test_gini_by_hand(counts: list[int], expected: float) -> None:
    """Half the mean difference of two counts drawn, by the mean; nothing to share is shared equally."""
    assert measure_gini(np.array(counts)) == pytest.approx(expected)


@given(st.lists(st.integers(0, 50), min_size=1, max_size=12).filter(any))
def test_gini_is_the_mean_difference(counts: list[int]) -> None:
    """The formula by sorting is the definition over all pairs, in [0, 1), in any order."""
    table = np.array(counts, dtype=np.float64)

    gini = measure_gini(np.array(counts))

    assert gini == pytest.approx(np.abs(table[:, None] - table).mean() / (2 * table.mean()))
    assert 0 <= gini < 1
    assert measure_gini(np.array(counts[::-1])) == gini


def test_signs_are_flipped_as_if_all_were_tried() -> None:
    """Of the 32 ways to sign five equal differences two are as far from 0, so the p-value is near 1 / 16."""
    p_value = find_p_value(np.full(5, 0.2))

    assert p_value == pytest.approx(2 / 32, abs=0.01)
    assert p_value == find_p_value(np.full(5, 0.2))
    assert p_value == find_p_value(np.full(5, -0.2))


def test_no_difference_is_certain_and_a_plain_one_is_not_chance() -> None:
    """Where all differences are 0 the p-value is 1; a hundred of one sign leave the least that draws can tell."""
    assert find_p_value(np.zeros(8)) == 1
    assert find_p_value(np.ones(100)) == pytest.approx(1 / 10_001)
    assert find_p_value(np.ones(100), n_draws=1) == pytest.approx(1 / 1001)


def test_p_values_of_nothing_are_spread_evenly() -> None:
    """Where the truth is no difference, one of ten tests falls below 0.1."""
    chance = np.random.default_rng(3)

    p_values = [find_p_value(chance.normal(size=20), random_state=seed, n_draws=1000) for seed in range(200)]

    assert np.mean(np.array(p_values) < 0.1) == pytest.approx(0.1, abs=0.06)
    assert np.mean(p_values) == pytest.approx(0.5, abs=0.06)


def test_holm_by_hand() -> None:
    """The least of four counts four times, none comes below a smaller one, none above 1; in the order given."""
    corrected = correct_together(np.array([0.04, 0.01, 0.03, 0.9]))

    assert corrected.tolist() == pytest.approx([0.09, 0.04, 0.09, 0.9])
    assert correct_together(np.array([0.6, 0.7])).tolist() == [1, 1]


@given(st.lists(st.floats(0, 1), min_size=1, max_size=9))
def test_correction_raises_and_keeps_the_order(p_values: list[float]) -> None:
    """A corrected value is no less than its own and no more than Bonferroni's; the order of all stays."""
    raw = np.array(p_values)

    corrected = correct_together(raw)

    assert (corrected >= raw).all()
    assert (corrected <= np.minimum(raw * len(raw), 1) + 1e-12).all()
    assert (np.diff(corrected[np.argsort(raw)]) >= 0).all()
