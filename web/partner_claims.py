"""What an idea or a past project behind a suggestion lets one say of a partner; no more than the evidence bears."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from models.suggestion import IdeaEvidence, PartName, ProjectEvidence
from web.translations import N_


class Claim(StrEnum):
    """What is said: of an idea, of a project that the text is near to, or of one with those that ask."""

    SIMILAR_IDEA = "similar_idea"
    NEAR_IDEA = "near_idea"
    SIMILAR_PROJECT = "similar_project"
    NEAR_PROJECT = "near_project"
    TOGETHER_ON_SIMILAR = "together_on_similar"
    TOGETHER_ON_WHATEVER = "together_on_whatever"
    TOGETHER_BEFORE = "together_before"

    @property
    def is_quoted(self) -> bool:
        """Return whether the sentences that match belong to it: a tie is a tie whatever it was about."""
        return self not in {Claim.TOGETHER_ON_WHATEVER, Claim.TOGETHER_BEFORE}


CLAIM_TEXTS: Final[Mapping[Claim, str]] = MappingProxyType(
    {
        Claim.SIMILAR_IDEA: N_("Has a similar idea:"),
        Claim.NEAR_IDEA: N_("Has an idea that may touch the same subject:"),
        Claim.SIMILAR_PROJECT: N_("Has done something similar:"),
        Claim.NEAR_PROJECT: N_("Was in a project that may touch the same subject:"),
        Claim.TOGETHER_ON_SIMILAR: N_("Was with %(names)s in a project on a similar matter:"),
        Claim.TOGETHER_ON_WHATEVER: N_("Was with %(names)s in an earlier project, on whatever matter:"),
        Claim.TOGETHER_BEFORE: N_("Has worked with %(names)s before:"),
    }
)
"""The message of each; `names` are those that ask who were in the project too."""


def find_claim(part: PartName, evidence: IdeaEvidence | ProjectEvidence, *, is_similar: bool) -> Claim:
    """Return what a part's evidence lets one say.

    Parameters
    ----------
    part : the text, the walk or the ties
    evidence : behind it
    is_similar : whether it may be called similar, by itself or because something else found it alike

    Examples
    --------
    >>> find_claim(PartName.WALK, ProjectEvidence(project_id="kyydit", similarity=0.1), is_similar=False)
    <Claim.TOGETHER_ON_WHATEVER: 'together_on_whatever'>
    """
    if isinstance(evidence, IdeaEvidence):
        return Claim.SIMILAR_IDEA if is_similar else Claim.NEAR_IDEA
    if part is PartName.TEXT:
        return Claim.SIMILAR_PROJECT if is_similar else Claim.NEAR_PROJECT
    if part is PartName.WALK:
        return Claim.TOGETHER_ON_SIMILAR if is_similar else Claim.TOGETHER_ON_WHATEVER
    return Claim.TOGETHER_BEFORE
