"""What the matcher needs from outside, as Protocols; the data room satisfies them by shape, the wiring joins them."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from models.audit_event import AuditEvent
from models.call import Call
from models.embeddings import Vectors
from models.evaluation_record import EvaluationRecord
from models.idea import Idea, IdeaDraft, IdeaId
from models.organisation import Alias, Neighbours, Organisation, Region
from models.project import Project
from models.run import Run, RunId, RunKind, RunRecord
from models.theme import ThemeMap
from models.theme_edit import ThemeChange, ThemeEdit, ThemeEditId

ReportProgress = Callable[[int, int], None]
"""Called with how many are done, and of how many."""


class Encoder(Protocol):
    """Turns texts into vectors of unit length."""

    @property
    def model(self) -> str:
        """Name the model so that vectors of different models are never mixed."""
        ...

    def encode(self, texts: Sequence[str], report: ReportProgress | None = None) -> Vectors:
        """Return one vector a text, in order; shape (n_texts, n_dims)."""
        ...


class IdeaStore(Protocol):
    """Keeps ideas."""

    def get(self, idea_id: IdeaId) -> Idea:
        """Return one idea, or raise UnknownIdeaError."""
        ...

    def list_all(self) -> tuple[Idea, ...]:
        """Return all ideas by id."""
        ...

    def add_all(self, drafts: Sequence[IdeaDraft], at: datetime) -> tuple[IdeaId, ...]:
        """Store new ideas and return their ids in the same order."""
        ...

    def update(self, idea_id: IdeaId, draft: IdeaDraft, at: datetime) -> None:
        """Replace the content of one idea, or raise UnknownIdeaError."""
        ...


class OrganisationStore(Protocol):
    """Keeps organisations and what belongs to them."""

    def list_all(self) -> tuple[Organisation, ...]:
        """Return all organisations in Finnish alphabetical order."""
        ...

    def list_regions(self) -> tuple[Region, ...]:
        """Return all regions by code."""
        ...

    def list_neighbours(self) -> tuple[Neighbours, ...]:
        """Return all pairs of neighbours."""
        ...

    def list_aliases(self) -> tuple[Alias, ...]:
        """Return all spellings."""
        ...

    def put_regions(self, changed: Sequence[Region]) -> None:
        """Add regions, or replace those with the same id."""
        ...

    def put(self, changed: Sequence[Organisation]) -> None:
        """Add organisations, or replace those with the same id."""
        ...

    def replace_neighbours(self, pairs: Sequence[Neighbours]) -> None:
        """Make `pairs` the only neighbours there are."""
        ...

    def replace_aliases(self, spellings: Sequence[Alias]) -> None:
        """Make `spellings` the only ones there are."""
        ...


class ProjectStore(Protocol):
    """Keeps the register."""

    def list_all(self) -> tuple[Project, ...]:
        """Return all projects by id."""
        ...

    def put(self, changed: Sequence[Project]) -> None:
        """Add projects, or replace those with the same id."""
        ...


class CallStore(Protocol):
    """Keeps calls."""

    def list_all(self) -> tuple[Call, ...]:
        """Return all calls by id."""
        ...

    def put(self, changed: Sequence[Call]) -> None:
        """Add calls, or replace those with the same id."""
        ...


class VectorStore(Protocol):
    """Keeps vectors by model and hash of the text."""

    def get(self, model: str, text_hashes: Sequence[str]) -> Mapping[str, NDArray[np.float32]]:
        """Return the vectors there are, by text hash."""
        ...

    def put(self, model: str, new: Mapping[str, NDArray[np.float32]]) -> None:
        """Add vectors by text hash."""
        ...

    def clear(self, model: str) -> None:
        """Forget all vectors of a model."""
        ...


class RunStore(Protocol):
    """Keeps runs."""

    def add(self, record: RunRecord) -> RunId:
        """Append one run and return its id."""
        ...

    def get(self, run_id: RunId) -> Run:
        """Return one run, or raise UnknownRunError."""
        ...

    def find_latest(self, kind: RunKind) -> Run | None:
        """Return the newest run of a kind, None where there is none."""
        ...

    def list_before(self, before: RunId | None, n_runs: int) -> tuple[Run, ...]:
        """Return up to `n_runs` runs older than `before`, the newest first."""
        ...


class EvaluationStore(Protocol):
    """Keeps evaluations."""

    def add(self, run_id: RunId, record: EvaluationRecord) -> None:
        """Keep the figures of a run."""
        ...


class ThemeMapStore(Protocol):
    """Keeps the newest theme maps."""

    def find_newest(self) -> RunId | None:
        """Return the run of the newest map, None where there is none."""
        ...

    def get(self, run_id: RunId) -> ThemeMap | None:
        """Return the map a run drew, None where it drew none or it is no longer kept."""
        ...

    def add(self, run_id: RunId, theme_map: ThemeMap) -> None:
        """Keep the map of a run."""
        ...


class ThemeEditStore(Protocol):
    """Keeps the edits of the organiser."""

    def add(self, change: ThemeChange, *, actor: str, at: datetime) -> ThemeEditId:
        """Append one edit and return its id."""
        ...

    def undo(self, edit_id: ThemeEditId, *, actor: str, at: datetime) -> None:
        """Mark one edit as undone."""
        ...

    def list_all(self) -> tuple[ThemeEdit, ...]:
        """Return all edits by id, also those that were undone."""
        ...


class AuditStore(Protocol):
    """Keeps audit events."""

    def add(self, event: AuditEvent) -> None:
        """Append one event."""
        ...

    def version(self) -> int:
        """Return a number that grows with every change of the data."""
        ...

    def find_latest(self, action: str) -> AuditEvent | None:
        """Return the newest event of an action, None where there is none."""
        ...


class Stores(Protocol):
    """The stores of one transaction."""

    @property
    def ideas(self) -> IdeaStore: ...  # noqa: D102 - the name says it

    @property
    def organisations(self) -> OrganisationStore: ...  # noqa: D102

    @property
    def projects(self) -> ProjectStore: ...  # noqa: D102

    @property
    def calls(self) -> CallStore: ...  # noqa: D102

    @property
    def vectors(self) -> VectorStore: ...  # noqa: D102

    @property
    def runs(self) -> RunStore: ...  # noqa: D102

    @property
    def evaluations(self) -> EvaluationStore: ...  # noqa: D102

    @property
    def theme_maps(self) -> ThemeMapStore: ...  # noqa: D102

    @property
    def theme_edits(self) -> ThemeEditStore: ...  # noqa: D102

    @property
    def audit(self) -> AuditStore: ...  # noqa: D102


class Database(Protocol):
    """Opens transactions."""

    def reading(self) -> AbstractContextManager[Stores]:
        """Give stores that see one state."""
        ...

    def writing(self) -> AbstractContextManager[Stores]:
        """Give stores whose changes are all kept, or none."""
        ...
