"""The list of organisations with its search by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from matcher.catalogue import Catalogue
from matcher.organisation_search import OrganisationFilters, find_organisations
from matcher.unresolved import find_unresolved
from models.collation import sort_key
from models.language import FINNISH, LANGUAGES, SWEDISH, LanguageCode
from models.organisation import (
    LanguageStatus,
    Organisation,
    OrganisationKind,
    Region,
    RegionId,
    SizeClass,
)
from web.choices import AskedChoice, find_choice, name_choices, refuse_unknown_choices
from web.dependencies import SnapshotDep
from web.name_resolver import make_resolver
from web.paging import Pagination, paginate
from web.templating import render_page
from web.translations import choose_language, load_translations

router = APIRouter()

PAGE_SIZE: Final = 50  # taste: all of Finland in a few pages


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
    regions = _list_regions(catalogue, language)
    _ = load_translations(language).gettext
    refuse_unknown_choices(
        AskedChoice("kind", _("Kind"), kind, name_choices(OrganisationKind, language)),
        AskedChoice("region", _("Region"), region, dict(regions)),
        AskedChoice("size", _("Size"), size, name_choices(SizeClass, language)),
        AskedChoice("languages", _("Official languages"), languages, name_choices(LanguageStatus, language)),
    )
    filters = OrganisationFilters(
        kind=find_choice(OrganisationKind, kind),
        region_id=RegionId(region) if region else None,
        size_class=find_choice(SizeClass, size),
        language_status=find_choice(LanguageStatus, languages),
    )
    query = q.strip()
    found = find_organisations(
        [each for each in list_in_order(catalogue, language) if former or query or each.valid_to is None],
        catalogue.aliases,
        query,
        resolve=lambda written: make_resolver(catalogue).resolve(written),
        filters=filters,
    )
    n_found = len(found.organisations)
    pages = paginate(request, page=page, n_items=n_found, page_size=PAGE_SIZE)
    first = (pages.page - 1) * PAGE_SIZE
    context = OrganisationListPage(
        query=query,
        filters=filters,
        with_former=bool(former),
        region_options=regions,
        rows=[_read_row(catalogue, each, language) for each in found.organisations[first : first + PAGE_SIZE]],
        n_found=n_found,
        did_you_mean=[catalogue.get_organisation(each) for each in found.did_you_mean],
        pages=pages,
        n_unresolved=len(find_unresolved(catalogue.ideas.values())),
    )
    return render_page(request, "organisations/list.html", context)


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
        region=find_region(catalogue, organisation),
        successor=find_successor(catalogue, organisation),
        n_ideas=len(catalogue.ideas_of.get(organisation.id, ())),
        n_projects=len(catalogue.projects_of.get(organisation.id, ())),
    )


def find_region(catalogue: Catalogue, organisation: Organisation) -> Region | None:
    """Return the region of an organisation, None where it has none."""
    return None if organisation.region_id is None else catalogue.regions[organisation.region_id]


def find_successor(catalogue: Catalogue, organisation: Organisation) -> Organisation | None:
    """Return what a former municipality belongs to now, None for every other organisation."""
    return None if organisation.successor_id is None else catalogue.get_organisation(organisation.successor_id)


def _list_regions(catalogue: Catalogue, language: LanguageCode) -> list[tuple[RegionId, str]]:
    """Return the code and name of every region in the alphabetical order of a language."""
    names = [(region.id, region.name.in_language(language)) for region in catalogue.regions.values()]
    return sorted(names, key=lambda pair: sort_key(pair[1]))


@lru_cache(maxsize=len(LANGUAGES))
def list_in_order(catalogue: Catalogue, language: LanguageCode) -> Sequence[Organisation]:
    """Return all organisations in the alphabetical order of their names in a language."""
    return sorted(catalogue.organisations.values(), key=lambda each: sort_key(each.name.in_language(language)))
