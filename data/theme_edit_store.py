"""Edits of the organiser in the database, in the order in which they were made."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from pydantic import TypeAdapter
from sqlalchemy import Connection, Row, insert, select, update

from data.tables import theme_edits
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
)

_CHANGES: Final[Mapping[ThemeEditKind, TypeAdapter[Any]]] = {
    change.kind: TypeAdapter(change) for change in (RenameTheme, MoveIdea, MergeThemes, SplitTheme, LockTheme)
}


class SqlThemeEditStore:
    """Appends edits, marks them as undone, and reads them back."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, change: ThemeChange, *, actor: str, at: datetime) -> ThemeEditId:
        """Append one edit and return its id."""
        document = _CHANGES[change.kind].dump_python(change, mode="json")
        result = self._connection.execute(
            insert(theme_edits).values(at=at, actor=actor, kind=change.kind.value, document=document)
        )
        (edit_id,) = result.inserted_primary_key  # type: ignore[misc]
        return ThemeEditId(edit_id)

    def undo(self, edit_id: ThemeEditId, *, actor: str, at: datetime) -> None:
        """Mark one edit as undone."""
        self._connection.execute(
            update(theme_edits).where(theme_edits.c.id == edit_id).values(undone_at=at, undone_by=actor)
        )

    def list_all(self) -> tuple[ThemeEdit, ...]:
        """Return all edits by id, also those that were undone."""
        rows = self._connection.execute(select(theme_edits).order_by(theme_edits.c.id))
        return tuple(_read_edit(row) for row in rows)


def _read_edit(row: Row[tuple[object, ...]]) -> ThemeEdit:
    """Return the edit of one row."""
    return ThemeEdit(
        id=ThemeEditId(row.id),
        at=row.at,
        actor=row.actor,
        change=_CHANGES[ThemeEditKind(row.kind)].validate_python(row.document),
        undone_at=row.undone_at,
        undone_by=row.undone_by,
    )
