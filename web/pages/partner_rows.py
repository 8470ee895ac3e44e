"""Partner suggestions as pages show them: each reason with what it rests on, found by id."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from matcher.catalogue import Catalogue
from models.idea import Idea
from models.organisation import Organisation, OrganisationId, Region
from models.project import Project
from models.suggestion import (
    DistanceEvidence,
    Evidence,
    IdeaEvidence,
    NameEvidence,
    PartName,
    PartnerSuggestion,
    ProjectEvidence,
    Prospect,
)


class ReasonKind(StrEnum):
    """What a reason rests on; templates choose their sentence by it."""

    IDEA = "idea"
    PROJECT = "project"
    DISTANCE = "distance"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaReason:
    """An idea of the suggested organisation, with the two sentences that match."""

    idea: Idea
    own_sentence: str
    their_sentence: str
    kind: ReasonKind = ReasonKind.IDEA


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectReason:
    """A project of the suggested organisation; `partners` are those asked for that were in it too."""

    project: Project
    partners: tuple[Organisation, ...]
    own_sentence: str
    kind: ReasonKind = ReasonKind.PROJECT


@dataclass(frozen=True, slots=True, kw_only=True)
class DistanceReason:
    """How far it is to the nearest of those asked for."""

    organisation: Organisation
    distance_km: float
    is_neighbour: bool
    is_same_region: bool
    kind: ReasonKind = ReasonKind.DISTANCE


@dataclass(frozen=True, slots=True, kw_only=True)
class NameReason:
    """The sentence that names the suggested organisation."""

    own_sentence: str
    kind: ReasonKind = ReasonKind.NAME


Reason = IdeaReason | ProjectReason | DistanceReason | NameReason


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRow:
    """One part of the points with its reasons; `rank_without` is where one would stand without it."""

    name: PartName
    points: float
    reasons: tuple[Reason, ...]
    rank_without: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerRow:
    """One suggested organisation; `points` is the sum of those of its `parts`.

    `for_idea` is the idea of the one who asks that it was suggested for, None where that needs no saying.
    """

    organisation: Organisation
    region: Region | None
    points: float
    score: float
    parts: tuple[PartRow, ...]
    for_idea: Idea | None
    rank: int
    prospects: tuple[Prospect, ...]
    has_history: bool


def describe_suggestions(
    suggestions: Sequence[PartnerSuggestion], catalogue: Catalogue, *, with_idea: bool = False
) -> tuple[PartnerRow, ...]:
    """Return suggestions with everything they name, in the same order; `with_idea` also what each was made for."""
    return tuple(_describe_suggestion(suggestion, catalogue, with_idea=with_idea) for suggestion in suggestions)


def _describe_suggestion(suggestion: PartnerSuggestion, catalogue: Catalogue, *, with_idea: bool) -> PartnerRow:
    """Return one suggestion with everything it names."""
    organisation = catalogue.get_organisation(suggestion.organisation_id)
    region_id = organisation.region_id
    return PartnerRow(
        organisation=organisation,
        region=None if region_id is None else catalogue.regions[region_id],
        points=suggestion.points,
        score=suggestion.score,
        parts=tuple(
            PartRow(
                name=part.name,
                points=part.points,
                reasons=tuple(_describe_evidence(evidence, catalogue) for evidence in part.evidence),
                rank_without=part.rank_without,
            )
            for part in suggestion.parts
        ),
        for_idea=None if suggestion.idea_id is None or not with_idea else catalogue.get_idea(suggestion.idea_id),
        rank=suggestion.rank,
        prospects=suggestion.prospects,
        has_history=suggestion.has_history,
    )


def _describe_evidence(evidence: Evidence, catalogue: Catalogue) -> Reason:
    """Return what a part rests on, with the things it names."""
    match evidence:
        case IdeaEvidence():
            return IdeaReason(
                idea=catalogue.get_idea(evidence.idea_id),
                own_sentence=evidence.own_sentence,
                their_sentence=evidence.their_sentence,
            )
        case ProjectEvidence():
            return ProjectReason(
                project=catalogue.get_project(evidence.project_id),
                partners=_find_organisations(evidence.with_ids, catalogue),
                own_sentence=evidence.own_sentence,
            )
        case DistanceEvidence():
            return DistanceReason(
                organisation=catalogue.get_organisation(evidence.from_id),
                distance_km=evidence.distance_km,
                is_neighbour=evidence.is_neighbour,
                is_same_region=evidence.is_same_region,
            )
        case NameEvidence():
            return NameReason(own_sentence=evidence.own_sentence)


def _find_organisations(ids: Sequence[OrganisationId], catalogue: Catalogue) -> tuple[Organisation, ...]:
    """Return organisations by their ids, in order."""
    return tuple(catalogue.get_organisation(each) for each in ids)
