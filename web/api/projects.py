"""The register of projects for programs."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from pydantic import Field

from matcher.register_search import ProjectFilters
from models.project import Project, ProjectId, ProjectKind
from web.api.filters import OrganisationFilter, YearFilter
from web.api.paging import PageQuery, cut_page, link_next
from web.api.schemas.project import (
    ProjectAnswer,
    ProjectPage,
    describe_project,
)
from web.caching import revalidate
from web.dependencies import SnapshotDep
from web.known_values import refuse_unknown

router = APIRouter(prefix="/register", tags=["register"], dependencies=[Depends(revalidate)])


class RegisterQuery(PageQuery):
    """What the register takes."""

    kind: Annotated[ProjectKind | None, Field(description="Projects, standing networks or grants.")] = None
    year: YearFilter = None
    organisation: OrganisationFilter = None

    def admit(self, project: Project) -> bool:
        """Return whether a project meets the conditions."""
        return ProjectFilters(kind=self.kind, year=self.year).meets(project) and (
            self.organisation is None or self.organisation in project.organisation_ids
        )


@router.get("")
def list_projects(
    request: Request, response: Response, snapshot: SnapshotDep, query: Annotated[RegisterQuery, Query()]
) -> ProjectPage:
    """List the register of what has been done or is running, by id."""
    catalogue = snapshot.catalogue
    refuse_unknown(request, catalogue)
    projects = [project for project in catalogue.projects.values() if query.admit(project)]
    cut = cut_page(projects, query, position=lambda project: str(project.id), kind=str)
    return ProjectPage(
        items=[describe_project(catalogue, project) for project in cut.items],
        next=link_next(request, response, cut.cursor),
    )


@router.get("/{project_id}")
def get_project(
    snapshot: SnapshotDep,
    project_id: Annotated[str, Path(description="Id of the project.", examples=["kuntien-yhteinen-hanke-2020"])],
) -> ProjectAnswer:
    """Get one project of the register."""
    return describe_project(snapshot.catalogue, snapshot.catalogue.get_project(ProjectId(project_id)))
