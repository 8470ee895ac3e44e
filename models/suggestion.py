"""Partner suggestions: an organisation with its points as a sum of named parts, each with the evidence behind it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from models.idea import IdeaId
from models.language import LanguageCode
from models.organisation import OrganisationId
from models.project import ProjectId


class PartName(StrEnum):
    """What a part of the points is for."""

    START = "start"
    TEXT = "text"
    NAMED = "named"
    COMPLEMENT = "complement"
    WALK = "walk"
    TIES = "ties"
    DISTANCE = "distance"
    SIZE = "size"
    LANGUAGE = "language"


SIMILAR_RELEVANCE_MIN: Final = 0.97
"""Relevance from which what a short text finds as a search is called similar; measured, see docs/method.md."""
SIMILAR_IDEA_MIN: Final = 0.02
SIMILAR_PROJECT_MIN: Final = 0.38
"""From which closeness an idea, and from which similarity a past project, is called similar.

Below, it is only said that it may touch the same subject. Measured on what is shown for the illustrative ideas and for
queries; see docs/method.md. With that closeness the text of an idea's lead alone makes a score of one half.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaEvidence:
    """An idea of the suggested organisation and the pair of sentences that match.

    `closeness` in [-2, 2] is that of the two texts, `similarity` in [-1, 1] that of the two sentences. `relevance` in
    [0, 1] is how well the idea answers what was asked about as a search, None where that is no short typed text.
    """

    idea_id: IdeaId
    own_sentence: str
    their_sentence: str
    closeness: float
    similarity: float
    relevance: float | None = None

    @property
    def is_similar(self) -> bool:
        """Return whether it may be called similar, and not only on a subject that may be the same."""
        return self.closeness >= SIMILAR_IDEA_MIN or (self.relevance or 0) >= SIMILAR_RELEVANCE_MIN


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectEvidence:
    """A project of the register that the suggested organisation was in, and how like the idea it is, in [-1, 1].

    `with_ids` are the organisations asked for that were in it too: the tie, empty where only the text speaks.
    `own_sentence` and `their_sentence` are the pair that matches; both empty where nothing was asked about or the
    project tells nothing of itself.
    """

    project_id: ProjectId
    similarity: float
    with_ids: tuple[OrganisationId, ...] = ()
    own_sentence: str = ""
    their_sentence: str = ""

    @property
    def is_similar(self) -> bool:
        """Return whether it may be called similar, and not only on a subject that may be the same."""
        return self.similarity >= SIMILAR_PROJECT_MIN


@dataclass(frozen=True, slots=True, kw_only=True)
class DistanceEvidence:
    """How far the suggested organisation is from the nearest one asked for, in kilometres between their seats."""

    from_id: OrganisationId
    distance_km: float
    is_neighbour: bool
    is_same_region: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NameEvidence:
    """The sentence asked about that names the suggested organisation, or in which the writers refuse it."""

    own_sentence: str
    is_refused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplementEvidence:
    """A need and an offer that answer each other: of an idea of the suggested organisation, and of the one asked for.

    The offer is theirs where `is_their_offer`, else the need.
    """

    idea_id: IdeaId
    need: str
    offer: str
    is_their_offer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeEvidence:
    """How many inhabitants the suggested municipality has, and the one asked for that is nearest to it in size."""

    with_id: OrganisationId
    their_population: int
    population: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageEvidence:
    """The language of what is asked about, which is an official one of the suggested municipality."""

    language: LanguageCode


Evidence = (
    IdeaEvidence
    | ProjectEvidence
    | DistanceEvidence
    | NameEvidence
    | ComplementEvidence
    | SizeEvidence
    | LanguageEvidence
)


@dataclass(frozen=True, slots=True)
class Part:
    """One term of the points (log-odds, may be negative) and what it rests on, empty only for the start.

    `rank_without` is where the organisation would stand, from 1, if it had not this part and all others were as they
    are; for the walk and the ties, if none of the past projects that it shares with those that ask were known, which
    may be behind its text too. None for the start, which everybody has.
    """

    name: PartName
    points: float
    evidence: tuple[Evidence, ...] = ()
    rank_without: int | None = None


@dataclass(frozen=True, slots=True)
class Prospect:
    """What would raise a suggestion: a part that it has not, or has little of.

    `points` are what the part would be, `rank` where the organisation would stand then, from 1.
    """

    name: PartName
    points: float
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerSuggestion:
    """An organisation worth asking.

    `idea_id` is the idea it is suggested for, None where it is suggested for a text or for an organisation as such.
    `points` is the exact sum of its parts (within 1e-9); `score` = 1 / (1 + exp(−points)) is in [0, 1] and orders the
    suggestions; it is no probability of funding. Parts are listed in the order of `PartName`; those that say nothing
    are left out. `rank` is its place among all candidates, from 1; `prospects` are what would raise it.
    """

    organisation_id: OrganisationId
    points: float
    score: float
    parts: tuple[Part, ...]
    rank: int
    idea_id: IdeaId | None = None
    prospects: tuple[Prospect, ...] = ()

    @property
    def has_history(self) -> bool:
        """Return whether any past project is behind a part."""
        return any(isinstance(evidence, ProjectEvidence) for part in self.parts for evidence in part.evidence)
