"""Themes: what all ideas are about, and the page of each theme."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from matcher.catalogue import Catalogue
from models.collation import sort_key
from models.errors import UnknownThemeError
from models.idea import Idea, IdeaId
from models.language import LanguageCode
from models.organisation import Organisation
from models.run import RunId
from models.theme import ThemeGroup, ThemeId
from web.dependencies import SnapshotDep
from web.pages.idea_cards import IdeaCard, make_card
from web.pages.theme_cards import LoneIdea, ThemeCard, list_ideas, list_lone_ideas, make_theme_card
from web.paging import Pagination, paginate
from web.templating import render_page
from web.translations import choose_language

router = APIRouter(prefix="/themes")

PAGE_SIZE: Final = 20  # taste, as the list of all ideas


@dataclass(frozen=True, slots=True, kw_only=True)
class CardGroup:
    """Themes under one heading: the `group`, None where all stand side by side, and its `cards`."""

    group: ThemeGroup | None
    cards: tuple[ThemeCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeListPage:
    """What the list of themes shows.

    `cards` are the themes, those of most ideas first, and `groups` the same under their headings, those of most ideas
    first; `alone` are the ideas that are like no other. `n_ideas` counts the
    ideas on the map, `n_new` those that came after it was drawn. `run_id` drew the themes, None where nothing was
    matched yet; `is_illustrative` where any idea is.
    """

    cards: tuple[ThemeCard, ...]
    groups: tuple[CardGroup, ...]
    alone: tuple[LoneIdea, ...]
    n_ideas: int
    n_new: int
    run_id: RunId | None
    is_illustrative: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeOrganisation:
    """An organisation with ideas in a theme, and how many."""

    organisation: Organisation
    n_ideas: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemePage:
    """What the page of one theme shows.

    `card` is the theme and `group` the group it is in, None where themes are not grouped; `ideas` are those of one
    page, the nearest to its centre first, and `alone_ids` those of them that are only weakly in it; `organisations` are
    the organisations with ideas in it, those of most ideas first.
    """

    card: ThemeCard
    group: ThemeGroup | None
    ideas: tuple[IdeaCard, ...]
    alone_ids: frozenset[IdeaId]
    organisations: Sequence[ThemeOrganisation]
    run_id: RunId | None
    pages: Pagination


@router.get("")
def show_themes(request: Request, snapshot: SnapshotDep) -> HTMLResponse:
    """Show all themes."""
    theme_map, catalogue = snapshot.theme_map, snapshot.catalogue
    cards = () if theme_map is None else tuple(make_theme_card(theme, catalogue) for theme in theme_map.themes)
    cards = tuple(sorted((card for card in cards if card.n_ideas), key=lambda card: -card.n_ideas))
    placed = set() if theme_map is None else {placement.idea_id for placement in theme_map.placements}
    context = ThemeListPage(
        cards=cards,
        groups=group_cards(cards, () if theme_map is None else theme_map.groups),
        alone=() if theme_map is None else list_lone_ideas(theme_map, catalogue),
        n_ideas=len(placed & catalogue.ideas.keys()),
        n_new=len(catalogue.ideas.keys() - placed),
        run_id=snapshot.map_run_id,
        is_illustrative=any(card.is_illustrative for card in cards),
    )
    return render_page(request, "themes/list.html", context)


@router.get("/{theme_id}")
def show_theme(
    request: Request, snapshot: SnapshotDep, theme_id: ThemeId, page: Annotated[int, Query(ge=1)] = 1
) -> HTMLResponse:
    """Show one theme and its ideas, a page at a time."""
    language = choose_language(request)
    catalogue = snapshot.catalogue
    if snapshot.theme_map is None:
        raise UnknownThemeError(theme_id)
    theme = snapshot.theme_map.get_theme(theme_id)
    ideas = list_ideas(theme, catalogue)
    pages = paginate(request, page=page, n_items=len(ideas), page_size=PAGE_SIZE)
    first = (pages.page - 1) * PAGE_SIZE
    context = ThemePage(
        card=make_theme_card(theme, catalogue),
        group=snapshot.theme_map.find_group(theme_id),
        ideas=tuple(make_card(idea, catalogue, language) for idea in ideas[first : first + PAGE_SIZE]),
        alone_ids=frozenset(each.idea_id for each in snapshot.theme_map.placements if each.is_alone),
        organisations=count_organisations(ideas, catalogue, language),
        run_id=snapshot.map_run_id,
        pages=pages,
    )
    return render_page(request, "themes/detail.html", context)


def group_cards(cards: tuple[ThemeCard, ...], groups: tuple[ThemeGroup, ...]) -> tuple[CardGroup, ...]:
    """Return the cards under their headings, those of most ideas first; under none where there are no groups."""
    if not groups:
        return (CardGroup(group=None, cards=cards),)
    found = [
        CardGroup(group=group, cards=tuple(card for card in cards if card.theme.id in group.theme_ids))
        for group in groups
    ]
    shown = (each for each in found if each.cards)
    return tuple(sorted(shown, key=lambda each: -sum(card.n_ideas for card in each.cards)))


def count_organisations(ideas: Sequence[Idea], catalogue: Catalogue, language: LanguageCode) -> list[ThemeOrganisation]:
    """Return the organisations that take part in ideas, those in most of them first, then by name."""
    counts = Counter(
        organisation_id
        for idea in ideas
        for organisation_id in {party.organisation_id for party in idea.parties if party.organisation_id is not None}
    )
    rows = [
        ThemeOrganisation(organisation=catalogue.organisations[each], n_ideas=count) for each, count in counts.items()
    ]
    return sorted(rows, key=lambda row: (-row.n_ideas, sort_key(row.organisation.name.in_language(language))))
