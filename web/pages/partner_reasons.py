"""Why somebody is suggested, as pages show it: each reason with what it rests on, found by id."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from matcher.catalogue import Catalogue
from matcher.partner_clarity import Alike, is_called_similar
from matcher.partner_history import find_successor
from models.idea import Idea
from models.language import LanguageCode
from models.organisation import Organisation, OrganisationId
from models.project import Project
from models.suggestion import (
    ComplementEvidence,
    DistanceEvidence,
    Evidence,
    IdeaEvidence,
    LanguageEvidence,
    NameEvidence,
    PartName,
    ProjectEvidence,
    SizeEvidence,
)
from web.partner_claims import Claim, find_claim


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
    """An idea that the suggested organisation leads or is in, what it lets one say, and the sentences that match."""

    idea: Idea
    is_lead: bool
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
    """The sentence that names the suggested organisation, or refuses it."""

    own_sentence: str
    is_refused: bool
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


def describe_evidence(
    part: PartName, evidence: Evidence, own_id: OrganisationId, catalogue: Catalogue, *, alike: Alike
) -> Reason:
    """Return what a part of the points of an organisation rests on, with the things it names."""
    reason: Reason
    match evidence:
        case IdeaEvidence():
            reason = IdeaReason(
                idea=catalogue.get_idea(evidence.idea_id),
                is_lead=_is_led(catalogue.get_idea(evidence.idea_id), own_id, catalogue),
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
            reason = NameReason(own_sentence=evidence.own_sentence, is_refused=evidence.is_refused)
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


def _is_led(idea: Idea, organisation_id: OrganisationId, catalogue: Catalogue) -> bool:
    """Return whether an organisation leads an idea, itself or as what its lead has merged into."""
    led_by = None if idea.lead is None else idea.lead.organisation_id
    return led_by is not None and find_successor(led_by, catalogue.organisations) == organisation_id


def _find_organisations(ids: Sequence[OrganisationId], catalogue: Catalogue) -> tuple[Organisation, ...]:
    """Return organisations by their ids, in order."""
    return tuple(catalogue.get_organisation(each) for each in ids)
