"""Whether a project goes on."""

from datetime import date
from typing import Final

import pytest

from matcher.project_state import YEARS_MAX, KnownState, find_state
from models.call import CallId
from models.project import ProjectKind, ProjectState
from tests.factories import make_call, make_project

TODAY: Final = date(2023, 10, 15)
RUNNING, FINISHED = ProjectState.RUNNING, ProjectState.FINISHED


def test_what_the_source_says_comes_first() -> None:
    """An old project that its source calls running is running."""
    project = make_project(year=2001, state=RUNNING)

    assert find_state(project, {}, today=TODAY) == KnownState(RUNNING, is_stated=True)


def test_a_network_goes_on() -> None:
    """Standing cooperation has no end, however long ago it began."""
    project = make_project(kind=ProjectKind.NETWORK, year=2008)

    assert find_state(project, {}, today=TODAY) == KnownState(RUNNING, is_stated=True)


@pytest.mark.parametrize(
    ("end", "state"),
    [
        ("2023-10-14", FINISHED),
        ("2023-10-15", RUNNING),
        ("2023-09", FINISHED),
        ("2023-10", RUNNING),
        ("2024", RUNNING),
    ],
)
def test_a_grant_ends_with_its_call(end: str, state: ProjectState) -> None:
    """The last day or month counts as running."""
    call = make_call(projects_end=end)
    project = make_project(call_id=call.id, year=2001)

    assert find_state(project, {call.id: call}, today=TODAY) == KnownState(state, is_stated=True)


@pytest.mark.parametrize(("years", "state"), [(YEARS_MAX, FINISHED), (YEARS_MAX - 1, RUNNING), (0, RUNNING)])
def test_age_lets_presume(years: int, state: ProjectState) -> None:
    """Without anything else the year tells, and it is said that this is presumed."""
    project = make_project(year=TODAY.year - years)

    assert find_state(project, {}, today=TODAY) == KnownState(state, is_stated=False)


@pytest.mark.parametrize("calls", [{}, {CallId("2019-2"): make_call(projects_end=None)}])
def test_nothing_known_is_said(calls: dict[CallId, object]) -> None:
    """Neither a year nor a call with an end: not known."""
    project = make_project(call_id=CallId("2019-2"))

    assert find_state(project, calls, today=TODAY) == KnownState(None, is_stated=False)  # type: ignore[arg-type]
