"""Funding calls: the list, and what is known of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from models.call import Call, CallId, CallState
from models.idea import Idea, Origin
from models.project import Project
from web.dependencies import SnapshotDep
from web.formatting import TIME_ZONE, Formatter
from web.pages.projects import newest_first
from web.templating import render_page
from web.translations import choose_language

router = APIRouter()

_COLORS: Final = {CallState.OPEN: "success", CallState.UPCOMING: "accent"}


def find_color(state: CallState) -> str:
    """Return the colour of a state, which its word always says too."""
    return _COLORS.get(state, "neutral")


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRow:
    """One `call`, its `state` now with the `color` of it, and `n_ideas`, how many ideas were made for it."""

    call: Call
    state: CallState
    color: str
    n_ideas: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CallListPage:
    """All calls: `rows` are the newest first."""

    rows: Sequence[CallRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallPage:
    """One `call`, its `state` now with the `color` of it, and what belongs to it.

    `closing` is the last day with its time as people write it, empty where it is not known; `addresses` are the
    sources that can be opened, `other_sources` those that are only named. `ideas` were made for the call, and
    `some_illustrative` tells that at least one of them illustrates; `projects` are those that the register says it
    paid for, the newest first.
    """

    call: Call
    state: CallState
    color: str
    closing: str
    addresses: Sequence[str]
    other_sources: Sequence[str]
    ideas: Sequence[Idea]
    some_illustrative: bool
    projects: Sequence[Project]


@router.get("/calls")
def show_calls(request: Request, snapshot: SnapshotDep) -> HTMLResponse:
    """Show all calls."""
    now = datetime.now(UTC)
    ideas = list(snapshot.catalogue.ideas.values())
    rows = [
        CallRow(
            call=call,
            state=call.state_at(now),
            color=find_color(call.state_at(now)),
            n_ideas=sum(idea.call_id == call.id for idea in ideas),
        )
        for call in snapshot.catalogue.calls.values()
    ]
    context = CallListPage(rows=sorted(rows, key=lambda row: row.call.id, reverse=True))
    return render_page(request, "calls/list.html", context)


@router.get("/calls/{call_id}")
def show_call(request: Request, snapshot: SnapshotDep, call_id: str) -> HTMLResponse:
    """Show one call."""
    catalogue = snapshot.catalogue
    call = catalogue.get_call(CallId(call_id))
    state = call.state_at(datetime.now(UTC))
    ideas = [idea for idea in catalogue.ideas.values() if idea.call_id == call.id]
    context = CallPage(
        call=call,
        state=state,
        color=find_color(state),
        closing=write_closing(call, Formatter(choose_language(request))),
        addresses=[source for source in call.sources if _is_address(source)],
        other_sources=[source for source in call.sources if not _is_address(source)],
        ideas=ideas,
        some_illustrative=any(idea.origin is Origin.ILLUSTRATIVE for idea in ideas),
        projects=[
            project for project in sorted(catalogue.projects.values(), key=newest_first) if project.call_id == call.id
        ],
    )
    return render_page(request, "calls/detail.html", context)


def write_closing(call: Call, formatter: Formatter) -> str:
    """Return the last day of a call, with the time of day where it is known, in Finnish time."""
    if call.closes is None:
        return ""
    if call.closes_time is None:
        return formatter.day(call.closes)
    return formatter.moment(datetime.combine(call.closes, call.closes_time, TIME_ZONE))


def _is_address(source: str) -> bool:
    """Return whether a source can be opened."""
    return source.startswith(("https://", "http://"))
