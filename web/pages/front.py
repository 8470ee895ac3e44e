"""The front page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from matcher.catalogue import Catalogue
from models.idea import Idea, Origin
from models.language import ENGLISH, FINNISH, LANGUAGES, SWEDISH, LanguageCode
from models.organisation import OrganisationKind
from web.dependencies import SnapshotDep
from web.pages.idea_cards import IdeaCard, make_card
from web.templating import render_page
from web.translations import choose_language

router = APIRouter()

_N_NEWEST: Final = 6  # taste: two rows of three
EXAMPLES: Final = {
    FINNISH: (
        "koulukuljetusten suunnittelu naapurikunnan kanssa",
        "ohjelmistorobotti palkanlaskentaan",
        "sijaisten hankkiminen kouluihin",
        "asiakirjat sähköiseen arkistoon",
    ),
    SWEDISH: (
        "planera skolskjutsar tillsammans med grannkommunen",
        "programrobot för löneräkning",
        "hjälp med språket för nyanlända familjer",
        "digitalt arkiv för nämndens handlingar",
    ),
    ENGLISH: (
        "school transport with the neighbouring municipality",
        "software robots for payroll",
        "language help for newcomers",
        "an electronic archive for board documents",
    ),
}
"""Searches to try, in the reader's language; they find ideas in the other languages too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage:
    """What the front page shows.

    `n_ideas`, `n_municipalities`, `n_projects` and `n_languages` count what is stored: ideas, municipalities of today,
    entries of the register and languages of ideas. `are_illustrative` tells that every idea, `some_illustrative` that
    at least one was written to illustrate. `examples` are searches to try, `newest` the ideas that came last.
    """

    n_ideas: int
    n_municipalities: int
    n_projects: int
    n_languages: int
    are_illustrative: bool
    some_illustrative: bool
    examples: tuple[str, ...]
    newest: tuple[IdeaCard, ...]


@router.get("/")
def show_front(request: Request, snapshot: SnapshotDep) -> HTMLResponse:
    """Show the search box, how it works, and what there is."""
    return render_page(request, "front/front.html", make_front(snapshot.catalogue, choose_language(request)))


def make_front(catalogue: Catalogue, language: LanguageCode) -> FrontPage:
    """Return the front page for readers of `language`."""
    ideas = tuple(catalogue.ideas.values())
    illustrative = [idea.origin is Origin.ILLUSTRATIVE for idea in ideas]
    return FrontPage(
        n_ideas=len(ideas),
        n_municipalities=_count_municipalities(catalogue),
        n_projects=len(catalogue.projects),
        n_languages=len({idea.language for idea in ideas}) or len(LANGUAGES),
        are_illustrative=bool(illustrative) and all(illustrative),
        some_illustrative=any(illustrative),
        examples=EXAMPLES[language],
        newest=tuple(make_card(idea, catalogue, language) for idea in sort_newest(ideas)[:_N_NEWEST]),
    )


def sort_newest(ideas: Sequence[Idea]) -> list[Idea]:
    """Return the ideas, the last stored first."""
    return sorted(ideas, key=lambda idea: (idea.created_at, idea.id), reverse=True)


def _count_municipalities(catalogue: Catalogue) -> int:
    """Return how many municipalities there are today."""
    return sum(
        each.kind is OrganisationKind.MUNICIPALITY and each.valid_to is None
        for each in catalogue.organisations.values()
    )
