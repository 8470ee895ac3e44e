"""Calls for programs."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from models.call import CallId
from web.api.paging import PageQuery, cut_page, link_next
from web.api.schemas.call import CallAnswer, CallPage, describe_call
from web.caching import revalidate
from web.dependencies import SnapshotDep

router = APIRouter(prefix="/calls", tags=["calls"], dependencies=[Depends(revalidate)])


class CallQuery(PageQuery):
    """What the list of calls takes."""


@router.get("")
def list_calls(
    request: Request, response: Response, snapshot: SnapshotDep, query: Annotated[CallQuery, Query()]
) -> CallPage:
    """List the calls with what is known of them, by id."""
    cut = cut_page(snapshot.catalogue.calls.values(), query, position=lambda call: str(call.id), kind=str)
    return CallPage(items=[describe_call(call) for call in cut.items], next=link_next(request, response, cut.cursor))


@router.get("/{call_id}")
def get_call(
    snapshot: SnapshotDep, call_id: Annotated[str, Path(description="Id of the call.", examples=["2019-2"])]
) -> CallAnswer:
    """Get one call."""
    return describe_call(snapshot.catalogue.get_call(CallId(call_id)))
