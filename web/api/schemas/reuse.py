"""Whether an idea has been done, as programs see it: a verdict, what it rests on, and the ready text."""

from datetime import date
from typing import Final, Literal

from pydantic import BaseModel, Field

from matcher.catalogue import Catalogue
from models.language import LanguageCode
from models.project import ProjectState
from models.reuse import Confidence, ProjectFinding, ReuseAnswer, ReuseEvidence, ReuseFinding, ReuseVerdict
from web.api.schemas.idea import IDEA_SUMMARY_EXAMPLE, IdeaSummary, summarise_idea
from web.api.schemas.project import PROJECT_EXAMPLE, ProjectAnswer, describe_project
from web.api.schemas.ranges import keep_within
from web.reuse_text import write_reuse_text


class SharedWordAnswer(BaseModel):
    """A telling word that both texts have."""

    own: str = Field(description="As what was asked about writes it.")
    their: str = Field(description="As the other text writes it, maybe in another language.")


class ReuseEvidenceAnswer(BaseModel):
    """What speaks for two texts asking for the same."""

    points: float = Field(description="The sum that decides, log-odds.")
    similarity: float = Field(ge=-1, le=1, description="Calibrated cosine of the whole texts, in [-1, 1].")
    own_sentence: str = Field(description="The sentence of what was asked about that is nearest to the other text.")
    their_sentence: str = Field(description="The sentence of the other text that is nearest to it.")
    sentence_similarity: float = Field(ge=-1, le=1, description="Calibrated cosine of the two, in [-1, 1].")
    shared_words: list[SharedWordAnswer] = Field(description="Words in common, what tells most first.")
    project_name: str | None = Field(description="The name of the project, where what was asked about mentions it.")


class ProjectFindingAnswer(BaseModel):
    """A project of the register that is like it."""

    kind: Literal["project"] = Field(default="project", description="What was found.")
    verdict: ReuseVerdict = Field(description="What it calls for.")
    confidence: Confidence = Field(description="How sure it is that the two are the same.")
    evidence: ReuseEvidenceAnswer = Field(description="What speaks for it.")
    project: ProjectAnswer = Field(description="The project: owner, licence, parties, year and source as far as known.")
    state: ProjectState | None = Field(description="Whether it goes on; null where nothing tells.")
    is_state_stated: bool = Field(description="False where the state is only presumed from the project's age.")
    via_idea: IdeaSummary | None = Field(
        description="The idea that leads to it, where only that is like it in words; null where it is like it itself."
    )


class IdeaFindingAnswer(BaseModel):
    """Another idea that asks for the same."""

    kind: Literal["idea"] = Field(default="idea", description="What was found.")
    verdict: ReuseVerdict = Field(description="What it calls for.")
    confidence: Confidence = Field(description="How sure it is that the two are the same.")
    evidence: ReuseEvidenceAnswer = Field(description="What speaks for it.")
    idea: IdeaSummary = Field(description="The idea.")
    made_by: list[ProjectAnswer] = Field(
        description="Projects that clearly have made, or are making, what that idea asks for."
    )


FindingAnswer = ProjectFindingAnswer | IdeaFindingAnswer


class SearchedAnswer(BaseModel):
    """What the verdict was given against."""

    on: date = Field(description="The day whose register and ideas these are.")
    n_projects: int = Field(ge=0, description="Entries of the register.")
    n_described: int = Field(ge=0, description="Those of them with a description, which can be compared.")
    n_ideas: int = Field(ge=0, description="Ideas compared with.")


class ReuseText(BaseModel):
    """The ready text for the application's question whether the same has been done elsewhere."""

    language: str = Field(description="Language it is written in, ISO 639-1.", examples=["fi"])
    text: str = Field(description="Plain text; what only the applicant can say is left open and marked.")


class ReuseVerdictAnswer(BaseModel):
    """The verdict on an idea or a text."""

    is_ready: bool = Field(description="False while the language model is loading: nothing is told yet.")
    verdict: ReuseVerdict | None = Field(description="What to do; advice, which never blocks. Null until ready.")
    confidence: Confidence | None = Field(description="How sure it is; null where nothing was found.")
    findings: list[FindingAnswer] = Field(description="What was found, that which the verdict rests on first.")
    searched: SearchedAnswer | None = Field(description="What was searched; null until ready.")
    ready_text: ReuseText | None = Field(description="The text for the application; null until ready.")


def describe_reuse(
    answer: ReuseAnswer | None, catalogue: Catalogue, *, language: LanguageCode, address: str = ""
) -> ReuseVerdictAnswer:
    """Return a verdict with what it names; `language` is that of the ready text."""
    if answer is None:
        return ReuseVerdictAnswer(
            is_ready=False, verdict=None, confidence=None, findings=[], searched=None, ready_text=None
        )
    return ReuseVerdictAnswer(
        is_ready=True,
        verdict=answer.verdict,
        confidence=answer.confidence,
        findings=[_describe_finding(finding, catalogue) for finding in answer.findings],
        searched=SearchedAnswer(
            on=answer.searched_on,
            n_projects=answer.n_projects,
            n_described=answer.n_described,
            n_ideas=answer.n_ideas,
        ),
        ready_text=ReuseText(language=language, text=write_reuse_text(answer, catalogue, language, address=address)),
    )


def _describe_finding(finding: ReuseFinding, catalogue: Catalogue) -> FindingAnswer:
    """Return one finding."""
    evidence = _describe_evidence(finding.evidence)
    if isinstance(finding, ProjectFinding):
        return ProjectFindingAnswer(
            verdict=finding.verdict,
            confidence=finding.confidence,
            evidence=evidence,
            project=describe_project(catalogue, catalogue.get_project(finding.project_id)),
            state=finding.state,
            is_state_stated=finding.is_state_stated,
            via_idea=None
            if finding.via_idea_id is None
            else summarise_idea(catalogue, catalogue.get_idea(finding.via_idea_id)),
        )
    return IdeaFindingAnswer(
        verdict=finding.verdict,
        confidence=finding.confidence,
        evidence=evidence,
        idea=summarise_idea(catalogue, catalogue.get_idea(finding.idea_id)),
        made_by=[describe_project(catalogue, catalogue.get_project(each)) for each in finding.project_ids],
    )


def _describe_evidence(evidence: ReuseEvidence) -> ReuseEvidenceAnswer:
    """Return what a finding rests on."""
    return ReuseEvidenceAnswer(
        points=evidence.points,
        similarity=keep_within(evidence.similarity, least=-1),
        own_sentence=evidence.own_sentence,
        their_sentence=evidence.their_sentence,
        sentence_similarity=keep_within(evidence.sentence_similarity, least=-1),
        shared_words=[SharedWordAnswer(own=each.own, their=each.their) for each in evidence.shared_words],
        project_name=evidence.project_name,
    )


_EVIDENCE_EXAMPLE: Final = ReuseEvidenceAnswer(
    points=1.25,
    similarity=0.44,
    own_sentence="Koulukyytien reitit samaan suunnitelmaan",
    their_sentence="Selvitetään, miten kuljetusten suunnittelu tehdään kahdessa kunnassa yhdessä.",
    sentence_similarity=0.52,
    shared_words=[SharedWordAnswer(own="suunnitelmaan", their="suunnittelu")],
    project_name=None,
)
REUSE_EXAMPLE: Final = ReuseVerdictAnswer(
    is_ready=True,
    verdict=ReuseVerdict.ADOPT,
    confidence=Confidence.CLEAR,
    findings=[
        ProjectFindingAnswer(
            verdict=ReuseVerdict.ADOPT,
            confidence=Confidence.CLEAR,
            evidence=_EVIDENCE_EXAMPLE,
            project=PROJECT_EXAMPLE,
            state=ProjectState.FINISHED,
            is_state_stated=False,
            via_idea=None,
        ),
        IdeaFindingAnswer(
            verdict=ReuseVerdict.BUILD_TOGETHER,
            confidence=Confidence.ALIKE,
            evidence=_EVIDENCE_EXAMPLE.model_copy(update={"points": -0.5}),
            idea=IDEA_SUMMARY_EXAMPLE,
            made_by=[],
        ),
    ],
    searched=SearchedAnswer(on=date(2026, 11, 25), n_projects=47, n_described=26, n_ideas=132),
    ready_text=ReuseText(language="fi", text="Onko sama tehty muualla?\n"),
)
