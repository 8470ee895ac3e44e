"""Audit events in the database; the newest that changed something is the version of the data."""

from sqlalchemy import Connection, Row, func, insert, select

from data.tables import audit_events
from models.audit_event import COMPUTED, AuditEvent


class SqlAuditStore:
    """Appends events and reads them back."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, event: AuditEvent) -> None:
        """Append one event."""
        self._connection.execute(
            insert(audit_events).values(
                at=event.at,
                actor=event.actor,
                action=event.action,
                subject=event.subject,
                details=dict(event.details),
            )
        )

    def latest(self, n_events: int) -> tuple[AuditEvent, ...]:
        """Return the newest events, the newest first."""
        query = select(audit_events).order_by(audit_events.c.id.desc()).limit(n_events)
        return tuple(_read_event(row) for row in self._connection.execute(query))

    def find_latest(self, action: str) -> AuditEvent | None:
        """Return the newest event of an action, None where there is none."""
        query = select(audit_events).where(audit_events.c.action == action).order_by(audit_events.c.id.desc()).limit(1)
        row = self._connection.execute(query).one_or_none()
        return None if row is None else _read_event(row)

    def version(self) -> int:
        """Return a number that grows with every change of the data, 0 when nothing was ever written."""
        query = select(func.coalesce(func.max(audit_events.c.id), 0)).where(audit_events.c.action.not_in(COMPUTED))
        version: int = self._connection.execute(query).scalar_one()
        return version


def _read_event(row: Row[tuple[object, ...]]) -> AuditEvent:
    """Return the event of one row."""
    return AuditEvent(at=row.at, actor=row.actor, action=row.action, subject=row.subject, details=row.details)
