"""Theme maps for tests, over the five ideas of the sample, or over as many as a test asks for."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from models.idea import IdeaId
from models.language import ENGLISH, FINNISH, SWEDISH
from models.theme import N_COLORS, Keyword, Placement, Theme, ThemeId, ThemeMap

make_placement = partial(
    Placement, idea_id=IdeaId(1), theme_id=ThemeId(1), x=0.0, y=0.0, fit=0.5, is_alone=False, nearest_id=None
)


def make_theme(number: int, idea_ids: Sequence[int], *, words: Sequence[str] = ("koulukyyti", "reitti")) -> Theme:
    """Return a theme named by Finnish words, also where Swedish and English ones are known."""
    keywords = tuple(Keyword(word, FINNISH) for word in words)
    members = tuple(IdeaId(idea_id) for idea_id in idea_ids)
    return Theme(
        id=ThemeId(number),
        keywords={FINNISH: keywords, SWEDISH: keywords, ENGLISH: keywords},
        idea_ids=members,
        representative_ids=members[:2],
        stability=0.8,
        color=number % N_COLORS,
    )


SAMPLE_MAP: Final = ThemeMap(
    themes=(make_theme(1, [1, 2, 4]), make_theme(7, [3, 5], words=("palkka", "robotti", "lasku"))),
    placements=(
        make_placement(idea_id=IdeaId(1), x=-0.8, y=0.5, nearest_id=IdeaId(2)),
        make_placement(idea_id=IdeaId(2), x=-0.6, y=0.6, nearest_id=IdeaId(1)),
        make_placement(idea_id=IdeaId(3), theme_id=ThemeId(7), x=0.7, y=-0.5, nearest_id=IdeaId(5)),
        make_placement(idea_id=IdeaId(4), x=-0.5, y=-0.9, fit=0.1, is_alone=True, nearest_id=IdeaId(1)),
        make_placement(idea_id=IdeaId(5), theme_id=ThemeId(7), x=0.9, y=-0.4, nearest_id=IdeaId(3)),
    ),
    trustworthiness=0.93,
)
"""The sample in two themes: school transport with an idea that stands alone, and robots."""
