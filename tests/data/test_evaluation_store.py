"""Evaluations come back as they were put in, and those of earlier versions are still read."""

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from data.database import Database
from data.evaluation_document import read_evaluation_document, write_evaluation_document
from matcher.record_evaluation import record_evaluation
from models.audit_event import EVALUATED
from models.evaluation_record import EvaluationRecord
from models.partner_evaluation import Ranker
from models.run import RunId, RunKind
from tests.factories import make_evaluation_record, make_run

RECORD = make_evaluation_record(cut=date(2010, 1, 1))


def test_an_evaluation_comes_back_as_it_was(database: Database) -> None:
    """Figures, intervals, days and what is not known survive, exactly."""
    with database.writing() as stores:
        run_id = stores.runs.add(make_run())
        stores.evaluations.add(run_id, RECORD)

    with database.reading() as stores:
        newest = stores.evaluations.find_newest()
    assert newest is not None
    assert (newest.record, newest.run_id, newest.id, newest.data_set) == (RECORD, run_id, f"run-{run_id}", None)


def test_without_an_evaluation_there_is_none(database: Database) -> None:
    """An empty store has no newest evaluation and no others."""
    with database.reading() as stores:
        assert stores.evaluations.find_newest() is None
        assert stores.evaluations.list_all() == ()


def test_evaluations_are_listed_from_the_newest(database: Database) -> None:
    """The later the run, the earlier in the list."""
    run_ids = [
        record_evaluation(make_evaluation_record(name=name), database=database, actor="test") for name in ("a", "b")
    ]

    with database.reading() as stores:
        found = stores.evaluations.list_all()
        newest = stores.evaluations.find_newest()
    assert [(each.run_id, each.record.name) for each in found] == [(run_ids[1], "b"), (run_ids[0], "a")]
    assert newest == found[0]


def test_recording_leaves_a_run_and_an_event(database: Database) -> None:
    """The run tells what went in and the headline figures; the event who measured; the data are as they were."""
    with database.reading() as stores:
        before = stores.audit.version()

    run_id = record_evaluation(RECORD, database=database, actor="somebody")

    with database.reading() as stores:
        run, (event, *_) = stores.runs.get(run_id), stores.audit.latest(1)
        assert stores.audit.version() == before
    assert (run.kind, run.data_version, run.random_state) == (RunKind.EVALUATION, RECORD.data_version, 2019)
    assert run.parameters == {"name": "Kainuun hankkeet", "folds": 5, "cut": "2010-01-01"}
    assert run.results == {"projects": 12, "questions": 36, "recall_at_10": 0.5, "ndcg_at_10": 0.625}
    assert (event.actor, event.action, event.subject) == ("somebody", EVALUATED, "Kainuun hankkeet")


def test_nothing_is_recorded_in_part(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the event can't be written there is neither a run nor an evaluation."""

    def fail(*_: object) -> None:
        message = "no room"
        raise OSError(message)

    monkeypatch.setattr("data.audit_store.SqlAuditStore.add", fail)
    with pytest.raises(OSError, match="no room"):
        record_evaluation(RECORD, database=database, actor="test")

    with database.reading() as stores:
        assert stores.evaluations.list_all() == ()
        assert stores.runs.list_before(None, 10) == ()


def test_a_document_has_the_names_of_the_command_line() -> None:
    """Counts, rankers and differences go by what `--json` has always called them; figures have six places."""
    document = write_evaluation_document(make_evaluation_record(weights={"text": 1 / 3}))

    assert {"folds", "history", "learned_from", "rankers", "better_by"} <= set(document)
    assert document["weights"] == {"text": 0.333333}
    assert document["started_at"] == "2019-09-27T09:30:00Z"


def test_a_document_of_another_version_is_read() -> None:
    """A signal that is no longer there, and a field that is not known yet, are no hindrance."""
    document = write_evaluation_document(make_evaluation_record(weights={"long_gone": 1.0}))

    record = read_evaluation_document({**document, "invented_later": 1})

    assert isinstance(record, EvaluationRecord)
    assert record.weights == {"long_gone": 1.0}
    assert record.figures[Ranker.KUMPPANI].newcomers is None


def test_an_evaluation_belongs_to_a_run(database: Database) -> None:
    """Figures without the run that measured them are refused."""
    with pytest.raises(IntegrityError, match=r"(?i)foreign key"), database.writing() as stores:
        stores.evaluations.add(RunId(4711), RECORD)
