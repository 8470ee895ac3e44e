"""Runs migrations on the connection that `data.database` hands over."""

from typing import Any, Literal

from alembic import context

from data.tables import METADATA, Moment, UnitVector


def _render_item(kind: str, item: Any, _context: object) -> str | Literal[False]:  # noqa: ANN401 - alembic's own type
    """Write our own column types by their names when a migration is generated."""
    if kind == "type" and isinstance(item, (Moment, UnitVector)):
        return f"{type(item).__name__}()"
    return False


connection = context.config.attributes["connection"]
if connection.dialect.name == "postgresql":
    connection.exec_driver_sql("CREATE EXTENSION IF NOT EXISTS vector")
context.configure(
    connection=connection,
    target_metadata=METADATA,
    render_as_batch=True,
    render_item=_render_item,
)
with context.begin_transaction():
    context.run_migrations()
