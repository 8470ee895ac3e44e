"""Calls for programs.

Whether one can apply changes with the clock, so these answers are tagged by what is in them, not by the snapshot.
"""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from models.call import CallId
from web.api.paging import PageQuery, cut_page, link_next
from web.api.schemas.call import CallAnswer, CallPage, describe_call
from web.dependencies import MomentDep, SnapshotDep

router = APIRouter(prefix="/calls", tags=["calls"])


class CallQuery(PageQuery):
    """What the list of calls takes."""


@router.get("")
def list_calls(
    request: Request,
    response: Response,
    snapshot: SnapshotDep,
    query: Annotated[CallQuery, Query()],
    moment: MomentDep,
) -> CallPage:
    """List the calls with what is known of them, by id."""
    cut = cut_page(snapshot.catalogue.calls.values(), query, position=lambda call: str(call.id), kind=str)
    items = [describe_call(call, moment) for call in cut.items]
    return CallPage(items=items, next=link_next(request, response, cut.cursor))


@router.get("/{call_id}")
def get_call(
    snapshot: SnapshotDep,
    moment: MomentDep,
    call_id: Annotated[str, Path(description="Id of the call.", examples=["2019-2"])],
) -> CallAnswer:
    """Get one call with its questions and materials."""
    return describe_call(snapshot.catalogue.get_call(CallId(call_id)), moment)
