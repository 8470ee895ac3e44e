"""Eligibility for programs: how an idea, or a text that is not stored, stands to the calls."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request
from pydantic import BaseModel, Field

from models.asked_text import MAX_TEXT_CHARACTERS
from models.call import CallId
from models.idea import IdeaId
from models.largest_number import LARGEST_NUMBER
from web.api.schemas.eligibility import EligibilityAnswer, describe_eligibility
from web.caching import revalidate
from web.dependencies import ServicesDep
from web.known_values import refuse_unknown

router = APIRouter(tags=["eligibility"], dependencies=[Depends(revalidate)])


class EligibilityQuery(BaseModel):
    """What a question whether a text may be applied for takes."""

    text: Annotated[
        str,
        Field(
            min_length=1,
            max_length=MAX_TEXT_CHARACTERS,
            description="The idea, in Finnish, Swedish or English, its first sentence as the title; it is not stored.",
            examples=["Rakennusluvat tarkistetaan koneellisesti."],
        ),
    ]
    call: Annotated[str | None, Field(description="Only this call.", examples=["2019-2"])] = None


@router.get("/eligibility")
def check_text(
    request: Request, services: ServicesDep, query: Annotated[EligibilityQuery, Query()]
) -> EligibilityAnswer:
    """Read how a text stands to the calls."""
    keeper = services.keeper
    refuse_unknown(request, keeper.current.catalogue)
    call_id = None if query.call is None else CallId(query.call)
    return describe_eligibility(keeper.current.catalogue, keeper.eligibility_of_text(query.text), call_id=call_id)


@router.get("/ideas/{idea_id}/eligibility")
def get_eligibility_of_idea(
    services: ServicesDep,
    idea_id: Annotated[int, Path(ge=1, le=LARGEST_NUMBER, description="Number of the idea.", examples=[7])],
    call: Annotated[str | None, Query(description="Only this call.", examples=["2019-2"])] = None,
) -> EligibilityAnswer:
    """Read how an idea stands to the calls."""
    keeper = services.keeper
    report = keeper.eligibility_of_idea(IdeaId(idea_id))
    call_id = None if call is None else keeper.current.catalogue.get_call(CallId(call)).id
    return describe_eligibility(keeper.current.catalogue, report, call_id=call_id)
