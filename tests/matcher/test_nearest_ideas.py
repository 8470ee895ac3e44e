"""The graph of nearest neighbours."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from matcher.calibration import normalise_rows
from matcher.closeness import measure_crowding
from matcher.nearest_ideas import find_nearest, join_nearest

profiles = hnp.arrays(np.float32, st.tuples(st.integers(0, 12), st.just(4)), elements=st.floats(-1, 1, width=32)).map(
    normalise_rows
)


def test_the_nearest_are_those_most_alike() -> None:
    """Of two pairs each finds its mate first, then whoever of the others is nearer."""
    points = normalise_rows(np.array([[1, 0.1], [1, 0], [0, 1], [0.2, 1]], dtype=np.float32))

    nearest, closeness = find_nearest(points, n_nearest=3, crowding=measure_crowding(points))

    assert nearest[:, 0].tolist() == [1, 0, 3, 2]
    assert (np.diff(closeness, axis=1) <= 0).all()


@given(profiles, st.integers(1, 5))
def test_nobody_is_their_own_neighbour(points: np.ndarray, n_nearest: int) -> None:
    """Everybody has as many others as were asked for, or all there are, each once and never themselves."""
    nearest, _ = find_nearest(points, n_nearest=n_nearest, crowding=measure_crowding(points))

    assert nearest.shape == (len(points), min(n_nearest, max(len(points) - 1, 0)))
    for row, others in enumerate(nearest.tolist()):
        assert row not in others
        assert len(set(others)) == len(others)


@given(profiles, st.integers(1, 5))
def test_the_graph_goes_both_ways(points: np.ndarray, n_nearest: int) -> None:
    """Neighbourhood is mutual in the graph, and every edge counts once."""
    graph = join_nearest(find_nearest(points, n_nearest=n_nearest, crowding=measure_crowding(points))[0])

    assert (graph != graph.T).nnz == 0
    assert set(graph.data.tolist()) <= {1.0}
    assert graph.diagonal().sum() == 0
