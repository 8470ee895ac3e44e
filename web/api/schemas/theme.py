"""Themes as programs see them."""

from typing import Final

from pydantic import BaseModel, Field

from matcher.catalogue import Catalogue
from matcher.snapshot import Snapshot
from models.language import ENGLISH, FINNISH, SWEDISH
from models.theme import Edited, Theme, ThemeGroup, ThemeMap
from web.api.schemas.idea import IDEA_SUMMARY_EXAMPLE, IdeaSummary, summarise_idea
from web.api.schemas.names import LocalisedName


class KeywordAnswer(BaseModel):
    """A word that names a theme, in its dictionary form."""

    text: str = Field(description="The word.", examples=["koulukyyti"])
    language: str = Field(description="Its own language, ISO 639-1.", examples=["fi"])


class LocalisedKeywords(BaseModel):
    """Keywords for readers of each language, the most telling first; another language's where none is known."""

    fi: list[KeywordAnswer] = Field(description="For readers of Finnish.")
    sv: list[KeywordAnswer] = Field(description="For readers of Swedish.")
    en: list[KeywordAnswer] = Field(description="For readers of English.")


class ThemeGroupAnswer(BaseModel):
    """Themes of kindred matters; there are groups where more than forty themes would stand side by side."""

    id: int = Field(description="Stays while the group goes on from run to run.", examples=[2])
    name: LocalisedName = Field(description="The first keywords as one phrase.")
    keywords: LocalisedKeywords = Field(description="What tells its ideas from others.")
    theme_ids: list[int] = Field(description="Its themes.")


class ThemeSummary(BaseModel):
    """A theme in short."""

    id: int = Field(description="Stays while the theme comes back from run to run.", examples=[3])
    name: LocalisedName = Field(description="As the organiser named it, or the first keywords as one phrase.")
    keywords: LocalisedKeywords = Field(description="What tells its ideas from others.")
    edited: list[Edited] = Field(
        description="What the organiser did: gave it a name, arranged which ideas are in it, or locked it."
    )
    group_id: int | None = Field(description="The group it is in; null where themes are not grouped.")
    stability: float | None = Field(
        ge=0, le=1, description="How alike it comes back when ideas are drawn anew (mean Jaccard); null: not measured."
    )
    color: int = Field(ge=0, description="Number of the colour it is shown in; stays with the theme.")
    n_ideas: int = Field(ge=0, description="How many ideas are in it.")
    representatives: list[IdeaSummary] = Field(description="The ideas that show best what it is about, two at most.")


class ThemeAnswer(ThemeSummary):
    """One theme with all its ideas."""

    run_id: int | None = Field(description="The run that computed it.")
    ideas: list[IdeaSummary] = Field(description="Its ideas, the nearest to its centre first.")


class LoneIdeaAnswer(BaseModel):
    """An idea that is like no other."""

    idea: IdeaSummary = Field(description="The idea.")
    nearest_theme_id: int = Field(description="The theme that comes nearest; it is counted there.")
    nearest_idea_id: int | None = Field(description="The idea that comes nearest.")


class ThemeListAnswer(BaseModel):
    """All themes by id. Every idea is in exactly one."""

    run_id: int | None = Field(description="The run that computed them; null while nothing was matched yet.")
    items: list[ThemeSummary] = Field(description="The themes.")
    groups: list[ThemeGroupAnswer] = Field(description="The groups of themes; none where there are few themes.")
    alone: list[LoneIdeaAnswer] = Field(description="The ideas that stand alone.")


def summarise_theme(catalogue: Catalogue, theme_map: ThemeMap, theme: Theme) -> ThemeSummary:
    """Return a theme in short; ideas that are no longer there do not count."""
    group = theme_map.find_group(theme.id)
    return ThemeSummary(
        id=theme.id,
        name=_describe_name(theme),
        keywords=_describe_keywords(theme),
        edited=list(theme.edited),
        group_id=None if group is None else group.id,
        stability=theme.stability,
        color=theme.color,
        n_ideas=sum(idea_id in catalogue.ideas for idea_id in theme.idea_ids),
        representatives=[
            summarise_idea(catalogue, catalogue.ideas[each])
            for each in theme.representative_ids
            if each in catalogue.ideas
        ],
    )


def describe_group(group: ThemeGroup) -> ThemeGroupAnswer:
    """Return a group of themes."""
    return ThemeGroupAnswer(
        id=group.id, name=_describe_name(group), keywords=_describe_keywords(group), theme_ids=list(group.theme_ids)
    )


def describe_theme(catalogue: Catalogue, theme_map: ThemeMap, theme: Theme, *, run_id: int | None) -> ThemeAnswer:
    """Return a theme with its ideas."""
    ideas = [summarise_idea(catalogue, catalogue.ideas[each]) for each in theme.idea_ids if each in catalogue.ideas]
    return ThemeAnswer(**dict(summarise_theme(catalogue, theme_map, theme)), run_id=run_id, ideas=ideas)


def list_all_themes(snapshot: Snapshot) -> ThemeListAnswer:
    """Return all themes of a snapshot, and the ideas that stand alone."""
    theme_map, catalogue = snapshot.theme_map, snapshot.catalogue
    if theme_map is None:
        return ThemeListAnswer(run_id=None, items=[], groups=[], alone=[])
    return ThemeListAnswer(
        run_id=snapshot.map_run_id,
        items=[summarise_theme(catalogue, theme_map, theme) for theme in theme_map.themes],
        groups=[describe_group(group) for group in theme_map.groups],
        alone=[
            LoneIdeaAnswer(
                idea=summarise_idea(catalogue, catalogue.ideas[each.idea_id]),
                nearest_theme_id=each.theme_id,
                nearest_idea_id=each.nearest_id,
            )
            for each in theme_map.placements
            if each.is_alone and each.idea_id in catalogue.ideas
        ],
    )


def _describe_name(named: Theme | ThemeGroup) -> LocalisedName:
    """Return the name in each language."""
    return LocalisedName(fi=named.name_in(FINNISH), sv=named.name_in(SWEDISH), en=named.name_in(ENGLISH))


def _describe_keywords(named: Theme | ThemeGroup) -> LocalisedKeywords:
    """Return the keywords for readers of each language."""
    fi, sv, en = (
        [KeywordAnswer(text=keyword.text, language=keyword.language) for keyword in named.keywords[language]]
        for language in (FINNISH, SWEDISH, ENGLISH)
    )
    return LocalisedKeywords(fi=fi, sv=sv, en=en)


THEME_SUMMARY_EXAMPLE: Final = ThemeSummary(
    id=3,
    name=LocalisedName(fi="Koulukyyti, reitti", sv="Skolskjuts, rutt", en="School transport, route"),
    keywords=LocalisedKeywords(
        fi=[KeywordAnswer(text="koulukyyti", language="fi"), KeywordAnswer(text="reitti", language="fi")],
        sv=[KeywordAnswer(text="skolskjuts", language="sv"), KeywordAnswer(text="rutt", language="sv")],
        en=[KeywordAnswer(text="school transport", language="en"), KeywordAnswer(text="route", language="en")],
    ),
    edited=[],
    group_id=None,
    stability=0.81,
    color=2,
    n_ideas=1,
    representatives=[IDEA_SUMMARY_EXAMPLE],
)
THEME_EXAMPLE: Final = ThemeAnswer(**dict(THEME_SUMMARY_EXAMPLE), run_id=12, ideas=[IDEA_SUMMARY_EXAMPLE])
THEME_LIST_EXAMPLE: Final = ThemeListAnswer(
    run_id=12,
    items=[THEME_SUMMARY_EXAMPLE],
    groups=[],
    alone=[LoneIdeaAnswer(idea=IDEA_SUMMARY_EXAMPLE, nearest_theme_id=3, nearest_idea_id=None)],
)
