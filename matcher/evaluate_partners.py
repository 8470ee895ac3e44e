"""Measures partner suggestions: one member of a project is given, and the others should come first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from matcher.bootstrap import estimate_mean
from matcher.history_signals import Values
from matcher.known_projects import (
    KnownProjects,
    ProjectQuestion,
    ask_past,
    know_projects,
    measure_signals,
    read_text,
    teach_past,
)
from matcher.partner_baselines import score_baselines
from matcher.partner_blend import Blend, forget_signal, learn_blend
from matcher.partner_splits import Split
from matcher.pipeline import Background
from matcher.ports import Encoder, ReportProgress
from matcher.ranking_measures import (
    TOP,
    correct_together,
    find_p_value,
    find_places,
    measure_gini,
    measure_ndcg,
    measure_recall,
    measure_reciprocal_rank,
    rank_columns,
)
from models.embeddings import Vectors
from models.errors import NothingToMeasureError
from models.partner_evaluation import (
    Difference,
    HistorySignal,
    PartnerEvaluation,
    PartnerRanking,
    Ranker,
    RankingFigures,
)

RANDOM_STATE: Final = 2019
"""The seed of the random baseline and of folds."""
_NEAR_TOP: Final = 5


@dataclass(slots=True, eq=False)
class _Tally:
    """What one ranker has done so far: figures by project, and how its first ten places were shared out.

    `exposure` has, a fold, how often each organisation was among the first ten.
    """

    recall_at_5: list[float] = field(default_factory=list)
    recall_at_10: list[float] = field(default_factory=list)
    reciprocal_ranks: list[float] = field(default_factory=list)
    ndcg_at_10: list[float] = field(default_factory=list)
    newcomers: list[float] = field(default_factory=list)
    exposure: list[NDArray[np.intp]] = field(default_factory=list)
    n_new_ties: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class _Past:
    """The past of one split, with all that rankers need of it.

    `blend` is for questions that tell their region, `blend_without_region` for those that do not.
    """

    known: KnownProjects
    blend: Blend
    blend_without_region: Blend
    n_past: NDArray[np.float64]


def evaluate_partners(
    splits: Sequence[Split],
    *,
    encoder: Encoder,
    background: Background,
    report: ReportProgress | None = None,
    random_state: int = RANDOM_STATE,
) -> PartnerEvaluation:
    """Return how well the product, and every baseline, finds the members of projects that it has not seen.

    All organisations of the history are candidates, never a sample. A test project counts if two of its members at
    least are among them; each of these is given once and the others are sought. Figures are averaged within a project
    first and then over projects. The blend is learned from the history alone, anew for each split.

    Parameters
    ----------
    splits : one, or one a fold
    encoder : the model
    background : the shipped sentences
    report : called with how many texts are encoded, and of how many
    random_state : seed of the random baseline

    Raises
    ------
    NothingToMeasureError : if no test project has two members that the history knows

    Notes
    -----
    Equal scores rank by the name of the organisation. The same input gives the same figures. Cost is linear in
    projects times organisations.
    """
    splits = [split for split in splits if split.history]
    texts = _encode(splits, encoder, background, report)
    chance = np.random.default_rng(random_state)
    tallies = {ranker: _Tally() for ranker in Ranker}
    rankings: list[PartnerRanking] = []
    pasts = []
    for split in splits:
        shipped = [sentence for sentences in background.values() for sentence in sentences]
        raw = np.stack([texts[text] for text in (*map(read_text, split.history), *shipped)])
        known = know_projects(split.history, raw, background=background)
        past = _learn_past(known)
        pasts.append(past)
        questions = [ask_past(known, project, raw=texts[read_text(project)]) for project in split.test]
        for tally in tallies.values():
            tally.exposure.append(np.zeros(len(past.n_past), dtype=np.intp))
        for question in questions:
            if question is not None:
                rankings += _answer(past, question, tallies, chance=chance)
    if not rankings:
        raise NothingToMeasureError
    return PartnerEvaluation(
        model=encoder.model,
        n_folds=len(splits),
        n_history=sum(len(split.history) for split in splits),
        n_organisations=sum(len(past.n_past) for past in pasts),
        n_learned_from=sum(past.blend.n_learned_from for past in pasts),
        n_projects=len(tallies[Ranker.KUMPPANI].ndcg_at_10),
        n_questions=len(rankings),
        n_left_out=sum(split.n_left_out for split in splits),
        figures={ranker: _summarise(tally) for ranker, tally in tallies.items()},
        differences=_compare(tallies),
        weights=pasts[-1].blend.weights,
        rankings=rankings,
    )


def _encode(
    splits: Sequence[Split], encoder: Encoder, background: Background, report: ReportProgress | None
) -> Mapping[str, NDArray[np.float32]]:
    """Return the raw vector of every text there is, each encoded once."""
    projects = (project for split in splits for project in (*split.history, *split.test))
    shipped = (sentence for sentences in background.values() for sentence in sentences)
    texts = list(dict.fromkeys([*map(read_text, projects), *shipped]))
    vectors: Vectors = encoder.encode(texts, report)
    return dict(zip(texts, vectors, strict=True))


def _learn_past(known: KnownProjects) -> _Past:
    """Return the past with its blends; where no project tells its region they are the same."""
    choices = teach_past(known)
    without_region = learn_blend(forget_signal(choices, HistorySignal.REGION))
    blend = learn_blend(choices) if (known.regions != "").any() else without_region
    return _Past(known, blend, without_region, np.asarray(known.membership.sum(axis=0)))


def _answer(
    past: _Past, question: ProjectQuestion, tallies: Mapping[Ranker, _Tally], *, chance: np.random.Generator
) -> list[PartnerRanking]:
    """Rank for every member of a project by every ranker, add up the figures, and return the rankings of the blend."""
    blend = past.blend if question.project.region else past.blend_without_region
    scores: dict[Ranker, Values] = {
        Ranker.KUMPPANI: blend.score(measure_signals(past.known, question)),
        **score_baselines(past.known, question, chance=chance),
    }
    orders = {
        ranker: [rank_columns(row, given) for row, given in zip(values, question.members.tolist(), strict=True)]
        for ranker, values in scores.items()
    }
    for ranker, ranked in orders.items():
        _add_up(tallies[ranker], past, question, ranked)
    names = past.known.history.organisation_ids
    return [
        PartnerRanking(question.project.id, names[given], [names[column] for column in order])
        for given, order in zip(question.members.tolist(), orders[Ranker.KUMPPANI], strict=True)
    ]


def _add_up(tally: _Tally, past: _Past, question: ProjectQuestion, ranked: Sequence[NDArray[np.intp]]) -> None:
    """Add what a ranker made of one project."""
    figures: list[tuple[float, float, float, float]] = []
    newcomers: list[float] = []
    for given, order in zip(question.members.tolist(), ranked, strict=True):
        sought = question.members[question.members != given]
        places = find_places(order, sought)
        figures.append(
            (
                measure_recall(places, _NEAR_TOP),
                measure_recall(places),
                measure_reciprocal_rank(places),
                measure_ndcg(places),
            )
        )
        new = sought[past.n_past[sought] == 1]
        if len(new):
            newcomers.append(measure_recall(find_places(order, new)))
        tally.exposure[-1][order[:TOP]] += 1
        shared = past.known.membership.T @ past.known.membership[:, [given]].toarray().ravel()
        tally.n_new_ties += int((shared[order[:TOP]] == 0).sum())
    means = np.mean(figures, axis=0).tolist()
    for values, mean in zip(
        (tally.recall_at_5, tally.recall_at_10, tally.reciprocal_ranks, tally.ndcg_at_10), means, strict=True
    ):
        values.append(mean)
    if newcomers:
        tally.newcomers.append(float(np.mean(newcomers)))


def _summarise(tally: _Tally) -> RankingFigures:
    """Return the figures of one ranker; how places are shared out is averaged over folds by their organisations."""
    exposure = [counts for counts in tally.exposure if counts.sum()]
    sizes = [len(counts) for counts in exposure]
    n_shown = sum(int(counts.sum()) for counts in exposure)
    return RankingFigures(
        recall_at_5=estimate_mean(np.array(tally.recall_at_5)),
        recall_at_10=estimate_mean(np.array(tally.recall_at_10)),
        mean_reciprocal_rank=estimate_mean(np.array(tally.reciprocal_ranks)),
        ndcg_at_10=estimate_mean(np.array(tally.ndcg_at_10)),
        newcomers=estimate_mean(np.array(tally.newcomers)) if tally.newcomers else None,
        coverage_at_10=float(np.average([(counts > 0).mean() for counts in exposure], weights=sizes)),
        exposure_gini=float(np.average([measure_gini(counts) for counts in exposure], weights=sizes)),
        new_ties=tally.n_new_ties / max(n_shown, 1),
    )


def _compare(tallies: Mapping[Ranker, _Tally]) -> Mapping[Ranker, Difference]:
    """Return by how much the blend is better than each baseline, project by project."""
    own = np.array(tallies[Ranker.KUMPPANI].ndcg_at_10)
    baselines = [ranker for ranker in Ranker if ranker is not Ranker.KUMPPANI]
    differences = [own - np.array(tallies[ranker].ndcg_at_10) for ranker in baselines]
    p_values = correct_together(np.array([find_p_value(values) for values in differences]))
    means = [estimate_mean(values) for values in differences]
    return {
        ranker: Difference(mean.value, mean.low, mean.high, float(p_value))
        for ranker, mean, p_value in zip(baselines, means, p_values, strict=True)
    }
