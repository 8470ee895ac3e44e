"""Edits of the themes as an organiser makes them: kept with an audit event, and obeyed by every later run."""

from collections.abc import Sequence

import pytest

from data.database import Database
from matcher.clustering import Labels
from matcher.edit_themes import (
    lock_theme,
    merge_themes,
    move_idea,
    rename_theme,
    split_theme,
    undo_edit,
    unlock_theme,
)
from matcher.mapped_ideas import MappedIdeas
from matcher.match_run import match_ideas
from matcher.snapshot_keeper import SnapshotKeeper
from matcher.theme_names import Names
from matcher.theme_words import Words
from models.language import ENGLISH, FINNISH, SWEDISH
from models.theme import Edited
from models.theme_edit import SplitTheme
from tests.factories import AT
from tests.fakes import FakeEncoder
from tests.matcher.editing import ACTOR, add_ideas, check_map, list_ids, pick_themes, read_map
from tests.matcher.indexing import BACKGROUND


@pytest.mark.parametrize("is_anew", [False, True], ids=["extended", "drawn anew"])
def test_a_name_is_obeyed_by_every_later_run(
    matched_database: Database, matched_keeper: SnapshotKeeper, *, is_anew: bool
) -> None:
    """Readers of a language that was named see the name, others the keywords; the theme says who named it."""
    first, second = pick_themes(matched_keeper)

    rename_theme(matched_database, first.id, {FINNISH: "  Oma  nimi "}, actor=ACTOR)

    theme_map = read_map(matched_keeper, is_anew=is_anew)
    theme = theme_map.get_theme(first.id)
    assert (theme.name_in(FINNISH), theme.name_in(SWEDISH)) == ("Oma nimi", first.name_in(SWEDISH))
    assert (theme.idea_ids, theme.edited) == (first.idea_ids, (Edited.NAMED,))
    assert theme_map.get_theme(second.id) == second


@pytest.mark.parametrize("is_anew", [False, True], ids=["extended", "drawn anew"])
def test_moved_merged_and_split_ideas_stay_so(
    matched_database: Database, matched_keeper: SnapshotKeeper, *, is_anew: bool
) -> None:
    """After further ideas and another run everything is as the organiser arranged it."""
    first, second = pick_themes(matched_keeper)
    others = [theme for theme in read_map(matched_keeper).themes if theme.id not in {first.id, second.id}]
    moved, *split = first.idea_ids[:3]
    move_idea(matched_database, moved, second.id, actor=ACTOR)
    made = split_theme(matched_database, first.id, split, actor=ACTOR)
    merge_themes(matched_database, second.id, others[0].id, actor=ACTOR)
    add_ideas(matched_database, "kirjaston kokoelma lainaan")

    theme_map = read_map(matched_keeper, is_anew=is_anew)

    assert isinstance(made.change, SplitTheme)
    assert list_ids(theme_map, made.change.new_id) == set(split)
    assert list_ids(theme_map, second.id) >= {moved, *second.idea_ids, *others[0].idea_ids}
    assert others[0].id not in {theme.id for theme in theme_map.themes}
    assert theme_map.get_theme(second.id).stability is None
    assert theme_map.get_theme(second.id).edited == (Edited.ARRANGED,)
    check_map(theme_map)


def test_a_locked_theme_stays_whatever_is_drawn(matched_database: Database, matched_keeper: SnapshotKeeper) -> None:
    """Its ideas, id, keywords and colour come through many new ideas and a map drawn anew."""
    first, _ = pick_themes(matched_keeper)
    lock_theme(matched_database, first.id, actor=ACTOR)
    add_ideas(matched_database, *(f"koulukyytien vesimittarin robotti {number}" for number in range(12)))

    theme = read_map(matched_keeper, is_anew=True).get_theme(first.id)

    assert set(theme.idea_ids) >= set(first.idea_ids)
    assert (theme.keywords, theme.color, theme.edited) == (first.keywords, first.color, (Edited.LOCKED,))


def test_an_undone_edit_leaves_no_trace(matched_database: Database, matched_keeper: SnapshotKeeper) -> None:
    """Undone, from the newest backwards, all edits together give the very map there was; the edits are kept."""
    before = read_map(matched_keeper)
    first, second = pick_themes(matched_keeper)
    rename_theme(matched_database, first.id, {ENGLISH: "Mine"}, actor=ACTOR)
    split_theme(matched_database, first.id, first.idea_ids[:2], actor=ACTOR)
    merge_themes(matched_database, first.id, second.id, actor=ACTOR)
    edited = read_map(matched_keeper)

    for _ in range(3):
        undo_edit(matched_database, actor=ACTOR)

    after = read_map(matched_keeper)
    assert edited.themes != before.themes
    assert (after.themes, after.placements) == (before.themes, before.placements)
    with matched_database.reading() as stores:
        assert [edit.is_obeyed for edit in stores.theme_edits.list_all()] == [False] * 3


def test_an_id_that_was_split_off_is_never_used_again(
    matched_database: Database, matched_keeper: SnapshotKeeper
) -> None:
    """After its split was undone, the next one gets another id."""
    first, _ = pick_themes(matched_keeper)
    one = split_theme(matched_database, first.id, first.idea_ids[:1], actor=ACTOR)
    undo_edit(matched_database, one.id, actor=ACTOR)
    matched_keeper.refresh(is_anew=True)

    other = split_theme(matched_database, first.id, first.idea_ids[:1], actor=ACTOR)

    assert isinstance(one.change, SplitTheme)
    assert isinstance(other.change, SplitTheme)
    assert one.change.new_id < other.change.new_id
    assert read_map(matched_keeper).last_theme_id >= other.change.new_id


@pytest.mark.parametrize("is_anew", [False, True], ids=["extended", "drawn anew"])
def test_an_edited_map_comes_out_the_same_again(
    matched_database: Database, matched_keeper: SnapshotKeeper, *, is_anew: bool
) -> None:
    """A run says which edits it obeyed and can be replayed; an edit makes a new run."""
    first, second = pick_themes(matched_keeper)
    before_id = matched_keeper.current.map_run_id
    move_idea(matched_database, first.idea_ids[0], second.id, actor=ACTOR)
    matched_keeper.refresh(is_anew=is_anew)
    run_id = matched_keeper.current.map_run_id

    assert run_id is not None
    assert before_id != run_id
    with matched_database.reading() as stores:
        assert stores.runs.get(run_id).parameters["theme_edits"] == "1"
    assert matched_keeper.replay(run_id)
    assert SnapshotKeeper(matched_database, FakeEncoder(), BACKGROUND).replay(run_id)


def test_an_edit_that_no_longer_applies_is_counted(matched_database: Database, matched_keeper: SnapshotKeeper) -> None:
    """Where a theme is gone because its split was undone, the run says that an edit could not be obeyed."""
    first, _ = pick_themes(matched_keeper)
    made = split_theme(matched_database, first.id, first.idea_ids[:1], actor=ACTOR)
    assert isinstance(made.change, SplitTheme)
    rename_theme(matched_database, made.change.new_id, {FINNISH: "Yksin"}, actor=ACTOR)
    undo_edit(matched_database, made.id, actor=ACTOR)

    check_map(read_map(matched_keeper))

    with matched_database.reading() as stores:
        assert matched_keeper.current.map_run_id is not None
        assert stores.runs.get(matched_keeper.current.map_run_id).results["edits_not_applicable"] == 1


def test_every_edit_and_undoing_is_audited(matched_database: Database, matched_keeper: SnapshotKeeper) -> None:
    """The events say who did what to which theme."""
    first, second = pick_themes(matched_keeper)
    rename_theme(matched_database, first.id, {FINNISH: "Kyydit"}, actor=ACTOR)
    move_idea(matched_database, first.idea_ids[0], second.id, actor=ACTOR)
    lock_theme(matched_database, first.id, actor=ACTOR)
    unlock_theme(matched_database, first.id, actor="somebody else")

    with matched_database.reading() as stores:
        undone, locked, moved, renamed = stores.audit.latest(4)

    assert [each.action for each in (renamed, moved, locked)] == [
        "themes.renamed",
        "themes.idea_moved",
        "themes.locked",
    ]
    assert (renamed.subject, renamed.actor) == (f"theme {first.id}", ACTOR)
    assert renamed.details == {"edit": 1, "theme": first.id, "name_fi": "Kyydit"}
    assert (undone.action, undone.actor, undone.details) == ("themes.edit_undone", "somebody else", {"edit": 3})


def test_an_edit_made_while_a_map_is_drawn_is_obeyed(
    matched_database: Database, matched_keeper: SnapshotKeeper
) -> None:
    """The map is made again before it is stored, so that no map lacks an edit and no id is given twice."""
    first, _ = pick_themes(matched_keeper)

    class BusyWords(Words):
        """Words whose first use takes so long that somebody splits a theme meanwhile."""

        def name_clusters(
            self, ideas: MappedIdeas, labels: Labels, *, previous: Sequence[Names | None] = ()
        ) -> tuple[Names, ...]:
            with matched_database.reading() as stores:
                is_first = not stores.theme_edits.list_all()
            if is_first:
                split_theme(matched_database, first.id, first.idea_ids[:2], actor=ACTOR)
            return super().name_clusters(ideas, labels, previous=previous)

    snapshot = matched_keeper.current
    kept = match_ideas(
        matched_database,
        snapshot.catalogue,
        snapshot.index,
        model="fake-encoder",
        words=BusyWords(),
        started_at=AT,
        is_anew=True,
    )

    assert kept.run.parameters["theme_edits"] == "1"
    assert {len(theme.idea_ids) for theme in kept.theme_map.themes if theme.edited} >= {2}
    check_map(kept.theme_map)
