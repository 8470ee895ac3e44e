"""Measures the running product's suggestions on its own register: each project is taken out, its members are sought.

So few projects carry no claim: what is shown is each case, and intervals as wide as they are.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array

from matcher.bootstrap import estimate_mean
from matcher.catalogue import Catalogue
from matcher.inquiry import Inquiry, ask_for_text, read_typed_text
from matcher.partner_index import PartnerIndex, forget_projects
from matcher.partner_points import DEFAULT_WEIGHTS, PartnerPoints, PartnerWeights, weigh_partners
from matcher.partner_signals import Signal
from matcher.partners import suggest_for_idea
from matcher.ranking_measures import find_places, measure_recall, measure_reciprocal_rank
from matcher.search_index import SearchIndex
from matcher.suggestion_survey import survey_suggestions
from models.errors import NothingToMeasureError
from models.idea import IdeaId, Origin
from models.organisation import OrganisationId
from models.register_evaluation import RegisterCase, RegisterEvaluation, RegisterFigures, RegisterRanker
from models.suggestion import PartName

_FIRST: Final = 3  # places among which a twin's party is looked for
_ROW_OF: Final = {name: row for row, name in enumerate(PartName)}


def evaluate_register(
    catalogue: Catalogue,
    search_index: SearchIndex,
    partner_index: PartnerIndex,
    *,
    model: str,
    twins: Sequence[tuple[IdeaId, IdeaId]] = (),
    weights: PartnerWeights = DEFAULT_WEIGHTS,
) -> RegisterEvaluation:
    """Return how well the members of each project of the register are found from one of them, without its record.

    Every project with at least two members of today and with a text counts. Its text and one of its members are given,
    each member once; all candidates of today are ranked. Ideas that are only illustrative claim nothing about anybody
    and count as nobody's.

    Parameters
    ----------
    catalogue, search_index, partner_index : of one moment
    model : the name of the one that made the vectors
    twins : pairs of ideas that say the same; a party of the second should be among the first three for the first
    weights : of the signals

    Returns
    -------
    means of a project's questions first, then over projects; intervals by resampling projects

    Raises
    ------
    NothingToMeasureError : if there is no such project, or the model has not read the register yet

    Notes
    -----
    Other projects with the same members or on the same matter stay in the history: one that went on from another finds
    its members easily.
    """
    members_of = _list_members(catalogue, partner_index)
    texts = partner_index.project_texts
    if texts is None or not members_of:
        raise NothingToMeasureError
    index = _disown_illustrative(search_index, partner_index)
    cases: list[RegisterCase] = []
    measured: dict[RegisterRanker, list[NDArray[np.float64]]] = {ranker: [] for ranker in RegisterRanker}
    for text_row, members in members_of.items():
        project_row = int(partner_index.text_rows[text_row])
        rest = forget_projects(index, [project_row])
        figures: dict[RegisterRanker, list[tuple[float, float]]] = {ranker: [] for ranker in RegisterRanker}
        for given in members:
            inquiry = ask_for_text(rest, read_typed_text(texts, text_row), given)
            points = weigh_partners(rest, search_index, inquiry=inquiry, weights=weights)
            sought = [index.columns[each] for each in members if each != given]
            for ranker in RegisterRanker:
                order = _rank(_score(ranker, rest, points), inquiry)
                places = find_places(order, np.array(sought, dtype=np.intp))
                figures[ranker].append((measure_recall(places), measure_reciprocal_rank(places)))
            ranks = {int(column): rank for rank, column in enumerate(_rank(points.totals, inquiry), start=1)}
            cases.append(
                RegisterCase(
                    partner_index.history.project_ids[project_row],
                    given,
                    {index.candidate_ids[column]: ranks[column] for column in sought},
                )
            )
        for ranker, found in figures.items():
            measured[ranker].append(np.array(found).mean(axis=0))
    return RegisterEvaluation(
        model=model,
        n_projects=len(members_of),
        n_questions=len(cases),
        n_candidates=len(index.candidate_ids),
        figures={
            ranker: RegisterFigures(*map(estimate_mean, np.array(values).T)) for ranker, values in measured.items()
        },
        cases=tuple(cases),
        survey=survey_suggestions(search_index, partner_index, weights=weights),
        n_twins=len(twins),
        twins_found=_find_twins(catalogue, search_index, partner_index, twins=twins, weights=weights),
    )


def _list_members(catalogue: Catalogue, index: PartnerIndex) -> dict[int, list[OrganisationId]]:
    """Return the members of each project that counts, by the row of its text, the lead first where it is known."""
    found: dict[int, list[OrganisationId]] = {}
    for text_row, project_row in enumerate(index.text_rows.tolist()):
        project = catalogue.projects[index.history.project_ids[project_row]]
        columns = dict.fromkeys(index.find_column(each) for each in project.organisation_ids)
        members = [index.candidate_ids[column] for column in columns if column is not None]
        if len(members) > 1:
            found[text_row] = members
    return found


def _disown_illustrative(search_index: SearchIndex, index: PartnerIndex) -> PartnerIndex:
    """Return an index in which illustrative ideas are nobody's."""
    is_claimed = [float(idea.origin is not Origin.ILLUSTRATIVE) for idea in search_index.ideas]
    proposals = csr_array(diags_array(np.array(is_claimed)) @ index.proposals)
    proposals.eliminate_zeros()
    return replace(index, proposals=proposals)


def _score(ranker: RegisterRanker, index: PartnerIndex, points: PartnerPoints) -> Signal:
    """Return what candidates are ranked by."""
    match ranker:
        case RegisterRanker.KUMPPANI:
            scores = points.totals
        case RegisterRanker.POPULARITY:
            scores = np.asarray(index.history.membership.sum(axis=0), dtype=np.float64).ravel()
        case RegisterRanker.DISTANCE:
            scores = points.parts[_ROW_OF[PartName.DISTANCE]]
        case RegisterRanker.TEXT:
            scores = points.parts[_ROW_OF[PartName.TEXT]]
    return scores


def _rank(scores: Signal, inquiry: Inquiry) -> NDArray[np.intp]:
    """Return all columns but those that ask by descending score, equal ones by column."""
    order = np.argsort(-scores, kind="stable")
    others: NDArray[np.intp] = order[~np.isin(order, sorted(inquiry.excluded))]
    return others


def _find_twins(
    catalogue: Catalogue,
    search_index: SearchIndex,
    partner_index: PartnerIndex,
    *,
    twins: Collection[tuple[IdeaId, IdeaId]],
    weights: PartnerWeights,
) -> float | None:
    """Return the share of ideas whose twin has a party among the first three suggested, None where there are none."""
    found = []
    for own, other in twins:
        first = suggest_for_idea(search_index, partner_index, idea_id=own, n_suggestions=_FIRST, weights=weights)
        parties = {party.organisation_id for party in catalogue.get_idea(other).parties}
        found.append(not parties.isdisjoint(each.organisation_id for each in first))
    return float(np.mean(found)) if found else None
