"""How close texts are, and how crowded it is around them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from matcher.calibration import normalise_rows
from matcher.closeness import average_nearest, compare_others, measure_closeness, measure_crowding
from models.embeddings import Vectors

square_vectors = hnp.arrays(
    np.float32, st.tuples(st.integers(1, 9), st.just(4)), elements=st.floats(-1, 1, width=32)
).map(normalise_rows)


def test_closeness_takes_crowding_off() -> None:
    """What is near to everything is not near to this in particular."""
    similarity = np.array([0.5, 0.5], dtype=np.float32)

    closeness = measure_closeness(similarity, crowding=np.array([0.2, 0.6], dtype=np.float32), own_crowding=0.2)

    assert closeness.tolist() == pytest.approx([0.3, 0.1])


def test_several_are_compared_at_once() -> None:
    """With a column of crowding of their own, each row is as one text alone would have it."""
    similarity = np.array([[0.5, 0.1], [0.2, 0.4]], dtype=np.float32)
    crowding = np.array([0.2, 0.6], dtype=np.float32)

    together = measure_closeness(similarity, crowding=crowding, own_crowding=crowding[:, None])

    for row in range(2):
        alone = measure_closeness(similarity[row], crowding=crowding, own_crowding=float(crowding[row]))
        assert together[row].tolist() == alone.tolist()


def test_crowding_is_the_mean_of_the_five_nearest() -> None:
    """Seven vectors, six equal and one apart: each of the six has five at 1, the other five at 0."""
    profiles = np.array([[1, 0]] * 6 + [[0, 1]], dtype=np.float32)

    assert measure_crowding(profiles).tolist() == [1, 1, 1, 1, 1, 1, 0]


@given(square_vectors)
def test_crowding_follows_its_rows(profiles: Vectors) -> None:
    """Crowding is in [-1, 1], 0 for a lone idea, and stays with its idea when the order is turned round."""
    crowding = measure_crowding(profiles)

    assert np.allclose(measure_crowding(profiles[::-1])[::-1], crowding, atol=1e-6)
    assert np.all(np.abs(crowding) <= 1 + 1e-6)
    assert len(profiles) > 1 or crowding.tolist() == [0]


def test_nobody_is_compared_with_themselves() -> None:
    """The cosine of a vector with itself is left out of every row."""
    ((rows, similarity),) = compare_others(np.eye(2))

    assert rows.tolist() == [0, 1]
    assert similarity.tolist() == [[-np.inf, 0], [0, -np.inf]]


def test_without_others_it_is_not_crowded() -> None:
    """No texts to be near to, no crowding."""
    assert average_nearest(np.zeros((2, 0), dtype=np.float32), n_others=0).tolist() == [0, 0]
