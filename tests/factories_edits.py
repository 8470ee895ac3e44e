"""Edits of the themes for tests."""

from models.idea import IdeaId
from models.language import FINNISH, LanguageCode
from models.theme import Keyword, ThemeId
from models.theme_edit import (
    LockTheme,
    MergeThemes,
    MoveIdea,
    RenameTheme,
    SplitTheme,
    ThemeChange,
    ThemeEdit,
    ThemeEditId,
)
from tests.factories import AT


def make_edits(*changes: ThemeChange, undone: tuple[int, ...] = ()) -> tuple[ThemeEdit, ...]:
    """Return changes as edits, numbered from 1; those whose numbers are named were undone."""
    return tuple(
        ThemeEdit(
            id=ThemeEditId(number),
            at=AT,
            actor="organiser",
            change=change,
            undone_at=AT if number in undone else None,
            undone_by="organiser" if number in undone else None,
        )
        for number, change in enumerate(changes, start=1)
    )


def rename(theme: int, name: str, *, language: LanguageCode = FINNISH) -> RenameTheme:
    """Return the change that calls a theme so."""
    return RenameTheme(theme_id=ThemeId(theme), names={language: name})


def move(idea: int, theme: int) -> MoveIdea:
    """Return the change that puts an idea into a theme."""
    return MoveIdea(idea_id=IdeaId(idea), theme_id=ThemeId(theme))


def merge(theme: int, other: int, *ideas: int) -> MergeThemes:
    """Return the change that puts another theme, which had these ideas, into one."""
    return MergeThemes(theme_id=ThemeId(theme), other_id=ThemeId(other), idea_ids=tuple(map(IdeaId, ideas)))


def split(theme: int, new: int, *ideas: int) -> SplitTheme:
    """Return the change that makes ideas of a theme a new one."""
    return SplitTheme(theme_id=ThemeId(theme), idea_ids=tuple(map(IdeaId, ideas)), new_id=ThemeId(new), color=5)


def lock(theme: int, *ideas: int) -> LockTheme:
    """Return the change that locks a theme with these ideas."""
    keywords = {FINNISH: (Keyword("lukittu", FINNISH),)}
    return LockTheme(theme_id=ThemeId(theme), idea_ids=tuple(map(IdeaId, ideas)), keywords=keywords, color=7)
