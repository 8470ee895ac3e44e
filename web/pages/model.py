"""The page on the language model: what it is good and bad at, with the figures of the model card."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from web.dependencies import ServicesDep
from web.templating import render_page
from web.translations import N_

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """A task with the `share` in [0, 1] in which the right text was found; `asked` and `data` are messages."""

    asked: str
    share: float
    data: str
    measured_on: date
    n_decimals: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A kind of pair with its mean similarity in two languages; `pair` is a message."""

    pair: str
    finnish: float
    swedish: float


_NOVEMBER_24: Final = date(2026, 11, 24)
_NOVEMBER_28: Final = date(2026, 11, 28)
LIMITS_MEASURED_ON: Final = date(2026, 11, 25)
STRENGTHS: Final = (
    Strength(
        asked=N_("A text’s two translations come first among texts in three languages"),
        share=0.951,
        data=N_("SIB-200, 701 sentences"),
        measured_on=_NOVEMBER_24,
        n_decimals=3,
    ),
    Strength(
        asked=N_("A Finnish sentence in other words comes first, by meaning alone"),
        share=0.971,
        data=N_("Turku paraphrase corpus, 1,009 pairs"),
        measured_on=_NOVEMBER_28,
        n_decimals=3,
    ),
    Strength(
        asked=N_("The same, by meaning and words as this service searches"),
        share=0.995,
        data=N_("Turku paraphrase corpus, 1,009 pairs"),
        measured_on=_NOVEMBER_28,
        n_decimals=3,
    ),
    Strength(
        asked=N_("The same idea in Finnish and Swedish, the most similar of all"),
        share=21 / 24,
        data=N_("24 pairs among 133 illustrative ideas"),
        measured_on=_NOVEMBER_28,
    ),
    Strength(
        asked=N_("The same idea in Finnish and Swedish, among the three most similar"),
        share=1.0,
        data=N_("24 pairs among 133 illustrative ideas"),
        measured_on=_NOVEMBER_28,
    ),
)
"""As docs/method.md and docs/model-card.md have them; a test holds these against the card."""
LIMITS: Final = (
    Limit(pair=N_("Say the same without a content word in common"), finnish=0.30, swedish=0.34),
    Limit(pair=N_("Have nothing to do with each other"), finnish=0.0, swedish=0.06),
    Limit(pair=N_("Differ in a negation"), finnish=0.76, swedish=0.75),
    Limit(pair=N_("Differ in a number"), finnish=0.86, swedish=0.79),
    Limit(pair=N_("Differ in the municipality"), finnish=0.70, swedish=0.70),
)
"""Of tests/matcher/model_limits.csv; its test holds what follows from them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelPage:
    """What is known of the bundled model, and the `model` that is in use.

    `strengths` are tasks with their shares, `limits` pairs of sentences with their similarities, measured on
    `limits_measured_on`.
    """

    model: str
    strengths: Sequence[Strength] = STRENGTHS
    limits: Sequence[Limit] = LIMITS
    limits_measured_on: date = LIMITS_MEASURED_ON


@router.get("/model")
def show_model(request: Request, services: ServicesDep) -> HTMLResponse:
    """Show what the language model is good and bad at."""
    return render_page(request, "texts/model.html", ModelPage(model=services.encoder.model))
