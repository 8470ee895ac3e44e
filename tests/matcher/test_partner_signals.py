"""Signals that an organisation may be the right partner."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from scipy.sparse import csr_array

from matcher.partner_signals import (
    Signal,
    count_ties,
    find_nearest_text,
    measure_distances,
    measure_language,
    measure_nearness,
    measure_size_likeness,
    place_on_sphere,
    share_projects,
    walk_through_projects,
    weigh_projects,
)

MEMBERSHIP = csr_array(np.array([[1, 1, 0, 0], [1, 1, 1, 0], [0, 0, 1, 0]], dtype=np.float64))
"""Three projects of four organisations: a pair, three, and one alone; the last organisation was in none."""
FIRST = np.array([1.0, 0, 0, 0])

memberships = hnp.arrays(np.float64, st.tuples(st.integers(1, 6), st.integers(2, 6)), elements=st.sampled_from([0, 1]))


def test_a_walk_goes_where_projects_lead() -> None:
    """From the first through the pair all to the second, through the three half to each; nothing leads back."""
    reached = walk_through_projects(FIRST, MEMBERSHIP, np.array([1.0, 1.0, 1.0]))

    assert reached.tolist() == pytest.approx([0, 1.5, 0.5, 0])


def test_a_walk_prefers_projects_on_the_matter() -> None:
    """Twice the weight of a project leads twice as far through it."""
    reached = walk_through_projects(FIRST, MEMBERSHIP, np.array([1.0, 2.0, 1.0]))

    assert reached.tolist() == pytest.approx([0, 2, 1, 0])


def test_a_project_of_one_leads_nowhere() -> None:
    """What nobody else was in passes nothing on."""
    assert share_projects(MEMBERSHIP, np.array([1.0, 3.0, 5.0])).tolist() == [1, 1.5, 0]


def test_ties_are_shared_projects() -> None:
    """The second shares two projects with the first, the third one."""
    assert count_ties(FIRST, MEMBERSHIP).tolist() == [0, 2, 1, 0]


def test_a_shared_project_is_one_tie_however_many_ask() -> None:
    """Both members of the pair ask: the third shares one project with them, and each of them two with the other."""
    assert count_ties(np.array([1.0, 1, 0, 0]), MEMBERSHIP).tolist() == [2, 2, 1, 0]


def test_members_that_share_a_place_bring_what_they_have_of_it() -> None:
    """Of two members at a half each one was with the third in a project, in another both were: one and a half."""
    membership = csr_array(np.array([[1.0, 0, 1], [1, 1, 1]]))

    assert count_ties(np.array([0.5, 0.5, 0]), membership).tolist() == [0.5, 0.5, 1.5]


@given(memberships, st.data())
def test_ties_are_no_more_than_projects(cells: Signal, data: st.DataObject) -> None:
    """Whoever asks, nobody shares more projects than it had, and who was in none shares none."""
    start = data.draw(hnp.arrays(np.float64, cells.shape[1], elements=st.sampled_from([0, 0.25, 1])))

    ties = count_ties(start, csr_array(cells))

    assert np.all(ties >= 0)
    assert np.all(ties <= cells.sum(axis=0))


def test_the_nearest_text_is_the_one_that_says_most() -> None:
    """A member's share of a text may be less than a lesser text of its own; equal ones go by the first row."""
    ownership = csr_array(np.array([[1, 0.5, 0, 0], [0, 0.9, 0, 0], [1, 0, 1, 0]]))

    value, rows = find_nearest_text(np.array([0.4, 0.3, 0.4], dtype=np.float32), ownership)

    assert value.tolist() == pytest.approx([0.4, 0.27, 0.4, 0])
    assert rows.tolist() == [0, 1, 2, -1]


def test_a_text_without_excess_is_nobodys_reason() -> None:
    """Where no text is closer than the floor there is no nearest."""
    value, rows = find_nearest_text(np.zeros(1, dtype=np.float32), csr_array(np.ones((1, 2))))

    assert value.tolist() == [0, 0]
    assert rows.tolist() == [-1, -1]


def test_temperature_is_how_much_text_decides() -> None:
    """At zero all projects count alike; at ten one that is like the idea by 0.1 counts e times as much."""
    similarity = np.array([0, 0.1], dtype=np.float32)

    assert weigh_projects(similarity, 0).tolist() == [1, 1]
    assert weigh_projects(similarity, 10).tolist() == pytest.approx([1, np.e])


def test_distances_are_those_of_the_globe() -> None:
    """A degree of latitude is 111.2 km; from pole to pole is half the globe; an unknown place has no distance."""
    places = place_on_sphere(np.array([61.0, 60.0, -90.0, np.nan]), np.array([25.0, 25.0, 0.0, 25.0]))
    pole = place_on_sphere(np.array([90.0]), np.array([0.0]))[0]

    assert measure_distances(places, places[1])[:2].tolist() == pytest.approx([111.195, 0], abs=0.01)
    assert measure_distances(places, pole)[2] == pytest.approx(20015.1, abs=0.1)
    assert np.isnan(measure_distances(places, pole)[3])


def test_nearness_is_distance_border_and_region() -> None:
    """Next door in the same region is 1 at no distance; far away with nothing shared, or nobody knows where, is 0."""
    nearness = measure_nearness(
        np.array([0.0, 100.0, 1000.0, np.nan]),
        is_neighbour=np.array([True, False, False, True]),
        is_same_region=np.array([True, True, False, True]),
        scale_km=100,
    )

    assert nearness.tolist() == pytest.approx([1, 0.25 + 0.5 / np.e, 0.5 * np.exp(-10), 0])


@given(memberships, st.data())
def test_walks_are_symmetric_and_bounded(cells: Signal, data: st.DataObject) -> None:
    """As much leads from one to another as back, nothing to oneself, and no more than all projects weigh."""
    membership = csr_array(cells)
    n_projects, n_organisations = cells.shape
    weights = data.draw(hnp.arrays(np.float64, n_projects, elements=st.floats(0.1, 10)))

    reached = np.stack([walk_through_projects(start, membership, weights) for start in np.eye(n_organisations)])

    assert np.allclose(reached, reached.T)
    assert np.allclose(np.diag(reached), 0)
    assert np.all(reached >= -1e-9)
    assert np.all(reached.sum(axis=1) <= weights.sum() + 1e-9)


@given(memberships, st.data())
def test_without_a_project_less_leads_to_its_members(cells: Signal, data: st.DataObject) -> None:
    """Taking a shared project away lowers what leads to each other member, and raises nothing."""
    weights = data.draw(hnp.arrays(np.float64, len(cells), elements=st.floats(0.1, 10)))
    gone = data.draw(st.integers(0, len(cells) - 1))
    start = np.eye(cells.shape[1])[0]

    before = walk_through_projects(start, csr_array(cells), weights)
    after = walk_through_projects(start, csr_array(np.delete(cells, gone, axis=0)), np.delete(weights, gone))

    is_fellow = (cells[gone] * cells[gone, 0] * (np.arange(cells.shape[1]) > 0)).astype(bool)
    assert np.all(after[is_fellow] < before[is_fellow])
    assert np.allclose(after[~is_fellow], before[~is_fellow])


@given(st.floats(0, 2000), st.floats(0, 2000), st.booleans(), st.booleans())
def test_more_distant_is_never_nearer(one: float, other: float, is_neighbour: bool, is_same_region: bool) -> None:
    """All else equal, of two organisations the one further away is not nearer; nearness is in [0, 1]."""
    nearness = measure_nearness(
        np.array(sorted((one, other))),
        is_neighbour=np.array([is_neighbour] * 2),
        is_same_region=np.array([is_same_region] * 2),
        scale_km=100,
    )

    assert nearness[0] >= nearness[1] >= 0
    assert nearness[0] <= 1


def test_alike_in_size_is_within_a_factor_of_two() -> None:
    """As many count in full, three quarters half, half or double not at all, nor what is not known."""
    populations = np.array([8_000, 6_000, 4_000, 16_000, 500_000, np.nan])

    assert measure_size_likeness(populations, 8_000).tolist() == pytest.approx([1, 0.5, 0, 0, 0, 0])
    assert measure_size_likeness(populations, np.nan).tolist() == [0] * 6


@given(st.floats(1, 1e6), st.floats(1, 1e6))
def test_likeness_in_size_is_mutual(one: float, other: float) -> None:
    """It is the same seen from either side, in [0, 1], and small towns are as alike to each other as cities."""
    here, there = (measure_size_likeness(np.array([a]), b)[0] for a, b in ((one, other), (other, one)))

    assert here == pytest.approx(there)
    assert 0 <= here <= 1
    assert measure_size_likeness(np.array([one * 10]), other * 10)[0] == pytest.approx(here)


@given(hnp.arrays(np.bool_, st.integers(1, 20)))
def test_a_language_tells_the_more_the_fewer_have_it(has_language: np.ndarray) -> None:
    """Nobody without it has anything for it, and nobody at all where half of them have it."""
    telling = measure_language(has_language, np.ones(len(has_language), dtype=np.bool_))

    assert np.all(telling[~has_language] == 0)
    assert np.all(telling[has_language] == pytest.approx(max(0, 1 - 2 * has_language.mean())))
