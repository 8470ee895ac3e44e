"""Whether an idea has been done: what its page shows of it, and the ready text as a file."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import PlainTextResponse

from matcher.catalogue import Catalogue
from matcher.partner_clarity import Alike
from models.errors import ModelMissingError
from models.idea import Idea, IdeaId
from models.language import LANGUAGES, LanguageCode
from models.project import Project, ProjectState
from models.reuse import Confidence, ProjectFinding, ReuseAnswer, ReuseEvidence, ReuseFinding, ReuseVerdict
from web.dependencies import ServicesDep
from web.formatting import TIME_ZONE
from web.pages.parties import PartyRow, describe_party
from web.reuse_text import choose_text_language, write_reuse_text

router = APIRouter(prefix="/ideas")

_LOADING: Final = "The language model is still loading, and the text needs it; ask again in a moment."


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseRow:
    """One finding: either a project of the register or another idea, whose other field is None.

    `parties` are those of the project or idea, the lead first. `state` is whether a project goes on, None where
    nothing tells, and `is_state_stated` is False where that is presumed from its age. `made_by` are the projects that
    clearly have made what another idea asks for, `via` the idea that leads to a project which the text itself is not
    like in words.
    """

    verdict: ReuseVerdict
    confidence: Confidence
    evidence: ReuseEvidence
    project: Project | None
    idea: Idea | None
    parties: tuple[PartyRow, ...]
    state: ProjectState | None
    is_state_stated: bool
    made_by: tuple[Project, ...]
    via: Idea | None

    @property
    def their_language(self) -> LanguageCode:
        """Return the language of what was found."""
        found = self.project or self.idea
        assert found is not None  # noqa: S101 - a row is of one of the two
        return found.language


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseView:
    """What the page of an idea shows of its reuse.

    `text` is the ready text for the application in `text_language`, and `text_languages` are those it can be had in.
    """

    verdict: ReuseVerdict
    confidence: Confidence | None
    rows: tuple[ReuseRow, ...]
    n_projects: int
    n_described: int
    n_ideas: int
    searched_on: date
    text: str
    text_language: LanguageCode
    text_languages: tuple[LanguageCode, ...]

    @property
    def done(self) -> tuple[ReuseRow, ...]:
        """Return the projects that are clearly the same or led to: whoever seeks partners should know of them first."""
        return tuple(row for row in self.rows if row.project and (row.confidence is Confidence.CLEAR or row.via))


def find_today() -> date:
    """Return the day it is in Finland."""
    return datetime.now(TIME_ZONE).date()


def find_alike(answer: ReuseAnswer | None) -> Alike:
    """Return the ideas and projects that were found to be alike, so that nothing else on the page says otherwise."""
    findings = () if answer is None else answer.findings
    return frozenset(each.project_id if isinstance(each, ProjectFinding) else each.idea_id for each in findings)


def describe_reuse(answer: ReuseAnswer, catalogue: Catalogue, *, own_language: LanguageCode, address: str) -> ReuseView:
    """Return what to show of a verdict on a text in a language; `address` is where this installation is."""
    language = choose_text_language(own_language)
    return ReuseView(
        verdict=answer.verdict,
        confidence=answer.confidence,
        rows=tuple(_describe_finding(finding, catalogue) for finding in answer.findings),
        n_projects=answer.n_projects,
        n_described=answer.n_described,
        n_ideas=answer.n_ideas,
        searched_on=answer.searched_on,
        text=write_reuse_text(answer, catalogue, language, address=address),
        text_language=language,
        text_languages=tuple(LANGUAGES),
    )


@router.get("/{idea_id}/reuse.txt")
def download_reuse_text(
    request: Request,
    services: ServicesDep,
    idea_id: IdeaId,
    language: Annotated[Literal["fi", "sv", "en"] | None, Query()] = None,
) -> PlainTextResponse:
    """Give the ready text as a file, in the idea's own language unless another is asked for."""
    answer = services.keeper.reuse_of_idea(idea_id, today=find_today())
    catalogue = services.keeper.current.catalogue
    if answer is None:
        raise ModelMissingError(_LOADING)
    chosen = choose_text_language(catalogue.get_idea(idea_id).language) if language is None else LanguageCode(language)
    text = write_reuse_text(answer, catalogue, chosen, address=str(request.base_url))
    return PlainTextResponse(
        text,
        headers={
            "Content-Disposition": f'attachment; filename="kumppani-idea-{idea_id}-{chosen}.txt"',
            "Content-Language": chosen,
        },
    )


def _describe_finding(finding: ReuseFinding, catalogue: Catalogue) -> ReuseRow:
    """Return a finding with everything it names."""
    project = idea = state = via = None
    is_state_stated = False
    made_by: tuple[Project, ...] = ()
    if isinstance(finding, ProjectFinding):
        project = catalogue.get_project(finding.project_id)
        parties = project.parties
        state, is_state_stated = finding.state, finding.is_state_stated
        via = None if finding.via_idea_id is None else catalogue.get_idea(finding.via_idea_id)
    else:
        idea = catalogue.get_idea(finding.idea_id)
        parties = idea.parties
        made_by = tuple(catalogue.get_project(each) for each in finding.project_ids)
    return ReuseRow(
        verdict=finding.verdict,
        confidence=finding.confidence,
        evidence=finding.evidence,
        project=project,
        idea=idea,
        parties=tuple(describe_party(party, catalogue) for party in parties),
        state=state,
        is_state_stated=is_state_stated,
        made_by=made_by,
        via=via,
    )
