"""The shipped evaluation of the register is complete, of the shipped register, and comes back from its document."""

import json
from typing import Final

from data.reference_tables import load_reference_tables
from data.register_document import FILE, load_register_record, write_register_document
from models.register_evaluation import RegisterRanker

SHIPPED: Final = load_register_record()


def test_the_file_is_what_the_command_prints() -> None:
    """The document has each figure and case, and beside them only that nothing is claimed."""
    document = json.loads(FILE.read_text(encoding="utf-8"))

    assert document.pop("claim") is None
    assert document.pop("note").startswith("No claim")
    assert document == write_register_document(SHIPPED)


def test_every_case_is_of_the_shipped_register() -> None:
    """Each project of a case is in the register, each question has its case, each mean lies within its bounds."""
    found = SHIPPED.evaluation

    assert {case.project_id for case in found.cases} <= {each.id for each in load_reference_tables().projects}
    assert len({case.project_id for case in found.cases}) == found.n_projects
    assert len(found.cases) == found.n_questions
    assert list(found.figures) == list(RegisterRanker)
    for figures in found.figures.values():
        for figure in (figures.recall_at_10, figures.mean_reciprocal_rank):
            assert 0 <= figure.low <= figure.value <= figure.high <= 1
