"""Partner suggestions as pages show them: each reason with what it rests on, found by id."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from matcher.catalogue import Catalogue
from matcher.partner_clarity import Alike, count_clear, is_called_similar
from models.idea import Idea
from models.language import LanguageCode
from models.organisation import Organisation, OrganisationId, Region
from models.project import Project, ProjectId
from models.suggestion import (
    ComplementEvidence,
    DistanceEvidence,
    Evidence,
    IdeaEvidence,
    LanguageEvidence,
    NameEvidence,
    Part,
    PartName,
    PartnerSuggestion,
    ProjectEvidence,
    Prospect,
    SizeEvidence,
)
from web.partner_claims import Claim, find_claim

_FEWEST_SHOWN: Final = 5
"""Suggestions shown though nothing speaks for them; taste: as many as on the page of an idea."""
_LEAST_TOLD: Final = 0.05
_LEAST_NEARNESS: Final = 0.1
"""Points of a part whose reasons are told, and of nearness; taste: 0.1 is 69 km with no border or region in common."""


class ReasonKind(StrEnum):
    """What a reason rests on; templates choose their sentence by it."""

    IDEA = "idea"
    PROJECT = "project"
    DISTANCE = "distance"
    NAME = "name"
    COMPLEMENT = "complement"
    SIZE = "size"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaReason:
    """An idea of the suggested organisation, what it lets one say, and the two sentences that match."""

    idea: Idea
    own_sentence: str
    their_sentence: str
    claim: Claim
    kind: ReasonKind = ReasonKind.IDEA


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectReason:
    """A project of the suggested organisation and what it lets one say; `partners` are those asked for in it too.

    `their_sentence` is empty where the project tells no more of itself than its title.
    """

    project: Project
    partners: tuple[Organisation, ...]
    own_sentence: str
    their_sentence: str
    claim: Claim
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplementReason:
    """A need and an offer that answer each other; `idea` is the suggested organisation's that one of them is from."""

    idea: Idea
    need: str
    offer: str
    is_their_offer: bool
    kind: ReasonKind = ReasonKind.COMPLEMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeReason:
    """How many inhabitants it has, and the one asked for that is nearest to it in size."""

    organisation: Organisation
    their_population: int
    population: int
    kind: ReasonKind = ReasonKind.SIZE


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageReason:
    """The language of what is asked about, an official one of the suggested municipality."""

    language: LanguageCode
    kind: ReasonKind = ReasonKind.LANGUAGE


Reason = IdeaReason | ProjectReason | DistanceReason | NameReason | ComplementReason | SizeReason | LanguageReason


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRow:
    """One part of the points with its reasons; `rank_without` is where one would stand without it."""

    name: PartName
    points: float
    reasons: tuple[Reason, ...]
    rank_without: int | None

    @property
    def is_telling(self) -> bool:
        """Return whether its reasons are worth reading."""
        return abs(self.points) >= (_LEAST_NEARNESS if self.name is PartName.DISTANCE else _LEAST_TOLD)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerRow:
    """One suggested organisation; `points` is the sum of those of its `parts`.

    `for_idea` is the idea of the one who asks that it was suggested for, None where that needs no saying.
    `own_language` is that of the sentences asked about, None where nothing was asked about. `is_faint` where so little
    speaks for it, and for all behind it, that they are no more than the nearest there are.
    """

    organisation: Organisation
    region: Region | None
    points: float
    score: float
    parts: tuple[PartRow, ...]
    for_idea: Idea | None
    own_language: LanguageCode | None
    rank: int
    prospects: tuple[Prospect, ...]
    has_history: bool
    is_faint: bool = False


def describe_suggestions(
    suggestions: Sequence[PartnerSuggestion],
    catalogue: Catalogue,
    *,
    with_idea: bool = False,
    text_language: LanguageCode | None = None,
    alike: Alike = frozenset(),
) -> tuple[PartnerRow, ...]:
    """Return suggestions with everything they name, in the same order.

    `with_idea` also tells what each was made for; `text_language` is that of a text that is no stored idea; `alike` are
    ideas and projects that are called similar whatever the evidence alone would bear.
    """
    n_clear = count_clear(suggestions, alike=alike)
    rows = [
        _describe_suggestion(suggestion, catalogue, with_idea=with_idea, text_language=text_language, alike=alike)
        for suggestion in suggestions
    ]
    return (*rows[:n_clear], *(replace(row, is_faint=True) for row in rows[n_clear:]))


def leave_out_faint(rows: Sequence[PartnerRow]) -> tuple[PartnerRow, ...]:
    """Return the rows for which something speaks, and of the others no more than make five in all."""
    return tuple(row for place, row in enumerate(rows) if place < _FEWEST_SHOWN or not row.is_faint)


def _describe_suggestion(
    suggestion: PartnerSuggestion,
    catalogue: Catalogue,
    *,
    with_idea: bool,
    text_language: LanguageCode | None,
    alike: Alike,
) -> PartnerRow:
    """Return one suggestion with everything it names."""
    own_idea = None if suggestion.idea_id is None else catalogue.get_idea(suggestion.idea_id)
    organisation = catalogue.get_organisation(suggestion.organisation_id)
    region_id = organisation.region_id
    return PartnerRow(
        organisation=organisation,
        region=None if region_id is None else catalogue.regions[region_id],
        points=suggestion.points,
        score=suggestion.score,
        parts=tuple(_describe_part(part, suggestion, catalogue, alike=alike) for part in suggestion.parts),
        for_idea=own_idea if with_idea else None,
        own_language=text_language if own_idea is None else own_idea.language,
        rank=suggestion.rank,
        prospects=suggestion.prospects,
        has_history=suggestion.has_history,
    )


def _describe_part(part: Part, suggestion: PartnerSuggestion, catalogue: Catalogue, *, alike: Alike) -> PartRow:
    """Return one part with its reasons; a tie is left out where the walk has told of the project already."""
    told: set[ProjectId] = set()
    if part.name is PartName.TIES:
        walks = [each for each in suggestion.parts if each.name is PartName.WALK and each.points >= _LEAST_TOLD]
        told = {each.project_id for walk in walks for each in walk.evidence if isinstance(each, ProjectEvidence)}
    return PartRow(
        name=part.name,
        points=part.points,
        reasons=tuple(
            _describe_evidence(part.name, each, catalogue, alike=alike)
            for each in part.evidence
            if not (isinstance(each, ProjectEvidence) and each.project_id in told)
        ),
        rank_without=part.rank_without,
    )


def _describe_evidence(part: PartName, evidence: Evidence, catalogue: Catalogue, *, alike: Alike) -> Reason:
    """Return what a part of the points rests on, with the things it names."""
    reason: Reason
    match evidence:
        case IdeaEvidence():
            reason = IdeaReason(
                idea=catalogue.get_idea(evidence.idea_id),
                own_sentence=evidence.own_sentence,
                their_sentence=evidence.their_sentence,
                claim=find_claim(part, evidence, is_similar=is_called_similar(evidence, alike)),
            )
        case ProjectEvidence():
            project = catalogue.get_project(evidence.project_id)
            reason = ProjectReason(
                project=project,
                partners=_find_organisations(evidence.with_ids, catalogue),
                own_sentence=evidence.own_sentence,
                their_sentence="" if evidence.their_sentence == project.title else evidence.their_sentence,
                claim=find_claim(part, evidence, is_similar=is_called_similar(evidence, alike)),
            )
        case DistanceEvidence():
            reason = DistanceReason(
                organisation=catalogue.get_organisation(evidence.from_id),
                distance_km=evidence.distance_km,
                is_neighbour=evidence.is_neighbour,
                is_same_region=evidence.is_same_region,
            )
        case NameEvidence():
            reason = NameReason(own_sentence=evidence.own_sentence)
        case ComplementEvidence():
            reason = ComplementReason(
                idea=catalogue.get_idea(evidence.idea_id),
                need=evidence.need,
                offer=evidence.offer,
                is_their_offer=evidence.is_their_offer,
            )
        case SizeEvidence():
            reason = SizeReason(
                organisation=catalogue.get_organisation(evidence.with_id),
                their_population=evidence.their_population,
                population=evidence.population,
            )
        case LanguageEvidence():
            reason = LanguageReason(language=evidence.language)
    return reason


def _find_organisations(ids: Sequence[OrganisationId], catalogue: Catalogue) -> tuple[Organisation, ...]:
    """Return organisations by their ids, in order."""
    return tuple(catalogue.get_organisation(each) for each in ids)
