"""Edits of the organiser: what a person changed about the themes, kept as data that every later run obeys."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Final, NewType

from models.idea import IdeaId
from models.language import LanguageCode
from models.run import Value
from models.theme import Keyword, ThemeId

ThemeEditId = NewType("ThemeEditId", int)
"""Grows with every edit; edits are obeyed in this order."""

MAX_NAME_LENGTH: Final = 80
"""The most letters of a name; taste: it stands on one or two lines of a card, on a phone too."""


class ThemeEditKind(StrEnum):
    """What was done."""

    RENAME = "rename"
    MOVE = "move"
    MERGE = "merge"
    SPLIT = "split"
    LOCK = "lock"


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameTheme:
    """A theme has these names, by the language of the reader; where there is none its keywords stay."""

    kind: ClassVar = ThemeEditKind.RENAME
    theme_id: ThemeId
    names: Mapping[LanguageCode, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveIdea:
    """An idea belongs to a theme."""

    kind: ClassVar = ThemeEditKind.MOVE
    idea_id: IdeaId
    theme_id: ThemeId


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeThemes:
    """The ideas of another theme belong to this one: `idea_ids`, which it had, and whatever joins it later."""

    kind: ClassVar = ThemeEditKind.MERGE
    theme_id: ThemeId
    other_id: ThemeId
    idea_ids: tuple[IdeaId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitTheme:
    """Ideas of a theme are a theme of their own, with an id and a colour."""

    kind: ClassVar = ThemeEditKind.SPLIT
    theme_id: ThemeId
    idea_ids: tuple[IdeaId, ...]
    new_id: ThemeId
    color: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LockTheme:
    """A theme stays: the ideas it had belong to it, under its keywords and in its colour."""

    kind: ClassVar = ThemeEditKind.LOCK
    theme_id: ThemeId
    idea_ids: tuple[IdeaId, ...]
    keywords: Mapping[LanguageCode, tuple[Keyword, ...]]
    color: int


ThemeChange = RenameTheme | MoveIdea | MergeThemes | SplitTheme | LockTheme


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeEdit:
    """A change with who made it and when, UTC; one that was undone is kept and no longer obeyed."""

    id: ThemeEditId
    at: datetime
    actor: str
    change: ThemeChange
    undone_at: datetime | None = None
    undone_by: str | None = None

    @property
    def is_obeyed(self) -> bool:
        """Return whether it was not undone."""
        return self.undone_at is None


def list_touched(change: ThemeChange) -> frozenset[ThemeId]:
    """Return the themes that a change names."""
    match change:
        case MergeThemes():
            return frozenset((change.theme_id, change.other_id))
        case SplitTheme():
            return frozenset((change.theme_id, change.new_id))
        case _:
            return frozenset((change.theme_id,))


def list_new_ids(edits: Sequence[ThemeEdit]) -> frozenset[ThemeId]:
    """Return the ids that edits gave to themes, also those that were undone: an id is never used again."""
    return frozenset(edit.change.new_id for edit in edits if isinstance(edit.change, SplitTheme))


def describe_change(change: ThemeChange) -> Mapping[str, Value]:
    """Return what a change is about, flat, for the audit event.

    Examples
    --------
    >>> describe_change(MoveIdea(idea_id=IdeaId(7), theme_id=ThemeId(2)))
    {'theme': 2, 'ideas': '7'}
    """
    match change:
        case RenameTheme():
            return {"theme": change.theme_id} | {f"name_{code}": name for code, name in change.names.items()}
        case MoveIdea():
            return {"theme": change.theme_id, "ideas": str(change.idea_id)}
        case MergeThemes():
            return {"theme": change.theme_id, "other": change.other_id, "ideas": _join(change.idea_ids)}
        case SplitTheme():
            return {"theme": change.theme_id, "new": change.new_id, "ideas": _join(change.idea_ids)}
        case LockTheme():
            return {"theme": change.theme_id, "ideas": _join(change.idea_ids)}


def _join(idea_ids: Sequence[IdeaId]) -> str:
    """Return ids as one word of text."""
    return ", ".join(str(idea_id) for idea_id in idea_ids)
