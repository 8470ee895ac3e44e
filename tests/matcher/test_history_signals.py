"""What past projects tell of partners: exact on small pasts, and never told by a project that may not be seen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.sparse import csr_array

from matcher.history_signals import (
    TEXT_FLOOR,
    WALK_FLOOR,
    Values,
    find_experience_signal,
    find_named_signal,
    find_nearest_signal,
    find_region_signal,
    find_text_signal,
    find_walk_signal,
    liken_names,
    liken_projects,
    split_name,
    step_through_projects,
    weigh_names,
    weigh_texts,
)

PAIR = csr_array(np.array([[1.0, 1, 0], [0, 1, 1]]))
"""Two projects in a row: the first has the organisations 0 and 1, the second 1 and 2."""
REGIONS = st.sampled_from(["", "Lappi", "Kainuu"])
BOTH = np.array([True, True])
NEITHER = np.array([False, False])
ALIKE = np.zeros(2)


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """Anything that could have happened: who was in which project, how like, how old, where, and what may be seen."""

    members: Values
    likeness: Values
    ages_years: Values
    regions: NDArray[np.str_]
    is_seen: NDArray[np.bool_]

    @property
    def membership(self) -> csr_array:
        """Return who was in which project."""
        return csr_array(self.members)


Signal = Callable[[Past], Values]


def _walk(past: Past) -> Values:
    """Return the walks from every organisation, a column each."""
    return find_walk_signal(np.eye(past.members.shape[1]), past.likeness, past.membership, past.is_seen)


SIGNALS: Sequence[Signal] = (
    lambda past: find_text_signal(past.likeness, past.membership, past.is_seen),
    lambda past: find_nearest_signal(past.likeness, past.membership, past.is_seen),
    _walk,
    lambda past: find_experience_signal(past.ages_years, past.membership, past.is_seen),
    lambda past: find_region_signal("Lappi", past.regions, past.membership, past.is_seen),
)


@st.composite
def pasts(draw: st.DrawFn) -> Past:
    """Draw a past; some projects may have no member, some organisations no project, and nothing may be seen."""
    n_projects, n_organisations = draw(st.integers(1, 6)), draw(st.integers(1, 6))

    def draw_row(elements: st.SearchStrategy[float], n_values: int = n_projects) -> list[float]:
        return draw(st.lists(elements, min_size=n_values, max_size=n_values))

    members = [draw_row(st.sampled_from([0.0, 1.0]), n_organisations) for _ in range(n_projects)]
    return Past(
        members=np.array(members),
        likeness=np.array(draw_row(st.floats(-4, 4))),
        ages_years=np.array(draw_row(st.floats(0, 30) | st.just(float("nan")))),
        regions=np.array(draw(st.lists(REGIONS, min_size=n_projects, max_size=n_projects))),
        is_seen=np.array(draw_row(st.sampled_from([0.0, 1.0]))) == 1,
    )


def test_meaning_counts_as_much_as_letters_and_words_together() -> None:
    """Where letters and words agree they undo what meaning says; where they disagree meaning alone is left, by half."""
    dense, wording, words = np.array([0.2, 0.4]), np.array([0.9, 0.1]), np.array([7.0, 5.0])

    assert liken_projects(dense, wording, words, BOTH) == pytest.approx([0, 0])
    assert liken_projects(dense, wording, words[::-1], BOTH) == pytest.approx([-1 / 2, 1 / 2])
    assert liken_projects(dense, wording[::-1], words[::-1], BOTH) == pytest.approx([-1, 1])


@pytest.mark.parametrize("is_seen", [NEITHER, np.array([True, False])])
def test_fewer_than_two_projects_are_not_compared(is_seen: NDArray[np.bool_]) -> None:
    """One project, or none, is neither like nor unlike."""
    two = np.array([0.2, 0.4])

    assert liken_projects(two, two, two, is_seen).tolist() == [0, 0]


def test_the_text_signal_is_the_share_of_the_like_past() -> None:
    """Of a project of one and a project of four, as like as each other, the small one counts twice as much."""
    membership = csr_array(np.array([[1.0, 0, 0, 0], [1, 1, 1, 1]]))

    signal = find_text_signal(ALIKE, membership, BOTH)

    assert weigh_texts(ALIKE, membership, BOTH) == pytest.approx([2 / 3, 1 / 3])
    assert signal == pytest.approx(np.log1p(np.array([1, 1 / 3, 1 / 3, 1 / 3]) / 1e-3))


def test_a_project_counts_by_the_exponential_of_its_likeness() -> None:
    """One that is log 3 more alike counts three times as much."""
    assert weigh_texts(np.array([np.log(3), 0]), PAIR, BOTH) == pytest.approx([3 / 4, 1 / 4])


def test_three_steps_of_a_walk_by_hand() -> None:
    """From one end of a chain of two projects the steps lead to halves, then to eighths, then to sixteenths."""
    signal = find_walk_signal(np.array([[1.0], [0], [0]]), ALIKE, PAIR, BOTH)

    steps = [[1 / 2, 1 / 2, 0], [3 / 8, 4 / 8, 1 / 8], [5 / 16, 8 / 16, 3 / 16]]
    assert signal.ravel() == pytest.approx(np.log1p(np.sum(steps, axis=0) / 1e-4))


def test_a_walk_prefers_ties_of_projects_that_are_alike() -> None:
    """With one of two projects log 3 more alike, three walks of four go through it."""
    membership = csr_array(np.array([[1.0, 1, 0], [1, 0, 1]]))

    place = step_through_projects(np.array([[1.0], [0], [0]]), np.array([np.log(3), 0]), membership, BOTH)

    assert place.ravel() == pytest.approx([1 / 2, 3 / 8, 1 / 8])


def test_experience_fades() -> None:
    """A project of today counts 1, one a year and a half old 1 / e; who was in none has none."""
    membership = csr_array(np.array([[1.0, 0, 0], [1, 1, 0]]))

    signal = find_experience_signal(np.array([0, 1.5]), membership, BOTH)

    assert signal == pytest.approx(np.log1p([1 + np.exp(-1), np.exp(-1), 0]))


def test_an_unknown_age_is_the_mean_of_those_seen() -> None:
    """An age that is not known is taken for the mean of the others, of which hidden ones are none."""
    ages = np.array([1.0, 2.0, 30.0, np.nan])

    signal = find_experience_signal(ages, csr_array(np.eye(4)), np.array([True, True, False, True]))

    assert signal == pytest.approx(np.log1p([np.exp(-1 / 1.5), np.exp(-2 / 1.5), 0, np.exp(-1)]))
    assert find_experience_signal(ages[3:], csr_array([[1.0]]), BOTH[:1]) == pytest.approx([np.log(2)])


def test_words_that_all_names_have_tell_nothing() -> None:
    """A word weighs log(n / names with it); short words and numbers are not words of a name."""
    columns, weights = weigh_names(["Odense Kommune", "Varde Kommune", "12345 AS"])

    table = weights.toarray()
    assert sorted(columns) == ["kommune", "odense", "varde"]
    assert table[0, columns["odense"]] == pytest.approx(np.log(3))
    assert table[1, columns["kommune"]] == pytest.approx(np.log(3 / 2))
    assert not table[2].any()
    assert split_name("Å 12 AS ry.") == frozenset()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Havnen i Odenses centrum", [1.0, 0.0]),
        ("ODENSE", [1.0, 0.0]),
        ("Odensebladet", [0.0, 0.0]),  # more than two letters added are another word
        ("Kommune", [0.0, 0.0]),  # as all names have it, it names nobody
        ("", [0.0, 0.0]),
    ],
)
def test_a_name_is_found_in_a_text_though_inflected(text: str, expected: list[float]) -> None:
    """A word of a name is said where the text has it, with up to two letters more."""
    columns, weights = weigh_names(["Odense Kommune", "Varde Kommune"])

    assert find_named_signal(text, columns, weights) == pytest.approx(expected)


def test_half_a_name_counts_by_its_weight() -> None:
    """Of a name of two words the one that is said counts by what it tells."""
    columns, weights = weigh_names(["Odense Havn", "Odense Museum", "Varde"])

    signal = find_named_signal("Odense", columns, weights)

    common, rare = np.log(3 / 2), np.log(3)
    assert signal == pytest.approx([common / (common + rare), common / (common + rare), 0])


def test_names_are_alike_by_the_words_they_share() -> None:
    """The cosine of two names by hand; of a name with itself 1, with a stranger 0, of no words 0."""
    _, weights = weigh_names(["Odense Havn", "Odense Museum", "Varde", "1"])

    cosines = liken_names(weights, np.array([0, 3]))

    common, rare = np.log(4 / 2) ** 2, np.log(4) ** 2
    assert cosines[:, 0] == pytest.approx([1, common / (common + rare), 0, 0])
    assert not cosines[:, 1].any()


@given(pasts())
def test_signals_stay_in_their_ranges(past: Past) -> None:
    """Every signal is a finite number, no larger than its most, and that of the region alone may be below 0."""
    text, nearest, walk, experience, region = (signal(past) for signal in SIGNALS)

    for signal in (text, nearest, walk, experience):
        assert np.isfinite(signal).all()
        assert (signal >= 0).all()
    assert text.max() <= np.log1p(1 / TEXT_FLOOR) + 1e-9
    assert walk.max() <= np.log1p(3 / WALK_FLOOR) + 1e-9
    assert nearest.max() <= np.log1p(len(past.likeness)) + 1e-9
    assert experience.max() <= np.log1p(len(past.likeness))
    n_projects = len(past.likeness)
    assert ((region >= -np.log1p(n_projects) - 1e-12) & (region <= np.log(n_projects) + 1e-12)).all()


@given(pasts(), st.randoms(use_true_random=False))
def test_neither_order_nor_name_of_organisations_matters(past: Past, chance: Random) -> None:
    """Organisations in another order have the same signals in that order."""
    order = list(range(past.members.shape[1]))
    chance.shuffle(order)
    mixed = replace(past, members=past.members[:, order])

    for signal in SIGNALS:
        expected = signal(past)[order]
        if signal is _walk:
            expected = expected[:, order]
        np.testing.assert_allclose(signal(mixed), expected, atol=1e-9)


@given(pasts(), st.randoms(use_true_random=False))
def test_the_order_of_projects_does_not_matter(past: Past, chance: Random) -> None:
    """The same past told in another order says the same."""
    order = list(range(len(past.likeness)))
    chance.shuffle(order)
    mixed = Past(
        past.members[order], past.likeness[order], past.ages_years[order], past.regions[order], past.is_seen[order]
    )

    for signal in SIGNALS:
        np.testing.assert_allclose(signal(mixed), signal(past), atol=1e-9)


@given(pasts(), st.floats(-1e4, 1e4), st.floats(0, 40), REGIONS, st.booleans())
def test_hidden_projects_never_matter(past: Past, likeness: float, age: float, region: str, is_member: bool) -> None:
    """Whatever a project that may not be seen was like, when, where and whose it was: signals are the same."""
    hidden = ~past.is_seen
    other = Past(
        members=np.where(hidden[:, None], float(is_member), past.members),
        likeness=np.where(hidden, likeness, past.likeness),
        ages_years=np.where(hidden, age, past.ages_years),
        regions=np.where(hidden, region, past.regions),
        is_seen=past.is_seen,
    )

    for signal in SIGNALS:
        np.testing.assert_allclose(signal(other), signal(past), atol=1e-12)


@given(pasts(), st.lists(st.floats(-1, 1), min_size=6, max_size=6), st.floats(-1, 1))
def test_likeness_is_measured_among_those_seen(past: Past, cosines: list[float], hidden: float) -> None:
    """What hidden projects are like does not move those seen, whose likenesses have mean 0."""
    n_projects = len(past.likeness)
    dense, wording = np.array(cosines[:n_projects]), np.abs(cosines[::-1][:n_projects])

    words = 10 * wording[::-1]

    likeness = liken_projects(dense, wording, words, past.is_seen)
    moved = liken_projects(np.where(past.is_seen, dense, hidden), wording, words, past.is_seen)

    np.testing.assert_allclose(moved[past.is_seen], likeness[past.is_seen], atol=1e-12)
    assert abs(likeness[past.is_seen].sum()) < 1e-6


@given(pasts())
def test_a_walk_loses_nobody_and_makes_nobody(past: Past) -> None:
    """A step from who has a project that is seen leads somewhere for certain; from others nowhere."""
    n_organisations = past.members.shape[1]

    place = step_through_projects(np.eye(n_organisations), past.likeness, past.membership, past.is_seen)

    is_known = past.members[past.is_seen].any(axis=0)
    np.testing.assert_allclose(place.sum(axis=0), is_known.astype(float), atol=1e-9)
    assert not place[~is_known].any()
