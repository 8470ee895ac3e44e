"""The register of what has been done or is running: the list with its filters, and the page of each project."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from matcher.catalogue import Catalogue
from matcher.register_search import ProjectFilters, find_projects
from models.call import Call, CallId
from models.collation import sort_key
from models.idea import Party, PartyRole
from models.organisation import Organisation
from models.project import Project, ProjectId, ProjectKind
from web.choices import AskedChoice, find_choice, name_choices, refuse_unknown_choices
from web.dependencies import SnapshotDep
from web.formatting import name_site
from web.paging import Pagination, paginate
from web.templating import render_page
from web.translations import choose_language, load_translations

router = APIRouter()

PAGE_SIZE: Final = 20  # taste: descriptions are to be read, not scanned


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    """A `party` of a project: the `organisation` meant, or with None what the name as written may mean.

    `did_you_mean` is the likeliest first.
    """

    party: Party
    organisation: Organisation | None
    did_you_mean: Sequence[Organisation]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectRow:
    """One entry of the register, the `project`, with its `parties`, the lead first."""

    project: Project
    parties: Sequence[PartyRow]

    @property
    def lead(self) -> PartyRow | None:
        """Return who leads, None where nobody is named."""
        return next((row for row in self.parties if row.party.role is PartyRole.LEAD), None)

    @property
    def others(self) -> Sequence[PartyRow]:
        """Return everybody but the lead."""
        return [row for row in self.parties if row.party.role is not PartyRole.LEAD]

    @property
    def source_site(self) -> str:
        """Return the site that the source is on, such as `vm.fi`."""
        return name_site(self.project.source_url)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectListPage:
    """The register, the newest first.

    `query` and `filters` are what was asked for, `kinds`, `years` and `call_ids` what can be; `rows` is the page shown
    of the `n_found` that answer, of `n_all` in the register; `pages` leads to the others.
    """

    query: str
    filters: ProjectFilters
    kinds: Sequence[ProjectKind] = tuple(ProjectKind)
    years: Sequence[int]
    call_ids: Sequence[CallId]
    rows: Sequence[ProjectRow]
    n_found: int
    n_all: int
    pages: Pagination

    @property
    def is_filtered(self) -> bool:
        """Return whether any filter is set."""
        return self.filters != ProjectFilters()

    @property
    def is_narrowed(self) -> bool:
        """Return whether anything was asked for."""
        return bool(self.query) or self.is_filtered


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectPage:
    """One entry of the register: `row` is the entry, `call` the one that paid for it, where the source says which."""

    row: ProjectRow
    call: Call | None


@router.get("/projects")
def show_projects(
    request: Request,
    snapshot: SnapshotDep,
    *,
    q: Annotated[str, Query(max_length=200)] = "",
    kind: str = "",
    year: str = "",
    call: str = "",
    page: Annotated[int, Query(ge=1)] = 1,
) -> HTMLResponse:
    """Show the projects that have the words of `q` and are as chosen."""
    catalogue = snapshot.catalogue
    register = sorted(catalogue.projects.values(), key=newest_first)
    years = sorted({project.year for project in register if project.year is not None}, reverse=True)
    call_ids = sorted({project.call_id for project in register if project.call_id is not None}, reverse=True)
    language = choose_language(request)
    _ = load_translations(language).gettext
    refuse_unknown_choices(
        AskedChoice("kind", _("Kind"), kind, name_choices(ProjectKind, language)),
        AskedChoice("year", _("Year"), year, {str(each): str(each) for each in years}),
        AskedChoice("call", _("Call"), call, {each: each for each in call_ids}),
    )
    filters = ProjectFilters(
        kind=find_choice(ProjectKind, kind),
        year=int(year) if year else None,
        call_id=CallId(call) if call else None,
    )
    query = q.strip()
    found = find_projects(register, query, filters=filters)
    pages = paginate(request, page=page, n_items=len(found), page_size=PAGE_SIZE)
    first = (pages.page - 1) * PAGE_SIZE
    context = ProjectListPage(
        query=query,
        filters=filters,
        years=years,
        call_ids=call_ids,
        rows=[read_row(catalogue, project) for project in found[first : first + PAGE_SIZE]],
        n_found=len(found),
        n_all=len(register),
        pages=pages,
    )
    return render_page(request, "projects/list.html", context)


@router.get("/projects/{project_id}")
def show_project(request: Request, snapshot: SnapshotDep, project_id: str) -> HTMLResponse:
    """Show one entry of the register."""
    catalogue = snapshot.catalogue
    project = catalogue.get_project(ProjectId(project_id))
    call = None if project.call_id is None else catalogue.calls.get(project.call_id)
    return render_page(request, "projects/detail.html", ProjectPage(row=read_row(catalogue, project), call=call))


def read_row(catalogue: Catalogue, project: Project) -> ProjectRow:
    """Return a project with the organisations its parties are."""
    rows = [
        PartyRow(
            party=party,
            organisation=None if party.organisation_id is None else catalogue.get_organisation(party.organisation_id),
            did_you_mean=[catalogue.get_organisation(each) for each in party.did_you_mean],
        )
        for party in project.parties
    ]
    return ProjectRow(project=project, parties=sorted(rows, key=lambda row: row.party.role is not PartyRole.LEAD))


def newest_first(project: Project) -> tuple[int, bool, str]:
    """Return the key by which projects are listed: year, the newest first and unknown ones last; then the title."""
    lead = project.parties[0].written if project.parties else ""
    return -(project.year or 0), project.title is None, sort_key(project.title or lead)
