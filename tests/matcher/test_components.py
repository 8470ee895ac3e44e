"""Principal components against what numpy's singular values say."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.components import find_components


@given(shape=st.tuples(st.integers(1, 30), st.integers(1, 30)), seed=st.integers(0, 999))
def test_components_are_those_of_the_singular_values(shape: tuple[int, int], seed: int) -> None:
    """The same distances between all ideas, the strongest first, whichever of ideas and dimensions are more."""
    profiles = np.random.default_rng(seed).normal(size=shape).astype(np.float32)

    components = find_components(profiles)

    centred = profiles.astype(np.float64) - profiles.mean(axis=0, dtype=np.float64)
    strengths = np.linalg.svd(centred, compute_uv=False)
    n_components = components.shape[1]
    assert np.linalg.norm(components, axis=0) == pytest.approx(strengths[:n_components], rel=1e-5)
    assert not strengths[n_components:].max(initial=0) > 1e-5
    assert components.mean(axis=0) == pytest.approx(np.zeros(n_components), abs=1e-6)
    assert components @ components.T == pytest.approx(centred @ centred.T, abs=1e-4)


@pytest.mark.parametrize("shape", [(40, 3), (3, 40)])
def test_the_largest_deviation_is_positive(shape: tuple[int, int]) -> None:
    """So that no component turns over from one run to the next."""
    components = find_components(np.random.default_rng(1).normal(size=shape).astype(np.float32))

    assert (components.max(axis=0) == np.abs(components).max(axis=0)).all()


@pytest.mark.parametrize("n_ideas", [0, 1, 5])
def test_where_all_are_the_same_there_is_no_component(n_ideas: int) -> None:
    """Nothing tells them apart."""
    assert find_components(np.ones((n_ideas, 4), dtype=np.float32)).shape == (n_ideas, 0)
