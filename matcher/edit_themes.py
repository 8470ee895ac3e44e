"""Edits the themes: each edit and each undoing is checked against what is there and kept in one transaction."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from matcher.given_names import check_names
from matcher.match_run import read_newest_map
from matcher.ports import Database, Stores
from matcher.theme_arrangement import Arrangement, arrange_ideas, obey_change
from matcher.theme_edits import read_theme_of
from matcher.themes import choose_color
from models.audit_event import AuditEvent
from models.errors import (
    ThemeEditError,
    ThemeLeftEmptyError,
    ThemeLockedError,
    UnknownThemeEditError,
    UnknownThemeError,
    UnplacedIdeaError,
)
from models.idea import IdeaId
from models.language import LanguageCode
from models.theme import ThemeId, ThemeMap
from models.theme_edit import (
    LockTheme,
    MergeThemes,
    MoveIdea,
    RenameTheme,
    SplitTheme,
    ThemeChange,
    ThemeEdit,
    ThemeEditId,
    ThemeEditKind,
    describe_change,
    list_new_ids,
    list_touched,
)

_ACTIONS: Final[Mapping[ThemeEditKind, str]] = {
    ThemeEditKind.RENAME: "themes.renamed",
    ThemeEditKind.MOVE: "themes.idea_moved",
    ThemeEditKind.MERGE: "themes.merged",
    ThemeEditKind.SPLIT: "themes.split",
    ThemeEditKind.LOCK: "themes.locked",
}
_UNDONE: Final = "themes.edit_undone"


@dataclass(frozen=True, slots=True)
class _Present:
    """What is there to be edited: the newest map, all edits, and the themes as the edits have them now."""

    theme_map: ThemeMap
    edits: tuple[ThemeEdit, ...]
    arrangement: Arrangement

    def list_ideas(self, theme_id: ThemeId) -> tuple[IdeaId, ...]:
        """Return the ideas of a theme, or raise UnknownThemeError."""
        found = tuple(own for own, each in self.arrangement.theme_of.items() if each == theme_id)
        if not found:
            raise UnknownThemeError(theme_id)
        return found


def rename_theme(database: Database, theme_id: ThemeId, names: Mapping[LanguageCode, str], *, actor: str) -> ThemeEdit:
    """Call a theme by these names, for readers of each language; return the edit.

    Raises
    ------
    UnknownThemeError : if there is no such theme
    ThemeNameError : if there is no name, or one is empty, too long or another theme's
    ThemeLockedError : if the theme is locked
    """
    with database.writing() as stores:
        present = _read_present(stores)
        present.list_ideas(theme_id)
        others = [theme for theme in present.theme_map.themes if theme.id != theme_id]
        change = RenameTheme(theme_id=theme_id, names=check_names(names, others))
        return _record(stores, present, change, actor=actor)


def move_idea(database: Database, idea_id: IdeaId, theme_id: ThemeId, *, actor: str) -> ThemeEdit:
    """Put an idea into a theme; return the edit.

    Raises
    ------
    UnknownIdeaError, UnknownThemeError : if there is no such idea or theme
    UnplacedIdeaError : if the idea has no theme yet, or is in this one
    ThemeLeftEmptyError : if it is the last of its theme
    ThemeLockedError : if a locked theme holds it
    """
    with database.writing() as stores:
        present = _read_present(stores)
        present.list_ideas(theme_id)
        if _find_theme(stores, present, idea_id) == theme_id:
            raise UnplacedIdeaError(idea_id, theme_id=theme_id)
        return _record(stores, present, MoveIdea(idea_id=idea_id, theme_id=theme_id), actor=actor)


def merge_themes(database: Database, theme_id: ThemeId, other_id: ThemeId, *, actor: str) -> ThemeEdit:
    """Put all ideas of another theme into one, which stays; return the edit.

    Raises
    ------
    UnknownThemeError : if one of them is not there
    ThemeEditError : if both are the same
    ThemeLockedError : if the other is locked
    """
    with database.writing() as stores:
        present = _read_present(stores)
        present.list_ideas(theme_id)
        if theme_id == other_id:
            message = f"Expected two themes to merge, but theme {theme_id} came twice."
            raise ThemeEditError(message)
        change = MergeThemes(theme_id=theme_id, other_id=other_id, idea_ids=present.list_ideas(other_id))
        return _record(stores, present, change, actor=actor)


def split_theme(database: Database, theme_id: ThemeId, idea_ids: Sequence[IdeaId], *, actor: str) -> ThemeEdit:
    """Make ideas of a theme a theme of their own; return the edit, which has the new theme's id.

    Raises
    ------
    UnknownIdeaError, UnknownThemeError : if there is no such idea or theme
    UnplacedIdeaError : if an idea is in another theme, or in none yet
    ThemeLeftEmptyError : if these are all ideas of the theme
    ThemeLockedError : if the theme's lock holds one of them
    """
    with database.writing() as stores:
        present = _read_present(stores)
        present.list_ideas(theme_id)
        for idea_id in idea_ids:
            own_id = _find_theme(stores, present, idea_id)
            if own_id != theme_id:
                raise UnplacedIdeaError(idea_id, theme_id=own_id, expected_id=theme_id)
        change = SplitTheme(
            theme_id=theme_id,
            idea_ids=tuple(sorted(set(idea_ids))),
            new_id=ThemeId(max((present.theme_map.last_theme_id, *list_new_ids(present.edits))) + 1),
            color=choose_color(Counter(theme.color for theme in present.theme_map.themes)),
        )
        return _record(stores, present, change, actor=actor)


def lock_theme(database: Database, theme_id: ThemeId, *, actor: str) -> ThemeEdit:
    """Let a theme stay with its ideas, keywords and colour through every run; return the edit.

    Raises
    ------
    UnknownThemeError : if there is no such theme
    ThemeLockedError : if it is locked
    """
    with database.writing() as stores:
        present = _read_present(stores)
        idea_ids = present.list_ideas(theme_id)
        theme = present.theme_map.get_theme(theme_id)
        change = LockTheme(theme_id=theme_id, idea_ids=idea_ids, keywords=theme.keywords, color=theme.color)
        return _record(stores, present, change, actor=actor)


def unlock_theme(database: Database, theme_id: ThemeId, *, actor: str) -> ThemeEdit:
    """Undo the lock of a theme; return the lock.

    Raises
    ------
    UnknownThemeError : if there is no such theme
    ThemeEditError : if it is not locked
    """
    with database.writing() as stores:
        present = _read_present(stores)
        present.list_ideas(theme_id)
        lock = present.arrangement.locks.get(theme_id)
        if lock is None:
            message = f"Theme {theme_id} is not locked."
            raise ThemeEditError(message)
        return _undo(stores, next(edit for edit in present.edits if edit.change is lock), actor=actor)


def undo_edit(database: Database, edit_id: ThemeEditId | None = None, *, actor: str) -> ThemeEdit:
    """Undo an edit, or the newest that is obeyed; return it as it was. What was edited later is still obeyed.

    Raises
    ------
    UnknownThemeEditError : if there is no such edit
    ThemeEditError : if it was undone already, or there is none to undo
    ThemeLockedError : if a theme that it concerns was locked afterwards
    """
    with database.writing() as stores:
        present = _read_present(stores)
        edit = _find_edit(present.edits, edit_id)
        locks = [each for each in present.edits if each.change in present.arrangement.locks.values()]
        for lock in locks:
            if lock.id > edit.id and lock.change.theme_id in list_touched(edit.change):
                raise ThemeLockedError(lock.change.theme_id)
        return _undo(stores, edit, actor=actor)


def check_present(database: Database, *, theme_ids: Sequence[ThemeId] = (), idea_ids: Sequence[IdeaId] = ()) -> None:
    """Refuse themes and ideas that are not there, as editing them would; for those who match before they edit.

    Where nothing was matched yet, no theme is refused: matching may bring it.

    Raises
    ------
    UnknownIdeaError, UnknownThemeError : if there is no such idea or theme
    """
    with database.reading() as stores:
        for idea_id in idea_ids:
            stores.ideas.get(idea_id)
        if stores.theme_maps.find_newest() is not None:
            present = _read_present(stores)
            for theme_id in theme_ids:
                present.list_ideas(theme_id)


def find_undoable(database: Database, edit_id: ThemeEditId | None = None) -> ThemeEdit:
    """Return the edit that `undo_edit` would undo.

    Raises
    ------
    UnknownThemeEditError : if there is no such edit
    ThemeEditError : if it was undone already, or there is none to undo
    """
    with database.reading() as stores:
        return _find_edit(stores.theme_edits.list_all(), edit_id)


def _read_present(stores: Stores) -> _Present:
    """Return what is there to be edited, or raise ThemeEditError where nothing was matched yet."""
    kept = read_newest_map(stores)
    if kept is None:
        message = "There are no themes yet; run `kumppani match` first."
        raise ThemeEditError(message)
    edits = stores.theme_edits.list_all()
    return _Present(kept.theme_map, edits, arrange_ideas(read_theme_of(kept.theme_map.unedited), edits))


def _find_theme(stores: Stores, present: _Present, idea_id: IdeaId) -> ThemeId:
    """Return the theme an idea is in, or raise UnknownIdeaError or UnplacedIdeaError."""
    if idea_id not in present.arrangement.theme_of:
        stores.ideas.get(idea_id)
        raise UnplacedIdeaError(idea_id, theme_id=None)
    return present.arrangement.theme_of[idea_id]


def _find_edit(edits: Sequence[ThemeEdit], edit_id: ThemeEditId | None) -> ThemeEdit:
    """Return the edit that can be undone, the newest one where none is named."""
    if edit_id is None:
        newest = next((edit for edit in reversed(edits) if edit.is_obeyed), None)
        if newest is None:
            message = "There is no edit to undo."
            raise ThemeEditError(message)
        return newest
    edit = next((edit for edit in edits if edit.id == edit_id), None)
    if edit is None:
        raise UnknownThemeEditError(edit_id)
    if not edit.is_obeyed:
        message = f"Edit {edit_id} was undone already."
        raise ThemeEditError(message)
    return edit


def _record(stores: Stores, present: _Present, change: ThemeChange, *, actor: str) -> ThemeEdit:
    """Keep a change that can be obeyed as an edit, with its audit event; or raise ThemeEditError."""
    before = set(present.arrangement.theme_of.values())
    obey_change(present.arrangement, change)
    emptied = before - set(present.arrangement.theme_of.values())
    if isinstance(change, MergeThemes):
        emptied.discard(change.other_id)
    if emptied:
        raise ThemeLeftEmptyError(min(emptied))
    at = datetime.now(UTC)
    edit_id = stores.theme_edits.add(change, actor=actor, at=at)
    stores.audit.add(
        AuditEvent(
            at=at,
            actor=actor,
            action=_ACTIONS[change.kind],
            subject=f"theme {change.theme_id}",
            details={"edit": edit_id, **describe_change(change)},
        )
    )
    return ThemeEdit(id=edit_id, at=at, actor=actor, change=change)


def _undo(stores: Stores, edit: ThemeEdit, *, actor: str) -> ThemeEdit:
    """Mark an edit as undone, with its audit event."""
    at = datetime.now(UTC)
    stores.theme_edits.undo(edit.id, actor=actor, at=at)
    stores.audit.add(
        AuditEvent(
            at=at, actor=actor, action=_UNDONE, subject=f"theme {edit.change.theme_id}", details={"edit": edit.id}
        )
    )
    return edit
