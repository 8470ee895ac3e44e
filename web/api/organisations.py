"""Organisations for programs."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from pydantic import Field

from matcher.organisation_search import OrganisationFilters, find_organisations
from models.organisation import (
    LanguageStatus,
    Organisation,
    OrganisationId,
    OrganisationKind,
    RegionId,
    SizeClass,
)
from web.api.filters import RegionFilter
from web.api.paging import PageQuery, cut_page, link_next
from web.api.schemas.names import mention_organisation
from web.api.schemas.organisation import (
    OrganisationAnswer,
    OrganisationPage,
    UnresolvedNames,
    describe_organisation,
    describe_unresolved,
)
from web.caching import revalidate
from web.dependencies import SnapshotDep
from web.known_values import refuse_unknown
from web.name_resolver import make_resolver

router = APIRouter(prefix="/organisations", tags=["organisations"], dependencies=[Depends(revalidate)])


class OrganisationQuery(PageQuery):
    """What the list of organisations takes."""

    kind: Annotated[OrganisationKind | None, Field(description="Municipalities, joint authorities or associates.")] = (
        None
    )
    region: RegionFilter = None
    size: Annotated[SizeClass | None, Field(description="Size class by population.")] = None
    language_status: Annotated[
        LanguageStatus | None, Field(description="Official languages of a municipality, that of the majority first.")
    ] = None

    name: Annotated[
        str | None,
        Field(
            min_length=1,
            max_length=200,
            description="Part of a name in any language or spelling; typing errors are understood.",
            examples=["Korsholm"],
        ),
    ] = None

    def as_filters(self) -> OrganisationFilters:
        """Return the conditions that are not about the name."""
        return OrganisationFilters(
            kind=self.kind,
            region_id=None if self.region is None else RegionId(self.region),
            size_class=self.size,
            language_status=self.language_status,
        )


@router.get("")
def list_organisations(
    request: Request, response: Response, snapshot: SnapshotDep, query: Annotated[OrganisationQuery, Query()]
) -> OrganisationPage:
    """List the organisations by id; with `name` those it may mean, the likeliest first."""
    catalogue = snapshot.catalogue
    refuse_unknown(request, catalogue)
    found = find_organisations(
        sorted(catalogue.organisations.values(), key=lambda each: each.id),
        catalogue.aliases,
        query.name or "",
        resolve=lambda written: make_resolver(catalogue).resolve(written),
        filters=query.as_filters(),
    )
    places = {each.id: place for place, each in enumerate(found.organisations)}

    def find_position(organisation: Organisation) -> str:
        return organisation.id if query.name is None else f"{places[organisation.id]:06}"

    cut = cut_page(found.organisations, query, position=find_position, kind=str)
    return OrganisationPage(
        items=[describe_organisation(catalogue, each) for each in cut.items],
        next=link_next(request, response, cut.cursor),
        did_you_mean=[mention_organisation(catalogue, each) for each in found.did_you_mean],
    )


@router.get("/unresolved")
def list_unresolved_names(snapshot: SnapshotDep) -> UnresolvedNames:
    """List the names of organisations in ideas that were not understood, those of most ideas first."""
    return describe_unresolved(snapshot.catalogue)


@router.get("/{organisation_id}")
def get_organisation(
    snapshot: SnapshotDep,
    organisation_id: Annotated[str, Path(description="Id of the organisation.", examples=["290"])],
) -> OrganisationAnswer:
    """Get one organisation."""
    catalogue = snapshot.catalogue
    return describe_organisation(catalogue, catalogue.get_organisation(OrganisationId(organisation_id)))
