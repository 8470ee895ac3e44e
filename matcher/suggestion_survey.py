"""What the suggestions shown for all ideas rest on, and whom they go to."""

from typing import Final

import numpy as np

from matcher.partner_index import PartnerIndex
from matcher.partner_points import DEFAULT_WEIGHTS, PartnerWeights
from matcher.partners import N_SUGGESTIONS, suggest_for_idea
from matcher.search_index import SearchIndex
from models.register_evaluation import SuggestionSurvey

_SMALL: Final = 5_000  # inhabitants; the smallest class of Finnish municipal statistics, models/organisation.py


def survey_suggestions(
    search_index: SearchIndex,
    partner_index: PartnerIndex,
    *,
    n_suggestions: int = N_SUGGESTIONS,
    weights: PartnerWeights = DEFAULT_WEIGHTS,
) -> SuggestionSurvey:
    """Return how many of the suggestions for all ideas have no past project behind them, and whom they go to.

    Parameters
    ----------
    search_index, partner_index : of one moment
    n_suggestions : int > 0, how many are shown for each idea
    weights : of the signals

    Notes
    -----
    Takes as long as suggesting for each idea, some milliseconds each.
    """
    shown = [
        suggestion
        for idea in search_index.ideas
        for suggestion in suggest_for_idea(
            search_index, partner_index, idea_id=idea.id, n_suggestions=n_suggestions, weights=weights
        )
    ]
    columns = np.array([partner_index.columns[each.organisation_id] for each in shown], dtype=np.intp)
    is_new = np.asarray(partner_index.history.membership.sum(axis=0)).ravel() == 0
    is_small = partner_index.populations < _SMALL
    return SuggestionSurvey(
        n_ideas=len(search_index.ideas),
        n_suggestions=len(shown),
        without_history=float(np.mean([not each.has_history for each in shown])) if shown else None,
        newcomers=float(is_new[columns].mean()) if shown else None,
        newcomers_among_candidates=float(is_new.mean()) if len(is_new) else 0.0,
        small=float(is_small[columns].mean()) if shown else None,
        small_among_candidates=float(is_small.mean()) if len(is_small) else 0.0,
        coverage=len(set(columns.tolist())) / max(len(is_new), 1),
    )
