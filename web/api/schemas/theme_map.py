"""The theme map as programs see it."""

from typing import Final

from pydantic import BaseModel, Field

from matcher.catalogue import Catalogue
from matcher.snapshot import Snapshot
from web.api.schemas.idea import IDEA_SUMMARY_EXAMPLE, IdeaSummary, summarise_idea
from web.api.schemas.names import KAINUU, RegionMention, mention_region
from web.api.schemas.ranges import keep_within
from web.api.schemas.theme import THEME_SUMMARY_EXAMPLE, ThemeGroupAnswer, ThemeSummary, describe_group, summarise_theme
from web.placed_ideas import PlacedIdea, list_placed


class PlacementAnswer(BaseModel):
    """Where one idea lies."""

    idea: IdeaSummary = Field(description="The idea.")
    region_id: str | None = Field(description="Region of its lead, official two-digit code; null: not known.")
    theme_id: int = Field(description="Its theme.")
    x: float = Field(ge=-1, le=1, description="Place on the map, from left to right.")
    y: float = Field(ge=-1, le=1, description="Place on the map, from bottom to top.")
    fit: float = Field(ge=-1, le=1, description="Similarity with the centre of its theme, a cosine.")
    is_alone: bool = Field(description="Whether it is like no other: its theme is then only the nearest.")
    nearest_id: int | None = Field(description="The idea most like it; null where there is no other.")


class ThemeMapAnswer(BaseModel):
    """All themes, and where each idea lies among them. Every idea is in exactly one theme."""

    run_id: int | None = Field(description="The run that drew the map; null while nothing was matched yet.")
    trustworthiness: float | None = Field(
        ge=0, le=1, description="How truly neighbours on the map are neighbours in meaning; null without a map."
    )
    themes: list[ThemeSummary] = Field(description="The themes, by id.")
    groups: list[ThemeGroupAnswer] = Field(description="The groups of themes; none where there are few themes.")
    regions: list[RegionMention] = Field(description="The regions that lead ideas on the map.")
    placements: list[PlacementAnswer] = Field(description="The ideas on the map, by id.")


def describe_theme_map(snapshot: Snapshot) -> ThemeMapAnswer:
    """Return the theme map of a snapshot."""
    theme_map, catalogue = snapshot.theme_map, snapshot.catalogue
    if theme_map is None:
        return ThemeMapAnswer(run_id=None, trustworthiness=None, themes=[], groups=[], regions=[], placements=[])
    placed = list_placed(theme_map, catalogue)
    return ThemeMapAnswer(
        run_id=snapshot.map_run_id,
        trustworthiness=theme_map.trustworthiness,
        themes=[summarise_theme(catalogue, theme_map, theme) for theme in theme_map.themes],
        groups=[describe_group(group) for group in theme_map.groups],
        regions=list_regions(catalogue, placed),
        placements=[describe_placement(catalogue, each) for each in placed],
    )


def describe_placement(catalogue: Catalogue, placed: PlacedIdea) -> PlacementAnswer:
    """Return where an idea lies."""
    placement = placed.placement
    return PlacementAnswer(
        idea=summarise_idea(catalogue, placed.idea),
        region_id=None if placed.region is None else placed.region.id,
        theme_id=placement.theme_id,
        x=round(placement.x, 5),
        y=round(placement.y, 5),
        fit=keep_within(placement.fit, least=-1),
        is_alone=placement.is_alone,
        nearest_id=placement.nearest_id if placement.nearest_id in catalogue.ideas else None,
    )


def list_regions(catalogue: Catalogue, placed: tuple[PlacedIdea, ...]) -> list[RegionMention]:
    """Return the regions of ideas, by code."""
    region_ids = sorted({each.region.id for each in placed if each.region is not None})
    mentions = (mention_region(catalogue, region_id) for region_id in region_ids)
    return [mention for mention in mentions if mention is not None]


THEME_MAP_EXAMPLE: Final = ThemeMapAnswer(
    run_id=12,
    trustworthiness=0.91,
    themes=[THEME_SUMMARY_EXAMPLE],
    groups=[],
    regions=[KAINUU],
    placements=[
        PlacementAnswer(
            idea=IDEA_SUMMARY_EXAMPLE,
            region_id="18",
            theme_id=3,
            x=-0.42057,
            y=0.66102,
            fit=0.712345,
            is_alone=False,
            nearest_id=None,
        )
    ],
)
