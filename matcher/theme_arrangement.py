"""Arranges ideas in themes as the organiser's edits say: plain ids in, plain ids out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from models.errors import IdeasGoneError, ThemeEditError, ThemeGoneError, ThemeLockedError
from models.idea import IdeaId
from models.language import LanguageCode
from models.theme import Edited, ThemeId
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


@dataclass(slots=True)
class Arrangement:
    """What edits make of drawn themes, built up edit by edit.

    `theme_of` has the theme of every idea, `names` what themes were called, `edited` what was done to them.
    `joined` are the themes that another was merged into: they are called what they were. `locks` and `splits` are the
    changes that hold a theme or brought it about. `refusals` say of each edit that was not obeyed why it no longer
    applies.
    """

    theme_of: dict[IdeaId, ThemeId]
    names: dict[ThemeId, dict[LanguageCode, str]] = field(default_factory=dict)
    edited: dict[ThemeId, set[Edited]] = field(default_factory=dict)
    joined: set[ThemeId] = field(default_factory=set)
    locks: dict[ThemeId, LockTheme] = field(default_factory=dict)
    splits: dict[ThemeId, SplitTheme] = field(default_factory=dict)
    refusals: dict[ThemeEditId, ThemeEditError] = field(default_factory=dict)

    @property
    def is_as_drawn(self) -> bool:
        """Return whether no edit was obeyed."""
        return not self.edited


def arrange_ideas(theme_of: Mapping[IdeaId, ThemeId], edits: Sequence[ThemeEdit]) -> Arrangement:
    """Return what edits make of drawn themes, obeyed in the order in which they were made.

    A theme is there while it has ideas. An edit whose theme or ideas are gone, or that would change what an earlier
    lock holds, is not obeyed and its refusal says why; one that was undone does not count at all.

    Parameters
    ----------
    theme_of : the drawn theme of every idea
    edits : by id

    Notes
    -----
    No idea is lost or added and no theme is empty, whatever the edits. Cost is linear in ideas for each edit.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> drawn = {IdeaId(1): ThemeId(1), IdeaId(2): ThemeId(2)}
    >>> move = MoveIdea(idea_id=IdeaId(2), theme_id=ThemeId(1))
    >>> edit = ThemeEdit(id=ThemeEditId(1), at=datetime(2026, 1, 1, tzinfo=UTC), actor="organiser", change=move)
    >>> arrange_ideas(drawn, [edit]).theme_of
    {1: 1, 2: 1}
    """
    arrangement = Arrangement(dict(theme_of))
    for edit in edits:
        if edit.is_obeyed:
            try:
                obey_change(arrangement, edit.change)
            except ThemeEditError as error:
                arrangement.refusals[edit.id] = error
    return arrangement


def obey_change(arrangement: Arrangement, change: ThemeChange) -> None:
    """Change an arrangement as an edit says, or leave it as it is and raise ThemeEditError."""
    match change:
        case RenameTheme():
            _rename(arrangement, change)
        case MoveIdea():
            _move(arrangement, change)
        case MergeThemes():
            _merge(arrangement, change)
        case SplitTheme():
            _split(arrangement, change)
        case LockTheme():
            _lock(arrangement, change)


def find_holder(arrangement: Arrangement, idea_id: IdeaId) -> ThemeId | None:
    """Return the locked theme that holds an idea, None where no lock does."""
    return next((theme_id for theme_id, lock in arrangement.locks.items() if idea_id in lock.idea_ids), None)


def _rename(arrangement: Arrangement, change: RenameTheme) -> None:
    """Call a theme by other names; those in other languages stay."""
    _require_theme(arrangement, change.theme_id)
    _require_unlocked(arrangement, change.theme_id)
    arrangement.names.setdefault(change.theme_id, {}).update(change.names)
    _mark(arrangement, change.theme_id, Edited.NAMED)


def _move(arrangement: Arrangement, change: MoveIdea) -> None:
    """Put an idea into a theme."""
    _require_theme(arrangement, change.theme_id)
    (idea_id,) = _list_there(arrangement, (change.idea_id,))
    _require_unheld(arrangement, (idea_id,), change.theme_id)
    _put(arrangement, (idea_id,), change.theme_id)


def _merge(arrangement: Arrangement, change: MergeThemes) -> None:
    """Put the ideas of the other theme, those it had and those it has, into the one."""
    _require_theme(arrangement, change.theme_id)
    _require_unlocked(arrangement, change.other_id)
    joined = (own for own, theme_id in arrangement.theme_of.items() if theme_id == change.other_id)
    found = _list_there(arrangement, dict.fromkeys((*joined, *change.idea_ids)))
    _put(arrangement, _leave_held(arrangement, found, change.theme_id), change.theme_id)
    arrangement.joined.add(change.theme_id)


def _split(arrangement: Arrangement, change: SplitTheme) -> None:
    """Make ideas a theme of their own, wherever they are now."""
    found = _list_there(arrangement, change.idea_ids)
    _require_unheld(arrangement, found, change.new_id)
    arrangement.splits[change.new_id] = change
    _put(arrangement, found, change.new_id)


def _lock(arrangement: Arrangement, change: LockTheme) -> None:
    """Put the ideas of a theme into it, and hold them."""
    _require_unlocked(arrangement, change.theme_id)
    found = _leave_held(arrangement, _list_there(arrangement, change.idea_ids), change.theme_id)
    for idea_id in found:
        arrangement.theme_of[idea_id] = change.theme_id
    arrangement.locks[change.theme_id] = change
    _mark(arrangement, change.theme_id, Edited.LOCKED)


def _put(arrangement: Arrangement, idea_ids: Sequence[IdeaId], theme_id: ThemeId) -> None:
    """Put ideas into a theme; it and those they came from are arranged."""
    for idea_id in idea_ids:
        _mark(arrangement, arrangement.theme_of[idea_id], Edited.ARRANGED)
        arrangement.theme_of[idea_id] = theme_id
    _mark(arrangement, theme_id, Edited.ARRANGED)


def _mark(arrangement: Arrangement, theme_id: ThemeId, edited: Edited) -> None:
    """Remember what was done to a theme."""
    arrangement.edited.setdefault(theme_id, set()).add(edited)


def _require_theme(arrangement: Arrangement, theme_id: ThemeId) -> None:
    """Raise ThemeGoneError unless a theme has ideas."""
    if theme_id not in arrangement.theme_of.values():
        raise ThemeGoneError(theme_id)


def _require_unlocked(arrangement: Arrangement, theme_id: ThemeId) -> None:
    """Raise ThemeLockedError where a theme is locked."""
    if theme_id in arrangement.locks:
        raise ThemeLockedError(theme_id)


def _require_unheld(arrangement: Arrangement, idea_ids: Sequence[IdeaId], theme_id: ThemeId) -> None:
    """Raise ThemeLockedError where another theme holds one of the ideas."""
    for idea_id in idea_ids:
        holder = find_holder(arrangement, idea_id)
        if holder is not None and holder != theme_id:
            raise ThemeLockedError(holder)


def _leave_held(arrangement: Arrangement, idea_ids: Sequence[IdeaId], theme_id: ThemeId) -> list[IdeaId]:
    """Return the ideas that no other theme holds, or raise IdeasGoneError where all are held."""
    free = [each for each in idea_ids if find_holder(arrangement, each) in {None, theme_id}]
    if not free:
        raise IdeasGoneError
    return free


def _list_there(arrangement: Arrangement, idea_ids: Iterable[IdeaId]) -> list[IdeaId]:
    """Return the ideas that are on the map, or raise IdeasGoneError where none is."""
    found = [each for each in idea_ids if each in arrangement.theme_of]
    if not found:
        raise IdeasGoneError
    return found
