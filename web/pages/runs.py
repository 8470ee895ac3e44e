"""Runs: the computations that were recorded, so that every answer can be made again."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from models.run import Run, RunId
from web.dependencies import ServicesDep
from web.templating import render_page

router = APIRouter()

PAGE_SIZE: Final = 50  # taste


@dataclass(frozen=True, slots=True, kw_only=True)
class RunListPage:
    """Recorded `runs`, the newest first; `is_newest` on the first page, `older_before` is None on the last."""

    runs: Sequence[Run]
    is_newest: bool
    older_before: RunId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPage:
    """One recorded `run`."""

    run: Run

    @property
    def duration_s(self) -> float:
        """Return how long it took."""
        return (self.run.finished_at - self.run.started_at).total_seconds()


@router.get("/runs")
def show_runs(
    request: Request, services: ServicesDep, before: Annotated[int | None, Query(ge=1)] = None
) -> HTMLResponse:
    """Show the newest runs, or those older than the run `before`."""
    with services.database.reading() as stores:
        runs = stores.runs.list_before(None if before is None else RunId(before), PAGE_SIZE + 1)
    shown = runs[:PAGE_SIZE]
    context = RunListPage(
        runs=shown, is_newest=before is None, older_before=shown[-1].id if len(runs) > PAGE_SIZE else None
    )
    return render_page(request, "runs/list.html", context)


@router.get("/runs/{run_id}")
def show_run(request: Request, services: ServicesDep, run_id: int) -> HTMLResponse:
    """Show one run."""
    with services.database.reading() as stores:
        run = stores.runs.get(RunId(run_id))
    return render_page(request, "runs/detail.html", RunPage(run=run))
