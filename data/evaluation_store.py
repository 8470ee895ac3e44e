"""Evaluations in the database, as documents, each under the run that measured it."""

from typing import Final

from sqlalchemy import Connection, Row, insert, select

from data.evaluation_document import read_evaluation_document, write_evaluation_document
from data.tables import evaluations
from models.evaluation_record import Evaluation, EvaluationId, EvaluationRecord
from models.run import RunId

_PREFIX: Final = "run-"


class SqlEvaluationStore:
    """Keeps all evaluations; they are few and small."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, run_id: RunId, record: EvaluationRecord) -> None:
        """Keep the figures of a run."""
        document = write_evaluation_document(record)
        self._connection.execute(insert(evaluations).values(run_id=run_id, document=document))

    def find_newest(self) -> Evaluation | None:
        """Return the evaluation of the newest run that has one, None where none was recorded."""
        row = self._connection.execute(_NEWEST_FIRST.limit(1)).one_or_none()
        return None if row is None else _read_evaluation(row)

    def list_all(self) -> tuple[Evaluation, ...]:
        """Return all evaluations, the newest first."""
        return tuple(_read_evaluation(row) for row in self._connection.execute(_NEWEST_FIRST))


_NEWEST_FIRST: Final = select(evaluations).order_by(evaluations.c.run_id.desc())


def _read_evaluation(row: Row[tuple[int, dict[str, object]]]) -> Evaluation:
    """Return the evaluation of one row."""
    run_id = RunId(row.run_id)
    return Evaluation(
        id=EvaluationId(f"{_PREFIX}{run_id}"), record=read_evaluation_document(row.document), run_id=run_id
    )
