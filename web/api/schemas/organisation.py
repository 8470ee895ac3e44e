"""Organisations as programs see them."""

from datetime import date
from typing import Final

from pydantic import BaseModel, Field

from matcher.catalogue import Catalogue
from matcher.unresolved import find_unresolved
from models.organisation import LanguageStatus, Neighbours, Organisation, OrganisationKind, SizeClass
from web.api.paging import Page
from web.api.schemas.names import (
    KAINUU,
    KUHMO,
    SOTKAMO,
    LocalisedName,
    OrganisationMention,
    RegionMention,
    describe_name,
    mention_organisation,
    mention_region,
)

_APPLICANTS: Final = {OrganisationKind.MUNICIPALITY, OrganisationKind.JOINT_AUTHORITY}


class NeighbourAnswer(BaseModel):
    """A municipality that shares a border."""

    organisation: OrganisationMention = Field(description="The neighbour.")
    by_sea: bool = Field(description="Whether the border runs in water only.")


class OrganisationAnswer(BaseModel):
    """An organisation at the reference date; what is not known, or does not apply to its kind, is null."""

    id: str = Field(
        description="Official three-digit code of a municipality, a slug for every other organisation.",
        examples=["290"],
    )
    kind: OrganisationKind = Field(description="What it is.")
    may_apply: bool = Field(description="Whether organisations of its kind may apply for a grant; none that has ended.")
    name: LocalisedName = Field(description="Its name.")
    official_name: LocalisedName | None = Field(description="The full name, such as `Kuhmon kaupunki`.")
    region: RegionMention | None = Field(description="The region it is in.")
    language_status: LanguageStatus | None = Field(
        description="Official languages of a municipality, that of the majority first."
    )
    population: int | None = Field(description="Persons.")
    size: SizeClass | None = Field(description="Size class by population.")
    latitude: float | None = Field(description="Of the administrative seat, degrees (WGS84).")
    longitude: float | None = Field(description="Of the administrative seat, degrees (WGS84).")
    valid_from: date | None = Field(description="First day of its existence.")
    valid_to: date | None = Field(description="Last day of an organisation that has ended or merged into another.")
    successor: OrganisationMention | None = Field(description="What a merged municipality belongs to today.")
    business_id: str | None = Field(description="Y-tunnus, FO-nummer.")
    members: list[OrganisationMention] = Field(description="Municipalities of a joint authority, where known.")
    neighbours: list[NeighbourAnswer] = Field(description="Municipalities that share a border.")
    n_ideas: int = Field(ge=0, description="How many ideas it has a part in.")
    n_projects: int = Field(ge=0, description="How many projects of the register it has a part in.")


class OrganisationPage(Page[OrganisationAnswer]):
    """A page of organisations."""

    did_you_mean: list[OrganisationMention] = Field(
        description="With `name`, where no organisation goes by it: those that may be meant, the likeliest first."
    )


class UnresolvedName(BaseModel):
    """A name of an organisation that was kept as written because it was not understood."""

    written: str = Field(description="The name as the ideas write it.", examples=["Tamperre"])
    did_you_mean: list[OrganisationMention] = Field(description="What it may mean, the likeliest first.")
    ideas: list[int] = Field(description="Numbers of the ideas it is in.")


class UnresolvedNames(BaseModel):
    """All names that were not understood, those of most ideas first."""

    items: list[UnresolvedName] = Field(description="One entry a name as written.")


def describe_unresolved(catalogue: Catalogue) -> UnresolvedNames:
    """Return the names that were not understood."""
    return UnresolvedNames(
        items=[
            UnresolvedName(
                written=entry.written,
                did_you_mean=[mention_organisation(catalogue, each) for each in entry.did_you_mean],
                ideas=[idea.id for idea in entry.ideas],
            )
            for entry in find_unresolved(catalogue.ideas.values())
        ]
    )


def describe_organisation(catalogue: Catalogue, organisation: Organisation) -> OrganisationAnswer:
    """Return an organisation with what belongs to it."""
    own_id = organisation.id
    official = organisation.official_name
    successor = organisation.successor_id
    return OrganisationAnswer(
        id=own_id,
        kind=organisation.kind,
        may_apply=organisation.kind in _APPLICANTS and organisation.valid_to is None,
        name=describe_name(organisation.name),
        official_name=None if official is None else describe_name(official),
        region=mention_region(catalogue, organisation.region_id),
        language_status=organisation.language_status,
        population=organisation.population,
        size=organisation.size_class,
        latitude=organisation.latitude,
        longitude=organisation.longitude,
        valid_from=organisation.valid_from,
        valid_to=organisation.valid_to,
        successor=None if successor is None else mention_organisation(catalogue, successor),
        business_id=organisation.business_id,
        members=[mention_organisation(catalogue, each) for each in organisation.member_ids],
        neighbours=[
            _describe_neighbour(catalogue, organisation, each) for each in catalogue.neighbours.get(own_id, ())
        ],
        n_ideas=len(catalogue.ideas_of.get(own_id, ())),
        n_projects=len(catalogue.projects_of.get(own_id, ())),
    )


def _describe_neighbour(catalogue: Catalogue, organisation: Organisation, pair: Neighbours) -> NeighbourAnswer:
    """Return the other one of two neighbours."""
    other = pair.second_id if pair.first_id == organisation.id else pair.first_id
    return NeighbourAnswer(organisation=mention_organisation(catalogue, other), by_sea=pair.by_sea)


ORGANISATION_EXAMPLE: Final = OrganisationAnswer(
    id=KUHMO.id,
    kind=KUHMO.kind,
    may_apply=True,
    name=KUHMO.name,
    official_name=LocalisedName(fi="Kuhmon kaupunki", sv="Kuhmo stad", en="City of Kuhmo"),
    region=KAINUU,
    language_status=LanguageStatus.FINNISH,
    population=8330,
    size=SizeClass.FROM_5000,
    latitude=64.13,
    longitude=29.52,
    valid_from=None,
    valid_to=None,
    successor=None,
    business_id=None,
    members=[],
    neighbours=[NeighbourAnswer(organisation=SOTKAMO, by_sea=False)],
    n_ideas=1,
    n_projects=0,
)
ORGANISATION_PAGE_EXAMPLE: Final = OrganisationPage(items=[ORGANISATION_EXAMPLE], next=None, did_you_mean=[])
UNRESOLVED_EXAMPLE: Final = UnresolvedNames(items=[UnresolvedName(written="Khmo", did_you_mean=[KUHMO], ideas=[7, 12])])
