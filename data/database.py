"""Opens SQLite or PostgreSQL, and gives each use case its stores in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from data.audit_store import SqlAuditStore
from data.call_store import SqlCallStore
from data.evaluation_store import SqlEvaluationStore
from data.idea_store import SqlIdeaStore
from data.organisation_store import SqlOrganisationStore
from data.project_store import SqlProjectStore
from data.run_store import SqlRunStore
from data.theme_edit_store import SqlThemeEditStore
from data.theme_map_store import SqlThemeMapStore
from data.vector_store import SqlVectorStore
from models.errors import DatabaseMissingError

MIGRATIONS: Final = Path(__file__).parent / "migrations"
_BUSY_TIMEOUT_MS: Final = 10_000  # taste: a writer waits for another, then says so
_WRITES: Final = "kumppani_writes"


@dataclass(frozen=True, slots=True)
class Stores:
    """The stores of one transaction."""

    ideas: SqlIdeaStore
    organisations: SqlOrganisationStore
    projects: SqlProjectStore
    calls: SqlCallStore
    vectors: SqlVectorStore
    runs: SqlRunStore
    evaluations: SqlEvaluationStore
    theme_maps: SqlThemeMapStore
    theme_edits: SqlThemeEditStore
    audit: SqlAuditStore


class Database:
    """One database; `reading` and `writing` open transactions, `migrate` brings the tables up to date."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine = _make_engine(url)

    @contextmanager
    def reading(self) -> Iterator[Stores]:
        """Give stores that see one state; nothing they do is kept."""
        with self._connect() as connection:
            yield _make_stores(connection)
            connection.rollback()

    @contextmanager
    def writing(self) -> Iterator[Stores]:
        """Give stores whose changes are all kept when the block ends, or none when it raises."""
        with self._connect() as plain:
            connection = plain.execution_options(**{_WRITES: True})
            with connection.begin():
                yield _make_stores(connection)

    def migrate(self) -> None:
        """Create the tables, or bring them to the version this software needs; does nothing when they are."""
        from alembic import command
        from alembic.config import Config

        with self._connect() as connection:
            configuration = Config()
            configuration.set_main_option("script_location", str(MIGRATIONS))
            configuration.attributes["connection"] = connection
            command.upgrade(configuration, "head")
            connection.commit()

    def check_version(self) -> None:
        """Raise DatabaseMissingError unless the tables are of the version this software needs."""
        with self._connect() as connection:
            found = None
            if inspect(connection).has_table("alembic_version"):
                found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
        wanted = find_newest_version()
        if found != wanted:
            state = "has not been set up" if found is None else f"is of version {found}"
            shown = make_url(self.url).render_as_string(hide_password=True)
            message = f"The database {shown} {state}; expected version {wanted}. Run `kumppani init`."
            raise DatabaseMissingError(message)

    def close(self) -> None:
        """Let all connections go."""
        self.engine.dispose()

    @contextmanager
    def _connect(self) -> Iterator[Connection]:
        """Give a connection, or say in a sentence that the database can't be reached."""
        try:
            connection = self.engine.connect()
        except OperationalError as error:
            shown = make_url(self.url).render_as_string(hide_password=True)
            message = f"Expected a database at {shown}, but it can't be opened: {error.orig}."
            raise DatabaseMissingError(message) from error
        with connection:
            yield connection


def find_newest_version() -> str:
    """Return the version of the newest migration, whose file begins with it; alembic itself is slow to import."""
    return max(path.name.partition("_")[0] for path in (MIGRATIONS / "versions").glob("*_*.py"))


def _make_stores(connection: Connection) -> Stores:
    """Return the stores over one connection."""
    return Stores(
        ideas=SqlIdeaStore(connection),
        organisations=SqlOrganisationStore(connection),
        projects=SqlProjectStore(connection),
        calls=SqlCallStore(connection),
        vectors=SqlVectorStore(connection),
        runs=SqlRunStore(connection),
        evaluations=SqlEvaluationStore(connection),
        theme_maps=SqlThemeMapStore(connection),
        theme_edits=SqlThemeEditStore(connection),
        audit=SqlAuditStore(connection),
    )


def _make_engine(url: str) -> Engine:
    """Return an engine for a SQLite or PostgreSQL address."""
    try:
        parsed = make_url(url)
        if parsed.drivername == "postgresql":
            parsed = parsed.set(drivername="postgresql+psycopg")
        engine = create_engine(parsed)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        message = f"Expected a database address such as sqlite:///var/kumppani.db or postgresql://…, but got {url!r}."
        raise DatabaseMissingError(message) from error
    if engine.dialect.name == "sqlite":
        if parsed.database:
            Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: object, _entry: ConnectionPoolEntry) -> None:
    """Let readers and one writer work side by side, hold foreign keys, and leave BEGIN to `_begin_sqlite`."""
    connection.isolation_level = None  # type: ignore[attr-defined]
    cursor = connection.cursor()  # type: ignore[attr-defined]
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", f"busy_timeout={_BUSY_TIMEOUT_MS}"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """Begin at once as a writer where the block writes: two that both read first could otherwise block each other."""
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
