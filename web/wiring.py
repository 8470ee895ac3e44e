"""Joins matcher and data: the one module of the web that knows both.

What only some commands need is imported where it is used, so that the others start in a moment; see
docs/adr/commands-import-what-they-use.md.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from data.illustrative import ILLUSTRATIVE_IDEAS
from data.model_build import BUNDLED_MODEL, build_bundled_model
from matcher.ports import Encoder, ReportProgress
from models.embeddings import Vectors
from models.evaluation_record import Evaluation, EvaluationRecord
from models.folding import fold_name
from models.graph import GraphFormat
from models.idea import IdeaDraft
from models.idea_columns import FIELD_BY_NAME
from models.register_evaluation import RegisterRecord
from models.sheet import FileFormat, Sheet
from models.vocabulary import Vocabulary
from web.settings import Settings

if TYPE_CHECKING:
    import networkx as nx

    from data.database import Database
    from matcher.install_reference import ReferenceTables
    from matcher.pipeline import Background
    from matcher.snapshot_keeper import SnapshotKeeper


@dataclass(frozen=True, slots=True)
class Services:
    """What pages, API and commands work with."""

    settings: Settings
    database: "Database"
    encoder: Encoder
    keeper: "SnapshotKeeper"


class BundledEncoder:
    """Encodes with the bundled model, which is made at the first use where it is missing."""

    def __init__(self, folder: Path, report_step: Callable[[str], None]) -> None:
        self._folder = folder
        self._report_step = report_step
        self._encoder: Encoder | None = None

    @property
    def model(self) -> str:
        """Name the model."""
        return BUNDLED_MODEL

    def encode(self, texts: Sequence[str], report: ReportProgress | None = None) -> Vectors:
        """Return one vector a text, in order."""
        from data.shipped_vectors import load_shipped_vectors
        from matcher.embedding import PreparedEncoder
        from matcher.encoders import SentenceEncoder

        if self._encoder is None:
            folder = build_bundled_model(self._folder, report=self._report_step)
            network = SentenceEncoder(folder, model=BUNDLED_MODEL)
            self._encoder = PreparedEncoder(network, load_shipped_vectors())
        return self._encoder.encode(texts, report)


def load_reference() -> "ReferenceTables":
    """Return the shipped reference tables."""
    from data.reference_tables import load_reference_tables

    return load_reference_tables()


def load_illustrative_sheet() -> Sheet:
    """Return the shipped illustrative ideas as the sheet an import reads."""
    from data.files.sheet_file import read_sheet

    return read_sheet(ILLUSTRATIVE_IDEAS, ILLUSTRATIVE_IDEAS.name)


def read_idea_file(path: Path, column_overrides: Mapping[str, str]) -> Sheet:
    """Return the sheet in a file of ideas; columns that are told help to find its header."""
    from data.files.sheet_file import read_sheet

    known = {*FIELD_BY_NAME, *(fold_name(column) for column in column_overrides)}
    return read_sheet(path, path.name, known_columns=known)


def export_ideas(ideas: Sequence[IdeaDraft], file_format: FileFormat) -> bytes:
    """Return a file of ideas."""
    from data.files.idea_export import write_ideas

    return write_ideas(ideas, file_format)


def export_graph(graph: "nx.Graph", file_format: GraphFormat) -> bytes:
    """Return a file of the graph."""
    from data.files.graph_file import write_graph

    return write_graph(graph, file_format)


def load_shipped_vocabulary() -> Vocabulary:
    """Return what things are called in each language."""
    from data.vocabulary import load_vocabulary

    return load_vocabulary()


def load_shipped_evaluations() -> tuple[Evaluation, ...]:
    """Return the evaluations that come with the product, by data set."""
    from data.evaluations import load_evaluations

    return load_evaluations()


def describe_record(record: EvaluationRecord) -> Mapping[str, object]:
    """Return an evaluation as JSON has it everywhere: in files, in the database, in the API and on the terminal."""
    from data.evaluation_document import write_evaluation_document

    return write_evaluation_document(record)


def load_shipped_register_record() -> RegisterRecord:
    """Return the evaluation of the register that comes with the product."""
    from data.register_document import load_register_record

    return load_register_record()


def describe_register_record(record: RegisterRecord) -> Mapping[str, object]:
    """Return an evaluation of the register as JSON has it in the shipped file and on the terminal."""
    from data.register_document import write_register_document

    return write_register_document(record)


def load_shipped_background() -> "Background":
    """Return the shipped background sentences."""
    from data.background import load_background

    return load_background()


def make_encoder(settings: Settings, *, report_step: Callable[[str], None] = lambda _: None) -> Encoder:
    """Return the encoder that the settings choose; loads nothing yet."""
    from data.shipped_vectors import load_shipped_vectors
    from matcher.embedding import PreparedEncoder
    from matcher.encoders import SentenceEncoder

    if settings.model is None:
        return BundledEncoder(settings.var / "models", report_step)
    # A model in a folder goes by the folder's name: runs are public, and where it lies is nobody's business.
    name = Path(settings.model).name if Path(settings.model).is_dir() else settings.model
    encoder = SentenceEncoder(settings.model, model=name)
    return PreparedEncoder(encoder, load_shipped_vectors()) if name == BUNDLED_MODEL else encoder


def make_measuring_encoder(settings: Settings, *, report_step: Callable[[str], None] = lambda _: None) -> Encoder:
    """Return the encoder that the settings choose, with vectors kept from one measurement to the next.

    They lie apart from the database of the installation, in which measurements have no part.
    """
    from data.database import Database
    from matcher.embedding import CachedEncoder

    settings.var.mkdir(parents=True, exist_ok=True)
    database = Database(f"sqlite:///{settings.var / 'measured-vectors.db'}")
    database.migrate()
    return CachedEncoder(make_encoder(settings, report_step=report_step), database)


def make_database(settings: Settings) -> "Database":
    """Return the database of an installation; opens nothing yet."""
    from data.database import Database

    return Database(settings.database_url or f"sqlite:///{settings.var / 'kumppani.db'}")


def make_services(settings: Settings, *, report_step: Callable[[str], None] = lambda _: None) -> Services:
    """Return the services of an installation; opens no database and loads no model yet."""
    from data.background import load_background
    from data.lexicon import load_lexicon
    from data.vocabulary import load_vocabulary
    from matcher.snapshot_keeper import SnapshotKeeper

    database = make_database(settings)
    encoder = make_encoder(settings, report_step=report_step)
    keeper = SnapshotKeeper(database, encoder, load_background(), vocabulary=load_vocabulary(), lexicon=load_lexicon())
    return Services(settings, database, encoder, keeper)
