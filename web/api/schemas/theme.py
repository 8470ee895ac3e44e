"""Themes as programs see them."""

from typing import Final

from pydantic import BaseModel, Field

from matcher.catalogue import Catalogue
from matcher.snapshot import Snapshot
from models.language import ENGLISH, FINNISH, SWEDISH, LanguageCode
from models.theme import Edited, Keyword, Theme
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


class ThemeSummary(BaseModel):
    """A theme in short."""

    id: int = Field(description="Stays while the theme comes back from run to run.", examples=[3])
    name: LocalisedName = Field(description="As the organiser named it, or the first keywords as one phrase.")
    keywords: LocalisedKeywords = Field(description="What tells its ideas from others.")
    edited: list[Edited] = Field(
        description="What the organiser did: gave it a name, arranged which ideas are in it, or locked it."
    )
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
    alone: list[LoneIdeaAnswer] = Field(description="The ideas that stand alone.")


def summarise_theme(catalogue: Catalogue, theme: Theme) -> ThemeSummary:
    """Return a theme in short; ideas that are no longer there do not count."""
    return ThemeSummary(
        id=theme.id,
        name=LocalisedName(fi=theme.name_in(FINNISH), sv=theme.name_in(SWEDISH), en=theme.name_in(ENGLISH)),
        keywords=LocalisedKeywords(
            fi=_describe_keywords(theme, FINNISH),
            sv=_describe_keywords(theme, SWEDISH),
            en=_describe_keywords(theme, ENGLISH),
        ),
        edited=list(theme.edited),
        stability=theme.stability,
        color=theme.color,
        n_ideas=sum(idea_id in catalogue.ideas for idea_id in theme.idea_ids),
        representatives=[
            summarise_idea(catalogue, catalogue.ideas[each])
            for each in theme.representative_ids
            if each in catalogue.ideas
        ],
    )


def describe_theme(catalogue: Catalogue, theme: Theme, *, run_id: int | None) -> ThemeAnswer:
    """Return a theme with its ideas."""
    ideas = [summarise_idea(catalogue, catalogue.ideas[each]) for each in theme.idea_ids if each in catalogue.ideas]
    return ThemeAnswer(**dict(summarise_theme(catalogue, theme)), run_id=run_id, ideas=ideas)


def list_all_themes(snapshot: Snapshot) -> ThemeListAnswer:
    """Return all themes of a snapshot, and the ideas that stand alone."""
    theme_map, catalogue = snapshot.theme_map, snapshot.catalogue
    if theme_map is None:
        return ThemeListAnswer(run_id=None, items=[], alone=[])
    return ThemeListAnswer(
        run_id=snapshot.map_run_id,
        items=[summarise_theme(catalogue, theme) for theme in theme_map.themes],
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


def _describe_keywords(theme: Theme, language: LanguageCode) -> list[KeywordAnswer]:
    """Return the keywords for readers of a language."""
    return [_describe_keyword(keyword) for keyword in theme.keywords[language]]


def _describe_keyword(keyword: Keyword) -> KeywordAnswer:
    """Return a keyword."""
    return KeywordAnswer(text=keyword.text, language=keyword.language)


THEME_SUMMARY_EXAMPLE: Final = ThemeSummary(
    id=3,
    name=LocalisedName(fi="Koulukyyti, reitti", sv="Skolskjuts, rutt", en="School transport, route"),
    keywords=LocalisedKeywords(
        fi=[KeywordAnswer(text="koulukyyti", language="fi"), KeywordAnswer(text="reitti", language="fi")],
        sv=[KeywordAnswer(text="skolskjuts", language="sv"), KeywordAnswer(text="rutt", language="sv")],
        en=[KeywordAnswer(text="school transport", language="en"), KeywordAnswer(text="route", language="en")],
    ),
    edited=[],
    stability=0.81,
    color=2,
    n_ideas=1,
    representatives=[IDEA_SUMMARY_EXAMPLE],
)
THEME_EXAMPLE: Final = ThemeAnswer(**dict(THEME_SUMMARY_EXAMPLE), run_id=12, ideas=[IDEA_SUMMARY_EXAMPLE])
THEME_LIST_EXAMPLE: Final = ThemeListAnswer(
    run_id=12,
    items=[THEME_SUMMARY_EXAMPLE],
    alone=[LoneIdeaAnswer(idea=IDEA_SUMMARY_EXAMPLE, nearest_theme_id=3, nearest_idea_id=None)],
)
