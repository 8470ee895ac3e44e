"""`kumppani evaluate themes` on good files and bad ones."""

import json
from pathlib import Path

import pytest

import web.cli.evaluate_themes
from tests.fakes import FakeEncoder
from tests.web.cli.conftest import Command
from web.cli.evaluate_themes import read_labelled_texts

HEADER = "index_id\tcategory\ttext"


@pytest.fixture
def evaluate(kumppani: Command, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Give the command with an encoder that loads no model."""
    monkeypatch.setattr(web.cli.evaluate_themes, "make_encoder", lambda *_, **__: FakeEncoder())
    return kumppani


def _write(path: Path, *rows: str) -> Path:
    """Write a file of labelled texts."""
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return path


def test_it_needs_no_database_and_writes_labels(evaluate: Command, tmp_path: Path) -> None:
    """Figures are printed as JSON; the labels have a line a text, under a header."""
    topics = {"kyyti": "koulukyytien reitit", "lasku": "ostolaskun tiliöinti"}
    rows = [f"{topic}{place}\t{topic}\t{text} {place}" for topic, text in topics.items() for place in range(6)]
    _write(tmp_path / "texts.tsv", *rows)

    outcome = evaluate("evaluate", "themes", "texts.tsv", "--k", "2", "--labels", "out.tsv", "--json")

    answer = json.loads(outcome.out)
    assert (outcome.code, answer["themes"], answer["chosen"], answer["share_unassigned"]) == (0, 2, False, 0.0)
    assert (answer["v_measure"], answer["adjusted_rand"]) == (1.0, 1.0)
    labels = [line.split("\t") for line in (tmp_path / "out.tsv").read_text(encoding="utf-8").splitlines()]
    assert labels[0] == ["index_id", "theme"]
    assert [text_id for text_id, _ in labels[1:]] == [row.split("\t")[0] for row in rows]
    assert not (tmp_path / "var").exists()


def test_of_several_files_each_id_is_taken_once_in_turn(tmp_path: Path) -> None:
    """The first id comes from the first file, the second from the second; one that a file lacks from the next."""
    first = _write(tmp_path / "fi.tsv", "1\ta\tyksi", "2\tb\tkaksi", "3\tc\tkolme")
    second = _write(tmp_path / "sv.tsv", "1\ta\tett", "2\tb\ttvå", "4\td\tfyra")

    texts = read_labelled_texts([first, second])

    assert [(each.text_id, each.text) for each in texts] == [("1", "yksi"), ("2", "två"), ("3", "kolme"), ("4", "fyra")]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", "line 1: expected the columns"),
        ("id\ttext\n1\tx", "line 1: expected the columns"),
        (f"{HEADER}\n", "at least one text"),
        (f"{HEADER}\n1\ta", "line 2: expected 3 cells"),
        (f"{HEADER}\n1\ta\tx\n2\tb\t ", "line 3: expected 3 cells and a text"),
    ],
)
def test_a_file_of_another_kind_is_refused_with_its_line(
    evaluate: Command, tmp_path: Path, content: str, expected: str
) -> None:
    """The message names the line and what was expected there."""
    (tmp_path / "texts.tsv").write_text(content, encoding="utf-8")

    outcome = evaluate("evaluate", "themes", "texts.tsv")

    assert (outcome.code, outcome.out) == (1, "")
    assert expected in outcome.err
