"""Reuse: whether what an idea asks for has been made, is being made, or is asked for by others too."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.idea import IdeaId
from models.project import ProjectId, ProjectState


class ReuseVerdict(StrEnum):
    """What to do about an idea, the thriftiest first; it advises and never blocks."""

    ADOPT = "adopt"
    JOIN = "join"
    BUILD_TOGETHER = "build_together"
    NEW = "new"


class Confidence(StrEnum):
    """How sure it is that two texts ask for the same, the surest first."""

    CLEAR = "clear"
    ALIKE = "alike"


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedWord:
    """A telling word that both texts have, as each of them writes it, maybe in another language."""

    own: str
    their: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseEvidence:
    """What speaks for two texts asking for the same.

    `points` are the sum that decides, log-odds; `similarity` in [-1, 1] is that of the whole texts and
    `sentence_similarity` that of the pair of sentences shown. `shared_words` are those that tell most, the rarest
    first. `project_name` is the name of the project where the text mentions it.
    """

    points: float
    similarity: float
    own_sentence: str
    their_sentence: str
    sentence_similarity: float
    shared_words: tuple[SharedWord, ...] = ()
    project_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFinding:
    """A project of the register that an idea is like.

    `state` is whether it goes on, None where nothing tells; `is_state_stated` is False where that is only presumed
    from its age. `via_idea_id` is the idea that leads to it, where the text says it in other words than the
    project does: what that idea asks for, and the text much like it, the project has clearly made.
    """

    project_id: ProjectId
    verdict: ReuseVerdict
    confidence: Confidence
    evidence: ReuseEvidence
    state: ProjectState | None
    is_state_stated: bool
    via_idea_id: IdeaId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaFinding:
    """Another idea that asks for the same.

    `project_ids` are projects that clearly have made, or are making, what that idea asks for: the text itself may say
    it in other words than they do.
    """

    idea_id: IdeaId
    confidence: Confidence
    evidence: ReuseEvidence
    project_ids: tuple[ProjectId, ...] = ()

    @property
    def verdict(self) -> ReuseVerdict:
        """Return what another idea calls for."""
        return ReuseVerdict.BUILD_TOGETHER


ReuseFinding = ProjectFinding | IdeaFinding


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseAnswer:
    """What is known of an idea's like.

    `findings` come with the one that `verdict` rests on first, none where it is new. `n_projects` are in the register,
    of which `n_described` say what they are about and could be compared; `n_ideas` are the ideas compared with.
    `searched_on` is the day whose register and ideas these are.
    """

    verdict: ReuseVerdict
    findings: tuple[ReuseFinding, ...]
    n_projects: int
    n_described: int
    n_ideas: int
    searched_on: date

    @property
    def confidence(self) -> Confidence | None:
        """Return how sure the verdict is; None where nothing was found."""
        return self.findings[0].confidence if self.findings else None
