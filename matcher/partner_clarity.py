"""Where a list of suggested partners begins to tell little."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from models.idea import IdeaId
from models.project import ProjectId
from models.suggestion import IdeaEvidence, PartnerSuggestion, ProjectEvidence

Alike = AbstractSet[IdeaId | ProjectId]
"""Ideas and projects that reuse found to be alike: they are called similar whatever the evidence alone would bear."""
FAINT_BELOW: Final = -0.75
"""Where the best has fewer points, nothing speaks clearly for anybody.

Measured with texts typed into the search (tests/matcher): half of those that no idea answers are below and a tenth of
those that one does; of the illustrative ideas hardly any.
"""


def count_clear(suggestions: Sequence[PartnerSuggestion], *, alike: Alike = frozenset()) -> int:
    """Return how many suggestions there are up to the last that speaks clearly; those behind it are only the nearest.

    Clearly speaks what has enough points, or rests on an idea or project that may be called similar.

    Parameters
    ----------
    suggestions : best first
    alike : what is called similar besides
    """
    places = (place for place, each in enumerate(suggestions, start=1) if _is_clear(each, alike))
    return max(places, default=0)


def is_called_similar(evidence: IdeaEvidence | ProjectEvidence, alike: Alike) -> bool:
    """Tell whether an idea or a project behind a part may be called similar to what was asked about."""
    own_id = evidence.idea_id if isinstance(evidence, IdeaEvidence) else evidence.project_id
    return evidence.is_similar or own_id in alike


def _is_clear(suggestion: PartnerSuggestion, alike: Alike) -> bool:
    """Tell whether something speaks clearly for one."""
    evidence = [each for part in suggestion.parts for each in part.evidence]
    return suggestion.points >= FAINT_BELOW or any(
        is_called_similar(each, alike) for each in evidence if isinstance(each, IdeaEvidence | ProjectEvidence)
    )
