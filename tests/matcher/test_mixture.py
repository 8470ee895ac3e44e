"""Mixtures of clusters of one shape."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.cluster import kmeans_plusplus

from matcher.mixture import Memberships, climb_mixtures, draw_centres, fit_mixtures


def _make_stretched_groups(n_each: int) -> np.ndarray:
    """Return two long, thin groups side by side: nearer to each other than long."""
    chance = np.random.default_rng(0)
    along, across = chance.normal(scale=1.0, size=2 * n_each), chance.normal(scale=0.1, size=2 * n_each)
    return np.stack([along, across + np.repeat([0.0, 1.5], n_each)], axis=1)


def _fit_best(
    points: np.ndarray, n_clusters: int, *, n_starts: int, random_state: int = 0, shrinkage: float = 0.5
) -> Memberships:
    """Return the memberships of the likeliest mixture."""
    centres = draw_centres(points, n_clusters, seeds=range(random_state, random_state + n_starts))
    found = fit_mixtures(points, centres, shrinkage=shrinkage)
    return max(found, key=lambda mixture: mixture.likelihood).memberships


def test_long_thin_groups_are_told_apart() -> None:
    """The common shape is learned, so groups are parted where they end and not in the middle."""
    points = _make_stretched_groups(60)

    likely = _fit_best(points, 2, n_starts=30, shrinkage=0.05).argmax(axis=0)

    assert len(set(likely[:60].tolist())) == len(set(likely[60:].tolist())) == 1
    assert likely[0] != likely[-1]


def test_fewer_points_than_directions_can_be_fitted() -> None:
    """Shrinkage keeps the shape invertible where six ideas lie in twenty directions."""
    points = np.random.default_rng(0).normal(size=(6, 20))

    memberships = _fit_best(points, 3, n_starts=2)

    assert np.isfinite(memberships).all()


def test_equal_points_have_equal_memberships() -> None:
    """Points without any spread are fitted too, and nothing tells them apart."""
    memberships = _fit_best(np.ones((5, 3)), 1, n_starts=1)

    assert memberships == pytest.approx(np.ones((1, 5)))


@settings(max_examples=20)
@given(st.integers(0, 1000), st.integers(1, 6))
def test_memberships_sum_to_one_and_come_back_with_the_seed(random_state: int, n_clusters: int) -> None:
    """Every point belongs somewhere, wholly, and the same seed gives the same mixture."""
    points = np.random.default_rng(random_state).normal(size=(30, 4))

    first, second = (_fit_best(points, n_clusters, n_starts=2, random_state=random_state) for _ in range(2))

    assert first.sum(axis=0) == pytest.approx(np.ones(30))
    assert (first == second).all()


def test_a_rough_climb_ends_where_it_goes_on_to_the_same_mixture() -> None:
    """What ends early for its small gain reaches what a climb in one go reaches, once it goes on."""
    points = _make_stretched_groups(60)
    centres = draw_centres(points, 2, seeds=[5])

    (rough,) = fit_mixtures(points, centres, least_gain=1.0)
    (whole,) = fit_mixtures(points, centres)
    (resumed,) = climb_mixtures(points, rough.memberships[None])

    assert rough.likelihood < whole.likelihood
    np.testing.assert_allclose(resumed.memberships, whole.memberships, atol=0.05)


def test_a_start_leads_to_the_mixture_beside_it() -> None:
    """Groups of which a third is told wrong as a start come out told right, each under its own number, and stay so."""
    points = np.repeat([[3.0, 0.0], [0.0, 3.0]], 20, axis=0) + np.random.default_rng(1).normal(size=(40, 2)) / 3
    start = np.eye(2, dtype=np.float32)[:, np.repeat([1, 0], 20)]
    start[:, ::3] = start[::-1, ::3]

    (reached,) = climb_mixtures(points, start[None])
    (again,) = climb_mixtures(points, reached.memberships[None])

    assert reached.memberships.argmax(axis=0).tolist() == [1] * 20 + [0] * 20
    assert again.memberships.argmax(axis=0).tolist() == [1] * 20 + [0] * 20


@settings(max_examples=40)
@given(st.integers(1, 12), st.lists(st.integers(0, 2**31 - 1), min_size=1, max_size=3))
def test_centres_are_those_that_scikit_learn_draws(n_clusters: int, seeds: list[int]) -> None:
    """Each seed draws the same rows as the library's k-means++, where many points leave no room for ties."""
    points = np.random.default_rng(7).normal(size=(200, 5))

    expected = [kmeans_plusplus(points, n_clusters, random_state=seed)[1].tolist() for seed in seeds]

    assert draw_centres(points, n_clusters, seeds=seeds).tolist() == expected


@settings(max_examples=20)
@given(st.integers(8, 20), st.data())
def test_the_first_of_many_centres_are_drawn_before_the_others(n_clusters: int, data: st.DataObject) -> None:
    """A longer draw of the same seed goes on from a shorter one that tries as many points for each centre."""
    n_first = data.draw(st.integers(8, n_clusters))
    points = np.random.default_rng(3).normal(size=(100, 4))

    longer, shorter = (draw_centres(points, number, seeds=[1])[0].tolist() for number in (n_clusters, n_first))

    assert longer[:n_first] == shorter


def test_centres_of_equal_points_can_be_drawn() -> None:
    """Where all points are the same one there is nothing to choose by, and a row is drawn all the same."""
    assert draw_centres(np.ones((3, 2)), 2, seeds=[0]).shape == (1, 2)


@settings(max_examples=30)
@given(st.integers(1, 5), st.integers(1, 4), st.integers(0, 2**31 - 1))
def test_starts_that_climb_together_arrive_where_each_would_alone(
    n_clusters: int, n_starts: int, random_state: int
) -> None:
    """What one start reaches does not depend on the others beside it."""
    chance = np.random.default_rng(random_state)
    points = chance.normal(size=(25, 3))
    starts = chance.dirichlet(np.ones(n_clusters), size=(n_starts, 25)).transpose(0, 2, 1).astype(np.float32)

    together = climb_mixtures(points, starts)
    alone = [climb_mixtures(points, start[None])[0] for start in starts]

    assert [each.likelihood for each in together] == pytest.approx([each.likelihood for each in alone], abs=1e-6)
    for one, other in zip(together, alone, strict=True):
        np.testing.assert_allclose(one.memberships, other.memberships, atol=1e-6)
