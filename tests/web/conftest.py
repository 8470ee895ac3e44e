"""The application over a small database, with an encoder that loads no model."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from starlette.testclient import TestClient

from data.database import Database
from data.lexicon import load_lexicon
from matcher.pipeline import Background
from matcher.snapshot_keeper import SnapshotKeeper
from models.language import ENGLISH, FINNISH, SWEDISH
from tests.fakes import FakeEncoder
from tests.sample import store_sample
from web.app import create_app
from web.settings import Settings
from web.wiring import Services, make_services

BACKGROUND: Final[Background] = {
    FINNISH: ("Kunta järjestää palvelut.", "Hallitus päätti asiasta."),
    SWEDISH: ("Kommunen ordnar servicen.", "Styrelsen beslutade om saken."),
    ENGLISH: ("The municipality provides the services.", "The board decided on the matter."),
}


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a SQLite file with the sample in it, its vectors encoded; to be copied, not changed."""
    path = tmp_path_factory.mktemp("sample") / "kumppani.db"
    database = Database(f"sqlite:///{path}")
    database.migrate()
    store_sample(database)
    SnapshotKeeper(database, FakeEncoder(), BACKGROUND).refresh()
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return path


@pytest.fixture
def services(sample_file: Path, tmp_path: Path) -> Iterator[Services]:
    """Give the services over a copy of the sample, not yet ready: searches go by words until `keeper.refresh()`."""
    shutil.copy(sample_file, tmp_path / "kumppani.db")
    real = make_services(Settings(var=tmp_path, _env_file=None))  # type: ignore[call-arg]
    encoder = FakeEncoder()
    yield replace(
        real, encoder=encoder, keeper=SnapshotKeeper(real.database, encoder, BACKGROUND, lexicon=load_lexicon())
    )
    real.database.close()


@pytest.fixture
def unmatched(tmp_path: Path) -> Iterator[Services]:
    """Give the services over the sample as it is before anything was ever matched."""
    real = make_services(Settings(var=tmp_path, _env_file=None))  # type: ignore[call-arg]
    real.database.migrate()
    store_sample(real.database)
    encoder = FakeEncoder()
    yield replace(
        real, encoder=encoder, keeper=SnapshotKeeper(real.database, encoder, BACKGROUND, lexicon=load_lexicon())
    )
    real.database.close()


@pytest.fixture
def client(services: Services) -> TestClient:
    """Return a client of the application over the sample, ready to search by meaning."""
    services.keeper.refresh()
    return TestClient(create_app(services), follow_redirects=False)
