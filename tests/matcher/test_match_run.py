"""Recorded matches: one map of a state of the data, computed again at will."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from data.database import Database
from matcher.snapshot_keeper import SnapshotKeeper
from models.audit_event import AuditEvent
from models.errors import NotReplayableError, UnknownRunError
from models.idea import IdeaId
from models.run import Run, RunId, RunKind
from tests.factories import AT, make_draft, make_run
from tests.fakes import FakeEncoder
from tests.matcher.indexing import BACKGROUND
from tests.matcher.test_theme_map import TITLES


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """Give a database with ideas on four plain matters."""
    opened = Database(f"sqlite:///{tmp_path / 'kumppani.db'}")
    opened.migrate()
    _add_ideas(opened, *TITLES)
    yield opened
    opened.close()


@pytest.fixture
def keeper(database: Database) -> SnapshotKeeper:
    """Give a keeper that has matched the ideas once."""
    fresh = SnapshotKeeper(database, FakeEncoder(), BACKGROUND)
    fresh.refresh()
    return fresh


def _add_ideas(database: Database, *titles: str) -> tuple[IdeaId, ...]:
    """Store ideas as an import would."""
    with database.writing() as stores:
        ids = stores.ideas.add_all([make_draft(title=title) for title in titles], AT)
        stores.audit.add(AuditEvent(at=AT, actor="test", action="ideas.imported", subject="some"))
    return ids


def _list_runs(database: Database) -> tuple[Run, ...]:
    """Return the recorded matches, the newest first."""
    with database.reading() as stores:
        return tuple(run for run in stores.runs.list_before(None, 100) if run.kind is RunKind.MATCH)


def test_a_match_is_recorded_with_what_it_depends_on(keeper: SnapshotKeeper, database: Database) -> None:
    """The run names model, seed and parameters, and tells what came out."""
    (run,) = _list_runs(database)

    assert keeper.current.map_run_id == run.id
    assert (run.model, run.random_state) == ("fake-encoder", 2019)
    assert run.parameters["went_on_from"] is None
    assert run.parameters["drawn_as_a_whole"] is True
    assert run.results["ideas"] == len(TITLES)
    assert keeper.current.theme_map is not None
    assert run.results["themes"] == len(keeper.current.theme_map.themes)


def test_the_same_state_is_not_drawn_twice(keeper: SnapshotKeeper, database: Database) -> None:
    """A second process takes the map that is there."""
    other = SnapshotKeeper(database, FakeEncoder(), BACKGROUND)

    other.refresh()

    assert other.current.theme_map == keeper.current.theme_map
    assert len(_list_runs(database)) == 1


def test_one_more_idea_goes_on_from_the_map_before(keeper: SnapshotKeeper, database: Database) -> None:
    """The new run says from which it went on, and that it only placed what is new."""
    before = keeper.current.theme_map
    (idea_id,) = _add_ideas(database, "kirjaston kokoelma lainaan")

    keeper.refresh()

    second, first = _list_runs(database)
    assert (second.parameters["went_on_from"], second.parameters["drawn_as_a_whole"]) == (first.id, False)
    after = keeper.current.theme_map
    assert before is not None
    assert after is not None
    assert after.find_placement(idea_id) is not None
    assert [(each.theme_id, each.x) for each in after.placements[: len(TITLES)]] == [
        (each.theme_id, each.x) for each in before.placements
    ]


def test_a_map_is_drawn_anew_when_asked_for(keeper: SnapshotKeeper, database: Database) -> None:
    """Without any change of the data there is a second run, drawn as a whole, with the same themes."""
    before = keeper.current.theme_map

    keeper.refresh(is_anew=True)

    assert [run.parameters["drawn_as_a_whole"] for run in _list_runs(database)] == [True, True]
    after = keeper.current.theme_map
    assert before is not None
    assert after is not None
    assert [theme.idea_ids for theme in after.themes] == [theme.idea_ids for theme in before.themes]


def test_a_server_takes_over_a_map_drawn_elsewhere(keeper: SnapshotKeeper, database: Database) -> None:
    """When another process has drawn the map anew, a refresh brings it in though the data are the same."""
    SnapshotKeeper(database, FakeEncoder(), BACKGROUND).refresh(is_anew=True)

    done = keeper.refresh()

    assert done
    assert keeper.current.map_run_id == _list_runs(database)[0].id


@pytest.mark.parametrize("is_anew", [False, True])
def test_a_recorded_match_comes_out_the_same_again(
    keeper: SnapshotKeeper, database: Database, *, is_anew: bool
) -> None:
    """Placed or drawn as a whole, the very same map is computed again, by another process too."""
    _add_ideas(database, "kirjaston kokoelma lainaan")
    keeper.refresh(is_anew=is_anew)
    newest = _list_runs(database)[0]

    assert keeper.replay(newest.id)
    assert SnapshotKeeper(database, FakeEncoder(), BACKGROUND).replay(newest.id)


def test_a_map_that_was_tampered_with_does_not_come_out_again(keeper: SnapshotKeeper, database: Database) -> None:
    """A stored map that nobody computed is told from one that was."""
    (run,) = _list_runs(database)
    assert keeper.current.theme_map is not None
    with database.writing() as stores:
        forged = stores.runs.add(run)
        stores.theme_maps.add(forged, replace(keeper.current.theme_map, trustworthiness=1.0))

    assert not keeper.replay(forged)


def test_what_has_changed_can_not_be_computed_again(keeper: SnapshotKeeper, database: Database) -> None:
    """After a change of the data the older match is history; the sentence says why."""
    (run,) = _list_runs(database)
    _add_ideas(database, "kirjaston kokoelma lainaan")

    with pytest.raises(NotReplayableError, match="the data, the model or the software have changed"):
        keeper.replay(run.id)


def test_only_a_match_can_be_computed_again(keeper: SnapshotKeeper, database: Database) -> None:
    """An import drew no map, and an unknown run is unknown."""
    with database.writing() as stores:
        imported = stores.runs.add(make_run(kind=RunKind.IMPORT))

    with pytest.raises(NotReplayableError, match="drew no theme map"):
        keeper.replay(imported)
    with pytest.raises(UnknownRunError):
        keeper.replay(RunId(4711))
