"""Clusters of ideas."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from matcher.calibration import normalise_rows
from matcher.closeness import measure_crowding
from matcher.clustering import cluster_profiles, match_clusters
from matcher.nearest_ideas import find_nearest_ideas, find_twins
from models.embeddings import Vectors
from models.language import FINNISH, SWEDISH

N_DIMS = 24


def make_groups(sizes: tuple[int, ...], *, random_state: int = 0, spread: float = 0.2) -> tuple[Vectors, list[int]]:
    """Return profiles in as many groups as there are sizes, shuffled, and the group of each."""
    chance = np.random.default_rng(random_state)
    groups = np.repeat(np.arange(len(sizes)), sizes)
    chance.shuffle(groups)
    centres = np.eye(len(sizes), N_DIMS)
    noise = chance.normal(size=(len(groups), N_DIMS)) * spread
    return normalise_rows((centres[groups] + noise).astype(np.float32)), groups.tolist()


def _partition(labels: NDArray[np.intp], keys: list[int]) -> set[frozenset[int]]:
    """Return the clusters as sets of keys."""
    return {frozenset(key for key, label in zip(keys, labels, strict=True) if label == each) for each in set(labels)}


def test_groups_that_lie_apart_are_found() -> None:
    """Three plain groups told as three are just the three, the largest first, firm and well apart."""
    profiles, groups = make_groups((12, 20, 9))

    found = cluster_profiles(profiles, nearest=find_nearest_ideas(profiles), n_clusters=3, random_state=0)

    assert np.bincount(found.labels).tolist() == [20, 12, 9]
    assert [groups[row] for row in range(41) if found.labels[row] == 0] == [1] * 20
    assert (found.stability > 0.95).all()


@pytest.mark.parametrize("sizes", [(12, 20, 9), (30, 30, 30, 30, 30)])
def test_the_number_is_chosen_so_that_no_theme_mixes_groups(sizes: tuple[int, ...]) -> None:
    """Without a number every cluster is of one group, and there are not many more of them than groups."""
    profiles, groups = make_groups(sizes)

    labels = cluster_profiles(profiles, nearest=find_nearest_ideas(profiles), random_state=0).labels

    assert len(set(zip(labels.tolist(), groups, strict=True))) == len(set(labels.tolist()))
    assert len(sizes) <= len(set(labels.tolist())) <= 3 * len(sizes)


def test_the_number_that_is_asked_for_is_kept() -> None:
    """As many clusters come back as were wanted, none of them empty."""
    profiles, _ = make_groups((12, 20, 9))

    labels = cluster_profiles(profiles, nearest=find_nearest_ideas(profiles), n_clusters=5, random_state=0).labels

    assert set(labels.tolist()) == {0, 1, 2, 3, 4}


@pytest.mark.parametrize("n_ideas", [0, 1, 2, 7])
def test_a_handful_is_one_theme(n_ideas: int) -> None:
    """Too few ideas to tell apart are together, and nothing fails."""
    profiles, _ = make_groups((n_ideas,))

    found = cluster_profiles(profiles, nearest=find_nearest_ideas(profiles), random_state=0)

    assert found.labels.tolist() == [0] * n_ideas
    assert len(found.stability) == min(n_ideas, 1)


def test_equal_ideas_stay_together() -> None:
    """Ideas that do not differ at all are in one cluster, however many are wanted."""
    profiles = np.tile(normalise_rows(np.ones((1, N_DIMS), dtype=np.float32)), (12, 1))

    assert set(cluster_profiles(profiles, nearest=find_nearest_ideas(profiles), random_state=0).labels.tolist()) == {0}


@settings(max_examples=10)
@given(st.integers(0, 1000))
def test_the_same_seed_gives_the_same_clusters(random_state: int) -> None:
    """Clustering twice gives the same labels, whatever the seed."""
    profiles, _ = make_groups((8, 9, 10), spread=0.4)

    first, second = (
        cluster_profiles(profiles, nearest=find_nearest_ideas(profiles), random_state=random_state) for _ in range(2)
    )

    assert first.labels.tolist() == second.labels.tolist()
    assert first.stability.tolist() == second.stability.tolist()


def test_clusters_go_on_where_most_members_are() -> None:
    """Pairing keeps as many members as possible, and pairs nobody who shares none."""
    previous = [frozenset({1, 2, 3}), frozenset({4, 5}), frozenset({9})]
    current = [frozenset({4, 5, 6}), frozenset({1, 2}), frozenset({3, 7}), frozenset({8})]

    assert match_clusters(previous, current) == {0: 1, 1: 0}
    assert match_clusters([], current) == {}
    assert match_clusters(previous, []) == {}


def test_twins_in_two_languages_share_their_cluster() -> None:
    """Each other's nearest in the other language are a pair, whoever of the own is nearer; and stay together."""
    chance = np.random.default_rng(3)
    finnish = normalise_rows(chance.normal(size=(20, N_DIMS)).astype(np.float32))
    swedish = normalise_rows(finnish[:4] + (chance.normal(size=(4, N_DIMS)) * 0.05).astype(np.float32))
    profiles, languages = np.concatenate([finnish, swedish]), [FINNISH] * 20 + [SWEDISH] * 4

    labels = cluster_profiles(
        profiles, nearest=find_nearest_ideas(profiles), languages=languages, n_clusters=6, random_state=0
    ).labels

    assert find_twins(profiles, languages, crowding=measure_crowding(profiles)).tolist() == [
        [0, 20],
        [1, 21],
        [2, 22],
        [3, 23],
    ]
    assert labels[:4].tolist() == labels[20:].tolist()


def test_in_one_language_there_are_no_twins() -> None:
    """Where all ideas are in one language nobody is a twin."""
    profiles, _ = make_groups((5, 5))

    assert find_twins(profiles, [FINNISH] * 10, crowding=measure_crowding(profiles)).tolist() == []


def test_clusters_go_on_from_those_before() -> None:
    """Where another seed would cluster otherwise those before stay, and a new idea joins the nearest of them."""
    profiles, _ = make_groups((12, 20, 9, 11), spread=0.3)
    before = cluster_profiles(profiles, nearest=find_nearest_ideas(profiles), random_state=3).labels
    previous = before.copy()
    previous[7] = -1

    anew = cluster_profiles(profiles, nearest=find_nearest_ideas(profiles), random_state=0).labels
    labels = cluster_profiles(profiles, nearest=find_nearest_ideas(profiles), previous=previous, random_state=0).labels

    assert _partition(anew, list(range(52))) != _partition(before, list(range(52)))
    assert _partition(labels, list(range(52))) == _partition(before, list(range(52)))


@pytest.mark.parametrize("n_before", [1, 3])
def test_bad_clusters_are_let_go(n_before: int) -> None:
    """Where the clusters before join what is not alike, or are none at all, those found anew take their place."""
    profiles, _ = make_groups((12, 20, 9, 11))
    anew = cluster_profiles(profiles, nearest=find_nearest_ideas(profiles), random_state=0)
    bad = np.zeros(52, dtype=np.intp) if n_before == 1 else np.full(52, -1, dtype=np.intp)

    labels = cluster_profiles(profiles, nearest=find_nearest_ideas(profiles), previous=bad, random_state=0).labels

    assert labels.tolist() == anew.labels.tolist()


@given(st.lists(st.integers(-1, 4), min_size=30, max_size=30))
@settings(deadline=None, max_examples=8)
def test_whatever_was_before_nobody_is_left_out(before: list[int]) -> None:
    """Labels are counted from 0 and no cluster is empty, the largest first."""
    profiles, _ = make_groups((12, 10, 8))

    labels = cluster_profiles(
        profiles, nearest=find_nearest_ideas(profiles), previous=np.array(before, dtype=np.intp), random_state=0
    ).labels

    sizes = np.bincount(labels)
    assert len(labels) == 30
    assert sizes.min() > 0
    assert sizes.tolist() == sorted(sizes.tolist(), reverse=True)
