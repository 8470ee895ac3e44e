"""Themes: clusters of ideas with concrete names, and where each idea lies among them."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NewType

from models.errors import UnknownThemeError
from models.idea import IdeaId
from models.language import LanguageCode

ThemeId = NewType("ThemeId", int)
"""Kept while a theme comes back from run to run; never used again for another."""

ThemeGroupId = NewType("ThemeGroupId", int)
"""Kept while a group of themes goes on from run to run."""

N_COLORS: Final = 12
"""How many colours themes are shown in; taste: more can't be told apart, and the name stands beside the colour."""


N_NAME_WORDS: Final = 3
"""How many keywords make a name; taste: two are often too wide, four are no name any more."""


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word that names a theme, in its dictionary form; `language` is that of the word itself."""

    text: str
    language: LanguageCode


class Edited(StrEnum):
    """What the organiser did to a theme."""

    NAMED = "named"
    ARRANGED = "arranged"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A cluster of ideas.

    `keywords` holds, for each language of the pages, the words that name the theme, the most telling first; where
    nothing is known in that language, words of another. `idea_ids` are its ideas, the nearest to its centre first and
    those that stand alone last, and `representative_ids` the two, or the one, that show best what it is about.
    `stability` in [0, 1] is how alike the theme comes back when the ideas are drawn anew (mean Jaccard), None where it
    was not measured. `color` is in [0, N_COLORS) and stays with the theme. `names` are those that the organiser gave
    it, by the language of the reader, and `edited` tells what else the organiser did to it.
    """

    id: ThemeId
    keywords: Mapping[LanguageCode, tuple[Keyword, ...]]
    idea_ids: tuple[IdeaId, ...]
    representative_ids: tuple[IdeaId, ...]
    stability: float | None
    color: int
    names: Mapping[LanguageCode, str] = field(default_factory=dict)
    edited: tuple[Edited, ...] = ()

    def name_in(self, language: LanguageCode) -> str:
        """Return the name for readers of a language of the pages: as given, or its first keywords as one phrase.

        Examples
        --------
        >>> fi = LanguageCode("fi")
        >>> words = tuple(Keyword(text, fi) for text in ("koulukyyti", "reitti", "kuljettaja", "auto"))
        >>> theme = Theme(
        ...     id=ThemeId(1), keywords={fi: words}, idea_ids=(), representative_ids=(), stability=None, color=0
        ... )
        >>> theme.name_in(fi)
        'Koulukyyti, reitti, kuljettaja'
        """
        return self.names[language] if language in self.names else _join_keywords(self.keywords[language])


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeGroup:
    """Themes that are about kindred matters, where there are too many to be taken in side by side.

    `keywords` are as those of a theme; `theme_ids` are its themes, by id.
    """

    id: ThemeGroupId
    keywords: Mapping[LanguageCode, tuple[Keyword, ...]]
    theme_ids: tuple[ThemeId, ...]

    def name_in(self, language: LanguageCode) -> str:
        """Return the name for readers of a language of the pages: its first keywords as one phrase."""
        return _join_keywords(self.keywords[language])


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where one idea lies.

    `x` and `y` are in [-1, 1] on the map. `fit` is the similarity of the idea with the centre of its theme, in [-1, 1].
    `nearest_id` is the idea most like it, None where there is no other. An idea that `is_alone` is like no other:
    it is shown with its theme as the nearest one, weakly.
    """

    idea_id: IdeaId
    theme_id: ThemeId
    x: float
    y: float
    fit: float
    is_alone: bool
    nearest_id: IdeaId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeMap:
    """All themes by id, and the placements of all ideas by idea id: every idea is in exactly one theme.

    `trustworthiness` in [0, 1] is how truly neighbours on the map are neighbours in meaning. `last_theme_id` is the
    highest that any theme ever had. `n_placed` counts the ideas that were put into the map, or taken out of it, since
    it was drawn as a whole. `drawn` is the map as it was before the edits of the organiser, None where there are none
    that it obeys. `groups` are the groups of themes by id, every theme in one; none where there are few themes.
    """

    themes: tuple[Theme, ...]
    placements: tuple[Placement, ...]
    trustworthiness: float
    last_theme_id: int = 0
    n_placed: int = 0
    drawn: "ThemeMap | None" = None
    groups: tuple[ThemeGroup, ...] = ()

    @property
    def unedited(self) -> "ThemeMap":
        """Return the map as it was drawn, before the edits of the organiser."""
        return self if self.drawn is None else self.drawn

    def get_theme(self, theme_id: ThemeId) -> Theme:
        """Return one theme, or raise UnknownThemeError."""
        for theme in self.themes:
            if theme.id == theme_id:
                return theme
        raise UnknownThemeError(theme_id)

    def find_group(self, theme_id: ThemeId) -> ThemeGroup | None:
        """Return the group of a theme, None where themes are not grouped."""
        return next((group for group in self.groups if theme_id in group.theme_ids), None)

    def find_placement(self, idea_id: IdeaId) -> Placement | None:
        """Return where an idea lies, None where it came after the map was drawn."""
        place = bisect_left(self.placements, idea_id, key=lambda placement: placement.idea_id)
        found = self.placements[place : place + 1]
        return found[0] if found and found[0].idea_id == idea_id else None


def _join_keywords(keywords: tuple[Keyword, ...]) -> str:
    """Return the first keywords as one phrase."""
    name = ", ".join(keyword.text for keyword in keywords[:N_NAME_WORDS])
    return name[:1].upper() + name[1:]
