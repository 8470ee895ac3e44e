"""Ideas that have a place on the theme map."""

from dataclasses import dataclass

from matcher.catalogue import Catalogue
from models.idea import Idea
from models.organisation import Region
from models.theme import Placement, ThemeMap


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedIdea:
    """An idea that is on the map; `region` is that of its lead, None where that is not known."""

    idea: Idea
    placement: Placement
    region: Region | None


def list_placed(theme_map: ThemeMap, catalogue: Catalogue) -> tuple[PlacedIdea, ...]:
    """Return the ideas on the map that are still there, by id."""
    return tuple(
        PlacedIdea(idea=idea, placement=placement, region=find_region(idea, catalogue))
        for placement in theme_map.placements
        if (idea := catalogue.ideas.get(placement.idea_id)) is not None
    )


def find_region(idea: Idea, catalogue: Catalogue) -> Region | None:
    """Return the region of the lead, None where that is not known."""
    lead = idea.lead
    if lead is None or lead.organisation_id is None:
        return None
    region_id = catalogue.get_organisation(lead.organisation_id).region_id
    return None if region_id is None else catalogue.regions[region_id]
