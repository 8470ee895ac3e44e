"""Records what a match computed, from what and when, so that it can be computed again."""

from collections.abc import Mapping
from datetime import UTC, datetime

from matcher.ports import Database
from models.audit_event import MATCHED, AuditEvent
from models.run import Run, RunKind, RunRecord, Value
from models.version import SOFTWARE_VERSION


def record_match(
    database: Database,
    *,
    data_version: int,
    model: str,
    started_at: datetime,
    parameters: Mapping[str, Value],
    results: Mapping[str, Value],
) -> bool:
    """Record a match and return True, or return False where the newest recorded one had the same inputs.

    Inputs are the version of the data, the model, the parameters and the version of the software; nothing is random.
    """
    record = RunRecord(
        kind=RunKind.MATCH,
        started_at=started_at,
        finished_at=datetime.now(UTC),
        data_version=str(data_version),
        software_version=SOFTWARE_VERSION,
        model=model,
        parameters=parameters,
        results=results,
    )
    with database.writing() as stores:
        latest = next((run for run in stores.runs.list_before(None, 20) if run.kind is RunKind.MATCH), None)
        if latest is not None and _inputs(latest) == _inputs(record):
            return False
        stores.runs.add(record)
        stores.audit.add(
            AuditEvent(
                at=record.finished_at,
                actor="matcher",
                action=MATCHED,
                subject=f"data version {data_version}",
                details=results,
            )
        )
        return True


def _inputs(run: RunRecord | Run) -> tuple[object, ...]:
    """Return everything the results of a run depend on."""
    return run.data_version, run.software_version, run.model, dict(run.parameters)
