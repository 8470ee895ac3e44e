"""Whether an idea has been done, for programs: of a stored idea, and of a text."""

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel, Field

from matcher.languages import identify_language
from models.asked_text import MAX_TEXT_CHARACTERS
from models.idea import IdeaId
from models.language import LanguageCode
from models.largest_number import LARGEST_NUMBER
from web.api.schemas.reuse import ReuseVerdictAnswer, describe_reuse
from web.dependencies import ServicesDep
from web.pages.reuse import find_today
from web.reuse_text import choose_text_language

router = APIRouter(tags=["reuse"])
"""Not tagged before it is made: the day is in the answer, and whether a project is over changes with it."""

TextLanguage = Literal["fi", "sv", "en"]
_LANGUAGE: str = "Language of the ready text; that of the idea where none is given, Finnish where that is another."


class ReuseQuery(BaseModel):
    """What a question about a text takes."""

    text: Annotated[
        str,
        Field(
            min_length=1,
            max_length=MAX_TEXT_CHARACTERS,
            description="The idea, in Finnish, Swedish or English; it is not stored.",
            examples=["varhaiskasvatuksen toiminnanohjaus"],
        ),
    ]
    language: Annotated[TextLanguage | None, Field(description=_LANGUAGE)] = None


@router.get("/reuse")
def assess_text(request: Request, services: ServicesDep, query: Annotated[ReuseQuery, Query()]) -> ReuseVerdictAnswer:
    """Tell whether an idea that is not stored has been done: what to adopt, to join or to build together."""
    answer = services.keeper.reuse_of_text(query.text, today=find_today())
    language = query.language or choose_text_language(identify_language(query.text))
    catalogue = services.keeper.current.catalogue  # read after the verdict: it has everything that was found
    return describe_reuse(answer, catalogue, language=LanguageCode(language), address=str(request.base_url))


@router.get("/ideas/{idea_id}/reuse")
def assess_idea(
    request: Request,
    services: ServicesDep,
    idea_id: Annotated[int, Path(ge=1, le=LARGEST_NUMBER, description="Number of the idea.", examples=[7])],
    language: Annotated[TextLanguage | None, Query(description=_LANGUAGE)] = None,
) -> ReuseVerdictAnswer:
    """Tell whether an idea has been done: what to adopt, to join or to build together."""
    answer = services.keeper.reuse_of_idea(IdeaId(idea_id), today=find_today())
    catalogue = services.keeper.current.catalogue
    chosen = language or choose_text_language(catalogue.get_idea(IdeaId(idea_id)).language)
    return describe_reuse(answer, catalogue, language=LanguageCode(chosen), address=str(request.base_url))
