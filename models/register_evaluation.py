"""The running product's suggestions, measured: on the projects of the register, each taken out, and on all ideas."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from models.evaluation import Figure
from models.organisation import OrganisationId
from models.project import ProjectId


class RegisterRanker(StrEnum):
    """What candidates are ranked by: all parts of the points, or one thing alone as a baseline."""

    KUMPPANI = "kumppani"
    POPULARITY = "popularity"
    DISTANCE = "distance"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class RegisterCase:
    """One question: a project without its record, one member given; `ranks` has the others' places, from 1."""

    project_id: ProjectId
    given_id: OrganisationId
    ranks: Mapping[OrganisationId, int]


@dataclass(frozen=True, slots=True)
class RegisterFigures:
    """How well one ranker finds the other members; means over projects, with intervals over projects."""

    recall_at_10: Figure
    mean_reciprocal_rank: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionSurvey:
    """What the suggestions shown for all ideas rest on and whom they go to.

    `without_history` in [0, 1] is the share for which no past project speaks, None where there are no suggestions;
    `newcomers` is the share that goes to organisations without a past project and `small` to municipalities of fewer
    than 5,000 inhabitants, beside `newcomers_among_candidates` and `small_among_candidates`. `coverage` is the share of
    candidates suggested for any idea.
    """

    n_ideas: int
    n_suggestions: int
    without_history: float | None
    newcomers: float | None
    newcomers_among_candidates: float
    small: float | None
    small_among_candidates: float
    coverage: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEvaluation:
    """Figures over `n_projects` of the register with `n_questions` given members, ranking `n_candidates`.

    `cases` are by project, the lead first where it is known. `twins_found` is the share of ideas whose planted twin's
    party is among the first three, None where no twins were given.
    """

    model: str
    n_projects: int
    n_questions: int
    n_candidates: int
    figures: Mapping[RegisterRanker, RegisterFigures]
    cases: Sequence[RegisterCase]
    survey: SuggestionSurvey
    n_twins: int = 0
    twins_found: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRecord:
    """An evaluation of the register that is kept: `measured_at` is UTC and aware, `data_version` a SHA-256."""

    measured_at: datetime
    data_version: str
    software_version: str
    evaluation: RegisterEvaluation
