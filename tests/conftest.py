"""What every test relies on: no network beyond this machine, no model from a hub, the real model where asked for."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from filelock import FileLock
from hypothesis import settings

from matcher.encoders import SentenceEncoder

os.environ["HF_HUB_OFFLINE"] = "1"  # before anything imports transformers
os.environ.pop("COLUMNS", None)  # set for each process of a run; a console that is made with it keeps that width

# How long an example takes says more about the machine than about the code.
settings.register_profile("kumppani", deadline=None, derandomize=True)
settings.load_profile("kumppani")

ROOT: Final = Path(__file__).parents[1]
_OPEN_FAMILIES: Final = {socket.AF_UNIX}
_CONNECT: Final = socket.socket.connect


class NetworkTriedError(AssertionError):
    """Raised when code under test tries to reach another machine."""


def _connect_here(own: socket.socket, address: object) -> None:
    """Connect on this machine only."""
    host = address[0] if isinstance(address, tuple) else ""
    if own.family in _OPEN_FAMILIES or host in {"127.0.0.1", "::1", "localhost"}:
        _CONNECT(own, address)  # type: ignore[arg-type]
        return
    message = f"Expected no connection to another machine, but {host!r} was tried."
    raise NetworkTriedError(message)


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Refuse every connection to another machine."""
    patch = pytest.MonkeyPatch()
    patch.setattr(socket.socket, "connect", _connect_here)
    yield
    patch.undo()


@pytest.fixture(scope="session")
def common_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return a folder of this run that all its processes share; what one makes there, the others take."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def model_folder(common_folder: Path) -> Path:
    """Return the folder of the real bundled model, made once per checkout."""
    from data.model_build import build_bundled_model

    with FileLock(common_folder / "model.lock"):
        return build_bundled_model(ROOT / "var" / "models")


@pytest.fixture(scope="session")
def sentence_encoder(model_folder: Path) -> SentenceEncoder:
    """Return the bundled model, loaded at its first use."""
    return SentenceEncoder(model_folder, model=model_folder.name)


@pytest.fixture(scope="session")
def demo_file(sentence_encoder: SentenceEncoder, common_folder: Path) -> Path:
    """Return a SQLite file with what `make demo` serves, matched with the real model; to be copied, not changed.

    Encoding all of it takes most of a minute, so the vectors are kept in `var/` between runs, as the application keeps
    its own: the ideas change less than the code.
    """
    path = common_folder / "demo" / "kumppani.db"
    with FileLock(common_folder / "demo.lock"):
        if not path.exists():
            path.parent.mkdir()
            _make_demo(path, sentence_encoder)
    return path


def _make_demo(path: Path, sentence_encoder: SentenceEncoder) -> None:
    """Store and match the illustrative ideas in a new database."""
    from data.background import load_background
    from data.database import Database
    from data.files.sheet_file import read_sheet
    from data.illustrative import ILLUSTRATIVE_IDEAS
    from data.reference_tables import load_reference_tables
    from data.shipped_vectors import load_shipped_vectors
    from data.vocabulary import load_vocabulary
    from matcher.embedding import CachedEncoder, PreparedEncoder
    from matcher.import_ideas import import_ideas
    from matcher.install_reference import install_reference
    from matcher.snapshot_keeper import SnapshotKeeper

    vectors = Database(f"sqlite:///{ROOT / 'var' / 'test-vectors.db'}")
    vectors.migrate()
    demo = Database(f"sqlite:///{path}")
    demo.migrate()
    install_reference(demo, load_reference_tables(), actor="test")
    import_ideas(read_sheet(ILLUSTRATIVE_IDEAS, ILLUSTRATIVE_IDEAS.name), database=demo, actor="test")
    prepared = PreparedEncoder(sentence_encoder, load_shipped_vectors())
    SnapshotKeeper(demo, CachedEncoder(prepared, vectors), load_background(), vocabulary=load_vocabulary()).refresh()
    with demo.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    demo.close()
    vectors.close()
