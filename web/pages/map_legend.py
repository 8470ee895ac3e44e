"""What the marks on the map stand for: one for each theme and each region, told apart by shape and number too."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from matcher.catalogue import Catalogue
from models.organisation import Region
from models.theme import N_COLORS, Theme, ThemeMap
from web.placed_ideas import PlacedIdea

_OUTLINES: Final = (
    "M10 0A10 10 0 1 1-10 0A10 10 0 1 1 10 0Z",
    "M-9-9H9V9H-9Z",
    "M0-12.5L12.5 0L0 12.5L-12.5 0Z",
    "M0-14L13 8.5H-13Z",
    "M-6-10.5H6L12 0L6 10.5H-6L-12 0Z",
)
"""Circle, square, diamond, triangle and hexagon of like weight about the origin, as SVG paths; the script draws the
same. Their number and that of the colours have no common factor, so that sixty marks are all different."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How a theme or a region is marked: `outline` is an SVG path of about 25 units, `number` stands in it."""

    number: str
    color: int
    outline: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeEntry:
    """A theme with its mark and how many ideas on the map are in it."""

    theme: Theme
    mark: Mark
    n_ideas: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionEntry:
    """A region with its mark and how many ideas on the map are led from it; None stands for where it is not known."""

    region: Region | None
    mark: Mark
    n_ideas: int


def list_theme_entries(theme_map: ThemeMap, placed: tuple[PlacedIdea, ...]) -> tuple[ThemeEntry, ...]:
    """Return the themes that have ideas, by id."""
    counts = Counter(each.placement.theme_id for each in placed)
    return tuple(
        ThemeEntry(theme=theme, mark=make_mark(str(theme.id), theme.id, color=theme.color), n_ideas=counts[theme.id])
        for theme in theme_map.themes
        if counts[theme.id]
    )


def list_region_entries(catalogue: Catalogue, placed: tuple[PlacedIdea, ...]) -> tuple[RegionEntry, ...]:
    """Return the regions that lead ideas, by their official number, and last what is not known."""
    counts = Counter(None if each.region is None else each.region.id for each in placed)
    known = [
        RegionEntry(
            region=catalogue.regions[region_id],
            mark=make_mark(region_id.lstrip("0"), place),
            n_ideas=counts[region_id],
        )
        for place, region_id in enumerate(sorted(catalogue.regions), start=1)
        if counts[region_id]
    ]
    unknown = RegionEntry(region=None, mark=make_mark("–", 0), n_ideas=counts[None])
    return (*known, unknown) if unknown.n_ideas else tuple(known)


def make_mark(number: str, place: int, *, color: int | None = None) -> Mark:
    """Return the mark of what is at a place in its order; themes bring their own colour.

    Examples
    --------
    >>> make_mark("19", 17).color
    5
    """
    return Mark(
        number=number,
        color=place % N_COLORS if color is None else color,
        outline=_OUTLINES[place % len(_OUTLINES)],
    )
