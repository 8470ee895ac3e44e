"""Where a list of suggestions begins to tell little."""

from collections.abc import Sequence

import pytest

from matcher.partner_clarity import FAINT_BELOW, Alike, count_clear
from models.organisation import OrganisationId
from models.project import ProjectId
from models.suggestion import SIMILAR_PROJECT_MIN, Part, PartName, PartnerSuggestion, ProjectEvidence

PROJECT = ProjectId("kyydit")


def suggest(points: float, *, similarity: float | None = None) -> PartnerSuggestion:
    """Return a suggestion with so many points, which a project of this similarity may be behind."""
    evidence = () if similarity is None else (ProjectEvidence(project_id=PROJECT, similarity=similarity),)
    parts = (Part(PartName.TEXT, points, evidence),)
    return PartnerSuggestion(organisation_id=OrganisationId("1"), points=points, score=0.3, parts=parts, rank=1)


CLEAR = suggest(FAINT_BELOW)
FAINT = suggest(FAINT_BELOW - 0.01)
SIMILAR = suggest(-2.5, similarity=SIMILAR_PROJECT_MIN)
NEARLY = suggest(-2.5, similarity=SIMILAR_PROJECT_MIN - 0.01)


@pytest.mark.parametrize(
    ("suggestions", "alike", "n_clear"),
    [
        ((), frozenset(), 0),
        ((FAINT, NEARLY), frozenset(), 0),
        ((CLEAR, FAINT), frozenset(), 1),
        ((CLEAR, FAINT, SIMILAR, FAINT), frozenset(), 3),
        ((FAINT, NEARLY, FAINT), frozenset({PROJECT}), 2),
        ((FAINT, NEARLY, FAINT), frozenset({ProjectId("other")}), 0),
    ],
)
def test_what_speaks_clearly_speaks_for_who_stands_before_it_too(
    suggestions: Sequence[PartnerSuggestion], alike: Alike, n_clear: int
) -> None:
    """Points are enough, so is what may be called similar, by its own evidence or because reuse calls it alike."""
    assert count_clear(suggestions, alike=alike) == n_clear
