"""Partners for an idea that is not stored: a text, and who would lead it."""

from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from matcher.catalogue import Catalogue
from matcher.languages import identify_language
from models.asked_text import MAX_TEXT_CHARACTERS
from models.errors import EmptyQueryError
from models.language import LanguageCode
from models.organisation import Organisation
from models.resolution import Resolution
from web.dependencies import ServicesDep, SnapshotDep
from web.name_resolver import make_resolver
from web.pages.partner_rows import PartnerRow, describe_suggestions, leave_out_faint
from web.pages.reuse import ReuseView, describe_reuse, find_alike, find_today
from web.templating import render_page

router = APIRouter(prefix="/partners")

N_SUGGESTIONS: Final = 10  # taste: about as many as one has time to look at


class TextProblem(StrEnum):
    """Why no partners can be suggested for a text."""

    TOO_LONG = "too_long"
    NO_WORDS = "no_words"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnersPage:
    """What the page shows.

    `text` is the idea as described and `text_problem` why it can't be used; `max_characters` is the most it may have.
    `lead_written` is who would lead it as written, `lead` who is meant, None where the name was not understood or not
    given, and `did_you_mean` what it may mean. `suggestions` are best first, None where nothing was asked;
    `reuse` is whether it has been done, None where that was not asked or can't be told yet, and `text_language` the
    language of the text. `is_ready` is False while the language model is loading.
    """

    text: str
    text_problem: TextProblem | None
    max_characters: int
    lead_written: str
    lead: Organisation | None
    did_you_mean: tuple[Organisation, ...]
    suggestions: tuple[PartnerRow, ...] | None
    reuse: ReuseView | None
    text_language: LanguageCode | None
    is_ready: bool


@router.get("")
def show_partners(
    request: Request, services: ServicesDep, snapshot: SnapshotDep, text: str = "", lead: Annotated[str, Query()] = ""
) -> HTMLResponse:
    """Show partners for a text and a lead, or how to ask."""
    text, written = text.strip(), lead.strip()
    catalogue = snapshot.catalogue
    meant = _resolve(written, catalogue)
    organisation = None if meant is None or meant.organisation_id is None else meant.organisation_id
    problem = TextProblem.TOO_LONG if len(text) > MAX_TEXT_CHARACTERS else None
    suggestions: tuple[PartnerRow, ...] | None = None
    reuse: ReuseView | None = None
    if text and problem is None and (organisation is not None or not written) and services.keeper.is_matched:
        try:
            found = services.keeper.partners_for_text(text, lead_id=organisation, n_suggestions=N_SUGGESTIONS)
            answer = services.keeper.reuse_of_text(text, today=find_today())
            catalogue, own_language = services.keeper.current.catalogue, identify_language(text)
            rows = describe_suggestions(found, catalogue, text_language=own_language, alike=find_alike(answer))
            suggestions = leave_out_faint(rows)
            if answer is not None:
                reuse = describe_reuse(answer, catalogue, own_language=own_language, address=str(request.base_url))
        except EmptyQueryError:
            problem = TextProblem.NO_WORDS
    context = PartnersPage(
        text=text,
        text_problem=problem,
        max_characters=MAX_TEXT_CHARACTERS,
        lead_written=written,
        lead=None if organisation is None else catalogue.get_organisation(organisation),
        did_you_mean=() if meant is None else tuple(catalogue.get_organisation(each) for each in meant.did_you_mean),
        suggestions=suggestions,
        reuse=reuse,
        text_language=None if reuse is None else identify_language(text),
        is_ready=services.keeper.is_matched,
    )
    status = HTTPStatus.OK if problem is None else HTTPStatus.UNPROCESSABLE_ENTITY
    return render_page(request, "partners/partners.html", context, status_code=status)


def _resolve(written: str, catalogue: Catalogue) -> Resolution | None:
    """Return what a name means, None where none was given."""
    return make_resolver(catalogue).resolve(written) if written else None
