"""The real model and the illustrative ideas for the tests that need them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.background import load_background
from data.database import Database
from data.lexicon import load_lexicon
from data.shipped_vectors import load_shipped_vectors
from data.vocabulary import load_vocabulary
from matcher.embedding import PreparedEncoder
from matcher.encoders import SentenceEncoder
from matcher.snapshot_keeper import SnapshotKeeper
from tests.fakes import FakeEncoder
from tests.matcher.editing import add_ideas
from tests.matcher.indexing import BACKGROUND
from tests.matcher.test_theme_map import TITLES


@pytest.fixture(scope="session")
def illustrative(
    sentence_encoder: SentenceEncoder, demo_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SnapshotKeeper]:
    """Give the illustrative ideas as a user finds them after `make demo`, matched with the real model."""
    path = tmp_path_factory.mktemp("illustrative") / "kumppani.db"
    shutil.copy(demo_file, path)
    ideas = Database(f"sqlite:///{path}")
    encoder = PreparedEncoder(sentence_encoder, load_shipped_vectors())
    keeper = SnapshotKeeper(ideas, encoder, load_background(), vocabulary=load_vocabulary(), lexicon=load_lexicon())
    keeper.refresh()
    yield keeper
    ideas.close()


@pytest.fixture(scope="session")
def matched_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a database with ideas on four plain matters, matched once."""
    folder = tmp_path_factory.mktemp("matched")
    database = Database(f"sqlite:///{folder / 'kumppani.db'}")
    database.migrate()
    add_ideas(database, *TITLES)
    SnapshotKeeper(database, FakeEncoder(), BACKGROUND).refresh()
    database.close()
    return folder


@pytest.fixture
def matched_database(matched_folder: Path, tmp_path: Path) -> Iterator[Database]:
    """Give a copy of the matched database."""
    for path in matched_folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    opened = Database(f"sqlite:///{tmp_path / 'kumppani.db'}")
    yield opened
    opened.close()


@pytest.fixture
def matched_keeper(matched_database: Database) -> SnapshotKeeper:
    """Give a keeper over it."""
    fresh = SnapshotKeeper(matched_database, FakeEncoder(), BACKGROUND)
    fresh.refresh()
    return fresh
