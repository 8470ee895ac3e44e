"""The pages of text: how it works, about the data, and the accessibility statement."""

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from matcher.calibration import PRIOR_WEIGHT
from matcher.catalogue import Catalogue
from matcher.relevance import (
    LENGTH_MAX,
    LENGTH_USUAL,
    LENGTH_WEIGHT,
    MEANING_WEIGHT,
    RELEVANCE_MIN,
    START,
    UNKNOWN_USUAL,
    UNKNOWN_WEIGHT,
    WORDING_WEIGHT,
    WORDS_WEIGHT,
)
from matcher.reuse_points import PROJECT_WEIGHTS, ReuseWeights
from models.idea import Origin
from models.language import ENGLISH, FINNISH, SWEDISH
from models.organisation import POPULATION_DAY, OrganisationKind
from models.version import SOFTWARE_VERSION
from web.dependencies import ServicesDep, SnapshotDep
from web.templating import render_page
from web.translations import LANGUAGE_COOKIE, choose_language

router = APIRouter()

STATEMENT_DAY: Final = date(2026, 11, 24)
"""When the accessibility statement of the software was last gone through."""
SUPERVISOR_SITES: Final = MappingProxyType(
    {
        FINNISH: "www.saavutettavuusvaatimukset.fi",
        SWEDISH: "www.tillganglighetskrav.fi",
        ENGLISH: "www.webaccessibility.fi",
    }
)
"""Where the supervisory authority takes complaints in each language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodPage:
    """How search works, with the constants that it really uses.

    `model` encodes; `start`, `meaning_weight`, `words_weight` and `wording_weight` make the points of an idea, and
    `relevance_min` in [0, 1] is what a hit has at least. Whether there is one is judged by `unknown_weight` and
    `length_weight`, from what is usual, `unknown_usual` and `length_usual`; words beyond `length_max` do not count.
    `prior_weight` is how many texts the background counts for when the mean of a kind of text is estimated.
    `project_weights` make the points by which a project is the same as an idea.
    """

    model: str
    start: float = START
    unknown_weight: float = UNKNOWN_WEIGHT
    unknown_usual: float = UNKNOWN_USUAL
    length_weight: float = LENGTH_WEIGHT
    length_usual: int = LENGTH_USUAL
    length_max: int = LENGTH_MAX
    meaning_weight: float = MEANING_WEIGHT
    words_weight: float = WORDS_WEIGHT
    wording_weight: float = WORDING_WEIGHT
    relevance_min: float = RELEVANCE_MIN
    prior_weight: float = PRIOR_WEIGHT
    project_weights: ReuseWeights = PROJECT_WEIGHTS


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutTheDataPage:
    """What there is: how many of each thing are stored, and from which day the population is.

    `n_illustrative` and `n_imported` count ideas, `n_municipalities` all of the reference date, `n_merged` those of
    them that have merged since; `n_joint_authorities`, `n_projects` and `n_calls` the rest. `model` is the name of the
    language model, `population_day` the day of the figures, `cookie` the name of the only cookie.
    """

    n_illustrative: int
    n_imported: int
    n_municipalities: int
    n_merged: int
    n_joint_authorities: int
    n_projects: int
    n_calls: int
    model: str
    population_day: date
    cookie: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessibilityPage:
    """The accessibility statement of the software.

    `address` is where problems are reported, `supervisor_site` the site of the authority in the reader's language;
    `statement_day` and `software_version` tell what the statement is about.
    """

    address: str
    supervisor_site: str
    statement_day: date
    software_version: str


@router.get("/method")
def show_method(request: Request, services: ServicesDep) -> HTMLResponse:
    """Show how search and names work."""
    return render_page(request, "texts/method.html", MethodPage(model=services.encoder.model))


@router.get("/about-the-data")
def show_about_the_data(request: Request, services: ServicesDep, snapshot: SnapshotDep) -> HTMLResponse:
    """Show where the data come from and what is not known."""
    return render_page(request, "texts/about_the_data.html", count_data(snapshot.catalogue, services.encoder.model))


@router.get("/accessibility")
def show_accessibility(request: Request, services: ServicesDep) -> HTMLResponse:
    """Show the accessibility statement."""
    context = AccessibilityPage(
        address=services.settings.accessibility_address,
        supervisor_site=SUPERVISOR_SITES[choose_language(request)],
        statement_day=STATEMENT_DAY,
        software_version=SOFTWARE_VERSION,
    )
    return render_page(request, "texts/accessibility.html", context)


def count_data(catalogue: Catalogue, model: str) -> AboutTheDataPage:
    """Return how much of everything a catalogue holds."""
    origins = [idea.origin for idea in catalogue.ideas.values()]
    organisations = list(catalogue.organisations.values())
    municipalities = [each for each in organisations if each.kind is OrganisationKind.MUNICIPALITY]
    return AboutTheDataPage(
        n_illustrative=origins.count(Origin.ILLUSTRATIVE),
        n_imported=origins.count(Origin.IMPORTED),
        n_municipalities=len(municipalities),
        n_merged=sum(each.valid_to is not None for each in municipalities),
        n_joint_authorities=sum(each.kind is OrganisationKind.JOINT_AUTHORITY for each in organisations),
        n_projects=len(catalogue.projects),
        n_calls=len(catalogue.calls),
        model=model,
        population_day=POPULATION_DAY,
        cookie=LANGUAGE_COOKIE,
    )
