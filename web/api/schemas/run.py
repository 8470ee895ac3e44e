"""Runs as programs see them."""

from datetime import UTC, datetime
from typing import Final

from pydantic import BaseModel, Field

from models.run import Run, RunKind, Value
from web.api.paging import Page


class RunAnswer(BaseModel):
    """A reproducible computation: what went in, when, and what came out."""

    id: int = Field(description="Number of the run; later runs have higher ones.", examples=[12])
    kind: RunKind = Field(description="Which computation it was.")
    started_at: datetime = Field(description="UTC.")
    finished_at: datetime = Field(description="UTC.")
    data_version: str = Field(description="Hash of the data that went in.")
    software_version: str = Field(description="Version of Kumppani that computed it.")
    model: str | None = Field(description="The language model; null where none was used.")
    random_state: int | None = Field(description="The seed; null where nothing is random.")
    parameters: dict[str, Value] = Field(description="The settings of the computation, by name.")
    results: dict[str, Value] = Field(description="What came out, by name.")


class RunPage(Page[RunAnswer]):
    """A page of runs, the newest first."""


def describe_run(run: Run) -> RunAnswer:
    """Return a run."""
    return RunAnswer(
        id=run.id,
        kind=run.kind,
        started_at=run.started_at,
        finished_at=run.finished_at,
        data_version=run.data_version,
        software_version=run.software_version,
        model=run.model,
        random_state=run.random_state,
        parameters=dict(run.parameters),
        results=dict(run.results),
    )


RUN_EXAMPLE: Final = RunAnswer(
    id=12,
    kind=RunKind.MATCH,
    started_at=datetime(2019, 9, 27, 9, 30, tzinfo=UTC),
    finished_at=datetime(2019, 9, 27, 9, 31, tzinfo=UTC),
    data_version="3f1c0b5e9a7d2468",
    software_version="0.1.0",
    model="multilingual-e5-small-q4",
    random_state=None,
    parameters={},
    results={"n_ideas": 133},
)
RUN_PAGE_EXAMPLE: Final = RunPage(items=[RUN_EXAMPLE], next=None)
