"""Partner rankings, measured: the projects they are measured on, and the figures with intervals and comparisons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.evaluation import Figure
from models.language import LanguageCode


@dataclass(frozen=True, slots=True, kw_only=True)
class PastProject:
    """A project with all its members by name, each once.

    `start` is None where the day it began is not known, `region` empty where it is not told where it is.
    """

    id: str
    title: str
    text: str
    language: LanguageCode
    start: date | None
    members: tuple[str, ...]
    region: str = ""


class Ranker(StrEnum):
    """What organisations are ranked by: the product's blend, or a baseline that it has to beat."""

    KUMPPANI = "kumppani"
    RANDOM = "random"
    POPULARITY = "popularity"
    BM25 = "bm25"
    CHARACTERS = "char_tfidf"
    EMBEDDINGS = "embeddings"
    CO_OCCURRENCE = "co_occurrence"
    WALK = "walk"
    FUSED = "hand_fused"


class HistorySignal(StrEnum):
    """What past projects tell of an organisation as a partner; each has a weight in the blend."""

    TEXT = "text"
    NEAREST = "nearest"
    WALK = "walk"
    NAMED = "named"
    NAME_LIKENESS = "name_likeness"
    EXPERIENCE = "experience"
    REGION = "region"


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingFigures:
    """How well one ranker finds the other members of a project from one of them.

    Figures are means over projects. `newcomers` is recall@10 of hidden members with a single past project, None where
    there is none. `coverage_at_10` in [0, 1] is the share of organisations that are ever among the first ten,
    `exposure_gini` in [0, 1] how unequally places among the first ten are shared out, and `new_ties` in [0, 1] the
    share of them that go to organisations which the given one was never with.
    """

    recall_at_5: Figure
    recall_at_10: Figure
    mean_reciprocal_rank: Figure
    ndcg_at_10: Figure
    newcomers: Figure | None
    coverage_at_10: float
    exposure_gini: float
    new_ties: float


@dataclass(frozen=True, slots=True)
class Difference:
    """By how much the blend is better than a baseline, with a 95 % interval, and the p-value of no difference.

    `value`, `low` and `high` are differences of nDCG@10 in [-1, 1], paired by project; `p_value` in [0, 1] is of a
    paired permutation test, corrected for the number of baselines by Holm's method.
    """

    value: float
    low: float
    high: float
    p_value: float


@dataclass(frozen=True, slots=True)
class PartnerRanking:
    """All other organisations in the order in which they are suggested to one member of a project, best first."""

    project_id: str
    given: str
    ranked: Sequence[str]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PartnerEvaluation:
    """Figures of all rankers over `n_projects` with `n_questions` given members, and how the blend was weighed.

    `n_history`, `n_organisations` and `n_learned_from` are summed over folds where there are several; `weights` are of
    the last fold. `n_learned_from` is the number of projects that the blend was learned from, 0 where there were too
    few.
    """

    model: str
    n_folds: int
    n_history: int
    n_organisations: int
    n_learned_from: int
    n_projects: int
    n_questions: int
    n_left_out: int
    figures: Mapping[Ranker, RankingFigures]
    differences: Mapping[Ranker, Difference]
    weights: Mapping[HistorySignal, float]
    rankings: Sequence[PartnerRanking]
