"""Theme maps come back as they were put in, and only the newest are kept."""

from dataclasses import replace

from data.database import Database
from models.idea import IdeaId
from models.language import ENGLISH, FINNISH, SWEDISH
from models.run import RunId
from models.theme import Edited, Keyword, Placement, Theme, ThemeId, ThemeMap
from tests.factories import make_run

TRANSPORT = Theme(
    id=ThemeId(7),
    keywords={
        FINNISH: (Keyword("koulukyyti", FINNISH), Keyword("reitti", FINNISH)),
        SWEDISH: (Keyword("skolskjuts", SWEDISH),),
        ENGLISH: (Keyword("koulukyyti", FINNISH),),
    },
    idea_ids=(IdeaId(2), IdeaId(1)),
    representative_ids=(IdeaId(2),),
    stability=None,
    color=3,
)
MAP = ThemeMap(
    themes=(TRANSPORT,),
    placements=(
        Placement(
            idea_id=IdeaId(1), theme_id=ThemeId(7), x=-1.0, y=0.25, fit=0.5, is_alone=False, nearest_id=IdeaId(2)
        ),
        Placement(idea_id=IdeaId(2), theme_id=ThemeId(7), x=1.0, y=0.0, fit=-0.25, is_alone=True, nearest_id=None),
    ),
    trustworthiness=0.875,
)


def _add_runs(database: Database, n_runs: int) -> list[RunId]:
    """Store maps of so many runs, each told from the others by its trustworthiness; return the runs."""
    run_ids = []
    for number in range(n_runs):
        with database.writing() as stores:
            run_ids.append(stores.runs.add(make_run()))
            stores.theme_maps.add(run_ids[-1], replace(MAP, trustworthiness=number / 64))
    return run_ids


def test_a_map_comes_back_as_it_was(database: Database) -> None:
    """Themes, keywords in three languages, placements and what is not known survive, exactly."""
    with database.writing() as stores:
        run_id = stores.runs.add(make_run())
        stores.theme_maps.add(run_id, MAP)

    with database.reading() as stores:
        assert stores.theme_maps.find_newest() == run_id
        assert stores.theme_maps.get(run_id) == MAP


def test_a_map_with_edits_comes_back_with_what_was_drawn(database: Database) -> None:
    """Names, what was done and the map before the edits survive."""
    edited = replace(TRANSPORT, names={SWEDISH: "Skolresor"}, edited=(Edited.NAMED, Edited.ARRANGED))
    with database.writing() as stores:
        run_id = stores.runs.add(make_run())
        stores.theme_maps.add(run_id, replace(MAP, themes=(edited,), drawn=MAP))

    with database.reading() as stores:
        found = stores.theme_maps.get(run_id)

    assert found == replace(MAP, themes=(edited,), drawn=MAP)
    assert found.unedited == MAP.unedited == MAP


def test_without_a_map_there_is_none(database: Database) -> None:
    """An empty store has no newest map, and a run that drew none has none."""
    with database.writing() as stores:
        run_id = stores.runs.add(make_run())

    with database.reading() as stores:
        assert stores.theme_maps.find_newest() is None
        assert stores.theme_maps.get(run_id) is None


def test_only_the_newest_maps_are_kept(database: Database) -> None:
    """The twenty-first map pushes the first one out and no other."""
    run_ids = _add_runs(database, 21)

    with database.reading() as stores:
        kept = [run_id for run_id in run_ids if stores.theme_maps.get(run_id) is not None]
        newest = stores.theme_maps.get(run_ids[-1])

    assert kept == run_ids[1:]
    assert newest is not None
    assert newest.trustworthiness == 20 / 64
