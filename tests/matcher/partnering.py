"""A small country for tests of partners: five towns in a row, one degree of latitude apart, and who did what there."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from matcher.catalogue import Catalogue
from matcher.partner_index import PartnerIndex, index_partners
from matcher.partners import suggest_for_idea
from matcher.search_index import SearchIndex
from models.idea import Idea, IdeaId
from models.localised_text import LocalisedText
from models.organisation import Neighbours, Organisation, OrganisationId, OrganisationKind, RegionId
from models.project import Project, ProjectId
from models.suggestion import Part, PartName, PartnerSuggestion
from tests.factories import make_catalogue, make_idea, make_lead, make_member, make_organisation, make_project
from tests.fakes import FakeEncoder
from tests.matcher.indexing import make_index

ALFA, BEETA, GAMMA, DELTA, EPSILON = (OrganisationId(f"{number}00") for number in range(1, 6))

TOWNS: Final = tuple(
    make_organisation(
        id=organisation_id,
        name=LocalisedText(name),
        region_id=RegionId("01" if number < 3 else "02"),
        latitude=60.0 + number,
        longitude=25.0,
    )
    for number, (organisation_id, name) in enumerate(
        zip((ALFA, BEETA, GAMMA, DELTA, EPSILON), ("Alfa", "Beeta", "Gamma", "Delta", "Epsilon"), strict=True)
    )
)
AUTHORITY: Final = make_organisation(
    id=OrganisationId("ky"),
    kind=OrganisationKind.JOINT_AUTHORITY,
    name=LocalisedText("Yhtymä"),
    member_ids=(BEETA, GAMMA),
)
COMPANY: Final = make_organisation(
    id=OrganisationId("oy"), kind=OrganisationKind.ASSOCIATE, name=LocalisedText("Yritys")
)
ENDED: Final = make_organisation(id=OrganisationId("999"), name=LocalisedText("Entinen"), successor_id=DELTA)
BORDER: Final = Neighbours(ALFA, BEETA, by_sea=False)


def make_proposal(number: int, title: str, *parties: OrganisationId, text: str = "") -> Idea:
    """Return an idea whose first party leads."""
    lead, *members = parties
    return make_idea(
        id=IdeaId(number),
        title=title,
        text=text,
        parties=(make_lead(lead, lead), *(make_member(each, each) for each in members)),
    )


def make_past(name: str, *member_ids: OrganisationId, about: str = "", year: int | None = 2017) -> Project:
    """Return a project of the register, without a description where nothing tells what it is about."""
    parties = tuple(make_member(each, each) for each in member_ids)
    return make_project(id=ProjectId(name), title=None, description=about, parties=parties, year=year)


def make_country(
    ideas: Sequence[Idea] = (), projects: Sequence[Project] = (), *, organisations: Sequence[Organisation] = ()
) -> Catalogue:
    """Return the catalogue of the country."""
    everybody = (*TOWNS, AUTHORITY, COMPANY, ENDED, *organisations)
    return make_catalogue(ideas=ideas, organisations=everybody, neighbours=(BORDER,), projects=projects)


def index_country(catalogue: Catalogue) -> tuple[SearchIndex, PartnerIndex]:
    """Return both indexes over a catalogue, with the fake encoder."""
    search_index = make_index(tuple(catalogue.ideas.values()), organisations=catalogue.organisations)
    return search_index, index_partners(catalogue, search_index, encoder=FakeEncoder())


def forget_meaning(search_index: SearchIndex) -> SearchIndex:
    """Return an index as it is before the model is there."""
    return replace(
        search_index,
        vectors=None,
        sentence_vectors=None,
        profiles=None,
        crowding=None,
        calibrator=None,
        sentence_calibrator=None,
        plain_profiles=None,
        plain_crowding=None,
        concepts=None,
    )


IDEAS: Final = (
    make_proposal(1, "Koulukyytien reitit", ALFA, text="Talvi tulee. Reitit suunnitellaan yhdessä."),
    make_proposal(2, "Koulukyytien vuorot", EPSILON, text="Reitit suunnitellaan kartalla."),
    make_proposal(3, "Aurat kartalle", BEETA),
    make_proposal(4, "Kissat löytyvät", GAMMA),
)
PROJECTS: Final = (
    make_past("kyydit", ALFA, DELTA, about="Koulukyytien reitit kuntoon", year=2019),
    make_past("arkisto", ALFA, GAMMA, about="Arkisto", year=2015),
)


def suggest(
    ideas: Sequence[Idea] = IDEAS, projects: Sequence[Project] = PROJECTS, *, idea_id: int = 1
) -> Mapping[OrganisationId, PartnerSuggestion]:
    """Return all suggestions for an idea by organisation, best first."""
    search_index, index = index_country(make_country(ideas, projects))
    found = suggest_for_idea(search_index, index, idea_id=IdeaId(idea_id))
    return {each.organisation_id: each for each in found}


def find_part(suggestion: PartnerSuggestion, name: PartName) -> Part | None:
    """Return one part of a suggestion, None where it is left out."""
    return next((part for part in suggestion.parts if part.name is name), None)


def count_points(suggestion: PartnerSuggestion, name: PartName) -> float:
    """Return the points of one part, 0 where it is left out."""
    part = find_part(suggestion, name)
    return 0.0 if part is None else part.points
