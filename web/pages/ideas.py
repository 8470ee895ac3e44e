"""Ideas: the list of all, and the page of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from models.call import Call, CallId
from models.collation import sort_key
from models.idea import Idea, IdeaId, PartyRole
from models.theme import Theme, ThemeMap
from web.closeness import Closeness, judge_likeness
from web.dependencies import MomentDep, ServicesDep, SnapshotDep
from web.pages.eligibility_rows import EligibilitySection, describe_eligibility
from web.pages.front import sort_newest
from web.pages.idea_cards import IdeaCard, make_card
from web.pages.parties import PartyRow, describe_parties
from web.pages.partner_rows import PartnerRow, describe_suggestions
from web.pages.reuse import ReuseView, describe_reuse, find_alike, find_today
from web.paging import Pagination, address_with, paginate
from web.templating import render_page
from web.translations import choose_language

router = APIRouter(prefix="/ideas")

PAGE_SIZE: Final = 20  # taste: a list to leaf through shows more than results to read
N_SIMILAR: Final = 5
N_PARTNERS: Final = 5

# Titles of thousands of ideas are sorted for each list; their keys are worked out once.
_find_title_key: Final = lru_cache(maxsize=100_000)(sort_key)


class IdeaOrder(StrEnum):
    """How the list of ideas is sorted: the last stored first, or by title in alphabetical order."""

    NEWEST = "newest"
    TITLE = "title"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLink:
    """One way to sort the list, with the address that does it."""

    order: IdeaOrder
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaListPage:
    """What the list of all ideas shows.

    `n_ideas` counts all of them, `cards` are those of one page, `order` is how they are sorted and `orders` the ways
    they can be; `pages` leads to the others.
    """

    n_ideas: int
    cards: tuple[IdeaCard, ...]
    order: IdeaOrder
    orders: tuple[OrderLink, ...]
    pages: Pagination


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaPage:
    """What the page of one idea shows.

    `idea` is the idea itself; `leads` has one party at most, `members` and `associates` any number, in the order they
    were written. `call` is the call it was made for, None where that is not known. `similar` are the nearest ideas and
    `partners` the suggested partners, best first, both empty while `is_ready` is False, because the model is still
    loading. `theme` is the one the idea is in, None until it has been placed. `reuse` is whether it has been done, and
    `eligibility` how it stands to the calls; each is None while that can't be told.
    """

    idea: Idea
    leads: tuple[PartyRow, ...]
    members: tuple[PartyRow, ...]
    associates: tuple[PartyRow, ...]
    call: Call | None
    similar: tuple[IdeaCard, ...]
    theme: Theme | None
    eligibility: EligibilitySection | None
    partners: tuple[PartnerRow, ...]
    reuse: ReuseView | None
    is_ready: bool

    @property
    def is_any_close(self) -> bool:
        """Return whether any of the similar ideas is worth calling so."""
        return any(card.closeness is not Closeness.DISTANT for card in self.similar)


@router.get("")
def show_ideas(
    request: Request,
    snapshot: SnapshotDep,
    sort: IdeaOrder = IdeaOrder.NEWEST,
    page: Annotated[int, Query(ge=1)] = 1,
) -> HTMLResponse:
    """Show all ideas, a page at a time."""
    language = choose_language(request)
    catalogue = snapshot.catalogue
    ideas = sort_ideas(tuple(catalogue.ideas.values()), sort)
    pages = paginate(request, page=page, n_items=len(ideas), page_size=PAGE_SIZE)
    first = (pages.page - 1) * PAGE_SIZE
    context = IdeaListPage(
        n_ideas=len(ideas),
        cards=tuple(make_card(idea, catalogue, language) for idea in ideas[first : first + PAGE_SIZE]),
        order=sort,
        orders=tuple(OrderLink(order=order, address=address_with(request, sort=order, page="")) for order in IdeaOrder),
        pages=pages,
    )
    return render_page(request, "ideas/list.html", context)


@router.get("/{idea_id}")
def show_idea(
    request: Request,
    services: ServicesDep,
    snapshot: SnapshotDep,
    moment: MomentDep,
    idea_id: IdeaId,
    call: str | None = None,
) -> HTMLResponse:
    """Show one idea and those most like it; `call` is the call whose rules are shown, its own where none is named."""
    language = choose_language(request)
    idea = snapshot.catalogue.get_idea(idea_id)
    similar = services.keeper.similar(idea_id, n_hits=N_SIMILAR)
    partners = services.keeper.partners_of_idea(idea_id, n_suggestions=N_PARTNERS)
    reuse = services.keeper.reuse_of_idea(idea_id, today=find_today())
    alike = find_alike(reuse)
    catalogue = services.keeper.current.catalogue  # read after the search: it has every idea that was found
    context = IdeaPage(
        idea=idea,
        leads=describe_parties(idea.parties, snapshot.catalogue, PartyRole.LEAD),
        members=describe_parties(idea.parties, snapshot.catalogue, PartyRole.MEMBER),
        associates=describe_parties(idea.parties, snapshot.catalogue, PartyRole.ASSOCIATE),
        call=None if idea.call_id is None else snapshot.catalogue.calls.get(idea.call_id),
        similar=tuple(
            make_card(
                catalogue.get_idea(hit.idea_id),
                catalogue,
                language,
                hit=hit,
                closeness=judge_likeness(hit.relevance, is_alike=hit.idea_id in alike),
            )
            for hit in similar
        ),
        theme=find_theme(services.keeper.current.theme_map, idea_id),
        eligibility=describe_eligibility(
            services.keeper.eligibility_of_idea(idea_id),
            services.keeper.current.catalogue,
            call_id=idea.call_id if call is None else CallId(call),
            moment=moment,
        ),
        partners=describe_suggestions(partners, catalogue, alike=alike),
        reuse=None
        if reuse is None
        else describe_reuse(reuse, catalogue, own_language=idea.language, address=str(request.base_url)),
        is_ready=services.keeper.is_matched,
    )
    return render_page(request, "ideas/detail.html", context)


def find_theme(theme_map: ThemeMap | None, idea_id: IdeaId) -> Theme | None:
    """Return the theme an idea is in, None where there is no map or the idea is not on it yet."""
    placement = None if theme_map is None else theme_map.find_placement(idea_id)
    return None if theme_map is None or placement is None else theme_map.get_theme(placement.theme_id)


def sort_ideas(ideas: Sequence[Idea], order: IdeaOrder) -> list[Idea]:
    """Return the ideas in the order asked for."""
    if order is IdeaOrder.TITLE:
        return sorted(ideas, key=lambda idea: (_find_title_key(idea.title), idea.id))
    return sort_newest(ideas)
