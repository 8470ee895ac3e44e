"""Funding calls: the list, what is known of each, and its days as a calendar file."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from models.call import Call, CallId, CallState
from models.eligibility import Eligibility, Verdict
from models.errors import NoCalendarError
from models.idea import Idea, Origin
from models.language import LanguageCode
from models.project import Project
from web.call_calendar import MEDIA_TYPE, has_calendar, write_calendar
from web.call_comparison import CallComparison, compare_calls
from web.call_order import STATES_IN_ORDER, sort_calls
from web.countdown import Countdown, count_down, is_ticking
from web.dependencies import MomentDep, SnapshotDep
from web.formatting import TIME_ZONE, Formatter
from web.labels import label_verdict
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
    """One `call`, what is left of it in words, and `n_ideas`, how many ideas were made for it."""

    call: Call
    countdown: Countdown | None
    n_ideas: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CallGroup:
    """The calls of one `state` with its `color`, in the order of `sort_calls`."""

    state: CallState
    color: str
    rows: Sequence[CallRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallListPage:
    """All calls: the `groups` that there are, open ones first, and the `comparison` of them all.

    `is_ticking` tells that a countdown on the page changes by the minute.
    """

    groups: Sequence[CallGroup]
    is_ticking: bool
    comparison: CallComparison


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictCount:
    """How many ideas a verdict was said of, as its `label` says it."""

    label: str
    n_ideas: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CallPage:
    """One `call`, its `state` now with the `color` of it, and what belongs to it.

    `countdown` is what is left of it, and `is_ticking` tells that this changes by the minute.
    `closing` is the last day with its time as people write it, empty where it is not known. `has_calendar` tells that
    it has a day for a calendar. `ideas` were made for the call, and `some_illustrative` tells that at least one of them
    illustrates; `verdicts` tells how many ideas have each verdict, nothing while that can't be told.
    `projects` are those that the register says it paid for, the newest first.
    """

    call: Call
    state: CallState
    color: str
    countdown: Countdown | None
    is_ticking: bool
    closing: str
    has_calendar: bool
    ideas: Sequence[Idea]
    some_illustrative: bool
    verdicts: Sequence[VerdictCount]
    projects: Sequence[Project]


@router.get("/calls")
def show_calls(request: Request, snapshot: SnapshotDep, moment: MomentDep) -> HTMLResponse:
    """Show all calls."""
    catalogue = snapshot.catalogue
    calls = list(catalogue.calls.values())
    groups = group_calls(calls, list(catalogue.ideas.values()), moment=moment, language=choose_language(request))
    context = CallListPage(
        groups=groups,
        is_ticking=any(is_ticking(row.countdown) for group in groups for row in group.rows),
        comparison=compare_calls(calls),
    )
    return render_page(request, "calls/list.html", context)


# Before the page, whose address would take this one for the id of a call.
@router.get("/calls/{call_id}.ics")
def get_calendar(request: Request, snapshot: SnapshotDep, call_id: str) -> Response:
    """Give the days of one call as a calendar file in the reader's language."""
    call = snapshot.catalogue.get_call(CallId(call_id))
    if not has_calendar(call):
        raise NoCalendarError(call.id)
    language = choose_language(request)
    return Response(
        write_calendar(call, language=language, address=f"{request.base_url}calls/{call.id}"),
        media_type=MEDIA_TYPE,
        headers={
            "Content-Disposition": f'attachment; filename="kumppani-{call.id}.ics"',
            "Content-Language": language,
            "Vary": "Accept-Language, Cookie",
        },
    )


@router.get("/calls/{call_id}")
def show_call(request: Request, snapshot: SnapshotDep, call_id: str, moment: MomentDep) -> HTMLResponse:
    """Show one call."""
    catalogue = snapshot.catalogue
    call = catalogue.get_call(CallId(call_id))
    language = choose_language(request)
    state = call.state_at(moment)
    ideas = [idea for idea in catalogue.ideas.values() if idea.call_id == call.id]
    countdown = count_down(call, moment, language=language)
    context = CallPage(
        call=call,
        state=state,
        color=find_color(state),
        countdown=countdown,
        is_ticking=is_ticking(countdown),
        closing=write_closing(call, Formatter(language)),
        has_calendar=has_calendar(call),
        ideas=ideas,
        verdicts=() if snapshot.eligibility is None else count_verdicts(snapshot.eligibility.list_readings(call.id)),
        some_illustrative=any(idea.origin is Origin.ILLUSTRATIVE for idea in ideas),
        projects=[
            project for project in sorted(catalogue.projects.values(), key=newest_first) if project.call_id == call.id
        ],
    )
    return render_page(request, "calls/detail.html", context)


def count_verdicts(readings: Sequence[Eligibility]) -> tuple[VerdictCount, ...]:
    """Return how many ideas each verdict is said of, from what fits to what does not; what is said of none is left out.

    What fits without serving a purpose is told apart, as it is on the page of each idea.
    """
    counts = Counter(
        (list(Verdict).index(each.verdict), each.is_only_allowed, label_verdict(each)) for each in readings
    )
    return tuple(VerdictCount(label=label, n_ideas=n_ideas) for (_, _, label), n_ideas in sorted(counts.items()))


def group_calls(
    calls: Sequence[Call], ideas: Sequence[Idea], *, moment: datetime, language: LanguageCode
) -> list[CallGroup]:
    """Return the calls by their state at a moment: those to act on first, the nearest day of them first."""
    groups = []
    for state in STATES_IN_ORDER:
        chosen = [call for call in calls if call.state_at(moment) is state]
        rows = [
            CallRow(
                call=call,
                countdown=count_down(call, moment, language=language),
                n_ideas=sum(idea.call_id == call.id for idea in ideas),
            )
            for call in sort_calls(chosen, state)
        ]
        if rows:
            groups.append(CallGroup(state=state, color=find_color(state), rows=rows))
    return groups


def write_closing(call: Call, formatter: Formatter) -> str:
    """Return the last day of a call, with the time of day where it is known, in Finnish time."""
    if call.closes is None:
        return ""
    if call.closes_time is None:
        return formatter.day(call.closes)
    return formatter.moment(datetime.combine(call.closes, call.closes_time, TIME_ZONE))
