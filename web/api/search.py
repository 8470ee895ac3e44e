"""Search for programs."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from pydantic import Field

from models.asked_text import MAX_TEXT_CHARACTERS
from web.api.filters import IdeaFilters
from web.api.schemas.search import SearchAnswer, describe_search
from web.caching import revalidate
from web.dependencies import ServicesDep
from web.known_values import refuse_unknown

router = APIRouter(prefix="/search", tags=["search"], dependencies=[Depends(revalidate)])


class SearchQuery(IdeaFilters):
    """What a search takes."""

    q: Annotated[
        str,
        Field(
            min_length=1,
            max_length=MAX_TEXT_CHARACTERS,
            description="What to look for, in Finnish, Swedish or English: words, a sentence or a whole idea.",
            examples=["koulukyytien reitit"],
        ),
    ]
    limit: Annotated[int, Field(ge=1, le=100, description="The most ideas to return.")] = 20
    offset: Annotated[int, Field(ge=0, le=100_000, description="How many of the best to leave out, for paging.")] = 0


@router.get("")
def search_ideas(request: Request, services: ServicesDep, query: Annotated[SearchQuery, Query()]) -> SearchAnswer:
    """Find the ideas that say the same, by meaning and words, in any of the languages, the most relevant first."""
    refuse_unknown(request, services.keeper.current.catalogue)
    result = services.keeper.search(
        query.q, filters=query.as_search_filters(), n_hits=query.limit, n_skipped=query.offset
    )
    catalogue = services.keeper.current.catalogue  # read after the search: it has every idea the search can have found
    return describe_search(catalogue, result, offset=query.offset)
