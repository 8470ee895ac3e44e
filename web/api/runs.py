"""Runs for programs; read from the database itself, for they are no part of the snapshot."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from models.largest_number import LARGEST_NUMBER
from models.run import RunId
from web.api.paging import PageQuery, link_next
from web.api.schemas.run import RunAnswer, RunPage, describe_run
from web.dependencies import ServicesDep

router = APIRouter(prefix="/runs", tags=["runs"])


class RunQuery(PageQuery):
    """What the list of runs takes."""


@router.get("")
def list_runs(
    request: Request, response: Response, services: ServicesDep, query: Annotated[RunQuery, Query()]
) -> RunPage:
    """List what was computed, the newest first."""
    before = query.read_position(int)
    with services.database.reading() as stores:
        runs = stores.runs.list_before(None if before is None else RunId(before), query.limit + 1)
    shown = runs[: query.limit]
    cursor = query.write_cursor(shown[-1].id) if len(runs) > query.limit else None
    return RunPage(items=[describe_run(run) for run in shown], next=link_next(request, response, cursor))


@router.get("/{run_id}")
def get_run(
    services: ServicesDep,
    run_id: Annotated[int, Path(ge=1, le=LARGEST_NUMBER, description="Number of the run.", examples=[1])],
) -> RunAnswer:
    """Get one run: what went in, when, and what came out."""
    with services.database.reading() as stores:
        return describe_run(stores.runs.get(RunId(run_id)))
