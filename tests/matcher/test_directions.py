"""The directions that tell themes apart."""

import numpy as np
import pytest
from numpy.typing import NDArray

from matcher.directions import N_DIRECTIONS, count_directions, find_directions, keep_first
from matcher.nearest_ideas import find_nearest_ideas
from models.embeddings import Vectors
from tests.matcher.test_clustering import make_groups


def test_directions_tell_groups_apart() -> None:
    """In the directions found, ideas of one group lie nearer to each other than before, against those of others."""
    profiles, groups = make_groups((20, 20, 20), spread=0.4)
    same = np.equal.outer(groups, groups)

    def tell(points: NDArray[np.float64] | Vectors) -> float:
        similarity = points @ points.T
        return float(similarity[same].mean() - similarity[~same].mean())

    assert tell(find_directions(profiles, nearest=find_nearest_ideas(profiles), n_directions=4)) > tell(profiles) + 0.2


@pytest.mark.parametrize(("n_ideas", "n_directions"), [(0, 20), (1_000, 20), (1_050, 21), (3_000, 60), (50_000, 60)])
def test_more_ideas_are_described_in_more_directions(n_ideas: int, n_directions: int) -> None:
    """Twenty up to a thousand ideas, then one for every fifty, and no more than sixty."""
    assert count_directions(n_ideas) == n_directions


def test_the_first_directions_are_the_same_however_many_are_kept() -> None:
    """Directions come the most telling first, so fewer of them are the beginning of more."""
    profiles, _ = make_groups((20, 20, 20), spread=0.4)

    assert np.allclose(
        keep_first(find_directions(profiles, nearest=find_nearest_ideas(profiles), n_directions=12), 4),
        find_directions(profiles, nearest=find_nearest_ideas(profiles), n_directions=4),
    )


@pytest.mark.parametrize("n_ideas", [0, 1, 2])
def test_one_or_two_ideas_have_no_directions(n_ideas: int) -> None:
    """Where nothing can be told apart every idea lies at the origin."""
    profiles, _ = make_groups((n_ideas,))

    assert not find_directions(profiles, nearest=find_nearest_ideas(profiles), n_directions=N_DIRECTIONS).any()
