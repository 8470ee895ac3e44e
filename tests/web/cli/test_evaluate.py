"""`kumppani evaluate search` on good files and bad ones."""

import json
from pathlib import Path

import pytest

import web.cli.evaluate
from tests.fakes import FakeEncoder
from tests.web.cli.conftest import Command


@pytest.fixture
def evaluate(kumppani: Command, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Give the command with an encoder that loads no model."""
    monkeypatch.setattr(web.cli.evaluate, "make_encoder", lambda *_, **__: FakeEncoder())
    return kumppani


def test_it_needs_no_database_and_writes_rankings(evaluate: Command, tmp_path: Path) -> None:
    """Figures are printed as JSON, and each line of the rankings has its row and the best rows."""
    rows = [{"a": "Koulukyydit", "b": "Koulukyydit yhteen"}, {"a": "Palkat", "b": "Palkat robotille", "language": "fi"}]
    (tmp_path / "pairs.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")

    outcome = evaluate("evaluate", "search", "--pairs", "pairs.jsonl", "--rankings", "out.jsonl", "--json")

    answer = json.loads(outcome.out)
    ranked = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (outcome.code, answer["pairs"], answer["fused"]["hit_at_1"]["value"]) == (0, 2, 1.0)
    assert ranked == [{"id": 0, "ranked": [0, 1]}, {"id": 1, "ranked": [1, 0]}]
    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", "at least one pair"),
        ("no json", "line 1: expected a JSON object"),
        ('{"a": "x"}', "line 1: expected a JSON object"),
        ('{"a": "x", "b": " "}', "line 1: expected texts"),
        ("[1, 2]", "line 1: expected a JSON object"),
    ],
)
def test_a_file_that_is_not_pairs_is_refused_with_its_line(
    evaluate: Command, tmp_path: Path, content: str, expected: str
) -> None:
    """The message names the line and what was expected there."""
    (tmp_path / "pairs.jsonl").write_text(content, encoding="utf-8")

    outcome = evaluate("evaluate", "search", "--pairs", "pairs.jsonl")

    assert (outcome.code, outcome.out) == (1, "")
    assert expected in outcome.err
