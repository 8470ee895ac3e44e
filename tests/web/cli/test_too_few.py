"""Figures over a handful of rows say that they show nothing, to people and to programs."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

import web.cli.evaluate
import web.cli.evaluate_partners
import web.cli.evaluate_themes
from tests.fakes import FakeEncoder
from tests.web.cli.conftest import Command

NOTE = "So few show nothing: with fewer than 30"


@pytest.fixture
def evaluate(kumppani: Command, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Give the command with an encoder that loads no model."""
    monkeypatch.setattr(web.cli.evaluate, "make_encoder", lambda *_, **__: FakeEncoder())
    monkeypatch.setattr(web.cli.evaluate_themes, "make_encoder", lambda *_, **__: FakeEncoder())
    monkeypatch.setattr(web.cli.evaluate_partners, "make_measuring_encoder", lambda *_, **__: FakeEncoder())
    return kumppani


def _write_files(folder: Path, n_rows: int) -> None:
    """Write one small file for each measurement."""
    numbers = range(n_rows)
    texts = [f"{number}\t{number % 2}\t{('bussi reitti', 'lasku palkka')[number % 2]} {number}" for number in numbers]
    (folder / "texts.tsv").write_text("\n".join(["index_id\tcategory\ttext", *texts]), encoding="utf-8")
    pairs = [{"a": f"Asia {number}", "b": f"Toinen asia {number}"} for number in numbers]
    projects = [
        {"id": f"p{number}", "title": f"Hanke {number:03}", "start": f"20{10 + number // 12}-{1 + number % 12:02}-01"}
        | {"members": ["Kunta 1", "Kunta 2"]}
        for number in range(2 * n_rows)
    ]
    for name, rows in (("pairs", pairs), ("history", projects[:n_rows]), ("test", projects[n_rows:])):
        (folder / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")


MEASUREMENTS: Sequence[tuple[str, ...]] = (
    ("evaluate", "search", "--pairs", "pairs.jsonl"),
    ("evaluate", "themes", "texts.tsv", "--k", "2"),
    ("evaluate", "partners", "--history", "history.jsonl", "--test", "test.jsonl"),
)


@pytest.mark.parametrize("words", MEASUREMENTS, ids=lambda words: words[1])
def test_a_handful_of_rows_shows_nothing_and_that_is_said(
    evaluate: Command, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """Perfect figures over eight rows come with the sentence, printed and as `note` in JSON."""
    _write_files(tmp_path, 8)

    people, programs = evaluate(*words), evaluate(*words, "--json")

    assert NOTE in " ".join(people.out.split())
    assert json.loads(programs.out)["note"].startswith(NOTE)
    assert json.loads(programs.out)["note"].endswith("Measured: 8.")


@pytest.mark.parametrize("words", MEASUREMENTS, ids=lambda words: words[1])
def test_thirty_rows_are_enough(evaluate: Command, tmp_path: Path, words: tuple[str, ...]) -> None:
    """From the bound on nothing is added."""
    _write_files(tmp_path, 30)

    people, programs = evaluate(*words), evaluate(*words, "--json")

    assert (people.code, programs.code) == (0, 0)
    assert NOTE not in " ".join(people.out.split())
    assert "note" not in json.loads(programs.out)
