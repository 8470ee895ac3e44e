"""One application for all tests that only read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from data.database import Database
from data.lexicon import load_lexicon
from matcher.snapshot_keeper import SnapshotKeeper
from tests.fakes import FakeEncoder
from tests.web.conftest import BACKGROUND
from web.app import create_app
from web.settings import Settings
from web.wiring import Services


@pytest.fixture(scope="session")
def reader(sample_file: Path) -> Iterator[TestClient]:
    """Give a client of an application over the sample, ready to search by meaning, whose data nobody changes."""
    database = Database(f"sqlite:///{sample_file}")
    encoder = FakeEncoder()
    keeper = SnapshotKeeper(database, encoder, BACKGROUND, lexicon=load_lexicon())
    keeper.refresh()
    yield TestClient(create_app(Services(Settings(_env_file=None), database, encoder, keeper)))  # type: ignore[call-arg]
    database.close()
