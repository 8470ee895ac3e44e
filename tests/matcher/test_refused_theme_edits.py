"""Edits of the themes that can't be made: each is refused with a sentence, and nothing is kept."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data.database import Database
from matcher.edit_themes import (
    check_present,
    find_undoable,
    lock_theme,
    merge_themes,
    move_idea,
    rename_theme,
    split_theme,
    undo_edit,
    unlock_theme,
)
from matcher.snapshot_keeper import SnapshotKeeper
from models.errors import (
    KumppaniError,
    ThemeEditError,
    ThemeLeftEmptyError,
    ThemeLockedError,
    ThemeNameError,
    UnknownIdeaError,
    UnknownThemeEditError,
    UnknownThemeError,
    UnplacedIdeaError,
)
from models.idea import IdeaId
from models.language import FINNISH
from models.theme import Theme, ThemeId
from models.theme_edit import SplitTheme, ThemeEdit, ThemeEditId
from tests.matcher.editing import ACTOR, add_ideas, pick_themes

Attempt = Callable[[Database, Theme, Theme], ThemeEdit]
REFUSED: dict[str, tuple[type[KumppaniError], Attempt]] = {
    "unknown theme": (UnknownThemeError, lambda db, *_: rename_theme(db, ThemeId(99), {FINNISH: "a"}, actor=ACTOR)),
    "no language": (ThemeNameError, lambda db, one, _: rename_theme(db, one.id, {}, actor=ACTOR)),
    "empty name": (ThemeNameError, lambda db, one, _: rename_theme(db, one.id, {FINNISH: " – "}, actor=ACTOR)),
    "long name": (ThemeNameError, lambda db, one, _: rename_theme(db, one.id, {FINNISH: "a" * 81}, actor=ACTOR)),
    "hidden letters": (ThemeNameError, lambda db, one, _: rename_theme(db, one.id, {FINNISH: "a\x00b"}, actor=ACTOR)),
    "taken name": (
        ThemeNameError,
        lambda db, one, other: rename_theme(db, one.id, {FINNISH: other.name_in(FINNISH).upper()}, actor=ACTOR),
    ),
    "unknown idea": (UnknownIdeaError, lambda db, one, _: move_idea(db, IdeaId(4711), one.id, actor=ACTOR)),
    "there already": (UnplacedIdeaError, lambda db, one, _: move_idea(db, one.idea_ids[0], one.id, actor=ACTOR)),
    "to an unknown theme": (
        UnknownThemeError,
        lambda db, one, _: move_idea(db, one.idea_ids[0], ThemeId(99), actor=ACTOR),
    ),
    "merged with itself": (ThemeEditError, lambda db, one, _: merge_themes(db, one.id, one.id, actor=ACTOR)),
    "merged with an unknown one": (
        UnknownThemeError,
        lambda db, one, _: merge_themes(db, one.id, ThemeId(99), actor=ACTOR),
    ),
    "nothing left": (ThemeLeftEmptyError, lambda db, one, _: split_theme(db, one.id, one.idea_ids, actor=ACTOR)),
    "idea of another theme": (
        UnplacedIdeaError,
        lambda db, one, other: split_theme(db, one.id, other.idea_ids[:1], actor=ACTOR),
    ),
    "not locked": (ThemeEditError, lambda db, one, _: unlock_theme(db, one.id, actor=ACTOR)),
    "unknown edit": (UnknownThemeEditError, lambda db, *_: undo_edit(db, ThemeEditId(7), actor=ACTOR)),
    "nothing to undo": (ThemeEditError, lambda db, *_: undo_edit(db, actor=ACTOR)),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_can_not_be_done_is_refused(matched_database: Database, matched_keeper: SnapshotKeeper, name: str) -> None:
    """The error says what was wrong, and neither an edit nor an event is kept."""
    error, attempt = REFUSED[name]
    first, second = pick_themes(matched_keeper)
    with matched_database.reading() as stores:
        version = stores.audit.version()

    with pytest.raises(error):
        attempt(matched_database, first, second)

    with matched_database.reading() as stores:
        assert stores.theme_edits.list_all() == ()
        assert stores.audit.version() == version


def test_a_locked_theme_is_not_edited(matched_database: Database, matched_keeper: SnapshotKeeper) -> None:
    """Neither an edit nor an undoing changes it until it is unlocked."""
    first, second = pick_themes(matched_keeper)
    named = rename_theme(matched_database, first.id, {FINNISH: "Kyydit"}, actor=ACTOR)
    lock_theme(matched_database, first.id, actor=ACTOR)

    with pytest.raises(ThemeLockedError):
        rename_theme(matched_database, first.id, {FINNISH: "Reitit"}, actor=ACTOR)
    with pytest.raises(ThemeLockedError):
        move_idea(matched_database, first.idea_ids[0], second.id, actor=ACTOR)
    with pytest.raises(ThemeLockedError):
        undo_edit(matched_database, named.id, actor=ACTOR)
    with pytest.raises(ThemeLockedError):
        lock_theme(matched_database, first.id, actor=ACTOR)

    unlock_theme(matched_database, first.id, actor=ACTOR)
    assert undo_edit(matched_database, actor=ACTOR).id == named.id


def test_an_edit_is_undone_once(matched_database: Database, matched_keeper: SnapshotKeeper) -> None:
    """The second time says so."""
    first, _ = pick_themes(matched_keeper)
    made = rename_theme(matched_database, first.id, {FINNISH: "Kyydit"}, actor=ACTOR)
    undo_edit(matched_database, made.id, actor=ACTOR)

    with pytest.raises(ThemeEditError, match="undone already"):
        undo_edit(matched_database, made.id, actor=ACTOR)


def test_the_last_idea_of_a_theme_is_not_moved_away(matched_database: Database, matched_keeper: SnapshotKeeper) -> None:
    """The sentence says that the theme can be merged instead."""
    first, second = pick_themes(matched_keeper)
    made = split_theme(matched_database, first.id, first.idea_ids[:1], actor=ACTOR)
    assert isinstance(made.change, SplitTheme)

    with pytest.raises(ThemeLeftEmptyError, match="merge it"):
        move_idea(matched_database, first.idea_ids[0], second.id, actor=ACTOR)
    assert merge_themes(matched_database, second.id, made.change.new_id, actor=ACTOR).id > made.id


def test_an_idea_without_a_theme_yet_says_what_to_do(
    matched_database: Database, matched_keeper: SnapshotKeeper
) -> None:
    """One that came after the map can be moved when it has been matched."""
    first, _ = pick_themes(matched_keeper)
    (idea_id,) = add_ideas(matched_database, "jotain aivan muuta")

    with pytest.raises(UnplacedIdeaError, match="kumppani match"):
        move_idea(matched_database, idea_id, first.id, actor=ACTOR)


def test_what_is_not_there_can_be_told_before_matching(
    matched_database: Database, matched_keeper: SnapshotKeeper
) -> None:
    """Themes as the edits have them are there, others not; a new idea is there before it has a theme."""
    first, second = pick_themes(matched_keeper)
    merge_themes(matched_database, first.id, second.id, actor=ACTOR)
    (idea_id,) = add_ideas(matched_database, "jotain aivan muuta")

    check_present(matched_database, theme_ids=[first.id], idea_ids=[idea_id])

    with pytest.raises(UnknownThemeError):
        check_present(matched_database, theme_ids=[first.id, second.id])
    with pytest.raises(UnknownIdeaError):
        check_present(matched_database, theme_ids=[first.id], idea_ids=[idea_id, IdeaId(4711)])


def test_what_would_be_undone_can_be_told_before_matching(
    matched_database: Database, matched_keeper: SnapshotKeeper
) -> None:
    """It is the newest that is obeyed, or the one that is named; one that is not there or was undone is refused."""
    first, second = pick_themes(matched_keeper)
    one = rename_theme(matched_database, first.id, {FINNISH: "Kyydit"}, actor=ACTOR)
    other = rename_theme(matched_database, second.id, {FINNISH: "Kirjat"}, actor=ACTOR)

    assert find_undoable(matched_database).id == other.id
    assert find_undoable(matched_database, one.id).id == one.id

    undo_edit(matched_database, other.id, actor=ACTOR)
    assert find_undoable(matched_database).id == one.id
    with pytest.raises(ThemeEditError, match="undone already"):
        find_undoable(matched_database, other.id)
    with pytest.raises(UnknownThemeEditError):
        find_undoable(matched_database, ThemeEditId(7))


def test_where_nothing_was_matched_nothing_can_be_edited(tmp_path: Path) -> None:
    """The sentence says what to run; before that no theme is refused, for matching may bring it."""
    empty = Database(f"sqlite:///{tmp_path / 'empty.db'}")
    empty.migrate()

    check_present(empty, theme_ids=[ThemeId(1)])
    with pytest.raises(ThemeEditError, match="kumppani match"):
        lock_theme(empty, ThemeId(1), actor=ACTOR)
    empty.close()
