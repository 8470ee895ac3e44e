"""Organisations: the list with its search by name, and the page of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from matcher.catalogue import Catalogue
from matcher.organisation_search import OrganisationFilters, find_organisations
from matcher.resolver import OrganisationResolver
from matcher.ties import find_ties
from matcher.unresolved import find_unresolved
from models.collation import sort_key
from models.idea import Idea
from models.language import FINNISH, LANGUAGES, SWEDISH, LanguageCode
from models.organisation import (
    POPULATION_DAY,
    LanguageStatus,
    Organisation,
    OrganisationId,
    OrganisationKind,
    Region,
    RegionId,
    SizeClass,
)
from models.project import Project
from web.choices import find_choice
from web.dependencies import SnapshotDep
from web.pages.projects import newest_first
from web.paging import Pagination, paginate
from web.templating import render_page
from web.translations import choose_language

router = APIRouter()

PAGE_SIZE: Final = 50  # taste: all of Finland in a few pages
_FORMER_NAME: Final = "former_municipality"  # what the reference tables call this kind of spelling


@dataclass(frozen=True, slots=True)
class OtherName:
    """What an organisation is called in the other national language: `text` and the `language` it is in."""

    text: str
    language: LanguageCode


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRow:
    """One `organisation` of the list, its `other_name` where it has one, and its `region`.

    `successor` is what a former municipality belongs to now; `n_ideas` and `n_projects` count what it has a part in.
    """

    organisation: Organisation
    other_name: OtherName | None
    region: Region | None
    successor: Organisation | None
    n_ideas: int
    n_projects: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationListPage:
    """The list of organisations.

    `query`, `filters` and `with_former` are what was asked for; `region_options` (code and name), `sizes`,
    `language_statuses` and `kinds` are what can be. `rows` is the page shown of the `n_found` that answer,
    `pages` leads to the others; `n_unresolved` counts names in ideas that were not recognised;
    `did_you_mean` is what the query may mean where no name contains it.
    """

    query: str
    filters: OrganisationFilters
    with_former: bool
    region_options: Sequence[tuple[RegionId, str]]
    sizes: Sequence[SizeClass] = tuple(SizeClass)
    language_statuses: Sequence[LanguageStatus] = tuple(LanguageStatus)
    kinds: Sequence[OrganisationKind] = tuple(OrganisationKind)
    rows: Sequence[OrganisationRow]
    n_found: int
    did_you_mean: Sequence[Organisation]
    pages: Pagination
    n_unresolved: int

    @property
    def is_filtered(self) -> bool:
        """Return whether any filter is set."""
        return self.with_former or self.filters != OrganisationFilters()

    @property
    def is_narrowed(self) -> bool:
        """Return whether anything was asked for."""
        return bool(self.query) or self.is_filtered


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourRow:
    """An `organisation` that shares a border, `by_sea` where it runs in water only."""

    organisation: Organisation
    by_sea: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerRow:
    """An `organisation` that has been a partner, and the `projects` they were in together."""

    organisation: Organisation
    projects: Sequence[Project]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationPage:
    """One `organisation` with everything that belongs to it.

    `other_name` is what it is called in the other national language, `region` where it is, `population_day` the day
    of its population. `successor` is what a former municipality belongs to now, `merged_here` are those that have
    joined this one since the reference date, `former_names` the names of those from before. `neighbours`,
    `joint_authorities` it belongs to and `members` of a joint authority are in alphabetical order; `ideas` are in
    the order they came, `projects` the newest first, `partners` by how many projects they share.
    """

    organisation: Organisation
    other_name: OtherName | None
    population_day: date
    region: Region | None
    successor: Organisation | None
    merged_here: Sequence[Organisation]
    former_names: Sequence[str]
    neighbours: Sequence[NeighbourRow]
    joint_authorities: Sequence[Organisation]
    members: Sequence[Organisation]
    ideas: Sequence[Idea]
    projects: Sequence[Project]
    partners: Sequence[PartnerRow]


@router.get("/organisations")
def show_organisations(  # noqa: PLR0913 - one argument a field of the form
    request: Request,
    snapshot: SnapshotDep,
    *,
    q: Annotated[str, Query(max_length=200)] = "",
    kind: str = "",
    region: str = "",
    size: str = "",
    languages: str = "",
    former: str = "",
    page: Annotated[int, Query(ge=1)] = 1,
) -> HTMLResponse:
    """Show the organisations of which a name contains `q` and that are as chosen."""
    catalogue = snapshot.catalogue
    language = choose_language(request)
    filters = OrganisationFilters(
        kind=find_choice(OrganisationKind, kind),
        region_id=RegionId(region) if region in catalogue.regions else None,
        size_class=find_choice(SizeClass, size),
        language_status=find_choice(LanguageStatus, languages),
    )
    query = q.strip()
    found = find_organisations(
        [each for each in _list_in_order(catalogue, language) if former or query or each.valid_to is None],
        catalogue.aliases,
        query,
        resolve=lambda written: _make_resolver(catalogue).resolve(written),
        filters=filters,
    )
    n_found = len(found.organisations)
    pages = paginate(request, page=page, n_items=n_found, page_size=PAGE_SIZE)
    first = (pages.page - 1) * PAGE_SIZE
    context = OrganisationListPage(
        query=query,
        filters=filters,
        with_former=bool(former),
        region_options=_list_regions(catalogue, language),
        rows=[_read_row(catalogue, each, language) for each in found.organisations[first : first + PAGE_SIZE]],
        n_found=n_found,
        did_you_mean=[catalogue.get_organisation(each) for each in found.did_you_mean],
        pages=pages,
        n_unresolved=len(find_unresolved(catalogue.ideas.values())),
    )
    return render_page(request, "organisations/list.html", context)


@router.get("/organisations/{organisation_id}")
def show_organisation(request: Request, snapshot: SnapshotDep, organisation_id: str) -> HTMLResponse:
    """Show one organisation."""
    context = read_organisation_page(snapshot.catalogue, OrganisationId(organisation_id), choose_language(request))
    return render_page(request, "organisations/detail.html", context)


def read_organisation_page(
    catalogue: Catalogue, organisation_id: OrganisationId, language: LanguageCode
) -> OrganisationPage:
    """Return the page of one organisation, its lists in the order of `language`; or raise UnknownOrganisationError."""
    organisation = catalogue.get_organisation(organisation_id)
    projects = sorted(catalogue.projects_of.get(organisation_id, ()), key=newest_first)
    partners = [
        PartnerRow(organisation=catalogue.get_organisation(tie.organisation_id), projects=tie.projects)
        for tie in find_ties(projects, organisation_id)
    ]
    by_sea = {
        pair.second_id if pair.first_id == organisation_id else pair.first_id: pair.by_sea
        for pair in catalogue.neighbours.get(organisation_id, ())
    }
    everybody = _list_in_order(catalogue, language)
    return OrganisationPage(
        organisation=organisation,
        other_name=find_other_name(organisation, language),
        population_day=POPULATION_DAY,
        region=_find_region(catalogue, organisation),
        successor=_find_successor(catalogue, organisation),
        merged_here=[each for each in everybody if each.successor_id == organisation_id],
        former_names=sorted(
            (
                alias.spelling
                for alias in catalogue.aliases
                if alias.organisation_id == organisation_id and alias.kind == _FORMER_NAME
            ),
            key=sort_key,
        ),
        neighbours=[NeighbourRow(organisation=each, by_sea=by_sea[each.id]) for each in everybody if each.id in by_sea],
        joint_authorities=[each for each in everybody if organisation_id in each.member_ids],
        members=[each for each in everybody if each.id in organisation.member_ids],
        ideas=catalogue.ideas_of.get(organisation_id, ()),
        projects=projects,
        partners=sorted(
            partners, key=lambda row: (-len(row.projects), sort_key(row.organisation.name.in_language(language)))
        ),
    )


def find_other_name(organisation: Organisation, language: LanguageCode) -> OtherName | None:
    """Return the Finnish or Swedish name that differs from the one in `language`, None where there is none."""
    shown = organisation.name.in_language(language)
    names = (OtherName(organisation.name.in_language(each), each) for each in (FINNISH, SWEDISH))
    return next((name for name in names if name.text != shown), None)


def _read_row(catalogue: Catalogue, organisation: Organisation, language: LanguageCode) -> OrganisationRow:
    """Return an organisation as a row of the list."""
    return OrganisationRow(
        organisation=organisation,
        other_name=find_other_name(organisation, language),
        region=_find_region(catalogue, organisation),
        successor=_find_successor(catalogue, organisation),
        n_ideas=len(catalogue.ideas_of.get(organisation.id, ())),
        n_projects=len(catalogue.projects_of.get(organisation.id, ())),
    )


def _find_region(catalogue: Catalogue, organisation: Organisation) -> Region | None:
    """Return the region of an organisation, None where it has none."""
    return None if organisation.region_id is None else catalogue.regions[organisation.region_id]


def _find_successor(catalogue: Catalogue, organisation: Organisation) -> Organisation | None:
    """Return what a former municipality belongs to now, None for every other organisation."""
    return None if organisation.successor_id is None else catalogue.get_organisation(organisation.successor_id)


def _list_regions(catalogue: Catalogue, language: LanguageCode) -> list[tuple[RegionId, str]]:
    """Return the code and name of every region in the alphabetical order of a language."""
    names = [(region.id, region.name.in_language(language)) for region in catalogue.regions.values()]
    return sorted(names, key=lambda pair: sort_key(pair[1]))


@lru_cache(maxsize=len(LANGUAGES))
def _list_in_order(catalogue: Catalogue, language: LanguageCode) -> Sequence[Organisation]:
    """Return all organisations in the alphabetical order of their names in a language."""
    return sorted(catalogue.organisations.values(), key=lambda each: sort_key(each.name.in_language(language)))


@lru_cache(maxsize=1)
def _make_resolver(catalogue: Catalogue) -> OrganisationResolver:
    """Return the resolver of one catalogue, made at the first name that nothing contains."""
    return OrganisationResolver(tuple(catalogue.organisations.values()), catalogue.aliases)
