"""How well the members of the register's own projects are found again, case by case; as measured once and shipped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from matcher.catalogue import Catalogue
from models.organisation import Organisation, OrganisationId
from models.project import Project, ProjectId
from models.register_evaluation import RegisterCase, RegisterRecord
from web.dependencies import SnapshotDep
from web.templating import render_page
from web.wiring import load_shipped_register_record

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Placed:
    """Who was looked for, by id, the organisation where it is still known, and at which `place` it came, from 1."""

    id: OrganisationId
    organisation: Organisation | None
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """One question: the member that was `given`, by id, and as it is known today, and the others by place."""

    given_id: OrganisationId
    given: Organisation | None
    others: Sequence[Placed]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectCases:
    """The questions of one project, by id, and as it is known today."""

    id: ProjectId
    project: Project | None
    rows: Sequence[CaseRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEvaluationPage:
    """What was measured: `record` has the figures, `projects` each case."""

    record: RegisterRecord
    projects: Sequence[ProjectCases]


@router.get("/evaluation/register")
def show_register_evaluation(request: Request, snapshot: SnapshotDep) -> HTMLResponse:
    """Show the figures and every case."""
    record = load_shipped_register_record()
    context = RegisterEvaluationPage(
        record=record, projects=tuple(_list_projects(record.evaluation.cases, snapshot.catalogue))
    )
    return render_page(request, "evaluation/register.html", context)


def _list_projects(cases: Sequence[RegisterCase], catalogue: Catalogue) -> Iterator[ProjectCases]:
    """Yield the cases by project, in their order."""
    for project_id, group in groupby(cases, key=lambda case: case.project_id):
        rows = [_read_row(case, catalogue) for case in group]
        yield ProjectCases(id=project_id, project=catalogue.projects.get(project_id), rows=rows)


def _read_row(case: RegisterCase, catalogue: Catalogue) -> CaseRow:
    """Return one case, the others by place."""
    places = sorted(case.ranks.items(), key=lambda item: item[1])
    return CaseRow(
        given_id=case.given_id,
        given=catalogue.organisations.get(case.given_id),
        others=[Placed(each, catalogue.organisations.get(each), place) for each, place in places],
    )
