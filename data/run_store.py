"""Runs in the database: what was computed, from what, and what came out."""

from sqlalchemy import Connection, Row, insert, select

from data.tables import runs
from models.errors import UnknownRunError
from models.run import Run, RunId, RunKind, RunRecord


class SqlRunStore:
    """Appends runs and reads them back."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, record: RunRecord) -> RunId:
        """Append one run and return its id."""
        result = self._connection.execute(
            insert(runs).values(
                kind=record.kind.value,
                started_at=record.started_at,
                finished_at=record.finished_at,
                data_version=record.data_version,
                software_version=record.software_version,
                model=record.model,
                random_state=record.random_state,
                parameters=dict(record.parameters),
                results=dict(record.results),
            )
        )
        (run_id,) = result.inserted_primary_key  # type: ignore[misc]
        return RunId(run_id)

    def get(self, run_id: RunId) -> Run:
        """Return one run, or raise UnknownRunError."""
        row = self._connection.execute(select(runs).where(runs.c.id == run_id)).one_or_none()
        if row is None:
            raise UnknownRunError(run_id)
        return _read_run(row)

    def find_latest(self, kind: RunKind) -> Run | None:
        """Return the newest run of a kind, None where there is none."""
        query = select(runs).where(runs.c.kind == kind.value).order_by(runs.c.id.desc()).limit(1)
        row = self._connection.execute(query).one_or_none()
        return None if row is None else _read_run(row)

    def list_before(self, before: RunId | None, n_runs: int) -> tuple[Run, ...]:
        """Return up to `n_runs` runs older than `before`, or the newest where it is None; the newest first."""
        query = select(runs).order_by(runs.c.id.desc()).limit(n_runs)
        if before is not None:
            query = query.where(runs.c.id < before)
        return tuple(_read_run(row) for row in self._connection.execute(query))


def _read_run(row: Row[tuple[object, ...]]) -> Run:
    """Return the run of one row."""
    return Run(
        id=RunId(row.id),
        kind=RunKind(row.kind),
        started_at=row.started_at,
        finished_at=row.finished_at,
        data_version=row.data_version,
        software_version=row.software_version,
        model=row.model,
        random_state=row.random_state,
        parameters=row.parameters,
        results=row.results,
    )
