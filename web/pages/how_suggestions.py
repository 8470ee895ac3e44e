"""How suggestions of partners are made, in plain words, with the weights in use and an example from the data."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from matcher.partner_points import DEFAULT_WEIGHTS
from matcher.shown_suggestions import ShownSuggestions, look_over_suggestions
from matcher.snapshot import Snapshot
from web.dependencies import SnapshotDep
from web.pages.partner_rows import PartnerRow, describe_suggestions
from web.partner_parts import PartTerm, list_terms
from web.remembered import remember
from web.templating import render_page

router = APIRouter()

N_IDEAS: Final = 200  # taste: all that a call of 2019 had, and at two milliseconds each nobody waits
N_EACH: Final = 5
"""As many as the page of an idea shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HowSuggestionsPage:
    """How points come about.

    `terms` are those of the formula, and `weights` all figures in it by name. `shown` tells how many suggestions have
    a history, None while the language model is loading; `example` is one of them with the idea it is for, None where
    nothing is suggested. `n_projects` are in the register and `n_each` suggestions are shown for an idea.
    """

    terms: Sequence[PartTerm]
    weights: Mapping[str, float]
    shown: ShownSuggestions | None
    example: PartnerRow | None
    n_projects: int
    n_each: int = N_EACH


@router.get("/how-suggestions-are-made")
def show_how_suggestions_are_made(request: Request, snapshot: SnapshotDep) -> HTMLResponse:
    """Show how suggestions are made."""
    catalogue = snapshot.catalogue
    shown = _look_over(snapshot)
    first = None if shown is None else shown.example
    examples = describe_suggestions([] if first is None else [first], catalogue, with_idea=True)
    context = HowSuggestionsPage(
        terms=list_terms(DEFAULT_WEIGHTS),
        weights=asdict(DEFAULT_WEIGHTS),
        shown=shown,
        example=next(iter(examples), None),
        n_projects=len(catalogue.projects),
    )
    return render_page(request, "texts/how_suggestions.html", context)


@remember
def _look_over(snapshot: Snapshot) -> ShownSuggestions | None:
    """Return what is shown of one snapshot, None until partners can be suggested."""
    if snapshot.partner_index is None:
        return None
    return look_over_suggestions(snapshot.index, snapshot.partner_index, n_ideas=N_IDEAS, n_each=N_EACH)
