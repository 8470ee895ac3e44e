"""The page of one organisation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from matcher.catalogue import Catalogue
from matcher.ties import find_ties
from models.collation import sort_key
from models.idea import Idea
from models.language import LanguageCode
from models.organisation import DIVISION_DAY, POPULATION_DAY, Organisation, OrganisationId, Region
from models.project import Project
from models.suggestion import PartnerSuggestion
from web.dependencies import ServicesDep
from web.pages.organisations import OtherName, find_other_name, find_region, find_successor, list_in_order
from web.pages.partner_rows import PartnerRow, describe_suggestions
from web.pages.projects import newest_first
from web.templating import render_page
from web.translations import choose_language

router = APIRouter()

N_SUGGESTIONS: Final = 5
_FORMER_NAME: Final = "former_municipality"  # what the reference tables call this kind of spelling


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourRow:
    """An `organisation` that shares a border, `by_sea` where it runs in water only."""

    organisation: Organisation
    by_sea: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TieRow:
    """An `organisation` that has been a partner, and the `projects` they were in together."""

    organisation: Organisation
    projects: Sequence[Project]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationPage:
    """One `organisation` with everything that belongs to it.

    `other_name` is what it is called in the other national language, `region` where it is, `population_day` the day
    of its population and `division_day` that of its region. `successor` is what a former municipality belongs to now,
    `merged_here` are those that have joined this one since the reference date, `former_names` the names of those from
    before. `neighbours`, `joint_authorities` it belongs to and `members` of a joint authority are in alphabetical
    order; `ideas` are in the order they came, `projects` the newest first, `ties` by how many projects they share.
    `suggestions` are partners worth talking to, best first, and empty while `is_ready` is False, because the model is
    still loading.
    """

    organisation: Organisation
    other_name: OtherName | None
    population_day: date
    division_day: date
    region: Region | None
    successor: Organisation | None
    merged_here: Sequence[Organisation]
    former_names: Sequence[str]
    neighbours: Sequence[NeighbourRow]
    joint_authorities: Sequence[Organisation]
    members: Sequence[Organisation]
    ideas: Sequence[Idea]
    projects: Sequence[Project]
    ties: Sequence[TieRow]
    suggestions: tuple[PartnerRow, ...]
    is_ready: bool


@router.get("/organisations/{organisation_id}")
def show_organisation(request: Request, services: ServicesDep, organisation_id: str) -> HTMLResponse:
    """Show one organisation."""
    own_id = OrganisationId(organisation_id)
    found = services.keeper.partners_of_organisation(own_id, n_suggestions=N_SUGGESTIONS)
    context = read_organisation_page(
        services.keeper.current.catalogue,  # read after the suggestions: it has everything they name
        own_id,
        choose_language(request),
        suggestions=found,
        is_ready=services.keeper.is_matched,
    )
    return render_page(request, "organisations/detail.html", context)


def read_organisation_page(
    catalogue: Catalogue,
    organisation_id: OrganisationId,
    language: LanguageCode,
    *,
    suggestions: Sequence[PartnerSuggestion] = (),
    is_ready: bool = True,
) -> OrganisationPage:
    """Return the page of one organisation, its lists in the order of `language`; or raise UnknownOrganisationError."""
    organisation = catalogue.get_organisation(organisation_id)
    projects = sorted(catalogue.projects_of.get(organisation_id, ()), key=newest_first)
    ties = [
        TieRow(organisation=catalogue.get_organisation(tie.organisation_id), projects=tie.projects)
        for tie in find_ties(projects, organisation_id)
    ]
    by_sea = {
        pair.second_id if pair.first_id == organisation_id else pair.first_id: pair.by_sea
        for pair in catalogue.neighbours.get(organisation_id, ())
    }
    everybody = list_in_order(catalogue, language)
    return OrganisationPage(
        organisation=organisation,
        other_name=find_other_name(organisation, language),
        population_day=POPULATION_DAY,
        division_day=DIVISION_DAY,
        region=find_region(catalogue, organisation),
        successor=find_successor(catalogue, organisation),
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
        joint_authorities=[each for each in everybody if organisation_id in each.member_ids and each.valid_to is None],
        members=[each for each in everybody if each.id in organisation.member_ids],
        ideas=catalogue.ideas_of.get(organisation_id, ()),
        projects=projects,
        ties=sorted(ties, key=lambda row: (-len(row.projects), sort_key(row.organisation.name.in_language(language)))),
        suggestions=describe_suggestions(suggestions, catalogue, with_idea=True),
        is_ready=is_ready,
    )
