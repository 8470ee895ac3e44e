"""Projects parted into what is known and what is measured: sisters stay together, nothing is in both."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.known_projects import name_sisters
from matcher.partner_splits import split_by_day, split_in_folds
from models.partner_evaluation import PastProject
from tests.matcher.measuring import make_past

CUT = date(2020, 1, 1)
TEXTS = ("Bussit", "bussit!", "Koulut", "Kirjastot", "Palkat")
DAYS = st.none() | st.integers(-500, 500).map(lambda days: CUT + timedelta(days=days))


ROWS = st.lists(st.tuples(st.sampled_from(TEXTS), DAYS), max_size=20).map(
    lambda rows: [make_past(f"p{row}", "a", "b", text=text, start=day) for row, (text, day) in enumerate(rows)]
)


def test_the_day_of_the_cut_is_later() -> None:
    """A project of the day before is known, one of the day itself is measured, one of no day is neither."""
    before = make_past("p1", "a", start=date(2019, 12, 31))
    at_cut = make_past("p2", "a", start=CUT)
    undated = make_past("p3", "a")

    split = split_by_day([undated, at_cut, before], CUT)

    assert (split.history, split.test, split.n_left_out) == ((before,), (at_cut,), 0)


def test_a_later_sister_of_what_is_known_is_left_out() -> None:
    """A second phase tells nothing of a ranker that knows the first; how many there were is said."""
    first = make_past("p1", "a", text="Yhteinen kirjasto, I vaihe", start=date(2019, 1, 1))
    words = "Yhteinen kirjastojärjestelmä maakunnan kaikille kunnille, "
    phases = [
        make_past(f"p{number}", "a", text=f"{words} vaihe {number}", start=date(2018 + number, 1, 1))
        for number in range(1, 4)
    ]

    split = split_by_day([*phases, first], CUT)

    assert {project.text for project in split.history} == {first.text, phases[0].text}
    assert (split.test, split.n_left_out) == ((), 2)


@given(ROWS)
def test_a_cut_keeps_time_and_sisters_apart(projects: list[PastProject]) -> None:
    """All that is known began before all that is measured, no sister is on both sides, and all with a day are told."""
    split = split_by_day(projects, CUT)

    assert all(project.start is not None and project.start < CUT for project in split.history)
    assert all(project.start is not None and project.start >= CUT for project in split.test)
    assert not set(map(name_sisters, split.history)) & set(map(name_sisters, split.test))
    n_dated = sum(project.start is not None for project in projects)
    assert len(split.history) + len(split.test) + split.n_left_out == n_dated


@given(ROWS, st.integers(2, 6), st.integers(0, 9))
def test_each_project_is_measured_once_on_all_other_folds(
    projects: list[PastProject], n_folds: int, random_state: int
) -> None:
    """Folds part the projects; sisters share a fold."""
    splits = split_in_folds(projects, n_folds, random_state=random_state)

    assert len(splits) == n_folds
    measured = sorted(project.id for split in splits for project in split.test)
    assert measured == sorted(project.id for project in projects)
    for split in splits:
        assert {*split.history, *split.test} == set(projects)
        assert len(split.history) + len(split.test) == len(projects)
        assert not set(map(name_sisters, split.history)) & set(map(name_sisters, split.test))


def test_folds_are_of_nearly_one_size_and_repeat() -> None:
    """Seven projects in three folds are three, two and two; the same seed draws the same, in whatever order."""
    projects = [make_past(f"p{number}", "a") for number in range(7)]

    splits = split_in_folds(projects, 3, random_state=1)

    assert sorted(len(split.test) for split in splits) == [2, 2, 3]
    assert splits == split_in_folds(projects[::-1], 3, random_state=1)
    assert splits != split_in_folds(projects, 3, random_state=2)


@pytest.mark.parametrize(
    ("first", "second", "is_sister"),
    [
        ("Bussit yhteen", "BUSSIT - yhteen!", True),
        ("x" * 40 + "a", "x" * 40 + "b", True),
        ("x" * 39 + "a", "x" * 39 + "b", False),
        ("", "", False),  # then the titles are compared
    ],
)
def test_sisters_begin_alike(first: str, second: str, *, is_sister: bool) -> None:
    """Forty letters decide, whatever stands between them; where there is no text the title does."""
    keys = [name_sisters(make_past(f"p{number}", text=text)) for number, text in enumerate((first, second))]

    assert (keys[0] == keys[1]) is is_sister
