"""Partner suggestions as programs see them: points as the sum of named parts, each with its evidence."""

from collections.abc import Sequence
from typing import Final, Literal

from pydantic import BaseModel, Field

from matcher.catalogue import Catalogue
from matcher.partner_clarity import count_clear
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
    SizeEvidence,
)
from web.api.schemas.names import (
    KAINUU,
    SOTKAMO,
    OrganisationMention,
    RegionMention,
    mention_organisation,
    mention_region,
)
from web.api.schemas.ranges import keep_within


class IdeaEvidenceAnswer(BaseModel):
    """An idea of the suggested organisation, and the two sentences that match."""

    kind: Literal["idea"] = Field(default="idea", description="What this evidence is.")
    idea_id: int = Field(description="The idea.")
    own_sentence: str = Field(description="The sentence of what was asked about.")
    their_sentence: str = Field(description="The sentence of the idea that is nearest to it.")
    closeness: float = Field(ge=-2, le=2, description="Closeness of the two texts as wholes, in [-2, 2].")
    relevance: float | None = Field(
        ge=0, le=1, description="How well the idea answers a short text as a search, in [0, 1]; null for anything else."
    )
    is_similar: bool = Field(description="Whether it is close or relevant enough to be called similar.")
    similarity: float = Field(ge=-1, le=1, description="Calibrated cosine of the two sentences, in [-1, 1].")


class ProjectEvidenceAnswer(BaseModel):
    """A project of the register that the suggested organisation was in."""

    kind: Literal["project"] = Field(default="project", description="What this evidence is.")
    project_id: str = Field(description="The project.")
    similarity: float = Field(ge=-1, le=1, description="How like what was asked about it is, in [-1, 1].")
    is_similar: bool = Field(description="Whether it is similar enough to be called so.")
    with_ids: list[str] = Field(description="Organisations asked for that were in it too.")
    own_sentence: str = Field(description="The sentence of what was asked about that is nearest to theirs.")
    their_sentence: str = Field(description="The sentence of the project that is most like what was asked about.")


class DistanceEvidenceAnswer(BaseModel):
    """How far it is to the nearest organisation asked for."""

    kind: Literal["distance"] = Field(default="distance", description="What this evidence is.")
    from_id: str = Field(description="The nearest organisation asked for.")
    distance_km: float = Field(ge=0, description="Kilometres between the seats.")
    is_neighbour: bool = Field(description="Whether the two share a border.")
    is_same_region: bool = Field(description="Whether the two are in the same region.")


class NameEvidenceAnswer(BaseModel):
    """The sentence of what was asked about that names the suggested organisation or refuses it."""

    kind: Literal["name"] = Field(default="name", description="What this evidence is.")
    own_sentence: str = Field(description="The sentence.")
    is_refused: bool = Field(description="Whether the sentence says that it is not wanted.")


class ComplementEvidenceAnswer(BaseModel):
    """A need and an offer that answer each other."""

    kind: Literal["complement"] = Field(default="complement", description="What this evidence is.")
    idea_id: int = Field(description="The idea of the suggested organisation that the need or the offer is from.")
    need: str = Field(description="The need, as written.")
    offer: str = Field(description="The offer that answers it, as written.")
    is_their_offer: bool = Field(description="Whether the offer is theirs and the need yours, or the other way round.")


class SizeEvidenceAnswer(BaseModel):
    """That two municipalities are similar in size."""

    kind: Literal["size"] = Field(default="size", description="What this evidence is.")
    with_id: str = Field(description="The organisation asked for that is nearest to it in size.")
    their_population: int = Field(ge=1, description="Inhabitants of the suggested municipality.")
    population: int = Field(ge=1, description="Inhabitants of the one asked for.")


class LanguageEvidenceAnswer(BaseModel):
    """That the language of what was asked about is an official one of the suggested municipality."""

    kind: Literal["language"] = Field(default="language", description="What this evidence is.")
    language: str = Field(description="The language, ISO 639-1.")


EvidenceAnswer = (
    IdeaEvidenceAnswer
    | ProjectEvidenceAnswer
    | DistanceEvidenceAnswer
    | NameEvidenceAnswer
    | ComplementEvidenceAnswer
    | SizeEvidenceAnswer
    | LanguageEvidenceAnswer
)


class PartAnswer(BaseModel):
    """One term of the points."""

    name: PartName = Field(description="What it is for.")
    points: float = Field(description="What it adds to the points (log-odds); may be negative.")
    evidence: list[EvidenceAnswer] = Field(description="What it rests on; empty for the start only.")
    rank_without: int | None = Field(
        default=None,
        ge=1,
        description=(
            "Where the organisation would stand without this part; for walk and ties, without all past projects that "
            "it shares with those that ask. Null for the start."
        ),
    )


class ProspectAnswer(BaseModel):
    """What would raise a suggestion."""

    name: PartName = Field(
        description="The part that would grow: an own idea as close as the closest, being named, a need answered."
    )
    points: float = Field(description="What the part would add then.")
    rank: int = Field(ge=1, description="Where the organisation would stand then.")


class PartnerAnswer(BaseModel):
    """One organisation worth asking."""

    organisation: OrganisationMention = Field(description="The organisation.")
    region: RegionMention | None = Field(description="Where it is; null where it has no region.")
    points: float = Field(description="The sum of the parts; orders the suggestions.")
    score: float = Field(ge=0, le=1, description="1 / (1 + exp(-points)); no probability of funding.")
    parts: list[PartAnswer] = Field(description="What the points are made of.")
    rank: int = Field(ge=1, description="Its place among all candidates.")
    prospects: list[ProspectAnswer] = Field(description="What would raise it, where anything would.")
    has_history: bool = Field(description="Whether any past project speaks for it.")
    is_faint: bool = Field(description="Whether nothing speaks clearly for it nor for any behind it.")


class PartnersAnswer(BaseModel):
    """Suggested partners, best first."""

    is_ready: bool = Field(description="False while the language model is loading: no suggestions yet.")
    suggestions: list[PartnerAnswer] = Field(description="The organisations most worth asking.")


def describe_partners(
    catalogue: Catalogue, suggestions: Sequence[PartnerSuggestion], *, is_ready: bool
) -> PartnersAnswer:
    """Return suggestions with what they name."""
    n_clear = count_clear(suggestions)
    described = [
        _describe_partner(catalogue, each, is_faint=place >= n_clear) for place, each in enumerate(suggestions)
    ]
    return PartnersAnswer(is_ready=is_ready, suggestions=described)


def _describe_partner(catalogue: Catalogue, suggestion: PartnerSuggestion, *, is_faint: bool) -> PartnerAnswer:
    """Return one suggestion."""
    region_id = catalogue.get_organisation(suggestion.organisation_id).region_id
    return PartnerAnswer(
        organisation=mention_organisation(catalogue, suggestion.organisation_id),
        region=mention_region(catalogue, region_id),
        points=suggestion.points,
        score=suggestion.score,
        parts=[_describe_part(part) for part in suggestion.parts],
        rank=suggestion.rank,
        prospects=[ProspectAnswer(name=each.name, points=each.points, rank=each.rank) for each in suggestion.prospects],
        has_history=suggestion.has_history,
        is_faint=is_faint,
    )


def _describe_part(part: Part) -> PartAnswer:
    """Return one part of the points."""
    evidence = [_describe_evidence(each) for each in part.evidence]
    return PartAnswer(name=part.name, points=part.points, evidence=evidence, rank_without=part.rank_without)


def _describe_evidence(evidence: Evidence) -> EvidenceAnswer:
    """Return what a part rests on."""
    answer: EvidenceAnswer
    match evidence:
        case IdeaEvidence():
            answer = IdeaEvidenceAnswer(
                idea_id=evidence.idea_id,
                own_sentence=evidence.own_sentence,
                their_sentence=evidence.their_sentence,
                closeness=evidence.closeness,
                relevance=evidence.relevance,
                is_similar=evidence.is_similar,
                similarity=keep_within(evidence.similarity, least=-1),
            )
        case ProjectEvidence():
            answer = ProjectEvidenceAnswer(
                project_id=evidence.project_id,
                similarity=keep_within(evidence.similarity, least=-1),
                is_similar=evidence.is_similar,
                with_ids=list(evidence.with_ids),
                own_sentence=evidence.own_sentence,
                their_sentence=evidence.their_sentence,
            )
        case DistanceEvidence():
            answer = DistanceEvidenceAnswer(
                from_id=evidence.from_id,
                distance_km=evidence.distance_km,
                is_neighbour=evidence.is_neighbour,
                is_same_region=evidence.is_same_region,
            )
        case NameEvidence():
            answer = NameEvidenceAnswer(own_sentence=evidence.own_sentence, is_refused=evidence.is_refused)
        case ComplementEvidence():
            answer = ComplementEvidenceAnswer(
                idea_id=evidence.idea_id,
                need=evidence.need,
                offer=evidence.offer,
                is_their_offer=evidence.is_their_offer,
            )
        case SizeEvidence():
            answer = SizeEvidenceAnswer(
                with_id=evidence.with_id,
                their_population=evidence.their_population,
                population=evidence.population,
            )
        case LanguageEvidence():
            answer = LanguageEvidenceAnswer(language=evidence.language)
    return answer


PARTNERS_EXAMPLE: Final = PartnersAnswer(
    is_ready=True,
    suggestions=[
        PartnerAnswer(
            organisation=SOTKAMO,
            region=KAINUU,
            points=0.5,
            score=0.6224593312018546,
            parts=[
                PartAnswer(name=PartName.START, points=-4.0, evidence=[]),
                PartAnswer(
                    name=PartName.TEXT,
                    points=3.75,
                    rank_without=12,
                    evidence=[
                        IdeaEvidenceAnswer(
                            idea_id=16,
                            own_sentence="Koulukyytien reitit samaan suunnitelmaan",
                            their_sentence="Kuka hakee ekaluokkalaisen metsätien päästä?",
                            closeness=0.05,
                            relevance=None,
                            is_similar=True,
                            similarity=0.41,
                        )
                    ],
                ),
                PartAnswer(
                    name=PartName.DISTANCE,
                    points=0.75,
                    rank_without=2,
                    evidence=[
                        DistanceEvidenceAnswer(from_id="290", distance_km=63.2, is_neighbour=True, is_same_region=True)
                    ],
                ),
            ],
            rank=1,
            prospects=[],
            has_history=False,
            is_faint=False,
        )
    ],
)
