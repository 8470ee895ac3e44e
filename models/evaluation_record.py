"""Evaluations of partner rankings that are kept: figures and what they were measured on, never rows nor names."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NewType

from models.localised_text import LocalisedText
from models.partner_evaluation import Difference, Ranker, RankingFigures
from models.run import RunId

EvaluationId = NewType("EvaluationId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSet:
    """Projects of others that the product was measured on and does not contain."""

    id: str
    title: LocalisedText
    source: LocalisedText
    licence: LocalisedText


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationRecord:
    """The figures of one evaluation, with all that is needed to measure them again.

    `name` is what the data are called and `data_version` the SHA-256 of their files. `cut` is the day that parts what
    is known from what is measured, None where folds or two files do. Times are UTC and aware.
    The other fields are those of `PartnerEvaluation`; `weights` go by the names that signals had then.
    What is added later needs a default: records of earlier versions are still read.
    """

    name: str
    data_version: str
    cut: date | None
    random_state: int
    software_version: str
    started_at: datetime
    finished_at: datetime
    model: str
    n_folds: int
    n_history: int
    n_organisations: int
    n_learned_from: int
    n_projects: int
    n_questions: int
    n_left_out: int
    figures: Mapping[Ranker, RankingFigures]
    differences: Mapping[Ranker, Difference]
    weights: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """A record that can be asked for: of a run of this installation, or shipped with a description of its data."""

    id: EvaluationId
    record: EvaluationRecord
    run_id: RunId | None = None
    data_set: DataSet | None = None
