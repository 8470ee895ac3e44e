"""The evaluation of the register as a JSON document and back; the same on the command line and in the shipped file."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter

from models.register_evaluation import RegisterEvaluation, RegisterRecord

FILE: Final = Path(__file__).parent / "evaluations" / "register.json"
_RECORD: Final = TypeAdapter(RegisterRecord)
_N_PLACES: Final = 6
"""As the API has it: what is beyond is smaller than any interval."""
_NAMES: Final = {
    "n_projects": "projects",
    "n_questions": "questions",
    "n_candidates": "candidates",
    "figures": "rankers",
    "n_twins": "twins",
    "survey": "suggestions",
}
"""What fields of the evaluation are called in a document, where that is something else."""
_ORIGIN: Final = ("measured_at", "data_version", "software_version")


@lru_cache(maxsize=1)
def load_register_record(path: Path = FILE) -> RegisterRecord:
    """Return the evaluation of the register that comes with the product."""
    return read_register_document(json.loads(path.read_bytes()))


def read_register_document(document: Mapping[str, Any]) -> RegisterRecord:
    """Return the evaluation that a document describes."""
    evaluation = {name: document[_NAMES.get(name, name)] for name in RegisterEvaluation.__slots__}
    evaluation["cases"] = [
        {"project_id": case["project"], "given_id": case["given"], "ranks": case["ranks"]} for case in document["cases"]
    ]
    return _RECORD.validate_python({**{name: document[name] for name in _ORIGIN}, "evaluation": evaluation})


def write_register_document(record: RegisterRecord) -> dict[str, object]:
    """Return the document that describes an evaluation; times are ISO strings, figures have six places."""
    fields = json.loads(_RECORD.dump_json(record), parse_float=lambda figure: round(float(figure), _N_PLACES))
    evaluation = {_NAMES.get(name, name): value for name, value in fields.pop("evaluation").items()}
    evaluation["cases"] = [
        {"project": case["project_id"], "given": case["given_id"], "ranks": case["ranks"]}
        for case in evaluation["cases"]
    ]
    return {**fields, **evaluation}
