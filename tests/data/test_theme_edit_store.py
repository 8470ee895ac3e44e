"""Edits of the themes come back as they were made, in order, undone or not."""

from datetime import timedelta

import pytest

from data.database import Database
from models.language import FINNISH, SWEDISH
from models.theme import ThemeId
from models.theme_edit import RenameTheme, ThemeChange
from tests.factories import AT
from tests.factories_edits import lock, make_edits, merge, move, split

CHANGES: tuple[ThemeChange, ...] = (
    RenameTheme(theme_id=ThemeId(3), names={FINNISH: "Kyydit", SWEDISH: "Resor – alla"}),
    move(7, 3),
    merge(3, 4, 8, 9),
    split(3, 12, 7, 8),
    lock(12, 7, 8),
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.kind.value)
def test_an_edit_comes_back_as_it_was(database: Database, change: ThemeChange) -> None:
    """Who, when and what survive, exactly."""
    with database.writing() as stores:
        edit_id = stores.theme_edits.add(change, actor="organiser", at=AT)

    with database.reading() as stores:
        (edit,) = stores.theme_edits.list_all()

    assert edit_id == 1
    assert (edit,) == make_edits(change)


def test_edits_keep_their_order_and_one_is_undone(database: Database) -> None:
    """Only the one that was undone says so, by whom and when; it is still there."""
    later = AT + timedelta(days=1)
    with database.writing() as stores:
        ids = [stores.theme_edits.add(change, actor="organiser", at=AT) for change in CHANGES]
        stores.theme_edits.undo(ids[1], actor="somebody else", at=later)

    with database.reading() as stores:
        edits = stores.theme_edits.list_all()

    assert [edit.id for edit in edits] == ids == sorted(ids)
    assert [edit.is_obeyed for edit in edits] == [True, False, True, True, True]
    assert (edits[1].undone_by, edits[1].undone_at) == ("somebody else", later)


def test_without_edits_there_are_none(database: Database) -> None:
    """An empty store lists nothing."""
    with database.reading() as stores:
        assert stores.theme_edits.list_all() == ()
