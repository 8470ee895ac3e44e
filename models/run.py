"""Runs: reproducible computations, and audit events: who changed what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

RunId = NewType("RunId", int)
Value = str | int | float | bool | None
"""What a parameter or a result of a run may be, so that it reads the same in JSON and in a page."""


class RunKind(StrEnum):
    """What was computed."""

    IMPORT = "import"
    MATCH = "match"
    EVALUATION = "evaluation"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """A finished computation: what went in (data version, model, parameters, seed), when, and what came out.

    Times are UTC and aware; `data_version` is a hash of the inputs; `random_state` is None where nothing is random.
    """

    kind: RunKind
    started_at: datetime
    finished_at: datetime
    data_version: str
    software_version: str
    model: str | None = None
    random_state: int | None = None
    parameters: Mapping[str, Value] = field(default_factory=dict)
    results: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run(RunRecord):
    """A stored run."""

    id: RunId
