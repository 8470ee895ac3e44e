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
