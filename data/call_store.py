"""Calls in the database, as documents."""

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select, update

from data.call_document import read_call_document, write_call_document
from data.tables import calls
from models.call import Call


class SqlCallStore:
    """Reads and replaces calls."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def list_all(self) -> tuple[Call, ...]:
        """Return all calls by id."""
        return tuple(
            read_call_document(row.document) for row in self._connection.execute(select(calls).order_by(calls.c.id))
        )

    def put(self, changed: Iterable[Call]) -> None:
        """Add calls, or replace those with the same id."""
        known = set(self._connection.execute(select(calls.c.id)).scalars())
        for call in changed:
            document = write_call_document(call)
            if call.id in known:
                self._connection.execute(update(calls).where(calls.c.id == call.id).values(document=document))
            else:
                self._connection.execute(insert(calls).values(id=call.id, document=document))
