"""Partner suggestions for programs: for an idea, for a text with a lead, and for an organisation."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query
from pydantic import BaseModel, Field

from models.asked_text import MAX_TEXT_CHARACTERS
from models.idea import IdeaId
from models.largest_number import LARGEST_NUMBER
from models.organisation import OrganisationId
from web.api.schemas.partner import PartnersAnswer, describe_partners
from web.caching import revalidate
from web.dependencies import ServicesDep
from web.name_resolver import resolve_name

router = APIRouter(tags=["partners"], dependencies=[Depends(revalidate)])

Limit = Annotated[int, Query(ge=1, le=100, description="The most organisations to return.")]


class PartnerQuery(BaseModel):
    """What a question for partners takes."""

    text: Annotated[
        str,
        Field(
            min_length=1,
            max_length=MAX_TEXT_CHARACTERS,
            description="The idea, in Finnish, Swedish or English; it is not stored.",
            examples=["koulukyytien reitit"],
        ),
    ]
    lead: Annotated[
        str | None,
        Field(
            min_length=1,
            max_length=200,
            description="The organisation that would lead it: its id, or its name in any spelling.",
            examples=["290"],
        ),
    ] = None
    limit: Annotated[int, Field(ge=1, le=100, description="The most organisations to return.")] = 10


@router.get("/partners")
def suggest_partners(services: ServicesDep, query: Annotated[PartnerQuery, Query()]) -> PartnersAnswer:
    """Suggest the organisations most worth asking along for an idea that is not stored."""
    keeper = services.keeper
    lead_id = None if query.lead is None else resolve_name(keeper.current.catalogue, query.lead)
    found = keeper.partners_for_text(query.text, lead_id=lead_id, n_suggestions=query.limit)
    return describe_partners(keeper.current.catalogue, found, is_ready=keeper.is_matched)


@router.get("/ideas/{idea_id}/partners")
def list_partners_of_idea(
    services: ServicesDep,
    idea_id: Annotated[int, Path(ge=1, le=LARGEST_NUMBER, description="Number of the idea.", examples=[7])],
    limit: Limit = 5,
) -> PartnersAnswer:
    """Suggest the organisations most worth asking along for an idea, its own parties left out."""
    keeper = services.keeper
    found = keeper.partners_of_idea(IdeaId(idea_id), n_suggestions=limit)
    return describe_partners(keeper.current.catalogue, found, is_ready=keeper.is_matched)


@router.get("/organisations/{organisation_id}/partners")
def list_partners_of_organisation(
    services: ServicesDep,
    organisation_id: Annotated[str, Path(description="Id of the organisation.", examples=["290"])],
    limit: Limit = 5,
) -> PartnersAnswer:
    """Suggest the organisations most worth talking to, over all ideas and projects of one."""
    keeper = services.keeper
    found = keeper.partners_of_organisation(OrganisationId(organisation_id), n_suggestions=limit)
    return describe_partners(keeper.current.catalogue, found, is_ready=keeper.is_matched)
