"""Whether a project of the register goes on: as its source says, or else as its kind, call and age let presume."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from models.call import Call, CallId
from models.project import Project, ProjectKind, ProjectState

YEARS_MAX: Final = 4
"""Years after its beginning from which a project is presumed to be over.

The calls of the scheme gave at most about two years and three months (data/reference/calls.json), structural funds
mostly three years; one more is for what began late. Taste beyond that.
"""


@dataclass(frozen=True, slots=True)
class KnownState:
    """Whether a project goes on, None where nothing tells; `is_stated` is False where it is presumed from its age."""

    state: ProjectState | None
    is_stated: bool


def find_state(project: Project, calls: Mapping[CallId, Call], *, today: date) -> KnownState:
    """Return whether a project goes on.

    What its source says counts first. A network is standing cooperation. A grant of a call ends with the projects of
    the call. Any other is presumed to be over `YEARS_MAX` years after it began, and to go on before that.

    Examples
    --------
    >>> from models.project import ProjectId
    >>> project = Project(id=ProjectId("p"), kind=ProjectKind.PROJECT, source_url="", language="fi", year=2019)
    >>> find_state(project, {}, today=date(2026, 11, 25))
    KnownState(state=<ProjectState.FINISHED: 'finished'>, is_stated=False)
    """
    if project.state is not None:
        return KnownState(project.state, is_stated=True)
    if project.kind is ProjectKind.NETWORK:
        return KnownState(ProjectState.RUNNING, is_stated=True)
    call = None if project.call_id is None else calls.get(project.call_id)
    if call is not None and call.projects_end is not None:
        is_over = call.projects_end < today.isoformat()[: len(call.projects_end)]  # a day, or a month: 2021-11
        return KnownState(ProjectState.FINISHED if is_over else ProjectState.RUNNING, is_stated=True)
    if project.year is None:
        return KnownState(None, is_stated=False)
    is_old = today.year - project.year >= YEARS_MAX
    return KnownState(ProjectState.FINISHED if is_old else ProjectState.RUNNING, is_stated=False)
