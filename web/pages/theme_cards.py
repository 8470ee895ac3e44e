"""A theme in short, as lists and links show it."""

from dataclasses import dataclass

from matcher.catalogue import Catalogue
from models.idea import Idea, IdeaId, Origin
from models.theme import Placement, Theme, ThemeMap
from web.firmness import Firmness, judge_stability


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeCard:
    """What a card shows.

    `n_ideas` and `n_organisations` count what is in the theme, `representatives` are the ideas that show best what it
    is about, `firmness` is None where it was not measured; `is_illustrative` where any of its ideas is.
    """

    theme: Theme
    n_ideas: int
    n_organisations: int
    representatives: tuple[Idea, ...]
    firmness: Firmness | None
    is_illustrative: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LoneIdea:
    """An idea that is like no other, with the theme and the idea that come nearest; None where there is no other."""

    idea: Idea
    nearest_theme: Theme
    nearest_idea: Idea | None


def make_theme_card(theme: Theme, catalogue: Catalogue) -> ThemeCard:
    """Return the card of a theme; ideas that are no longer there do not count."""
    ideas = list_ideas(theme, catalogue)
    return ThemeCard(
        theme=theme,
        n_ideas=len(ideas),
        n_organisations=len({party.organisation_id for idea in ideas for party in idea.parties} - {None}),
        representatives=tuple(catalogue.ideas[each] for each in theme.representative_ids if each in catalogue.ideas),
        firmness=judge_stability(theme.stability),
        is_illustrative=any(idea.origin is Origin.ILLUSTRATIVE for idea in ideas),
    )


def list_ideas(theme: Theme, catalogue: Catalogue) -> list[Idea]:
    """Return the ideas of a theme that are there, the nearest to its centre first."""
    return [catalogue.ideas[idea_id] for idea_id in theme.idea_ids if idea_id in catalogue.ideas]


def list_lone_ideas(theme_map: ThemeMap, catalogue: Catalogue) -> tuple[LoneIdea, ...]:
    """Return the ideas that stand alone, by id."""
    alone = (placement for placement in theme_map.placements if placement.is_alone)
    return tuple(
        describe_lone_idea(placement, theme_map, catalogue)
        for placement in alone
        if placement.idea_id in catalogue.ideas
    )


def describe_lone_idea(placement: Placement, theme_map: ThemeMap, catalogue: Catalogue) -> LoneIdea:
    """Return an idea with what comes nearest to it."""
    return LoneIdea(
        idea=catalogue.get_idea(placement.idea_id),
        nearest_theme=theme_map.get_theme(placement.theme_id),
        nearest_idea=_find_idea(placement.nearest_id, catalogue),
    )


def _find_idea(idea_id: IdeaId | None, catalogue: Catalogue) -> Idea | None:
    """Return an idea, None where there is none of that id."""
    return None if idea_id is None else catalogue.ideas.get(idea_id)
