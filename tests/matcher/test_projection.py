"""Positions on the map: neighbours stay neighbours, nothing flips, and no two ideas cover each other."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial.distance import pdist
from sklearn.manifold import trustworthiness

from matcher.calibration import normalise_rows
from matcher.projection import Positions, find_spacing, measure_trustworthiness, place_new, project_ideas
from models.embeddings import Vectors
from models.idea import IdeaId

N_DIMS: Final = 24


def _make_profiles(n_ideas: int, *, n_groups: int = 4, random_state: int = 0) -> Vectors:
    """Return profiles in groups that lie well apart; row i is in group i modulo `n_groups`."""
    rng = np.random.default_rng(random_state)
    centres = 2 * np.eye(n_groups, N_DIMS)
    rows = centres[np.arange(n_ideas) % n_groups] + rng.normal(0, 0.2, (n_ideas, N_DIMS))
    scaled: Vectors = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return scaled


def _ids(n_ideas: int) -> list[IdeaId]:
    return [IdeaId(number) for number in range(1, n_ideas + 1)]


def _remember(positions: Positions) -> Mapping[IdeaId, tuple[float, float]]:
    """Return positions as a later run is given them."""
    return {idea_id: (float(x), float(y)) for idea_id, (x, y) in zip(_ids(len(positions)), positions, strict=True)}


def _project(profiles: Vectors, previous: Mapping[IdeaId, tuple[float, float]] | None = None) -> Positions:
    return project_ideas(profiles, idea_ids=_ids(len(profiles)), previous=previous, random_state=7)


@pytest.mark.parametrize("n_ideas", [0, 1, 2, 3, 5, 7, 8, 9, 40, 133])
def test_any_number_of_ideas_finds_room(n_ideas: int) -> None:
    """Every idea lies on the map, and no two so near that their markers would cover each other."""
    positions = _project(_make_profiles(n_ideas))

    assert positions.shape == (n_ideas, 2)
    assert np.isfinite(positions).all()
    assert np.abs(positions).max(initial=0) <= 1
    assert pdist(positions).min(initial=9) > 0.95 * find_spacing(n_ideas)


@pytest.mark.parametrize("n_ideas", [2, 6, 40])
def test_equal_ideas_lie_beside_each_other(n_ideas: int) -> None:
    """Ideas with the same text do not hide each other."""
    profiles = np.repeat(_make_profiles(1), n_ideas, axis=0)

    positions = _project(profiles)

    assert pdist(positions).min() > 0.95 * find_spacing(n_ideas)


def test_groups_stay_together() -> None:
    """The nearest on the map is of the same group."""
    positions = _project(_make_profiles(60))

    distance = np.linalg.norm(positions[:, None] - positions[None], axis=2) + 9 * np.eye(60)
    assert (distance.argmin(axis=1) % 4 == np.arange(60) % 4).all()


def test_the_same_comes_out_again() -> None:
    """Two runs over the same ideas give the same map, to the last digit."""
    profiles = _make_profiles(50)

    assert np.array_equal(_project(profiles), _project(profiles))


@pytest.mark.parametrize("turn", [[[0.0, 1.0], [-1.0, 0.0]], [[-1.0, 0.0], [0.0, 1.0]]], ids=["turned", "mirrored"])
@pytest.mark.parametrize("n_ideas", [6, 60])
def test_a_later_map_lies_as_the_map_before(n_ideas: int, turn: list[list[float]]) -> None:
    """Whichever way the map before lay, turned or mirrored, the next one lies the same way."""
    profiles = _make_profiles(n_ideas)
    before = _project(profiles) @ np.array(turn)

    after = _project(profiles, _remember(before))

    centred = before - before.mean(axis=0), after - after.mean(axis=0)
    likeness = (centred[0] * centred[1]).sum() / np.linalg.norm(centred[0]) / np.linalg.norm(centred[1])
    assert likeness > 0.95


def test_new_ideas_do_not_turn_the_map_over() -> None:
    """When a tenth is new, the groups stay where they were, give or take; new ideas go to their own group."""
    profiles = _make_profiles(66)
    before = _project(profiles[:60])

    after = _project(profiles, _remember(before))

    moved = [np.linalg.norm((after[:60] - before)[group::4].mean(axis=0)) for group in range(4)]
    assert max(moved) < 0.25
    distance = np.linalg.norm(after[60:, None] - after[None, :60], axis=2)
    assert (distance.argmin(axis=1) % 4 == np.arange(60, 66) % 4).all()


def test_a_map_of_other_ideas_is_no_start() -> None:
    """With no idea in common the map is drawn as if it were the first."""
    profiles = _make_profiles(20)

    assert np.array_equal(_project(profiles, {IdeaId(99): (0.3, 0.3)}), _project(profiles))


def test_placing_moves_nobody() -> None:
    """New ideas find a free place in their own group; those that were there keep theirs exactly."""
    profiles = _make_profiles(44)
    before = _project(profiles[:40])

    after = place_new(profiles, idea_ids=_ids(44), previous=_remember(before))

    assert np.array_equal(after[:40], before)
    assert pdist(after).min() > 0.95 * find_spacing(44)
    distance = np.linalg.norm(after[40:, None] - after[None, :40], axis=2)
    assert (distance.argmin(axis=1) % 4 == np.arange(40, 44) % 4).all()


def test_placing_begins_in_the_middle() -> None:
    """Where nobody was before, the first idea lies in the middle and the next ones around it."""
    positions = place_new(_make_profiles(3), idea_ids=_ids(3), previous={})

    assert positions[0].tolist() == [0, 0]
    assert pdist(positions).min() > 0.95 * find_spacing(3)


def test_ideas_that_are_gone_are_left_out() -> None:
    """The map has the ideas of today, in the order of today."""
    profiles = _make_profiles(10)
    before = _remember(_project(profiles))

    positions = place_new(profiles[[7, 2]], idea_ids=[IdeaId(8), IdeaId(3)], previous=before)

    assert positions.tolist() == [list(before[IdeaId(8)]), list(before[IdeaId(3)])]


@given(
    places=st.lists(st.tuples(st.floats(-1, 1), st.floats(-1, 1)), min_size=1, max_size=12),
    n_new=st.integers(0, 6),
)
def test_placed_ideas_are_on_the_map(places: list[tuple[float, float]], n_new: int) -> None:
    """Wherever the others lie, at an edge or in one heap, new ideas lie on the map."""
    profiles = _make_profiles(len(places) + n_new)
    previous = dict(zip(_ids(len(places)), places, strict=True))

    positions = place_new(profiles, idea_ids=_ids(len(profiles)), previous=previous)

    assert np.abs(positions).max() <= 1
    assert positions[: len(places)].tolist() == [list(place) for place in places]


@pytest.mark.parametrize("n_ideas", [0, 1, 2])
def test_few_ideas_have_no_wrong_neighbours(n_ideas: int) -> None:
    """Fewer than three ideas can't lie wrongly."""
    assert measure_trustworthiness(_make_profiles(n_ideas), np.zeros((n_ideas, 2))) == 1


def test_trust_tells_a_good_map_from_a_bad_one() -> None:
    """A projection is trusted, one that was shuffled is not."""
    profiles = _make_profiles(80)
    positions = _project(profiles)

    shuffled = np.random.default_rng(1).permutation(positions)

    assert measure_trustworthiness(profiles, positions) > 0.85
    assert measure_trustworthiness(profiles, shuffled) < 0.65


@settings(max_examples=20)
@given(st.integers(3, 60), st.integers(0, 1000))
def test_trustworthiness_is_that_of_the_library(n_ideas: int, seed: int) -> None:
    """It is what scikit-learn finds by putting all ideas in order, of which we count only the ranks that are needed."""
    chance = np.random.default_rng(seed)
    profiles = normalise_rows(chance.normal(size=(n_ideas, 6)).astype(np.float32))
    positions = chance.uniform(-1, 1, size=(n_ideas, 2))

    n_neighbors = min(5, (n_ideas - 1) // 2)
    expected = trustworthiness(profiles.astype(np.float64), positions, n_neighbors=n_neighbors, metric="cosine")

    assert measure_trustworthiness(profiles, positions) == pytest.approx(expected)
