"""The evaluations there are: those recorded in this installation, then those that come with the product."""

from models.errors import UnknownEvaluationError
from models.evaluation_record import Evaluation
from web.wiring import Services, load_shipped_evaluations


def find_all_evaluations(services: Services) -> tuple[Evaluation, ...]:
    """Return all evaluations: those of this installation from the newest on, then the shipped ones by data set."""
    with services.database.reading() as stores:
        recorded = stores.evaluations.list_all()
    return (*recorded, *load_shipped_evaluations())


def find_newest_evaluations(services: Services) -> tuple[Evaluation, ...]:
    """Return the newest evaluation of this installation, where there is one, then the shipped ones by data set."""
    with services.database.reading() as stores:
        newest = stores.evaluations.find_newest()
    return (*(() if newest is None else (newest,)), *load_shipped_evaluations())


def find_evaluation(services: Services, evaluation_id: str) -> Evaluation:
    """Return one evaluation, or raise UnknownEvaluationError."""
    found = next((each for each in find_all_evaluations(services) if each.id == evaluation_id), None)
    if found is None:
        raise UnknownEvaluationError(evaluation_id)
    return found
