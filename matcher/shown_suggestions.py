"""Looks over the suggestions that pages show: how many have no past project behind them, and one to be explained."""

from dataclasses import dataclass

from matcher.partner_index import PartnerIndex
from matcher.partners import suggest_for_idea
from matcher.search_index import SearchIndex
from models.suggestion import PartnerSuggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSuggestions:
    """The `n_suggestions` shown for `n_ideas` ideas, of which `n_without_history` have no past project behind them.

    `example` is the first suggestion of the idea where it has most parts, of equals that of the oldest idea; None where
    nothing is suggested.
    """

    n_ideas: int
    n_suggestions: int
    n_without_history: int
    example: PartnerSuggestion | None


def look_over_suggestions(
    search_index: SearchIndex, partner_index: PartnerIndex, *, n_ideas: int, n_each: int
) -> ShownSuggestions:
    """Return what the suggestions for the newest ideas have in common.

    Parameters
    ----------
    search_index, partner_index : of one moment
    n_ideas : int > 0, the most ideas that are looked at, those with the highest ids
    n_each : int > 0, how many suggestions an idea shows

    Notes
    -----
    Nothing random matters, nor the order of ideas. Cost is that of as many suggestions.
    """
    newest = sorted((idea.id for idea in search_index.ideas), reverse=True)[:n_ideas]
    shown = [
        suggest_for_idea(search_index, partner_index, idea_id=idea_id, n_suggestions=n_each)
        for idea_id in reversed(newest)
    ]
    every = [suggestion for suggestions in shown for suggestion in suggestions]
    firsts = [suggestions[0] for suggestions in shown if suggestions]
    return ShownSuggestions(
        n_ideas=len(shown),
        n_suggestions=len(every),
        n_without_history=sum(not suggestion.has_history for suggestion in every),
        example=max(firsts, key=lambda suggestion: len(suggestion.parts), default=None),
    )
