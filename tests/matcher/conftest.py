"""The real model and the illustrative ideas for the tests that need them."""

from collections.abc import Iterator

import pytest

from data.background import load_background, load_background_vectors
from data.database import Database
from data.files.sheet_file import read_sheet
from data.illustrative import ILLUSTRATIVE_IDEAS
from data.reference_tables import load_reference_tables
from matcher.embedding import CachedEncoder, PreparedEncoder
from matcher.encoders import SentenceEncoder
from matcher.import_ideas import import_ideas
from matcher.install_reference import install_reference
from matcher.snapshot import SnapshotKeeper
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def illustrative(
    sentence_encoder: SentenceEncoder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SnapshotKeeper]:
    """Give the illustrative ideas as a user finds them after `make demo`, matched with the real model.

    The vectors are kept in `var/` between runs, as the application keeps its own: the ideas change less than the code.
    """
    vectors = Database(f"sqlite:///{ROOT / 'var' / 'test-vectors.db'}")
    vectors.migrate()
    ideas = Database(f"sqlite:///{tmp_path_factory.mktemp('illustrative') / 'kumppani.db'}")
    ideas.migrate()
    install_reference(ideas, load_reference_tables(), actor="test")
    import_ideas(read_sheet(ILLUSTRATIVE_IDEAS, ILLUSTRATIVE_IDEAS.name), database=ideas, actor="test")
    prepared = PreparedEncoder(sentence_encoder, load_background_vectors())
    keeper = SnapshotKeeper(ideas, CachedEncoder(prepared, vectors), load_background())
    keeper.refresh()
    yield keeper
    ideas.close()
    vectors.close()
