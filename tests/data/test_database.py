"""The database as a whole: migrations, transactions, clear words where it can't be opened."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from data.database import MIGRATIONS, Database, find_newest_version
from data.tables import METADATA
from models.audit_event import AuditEvent
from models.errors import DatabaseMissingError

EVENT = AuditEvent(at=datetime(2019, 9, 27, 12, tzinfo=UTC), actor="test", action="ideas.imported", subject="a file")


def test_migrations_make_the_tables_the_code_expects(empty_url: str) -> None:
    """The migrated database and the declared tables do not differ, on either database."""
    database = Database(empty_url)

    database.migrate()

    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []
    database.close()


def test_migrating_twice_changes_nothing(empty_url: str) -> None:
    """A database that is up to date stays as it is."""
    database = Database(empty_url)
    database.migrate()

    database.migrate()

    database.check_version()
    database.close()


def test_an_unprepared_database_says_what_to_run(empty_url: str) -> None:
    """Without tables the version check names the command that makes them."""
    database = Database(empty_url)

    with pytest.raises(DatabaseMissingError, match=r"has not been set up.*Run `kumppani init`"):
        database.check_version()

    database.close()


def test_a_block_that_raises_writes_nothing(database: Database) -> None:
    """What was written before an error in the same block is gone after it."""
    with pytest.raises(ZeroDivisionError):  # noqa: PT012, SIM117 - what raises is the inner block
        with database.writing() as stores:
            stores.audit.add(EVENT)
            _ = 1 / 0

    with database.reading() as stores:
        assert stores.audit.version() == 0


def test_what_is_written_while_reading_is_not_kept(database: Database) -> None:
    """A reading block leaves no trace."""
    with database.reading() as stores:
        stores.audit.add(EVENT)

    with database.reading() as stores:
        assert stores.audit.latest(5) == ()


def test_the_version_grows_with_every_event(database: Database) -> None:
    """Each write raises the version of the data by what it appended."""
    with database.writing() as stores:
        before = stores.audit.version()
        stores.audit.add(EVENT)

    with database.reading() as stores:
        assert before < stores.audit.version()
        assert stores.audit.find_latest("ideas.imported") == EVENT
        assert stores.audit.find_latest("nothing.such") is None


@pytest.mark.parametrize("url", ["no address at all", "mysqlx://host/base"])
def test_a_wrong_address_says_what_one_looks_like(url: str) -> None:
    """An address of no known kind is refused with an example of a good one."""
    with pytest.raises(DatabaseMissingError, match=re.escape("sqlite:///var/kumppani.db")):
        Database(url)


def test_a_server_that_is_not_there_is_said_in_a_sentence() -> None:
    """A refused connection is a known problem, and the password is not shown."""
    database = Database("postgresql://user:secret@127.0.0.1:1/base")

    with pytest.raises(DatabaseMissingError, match="can't be opened") as caught, database.reading():
        pass

    assert "secret" not in str(caught.value)


def test_the_newest_version_is_the_one_alembic_would_reach() -> None:
    """The name of the newest file and alembic's own head agree."""
    assert find_newest_version() == ScriptDirectory(str(MIGRATIONS)).get_current_head()


def test_sqlite_makes_its_folder(tmp_path: Path) -> None:
    """A SQLite file in a folder that is not there yet can be migrated."""
    database = Database(f"sqlite:///{tmp_path / 'deep' / 'er' / 'kumppani.db'}")

    database.migrate()

    database.close()
    assert (tmp_path / "deep" / "er" / "kumppani.db").is_file()
