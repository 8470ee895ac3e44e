"""Brings the ideas of a sheet into the stores: planned first, then stored as a whole or not at all."""

from collections.abc import Mapping
from datetime import UTC, datetime

from matcher.columns import map_columns
from matcher.import_plan import plan_import
from matcher.languages import identify_language
from matcher.ports import Database, Stores
from matcher.resolver import OrganisationResolver
from models.audit_event import AuditEvent
from models.call import CallId
from models.errors import UnknownCallError
from models.idea_columns import ColumnMap
from models.import_plan import ImportPlan, RowOutcome
from models.run import RunKind, RunRecord
from models.sheet import Sheet
from models.version import SOFTWARE_VERSION


def import_ideas(
    sheet: Sheet,
    *,
    database: Database,
    actor: str,
    column_overrides: Mapping[str, str] | None = None,
    default_call: CallId | None = None,
    dry_run: bool = False,
) -> ImportPlan:
    """Return what the import of a sheet did, or with `dry_run` what it would do.

    Accepted rows are all stored, in one transaction with an audit event and a run, or none are.

    Parameters
    ----------
    sheet : the table of a file
    database : where ideas are stored
    actor : who imports, for the audit event
    column_overrides : field by column name, for columns whose meaning can't be guessed
    default_call : the call of rows that name none
    dry_run : plan only, store nothing

    Returns
    -------
    ImportPlan, rows in the order of the file

    Raises
    ------
    UnreadableFileError : if no column can be the title
    UnknownCallError : if `default_call` does not exist
    """
    started_at = datetime.now(UTC)
    columns = map_columns(sheet.columns, column_overrides or {})
    if dry_run:
        with database.reading() as stores:
            return _plan(stores, sheet, columns, default_call)
    with database.writing() as stores:
        plan = _plan(stores, sheet, columns, default_call)
        if plan.n_added or plan.n_updated:
            _store(stores, plan, actor=actor, started_at=started_at)
        return plan


def _plan(stores: Stores, sheet: Sheet, columns: ColumnMap, default_call: CallId | None) -> ImportPlan:
    """Return the plan of a sheet against what is stored now."""
    call_ids = [call.id for call in stores.calls.list_all()]
    if default_call is not None and default_call not in call_ids:
        raise UnknownCallError(default_call)
    resolver = OrganisationResolver(stores.organisations.list_all(), stores.organisations.list_aliases())
    return plan_import(
        sheet,
        columns=columns,
        resolve_all=resolver.resolve_all,
        identify_language=identify_language,
        existing=stores.ideas.list_all(),
        call_ids=call_ids,
        default_call=default_call,
    )


def _store(stores: Stores, plan: ImportPlan, *, actor: str, started_at: datetime) -> None:
    """Store the rows of a plan that change something, with their audit event and run."""
    now = datetime.now(UTC)
    stores.ideas.add_all([row.draft for row in plan.rows if row.outcome is RowOutcome.ADDED], now)
    for row in plan.rows:
        if row.outcome is RowOutcome.UPDATED and row.idea_id is not None:
            stores.ideas.update(row.idea_id, row.draft, now)
    counts: dict[str, int] = {
        "added": plan.n_added,
        "updated": plan.n_updated,
        "unchanged": plan.n_unchanged,
        "refused": plan.n_refused,
        "unresolved": len(plan.unresolved),
    }
    stores.audit.add(AuditEvent(at=now, actor=actor, action="ideas.imported", subject=plan.source, details=counts))
    stores.runs.add(
        RunRecord(
            kind=RunKind.IMPORT,
            started_at=started_at,
            finished_at=datetime.now(UTC),
            data_version=str(stores.audit.version()),
            software_version=SOFTWARE_VERSION,
            parameters={"source": plan.source},
            results=counts,
        )
    )
