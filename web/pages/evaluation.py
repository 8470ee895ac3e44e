"""How well partners are found: the newest evaluation of this installation, and those that come with the product."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from models.evaluation import FEWEST_MEASURED
from models.evaluation_record import Evaluation
from models.register_evaluation import RegisterRecord
from web.dependencies import ServicesDep
from web.evaluations import find_newest_evaluations
from web.templating import render_page
from web.too_few import TOO_FEW
from web.wiring import load_shipped_register_record

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationPage:
    """What was measured: `evaluations`, that of this installation first; fewer projects than `fewest` show nothing.

    `register` is what was measured on the register that comes with the service.
    """

    evaluations: Sequence[Evaluation]
    register: RegisterRecord
    fewest: int = FEWEST_MEASURED
    too_few: str = TOO_FEW


@router.get("/evaluation")
def show_evaluation(request: Request, services: ServicesDep) -> HTMLResponse:
    """Show how well partners are found."""
    context = EvaluationPage(evaluations=find_newest_evaluations(services), register=load_shipped_register_record())
    return render_page(request, "evaluation/evaluation.html", context)
