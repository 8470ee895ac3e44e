"""The shipped evaluations, measured on data that are not shipped; see data/evaluations/README.md."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

from data.evaluation_document import read_evaluation_document
from models.evaluation_record import DataSet, Evaluation, EvaluationId

FOLDER: Final = Path(__file__).parent / "evaluations"
_DATA_SETS: Final = TypeAdapter(tuple[DataSet, ...])
_DATA_SETS_FILE: Final = "data_sets.json"


@lru_cache(maxsize=1)
def load_evaluations(folder: Path = FOLDER) -> tuple[Evaluation, ...]:
    """Return the evaluations of a folder, by data set and name; the name of a file begins with that of its data set."""
    data_sets = _DATA_SETS.validate_json((folder / _DATA_SETS_FILE).read_bytes())
    return tuple(
        Evaluation(
            id=EvaluationId(path.stem),
            record=read_evaluation_document(json.loads(path.read_bytes())),
            data_set=data_set,
        )
        for data_set in data_sets
        for path in sorted(folder.glob(f"{data_set.id}-*.json"))
    )
