"""Evaluations for programs; read from the database itself, for they are no part of the snapshot."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from models.evaluation_record import Evaluation
from web.api.paging import PageQuery, cut_page, link_next
from web.api.schemas.evaluation import EvaluationAnswer, EvaluationPage, describe_evaluation
from web.dependencies import ServicesDep
from web.evaluations import find_all_evaluations, find_evaluation

router = APIRouter(prefix="/evaluations", tags=["evaluations"])


class EvaluationQuery(PageQuery):
    """What the list of evaluations takes."""


@router.get("")
def list_evaluations(
    request: Request, response: Response, services: ServicesDep, query: Annotated[EvaluationQuery, Query()]
) -> EvaluationPage:
    """List how well partners are found: those of this installation, the newest first, then those shipped with it."""

    def find_position(numbered: tuple[int, Evaluation]) -> int:
        """Return a place that stays when newer ones are recorded: below 0 by run, from 0 as shipped."""
        number, evaluation = numbered
        return number if evaluation.run_id is None else -evaluation.run_id

    evaluations = find_all_evaluations(services)
    n_recorded = sum(each.run_id is not None for each in evaluations)
    cut = cut_page(enumerate(evaluations, start=-n_recorded), query, position=find_position, kind=int)
    items = [describe_evaluation(evaluation) for _, evaluation in cut.items]
    return EvaluationPage(items=items, next=link_next(request, response, cut.cursor))


@router.get("/{evaluation_id}")
def get_evaluation(
    services: ServicesDep,
    evaluation_id: Annotated[str, Path(description="Id of the evaluation.", examples=["partners-dk-5-folds"])],
) -> EvaluationAnswer:
    """Get one evaluation: figures of all rankers with intervals, and what they were measured on."""
    return describe_evaluation(find_evaluation(services, evaluation_id))
