"""Checks a text that is not stored against the rules of the calls, for somebody who is writing."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from matcher.languages import identify_language
from models.asked_text import MAX_TEXT_CHARACTERS
from models.call import Call, CallId, CallState
from models.errors import EmptyQueryError
from models.language import LanguageCode
from web.dependencies import MomentDep, ServicesDep, SnapshotDep
from web.pages.eligibility_rows import EligibilitySection, choose_call, describe_eligibility
from web.pages.partners import TextProblem
from web.templating import render_page

router = APIRouter(prefix="/eligibility")


@dataclass(frozen=True, slots=True, kw_only=True)
class EligibilityPage:
    """What the page shows.

    `text` is what was written, `text_language` its language, and `text_problem` why it can't be read;
    `max_characters` is the most it may have. `calls` can be chosen from, the newest first, and `call_id` is the chosen
    one, with the `states` they are in now. `eligibility` is how the text stands to them, None where nothing was asked
    or read; `is_ready` is False while the language model is loading.
    """

    text: str
    text_language: LanguageCode | None
    text_problem: TextProblem | None
    max_characters: int
    calls: tuple[Call, ...]
    call_id: str
    states: Mapping[CallId, CallState]
    eligibility: EligibilitySection | None
    is_ready: bool


@router.get("")
def show_eligibility(
    request: Request,
    services: ServicesDep,
    snapshot: SnapshotDep,
    moment: MomentDep,
    text: str = "",
    call: str = "",
) -> HTMLResponse:
    """Show how a text stands to the calls, or how to ask."""
    text = text.strip()
    keeper = services.keeper
    problem = TextProblem.TOO_LONG if len(text) > MAX_TEXT_CHARACTERS else None
    section: EligibilitySection | None = None
    if text and problem is None:
        try:
            report = keeper.eligibility_of_text(text)
            chosen = CallId(call) if call else None
            section = describe_eligibility(report, keeper.current.catalogue, call_id=chosen, moment=moment)
        except EmptyQueryError:
            problem = TextProblem.NO_WORDS
    calls = tuple(snapshot.catalogue.calls.values())[::-1]
    context = EligibilityPage(
        text=text,
        text_language=None if section is None else identify_language(text),
        text_problem=problem,
        max_characters=MAX_TEXT_CHARACTERS,
        calls=calls,
        call_id=call or (choose_call(calls, moment) if section is None else section.chosen.call.id) or "",
        states={each.id: each.state_at(moment) for each in calls},
        eligibility=section,
        is_ready=keeper.current.eligibility is not None,
    )
    status = HTTPStatus.OK if problem is None else HTTPStatus.UNPROCESSABLE_ENTITY
    return render_page(request, "eligibility/eligibility.html", context, status_code=status)
