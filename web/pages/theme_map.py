"""The theme map: a picture of all ideas, and a table that says the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from matcher.catalogue import Catalogue
from models.collation import sort_key
from models.idea import Idea, Origin
from models.run import RunId
from models.theme import Placement, ThemeId, ThemeMap
from web.choices import AskedChoice, refuse_unknown_choices
from web.dependencies import SnapshotDep
from web.pages.map_legend import RegionEntry, ThemeEntry, list_region_entries, list_theme_entries
from web.pages.parties import PartyRow, describe_party
from web.paging import Pagination, paginate
from web.placed_ideas import PlacedIdea, list_placed
from web.templating import render_page
from web.translations import choose_language, load_translations

router = APIRouter()

PAGE_SIZE: Final = 200  # taste: the 133 ideas of a workshop are one table; thousands come in pages
NO_REGION: Final = "-"
"""What the address says for ideas whose region is not known."""

_find_title_key: Final = lru_cache(maxsize=100_000)(sort_key)


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the map, in its own units: x grows to the right and y upwards, both from -1 to 1."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, placement: Placement) -> bool:
        """Return whether an idea lies in it."""
        return self.left <= placement.x <= self.right and self.bottom <= placement.y <= self.top

    def __str__(self) -> str:
        """Return it as addresses have it."""
        return f"{self.left:g},{self.bottom:g},{self.right:g},{self.top:g}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MapFilters:
    """What is asked for; None where nothing was chosen."""

    theme_id: ThemeId | None = None
    region: str | None = None
    area: Area | None = None

    def admit(self, each: PlacedIdea) -> bool:
        """Return whether an idea is as asked for."""
        region = NO_REGION if each.region is None else each.region.id
        return (
            (self.theme_id is None or each.placement.theme_id == self.theme_id)
            and (self.region is None or region == self.region)
            and (self.area is None or self.area.holds(each.placement))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRow:
    """An idea as the table tells it: `lead` is who leads, `nearest` the idea most like it; None where there is none."""

    placed: PlacedIdea
    entry: ThemeEntry
    lead: PartyRow | None
    nearest: Idea | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeMapPage:
    """What the map shows.

    `themes` and `regions` are the legend of all ideas on the map, `n_all` of them; `filters` are what was asked for,
    `rows` the page shown of the `n_found` that answer, and `pages` leads to the others. `n_new` ideas came after the
    map was drawn. `trustworthiness` and `run_id` are those of the map, None where none was drawn yet;
    `is_illustrative` where any idea is.
    """

    themes: tuple[ThemeEntry, ...]
    regions: tuple[RegionEntry, ...]
    n_all: int
    n_new: int
    filters: MapFilters
    rows: Sequence[MapRow]
    n_found: int
    pages: Pagination
    trustworthiness: float | None
    run_id: RunId | None
    is_illustrative: bool

    @property
    def is_narrowed(self) -> bool:
        """Return whether anything was asked for."""
        return self.filters != MapFilters()


@router.get("/map")
def show_map(
    request: Request,
    snapshot: SnapshotDep,
    *,
    theme: str = "",
    region: str = "",
    area: str = "",
    page: Annotated[int, Query(ge=1)] = 1,
) -> HTMLResponse:
    """Show the map, and the ideas of the theme, region and area that were chosen as a table."""
    catalogue = snapshot.catalogue
    theme_map = snapshot.theme_map or ThemeMap(themes=(), placements=(), trustworthiness=1.0)
    placed = list_placed(theme_map, catalogue)
    themes = list_theme_entries(theme_map, placed)
    regions = list_region_entries(catalogue, placed)
    language = choose_language(request)
    _ = load_translations(language).gettext
    names = {str(each.id): each.name.in_language(language) for each in catalogue.regions.values()}
    refuse_unknown_choices(
        AskedChoice("theme", _("Theme"), theme, {str(each.theme.id): each.theme.name_in(language) for each in themes}),
        AskedChoice("region", _("Region"), region, {**names, NO_REGION: _("Region not known")}),
    )
    filters = MapFilters(
        theme_id=ThemeId(int(theme)) if theme else None,
        region=region or None,
        area=read_area(area),
    )
    found = sorted(filter(filters.admit, placed), key=by_theme)
    pages = paginate(request, page=page, n_items=len(found), page_size=PAGE_SIZE)
    shown = found[(pages.page - 1) * PAGE_SIZE : pages.page * PAGE_SIZE]
    entries = {entry.theme.id: entry for entry in themes}
    context = ThemeMapPage(
        themes=themes,
        regions=regions,
        n_all=len(placed),
        n_new=len(catalogue.ideas) - len(placed),
        filters=filters,
        rows=[_read_row(each, entries[each.placement.theme_id], catalogue) for each in shown],
        n_found=len(found),
        pages=pages,
        trustworthiness=None if snapshot.theme_map is None else theme_map.trustworthiness,
        run_id=snapshot.map_run_id,
        is_illustrative=any(each.idea.origin is Origin.ILLUSTRATIVE for each in placed),
    )
    return render_page(request, "map/map.html", context)


def read_area(text: str) -> Area | None:
    """Return the area that an address names by two of its corners, None for anything else.

    Examples
    --------
    >>> read_area("0.5,-0.25,-1,1")
    Area(left=-1.0, bottom=-0.25, right=0.5, top=1.0)
    >>> read_area("everywhere") is read_area("0,0,nan,1") is None
    True
    """
    try:
        one_x, one_y, other_x, other_y = (float(number) for number in text.split(","))
    except ValueError:
        return None
    if not all(-1 <= number <= 1 for number in (one_x, one_y, other_x, other_y)):
        return None
    return Area(min(one_x, other_x), min(one_y, other_y), max(one_x, other_x), max(one_y, other_y))


def by_theme(each: PlacedIdea) -> tuple[int, str]:
    """Return the key by which the table is sorted: the number of the theme, then the title."""
    return each.placement.theme_id, _find_title_key(each.idea.title)


def _read_row(each: PlacedIdea, entry: ThemeEntry, catalogue: Catalogue) -> MapRow:
    """Return an idea with what the table says of it."""
    nearest_id = each.placement.nearest_id
    return MapRow(
        placed=each,
        entry=entry,
        lead=None if each.idea.lead is None else describe_party(each.idea.lead, catalogue),
        nearest=None if nearest_id is None else catalogue.ideas.get(nearest_id),
    )
