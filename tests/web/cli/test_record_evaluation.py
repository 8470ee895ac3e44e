"""`kumppani evaluate partners --record`: figures are kept in the installation, or nothing is measured at all."""

import json
from pathlib import Path

import pytest

import matcher.evaluate_partners
import web.cli.evaluate_partners
from data.database import Database
from models.run import RunKind
from tests.fakes import FakeEncoder
from tests.web.cli.conftest import Command
from tests.web.cli.test_evaluate_partners import ROWS

MEASURE = ("evaluate", "partners", "--projects", "all.jsonl", "--folds", "3")


@pytest.fixture
def evaluate(kumppani: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Give the command with an encoder that loads no model, in a folder with a file of projects."""
    monkeypatch.setattr(web.cli.evaluate_partners, "make_measuring_encoder", lambda *_, **__: FakeEncoder())
    lines = [json.dumps(row, ensure_ascii=False) for row in ROWS]
    (tmp_path / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return kumppani


def _open(folder: Path) -> Database:
    return Database(f"sqlite:///{folder / 'var' / 'kumppani.db'}")


def test_what_is_recorded_is_what_is_printed(evaluate: Command, tmp_path: Path) -> None:
    """The figures of the run are those of the answer, and stderr says where they are to be seen."""
    evaluate("init")

    outcome = evaluate(*MEASURE, "--record", " Kainuun hankkeet ", "--json")

    database = _open(tmp_path)
    with database.reading() as stores:
        kept, run = stores.evaluations.find_newest(), stores.runs.find_latest(RunKind.EVALUATION)
    database.close()
    answer = json.loads(outcome.out)
    assert outcome.code == 0
    assert kept is not None
    assert run is not None
    assert kept.run_id == run.id
    assert kept.record.name == answer["name"] == run.parameters["name"] == "Kainuun hankkeet"
    own = next(iter(kept.record.figures.values()))
    assert own.ndcg_at_10.value == answer["rankers"]["kumppani"]["ndcg_at_10"]["value"]
    assert f"Recorded as run {run.id}: see the pages /evaluation and /runs/{run.id}." in outcome.err


def test_tables_are_printed_too(evaluate: Command) -> None:
    """Recording changes nothing of what people see."""
    evaluate("init")

    plain, recorded = evaluate(*MEASURE), evaluate(*MEASURE, "--record", "Omat")

    assert recorded.out == plain.out
    assert "Recorded" not in plain.err


def test_without_a_database_nothing_is_measured(
    evaluate: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 1 before any minute is spent, one line says what to do, and no database is made by the way."""
    monkeypatch.setattr(matcher.evaluate_partners, "evaluate_partners", None)

    outcome = evaluate(*MEASURE, "--record", "Omat")

    assert (outcome.code, outcome.out) == (1, "")
    assert "Run `kumppani init`." in outcome.err
    evaluate("init")
    database = _open(tmp_path)
    with database.reading() as stores:
        assert stores.evaluations.list_all() == ()
    database.close()


@pytest.mark.parametrize("name", ["", "  "])
def test_a_name_has_to_say_something(evaluate: Command, name: str) -> None:
    """An empty name is wrong usage."""
    outcome = evaluate(*MEASURE, "--record", name)

    assert (outcome.code, outcome.out) == (2, "")
    assert "Expected a name for the figures" in outcome.err


def test_what_can_not_be_measured_is_not_recorded(evaluate: Command, tmp_path: Path) -> None:
    """A history without a later project: exit 1, and no run."""
    evaluate("init")

    outcome = evaluate("evaluate", "partners", "--projects", "all.jsonl", "--cut", "2099-01-01", "--record", "Omat")

    database = _open(tmp_path)
    with database.reading() as stores:
        assert stores.runs.find_latest(RunKind.EVALUATION) is None
    database.close()
    assert outcome.code == 1


def test_neither_names_nor_folders_are_kept(evaluate: Command, tmp_path: Path) -> None:
    """What is stored has no member, no title and no path of the file."""
    evaluate("init")
    evaluate("evaluate", "partners", "--projects", str(tmp_path / "all.jsonl"), "--folds", "3", "--record", "Omat")

    database = _open(tmp_path)
    with database.engine.connect() as connection:
        rows = [
            connection.exec_driver_sql(f"SELECT * FROM {table}").all()
            for table in ("evaluations", "runs", "audit_events")
        ]
    database.close()
    kept = repr(rows)
    assert "Omat" in kept
    assert str(tmp_path) not in kept
    assert not any(word in kept for word in ("Kunta 1", "Hanke 01"))
