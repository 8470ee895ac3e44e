"""What the table of partners says of each piece of evidence."""

from typing import Final

import pytest

from models.idea import IdeaId
from models.language import ENGLISH
from models.organisation import OrganisationId
from models.project import ProjectId
from models.suggestion import (
    SIMILAR_IDEA_MIN,
    SIMILAR_PROJECT_MIN,
    DistanceEvidence,
    Evidence,
    IdeaEvidence,
    PartName,
    ProjectEvidence,
)
from tests.factories import make_catalogue, make_organisation, make_project
from web.cli.partners import tell_evidence, tell_reason


def _make_idea(closeness: float) -> IdeaEvidence:
    """Return an idea that is so close."""
    return IdeaEvidence(
        idea_id=IdeaId(1), own_sentence="Oma.", their_sentence="Heidän.", closeness=closeness, similarity=0.5
    )


def _make_project(similarity: float, *with_ids: str) -> ProjectEvidence:
    """Return a past project that is so like what is asked about, and has a sentence."""
    return ProjectEvidence(
        project_id=ProjectId("kyydit"),
        similarity=similarity,
        with_ids=tuple(map(OrganisationId, with_ids)),
        own_sentence="Oma.",
        their_sentence="Heidän.",
    )


TOWN: Final = make_organisation(id=OrganisationId("1"))
NAME: Final = TOWN.name.in_language(ENGLISH)
CATALOGUE: Final = make_catalogue(
    organisations=[TOWN], projects=[make_project(id=ProjectId("kyydit"), title="Kyydit yhteen")]
)


@pytest.mark.parametrize(
    ("part", "evidence", "told"),
    [
        (PartName.TEXT, _make_idea(SIMILAR_IDEA_MIN), "Has a similar idea:"),
        (PartName.TEXT, _make_idea(SIMILAR_IDEA_MIN - 0.01), "Has an idea that may touch the same subject:"),
        (PartName.TEXT, _make_project(SIMILAR_PROJECT_MIN), "Has done something similar:"),
        (PartName.TEXT, _make_project(0.37), "Was in a project that may touch the same subject:"),
        (PartName.WALK, _make_project(SIMILAR_PROJECT_MIN, "1"), f"Was with {NAME} in a project on a similar matter:"),
        (PartName.WALK, _make_project(0.37, "1"), f"Was with {NAME} in an earlier project, on whatever matter:"),
        (PartName.TIES, _make_project(SIMILAR_PROJECT_MIN, "1"), f"Has worked with {NAME} before:"),
        (
            PartName.DISTANCE,
            DistanceEvidence(from_id=OrganisationId("1"), distance_km=7, is_neighbour=True, is_same_region=True),
            "Distance:",
        ),
    ],
)
def test_only_what_is_similar_is_called_so(part: PartName, evidence: Evidence, told: str) -> None:
    """What is too faint may touch the same subject, and a tie claims none."""
    assert tell_reason(CATALOGUE, part, evidence) == told


@pytest.mark.parametrize(
    ("part", "similarity", "is_told"),
    [
        (PartName.TEXT, 0.37, True),
        (PartName.WALK, SIMILAR_PROJECT_MIN, True),
        (PartName.WALK, 0.37, False),
        (PartName.TIES, SIMILAR_PROJECT_MIN, False),
    ],
)
def test_a_tie_quotes_no_sentence(part: PartName, similarity: float, *, is_told: bool) -> None:
    """What a past project tells of itself is quoted where it speaks for the part."""
    told = tell_evidence(CATALOGUE, part, _make_project(similarity, "1"))

    assert told == "“Kyydit yhteen”" + (": “Heidän.” – yours: “Oma.”" if is_told else "")
