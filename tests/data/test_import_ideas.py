"""An import as a whole, on both databases: all or nothing, once, with its audit event and run."""

import pytest

from data.database import Database
from data.files.sheet_file import read_sheet
from data.reference_tables import load_reference_tables
from matcher.import_ideas import import_ideas
from matcher.install_reference import install_reference
from models.call import CallId
from models.errors import UnknownCallError, UnreadableFileError
from models.idea import Origin
from models.import_plan import ImportPlan
from models.organisation import OrganisationId
from models.run import RunKind

FILE = """Tunnus;Hankkeen nimi;Hakija;Kuvaus;Vuosi
A1;Koulukyydit yhteen;Valtimon kunta;Reitit suunnitellaan yhdessä.;2019
A2;Gemensam lönerobot;Vörå kommun;;2019
A3;Kirjastojen yhteinen haku;Jokin Kaupunki Oy;;2019
A4;;Tampere;Otsikko puuttuu;2019
"""


@pytest.fixture
def ready(database: Database) -> Database:
    """Give a database with the reference data."""
    install_reference(database, load_reference_tables(), actor="test")
    return database


def _import(database: Database, text: str = FILE, *, default_call: CallId | None = None) -> ImportPlan:
    sheet = read_sheet(text.encode(), "ideat.csv")
    return import_ideas(sheet, database=database, actor="test", default_call=default_call)


def test_accepted_rows_are_stored_and_refused_ones_explained(ready: Database) -> None:
    """Three of four rows are stored, each understood; the fourth is refused with its place."""
    plan = _import(ready)

    with ready.reading() as stores:
        ideas = stores.ideas.list_all()
    assert [idea.reference for idea in ideas] == ["A1", "A2", "A3"]
    assert [idea.language for idea in ideas] == ["fi", "sv", "fi"]
    leads = [idea.lead.organisation_id for idea in ideas if idea.lead is not None]
    assert leads == [OrganisationId("541"), OrganisationId("946"), None]
    assert {idea.origin for idea in ideas} == {Origin.IMPORTED}
    assert [(refusal.row, refusal.column) for refusal in plan.refusals] == [(5, "Hankkeen nimi")]
    assert [name.written for name in plan.unresolved] == ["Jokin Kaupunki Oy"]


def test_the_same_file_again_changes_nothing(ready: Database) -> None:
    """A second import adds no idea, no audit event and no run."""
    _import(ready)
    with ready.reading() as stores:
        before = (stores.ideas.list_all(), stores.audit.version(), stores.runs.list_before(None, 10))

    _import(ready)

    with ready.reading() as stores:
        assert (stores.ideas.list_all(), stores.audit.version(), stores.runs.list_before(None, 10)) == before


def test_a_changed_row_updates_its_idea_and_keeps_its_id(ready: Database) -> None:
    """Only the changed idea is written, under its old id, and the audit event counts it."""
    _import(ready)
    with ready.reading() as stores:
        ids = [idea.id for idea in stores.ideas.list_all()]

    _import(ready, FILE.replace("Reitit suunnitellaan yhdessä.", "Reitit ja ajot suunnitellaan yhdessä."))

    with ready.reading() as stores:
        ideas = stores.ideas.list_all()
        (event,) = stores.audit.latest(1)
    assert [idea.id for idea in ideas] == ids
    assert ideas[0].text == "Reitit ja ajot suunnitellaan yhdessä."
    assert (event.action, event.details["updated"], event.details["unchanged"]) == ("ideas.imported", 1, 2)


def test_a_dry_run_stores_nothing(ready: Database) -> None:
    """What would happen is told, and nothing is written."""
    with ready.reading() as stores:
        before = stores.audit.version()

    plan = import_ideas(read_sheet(FILE.encode(), "ideat.csv"), database=ready, actor="test", dry_run=True)

    with ready.reading() as stores:
        assert (stores.ideas.list_all(), stores.audit.version()) == ((), before)
    assert plan.n_added == 3


def test_an_import_is_recorded_as_a_run(ready: Database) -> None:
    """The run names the file and what came of its rows."""
    _import(ready)

    with ready.reading() as stores:
        (run,) = stores.runs.list_before(None, 10)
    assert (run.kind, run.parameters["source"]) == (RunKind.IMPORT, "ideat.csv")
    assert (run.results["added"], run.results["refused"], run.results["unresolved"]) == (3, 1, 1)


def test_an_import_that_breaks_leaves_nothing_behind(ready: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the last step fails, the ideas written before it are gone too."""

    def fail(*_: object, **__: object) -> None:
        raise OSError

    with ready.reading() as stores:
        before = stores.audit.version()
    monkeypatch.setattr("data.audit_store.SqlAuditStore.add", fail)

    with pytest.raises(OSError, match=r"^$"):
        _import(ready)

    monkeypatch.undo()
    with ready.reading() as stores:
        assert (stores.ideas.list_all(), stores.audit.version()) == ((), before)


def test_a_default_call_that_does_not_exist_is_named(ready: Database) -> None:
    """An unknown call is a known problem, and nothing is stored."""
    with pytest.raises(UnknownCallError, match="1999"):
        _import(ready, default_call=CallId("1999"))

    with ready.reading() as stores:
        assert stores.ideas.list_all() == ()


def test_a_default_call_counts_for_rows_that_name_none(ready: Database) -> None:
    """Ideas of a file without a call column belong to the call that was told."""
    _import(ready, default_call=CallId("2019-2"))

    with ready.reading() as stores:
        assert {idea.call_id for idea in stores.ideas.list_all()} == {CallId("2019-2")}


def test_a_file_without_titles_says_how_to_name_the_column(ready: Database) -> None:
    """Where no column can be the title, the columns there are and --map are named."""
    with pytest.raises(UnreadableFileError, match="--map"):
        _import(ready, "Sarake yksi;Sarake kaksi\n1;2\n3;4\n")


def test_reference_data_are_installed_once(ready: Database) -> None:
    """The same version again is not written again."""
    with ready.reading() as stores:
        before = stores.audit.version()

    assert not install_reference(ready, load_reference_tables(), actor="test")

    with ready.reading() as stores:
        assert stores.audit.version() == before
        assert len(stores.projects.list_all()) == len(load_reference_tables().projects)
