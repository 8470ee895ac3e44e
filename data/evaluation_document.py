"""An evaluation as a JSON document and back; the same on the command line, in shipped files and in the database."""

import json
from collections.abc import Mapping
from typing import Final

from pydantic import TypeAdapter

from models.evaluation_record import EvaluationRecord

_RECORD: Final = TypeAdapter(EvaluationRecord)
_N_PLACES: Final = 6
"""As the API has it: what is beyond is smaller than any interval."""
_NAMES: Final = {
    "n_folds": "folds",
    "n_history": "history",
    "n_organisations": "organisations",
    "n_learned_from": "learned_from",
    "n_projects": "projects",
    "n_questions": "questions",
    "n_left_out": "left_out",
    "figures": "rankers",
    "differences": "better_by",
}
"""What fields are called in a document, where that is something else."""


def read_evaluation_document(document: Mapping[str, object]) -> EvaluationRecord:
    """Return the evaluation that a document describes."""
    fields = {name: document[_NAMES.get(name, name)] for name in EvaluationRecord.__slots__}
    return _RECORD.validate_python(fields)


def write_evaluation_document(record: EvaluationRecord) -> dict[str, object]:
    """Return the document that describes an evaluation; times are ISO strings, figures have six places."""
    fields = json.loads(_RECORD.dump_json(record), parse_float=lambda figure: round(float(figure), _N_PLACES))
    return {_NAMES.get(name, name): value for name, value in fields.items()}
