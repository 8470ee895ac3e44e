"""The shipped evaluations are complete, say where their data come from, and hold no row of them."""

import json
from pathlib import Path
from typing import Final

import pytest

from data.evaluation_document import write_evaluation_document
from data.evaluations import FOLDER, load_evaluations
from models.evaluation import Figure
from models.evaluation_record import Evaluation
from models.partner_evaluation import Ranker
from scripts.measure_partners import MEASUREMENTS

SHIPPED: Final = load_evaluations()
FIELDS: Final = {
    *("name", "data_version", "cut", "random_state", "software_version", "started_at", "finished_at", "model"),
    *("folds", "history", "organisations", "learned_from", "projects", "questions", "left_out"),
    *("rankers", "better_by", "weights"),
}


def test_what_is_measured_is_what_is_shipped() -> None:
    """Each file is one that the script makes, and none is missing."""
    assert {each.id for each in SHIPPED} == set(MEASUREMENTS)
    assert {path.stem for path in FOLDER.glob("*.json")} - {"data_sets", "register"} == set(MEASUREMENTS)


@pytest.mark.parametrize("evaluation", SHIPPED, ids=lambda evaluation: evaluation.id)
def test_every_ranker_has_figures_in_their_intervals(evaluation: Evaluation) -> None:
    """All rankers are there, each mean lies within its bounds, and every baseline is compared with."""
    figures = evaluation.record.figures

    assert list(figures) == list(Ranker)
    assert list(evaluation.record.differences) == [ranker for ranker in Ranker if ranker is not Ranker.KUMPPANI]
    for ranker in Ranker:
        for name in ("recall_at_5", "recall_at_10", "mean_reciprocal_rank", "ndcg_at_10"):
            figure: Figure = getattr(figures[ranker], name)
            assert 0 <= figure.low <= figure.value <= figure.high <= 1


@pytest.mark.parametrize("evaluation", SHIPPED, ids=lambda evaluation: evaluation.id)
def test_differences_are_those_of_the_figures(evaluation: Evaluation) -> None:
    """What Kumppani is better by is its nDCG@10 less that of the baseline."""
    record = evaluation.record

    own = record.figures[Ranker.KUMPPANI].ndcg_at_10.value
    for ranker, difference in record.differences.items():
        assert difference.value == pytest.approx(own - record.figures[ranker].ndcg_at_10.value, abs=2e-6)
        assert difference.low <= difference.value <= difference.high


@pytest.mark.parametrize("evaluation", SHIPPED, ids=lambda evaluation: evaluation.id)
def test_data_are_described_in_three_languages(evaluation: Evaluation) -> None:
    """Title, source and licence of the data are told to every reader."""
    assert evaluation.data_set is not None
    for text in (evaluation.data_set.title, evaluation.data_set.source, evaluation.data_set.licence):
        assert text.fi
        assert text.sv
        assert text.en


@pytest.mark.parametrize("path", sorted(FOLDER.glob("partners-*.json")), ids=lambda path: path.stem)
def test_a_file_has_figures_and_nothing_else(path: Path) -> None:
    """No row, member or folder is in a file: its fields are the known ones, and its name is that of a file."""
    document = json.loads(path.read_text(encoding="utf-8"))
    (shipped,) = (each for each in SHIPPED if each.id == path.stem)

    assert set(document) == FIELDS
    assert document == write_evaluation_document(shipped.record)
    assert "/" not in document["name"]
