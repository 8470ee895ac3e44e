"""Evaluations of partner rankings as programs see them, by the names they have on the command line too."""

from datetime import UTC, date, datetime
from typing import Annotated, Final

from pydantic import BaseModel, Field

from models.evaluation_record import DataSet, Evaluation
from web.api.paging import Page
from web.api.schemas.names import LocalisedName, describe_name
from web.too_few import write_note
from web.wiring import describe_record

Share = Annotated[float, Field(ge=0, le=1)]
Gain = Annotated[float, Field(ge=-1, le=1)]


class FigureAnswer(BaseModel):
    """A mean over projects."""

    value: Share = Field(description="The mean, in [0, 1].")
    low: Share = Field(description="Lower bound of its 95 % bootstrap interval.")
    high: Share = Field(description="Upper bound of its 95 % bootstrap interval.")


class RankerAnswer(BaseModel):
    """How well one ranker finds the other members of a project from one of them."""

    recall_at_5: FigureAnswer = Field(description="Share of those sought that are among the first five.")
    recall_at_10: FigureAnswer = Field(description="Share of those sought that are among the first ten.")
    mean_reciprocal_rank: FigureAnswer = Field(description="One divided by the place of the first one found.")
    ndcg_at_10: FigureAnswer = Field(description="Found among the first ten, the first places counting most.")
    newcomers: FigureAnswer | None = Field(
        description="Recall at 10 of those with a single past project; null where there are none."
    )
    coverage_at_10: Share = Field(description="Share of all organisations that are ever among the first ten.")
    exposure_gini: Share = Field(description="How unequally places among the first ten are shared out; 0 is equally.")
    new_ties: Share = Field(description="Share of those places that go to somebody the given one was never with.")


class DifferenceAnswer(BaseModel):
    """By how much nDCG at 10 of `kumppani` is above that of a baseline, paired by project."""

    value: Gain = Field(description="The mean difference.")
    low: Gain = Field(description="Lower bound of its 95 % bootstrap interval.")
    high: Gain = Field(description="Upper bound of its 95 % bootstrap interval.")
    p_value: Share = Field(description="Of a paired permutation test, corrected for all baselines by Holm's method.")


class DataSetAnswer(BaseModel):
    """Projects of others that were measured on and are not shipped."""

    title: LocalisedName = Field(description="What they are.")
    source: LocalisedName = Field(description="Where they come from.")
    licence: LocalisedName = Field(description="Under which licence.")


class EvaluationAnswer(BaseModel):
    """What one evaluation found, and all that is needed to measure it again; it has no row of the data and no name."""

    id: str = Field(description="Id of the evaluation.", examples=["run-12"])
    run_id: int | None = Field(description="The run of this installation; null where it comes with the product.")
    data_set: DataSetAnswer | None = Field(description="What it was measured on; null where only the name is known.")
    name: str = Field(description="What the data are called, or their file.")
    data_version: str = Field(description="SHA-256 of the file, or of the two files one after the other.")
    cut: date | None = Field(description="What began before this day was known; null where folds or files part them.")
    random_state: int = Field(description="The seed.")
    software_version: str = Field(description="Version of Kumppani that measured.")
    started_at: datetime = Field(description="UTC.")
    finished_at: datetime = Field(description="UTC.")
    model: str = Field(description="The language model.")
    folds: int = Field(ge=1, description="In how many parts the data were measured, each on all others.")
    history: int = Field(ge=0, description="Projects that were known, summed over folds.")
    organisations: int = Field(ge=0, description="Organisations that were ranked, summed over folds.")
    learned_from: int = Field(ge=0, description="Projects the weights were learned from, over folds; 0: none.")
    projects: int = Field(ge=0, description="Projects that were measured.")
    questions: int = Field(ge=0, description="Their members, each of which was given once.")
    left_out: int = Field(ge=0, description="Projects left out because a sister project was known.")
    rankers: dict[str, RankerAnswer] = Field(description="Figures of `kumppani` and of every baseline.")
    better_by: dict[str, DifferenceAnswer] = Field(description="By how much `kumppani` is better than each baseline.")
    note: str | None = Field(description="That so few projects show nothing; null where there are enough.")
    weights: dict[str, float] = Field(description="What each signal weighed, in the last fold.")


class EvaluationPage(Page[EvaluationAnswer]):
    """A page of evaluations: those of this installation from the newest on, then those that come with the product."""


def describe_evaluation(evaluation: Evaluation) -> EvaluationAnswer:
    """Return an evaluation."""
    data_set = evaluation.data_set
    return EvaluationAnswer.model_validate(
        {
            **describe_record(evaluation.record),
            "id": evaluation.id,
            "run_id": evaluation.run_id,
            "note": write_note(evaluation.record.n_projects),
            "data_set": None if data_set is None else _describe_data_set(data_set),
        }
    )


def _describe_data_set(data_set: DataSet) -> DataSetAnswer:
    """Return what was measured on."""
    return DataSetAnswer(
        title=describe_name(data_set.title),
        source=describe_name(data_set.source),
        licence=describe_name(data_set.licence),
    )


_FIGURE: Final = FigureAnswer(value=0.5, low=0.25, high=0.75)
EVALUATION_EXAMPLE: Final = EvaluationAnswer(
    id="run-12",
    run_id=12,
    data_set=None,
    name="Kainuu",
    data_version="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    cut=date(2019, 1, 1),
    random_state=2019,
    software_version="0.1.0",
    started_at=datetime(2019, 9, 27, 9, 30, tzinfo=UTC),
    finished_at=datetime(2019, 9, 27, 9, 31, tzinfo=UTC),
    model="multilingual-e5-small-q4",
    folds=1,
    history=40,
    organisations=60,
    learned_from=30,
    projects=12,
    questions=36,
    left_out=1,
    note=write_note(12),
    rankers={
        "kumppani": RankerAnswer(
            recall_at_5=_FIGURE,
            recall_at_10=_FIGURE,
            mean_reciprocal_rank=_FIGURE,
            ndcg_at_10=_FIGURE,
            newcomers=None,
            coverage_at_10=0.5,
            exposure_gini=0.5,
            new_ties=0.5,
        )
    },
    better_by={"popularity": DifferenceAnswer(value=0.25, low=0.125, high=0.375, p_value=0.004)},
    weights={"text": 0.7},
)
EVALUATION_PAGE_EXAMPLE: Final = EvaluationPage(items=[EVALUATION_EXAMPLE], next=None)
