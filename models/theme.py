"""Themes: clusters of ideas with concrete names, and where each idea lies among them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NewType

from models.idea import IdeaId
from models.language import LanguageCode

ThemeId = NewType("ThemeId", int)
"""Kept while a theme comes back from run to run; never used again for another."""

N_COLORS: Final = 12
"""How many colours themes are shown in; taste: more can't be told apart, and the name stands beside the colour."""


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word that names a theme, in its dictionary form; `language` is that of the word itself."""

    text: str
    language: LanguageCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A cluster of ideas.

    `keywords` holds, for each language of the pages, the words that name the theme, the most telling first; where
    nothing is known in that language, words of another. `idea_ids` are its ideas, the nearest to its centre first, and
    `representative_ids` the two, or the one, that show best what it is about. `stability` in [0, 1] is how alike the
    theme comes back when the ideas are drawn anew (mean Jaccard), None where it was not measured. `color` is in
    [0, N_COLORS) and stays with the theme.
    """

    id: ThemeId
    keywords: Mapping[LanguageCode, tuple[Keyword, ...]]
    idea_ids: tuple[IdeaId, ...]
    representative_ids: tuple[IdeaId, ...]
    stability: float | None
    color: int


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

    `trustworthiness` in [0, 1] is how truly neighbours on the map are neighbours in meaning.
    """

    themes: tuple[Theme, ...]
    placements: tuple[Placement, ...]
    trustworthiness: float
