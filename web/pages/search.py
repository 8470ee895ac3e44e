"""The search page."""

from dataclasses import dataclass, replace
from enum import StrEnum
from http import HTTPStatus
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from matcher.named import Named, find_named
from models.asked_text import MAX_TEXT_CHARACTERS
from models.errors import EmptyQueryError
from models.search import SearchFilters, SearchHit, SearchMode
from web.closeness import Closeness, judge_closeness
from web.dependencies import ServicesDep, SnapshotDep
from web.pages.front import EXAMPLES
from web.pages.idea_cards import IdeaCard, make_card
from web.pages.search_fields import SearchWish, SelectField, list_fields
from web.paging import Pagination, address_with, count_pages, paginate
from web.templating import render_page
from web.translations import choose_language
from web.wiring import Services

router = APIRouter()

PAGE_SIZE: Final = 10  # taste: about three screens


class QueryProblem(StrEnum):
    """Why a query can't be answered."""

    TOO_LONG = "too_long"
    NO_WORDS = "no_words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a search found: `cards` of one page, best first, of `n_found` in all, after `n_before` on earlier pages.

    Where none clearly matches, `nearest` are the few that come nearest. `named` has the organisations and projects that
    the query is the name of. `words_only` tells that meaning does not count yet, because the model is still loading;
    `pages` leads to the rest.
    """

    cards: tuple[IdeaCard, ...]
    nearest: tuple[IdeaCard, ...]
    named: Named
    n_found: int
    words_only: bool
    n_before: int
    pages: Pagination


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What the search page shows.

    `query` is what was asked, `problem` why it can't be answered, `n_characters` its length and `max_characters` the
    most it may have. `fields` are the filters, of which `n_filters` were chosen, and `unfiltered` is the address
    without them. `findings` is None where nothing was asked; `examples` are then searches to try.
    """

    query: str
    problem: QueryProblem | None
    n_characters: int
    max_characters: int
    fields: tuple[SelectField, ...]
    n_filters: int
    unfiltered: str
    findings: Findings | None
    examples: tuple[str, ...]


@router.get("/search")
def show_search(
    request: Request, services: ServicesDep, snapshot: SnapshotDep, wish: Annotated[SearchWish, Query()]
) -> HTMLResponse:
    """Show the ideas that answer the query, or how to ask."""
    language = choose_language(request)
    fields = list_fields(snapshot.catalogue, wish, language)
    query = wish.q.strip()
    page = SearchPage(
        query=query,
        problem=QueryProblem.TOO_LONG if len(query) > MAX_TEXT_CHARACTERS else None,
        n_characters=len(query),
        max_characters=MAX_TEXT_CHARACTERS,
        fields=fields,
        n_filters=sum(field.chosen != "" for field in fields),
        unfiltered=address_with(request, page="", **{field.name: "" for field in fields}),
        findings=None,
        examples=EXAMPLES[language],
    )
    if query and page.problem is None:
        try:
            page = replace(page, findings=find(request, services, query, filters=wish.as_filters(), number=wish.page))
        except EmptyQueryError:
            page = replace(page, problem=QueryProblem.NO_WORDS)
    status = HTTPStatus.OK if page.problem is None else HTTPStatus.UNPROCESSABLE_ENTITY
    return render_page(request, "search/search.html", page, status_code=status)


def find(request: Request, services: Services, query: str, *, filters: SearchFilters, number: int) -> Findings:
    """Return one page of what answers the query; a page after the last one is the last."""
    language = choose_language(request)
    skipped = (number - 1) * PAGE_SIZE
    result = services.keeper.search(query, filters=filters, n_hits=PAGE_SIZE, n_skipped=skipped)
    if not result.hits and result.n_found:
        skipped = (count_pages(result.n_found, PAGE_SIZE) - 1) * PAGE_SIZE
        result = services.keeper.search(query, filters=filters, n_hits=PAGE_SIZE, n_skipped=skipped)
    catalogue = services.keeper.current.catalogue  # read after the search: it has every idea that was found

    def make_found(hit: SearchHit, closeness: Closeness | None) -> IdeaCard:
        """Return the card of a hit."""
        return make_card(catalogue.get_idea(hit.idea_id), catalogue, language, hit=hit, closeness=closeness)

    return Findings(
        cards=tuple(make_found(hit, judge_closeness(hit.relevance, is_mention=hit.is_mention)) for hit in result.hits),
        nearest=tuple(make_found(hit, None) for hit in result.nearest),
        named=find_named(catalogue, query),
        n_found=result.n_found,
        words_only=result.mode is SearchMode.WORDS,
        n_before=skipped,
        pages=paginate(request, page=number, n_items=result.n_found, page_size=PAGE_SIZE),
    )
