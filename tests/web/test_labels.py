"""What choices are called."""

from enum import StrEnum

import pytest

from models.call import CallState
from models.idea import IdeaStatus, Origin, PartyRole, ResourceKind
from models.organisation import LanguageStatus, OrganisationKind, SizeClass, UrbanClass
from models.partner_evaluation import Ranker
from models.project import ProjectKind, ProjectState
from models.reuse import Confidence, ReuseVerdict
from models.run import RunKind
from models.theme import Edited
from web.call_comparison import Standing
from web.closeness import Closeness
from web.labels import label_choice

SHOWN = (
    CallState,
    Closeness,
    Confidence,
    Edited,
    IdeaStatus,
    LanguageStatus,
    OrganisationKind,
    Origin,
    PartyRole,
    ProjectKind,
    ProjectState,
    Ranker,
    ResourceKind,
    ReuseVerdict,
    RunKind,
    SizeClass,
    Standing,
    UrbanClass,
)


@pytest.mark.parametrize("choices", SHOWN, ids=lambda choices: choices.__name__)
def test_every_choice_has_a_name_of_its_own(choices: type[StrEnum]) -> None:
    """Each member of an enum that pages show is named, and no two alike."""
    names = [label_choice(choice) for choice in choices]

    assert all(names)
    assert len(set(names)) == len(names)


def test_equal_values_of_different_choices_are_told_apart() -> None:
    """An open idea looks for partners, and an open call is open, though both have the value `open`."""
    assert label_choice(IdeaStatus.OPEN) != label_choice(CallState.OPEN)
