"""Projects of the register as programs see them."""

from typing import Final

from pydantic import BaseModel, Field

from matcher.catalogue import Catalogue
from models.idea import PartyRole
from models.project import Project, ProjectKind, ProjectState
from web.api.paging import Page
from web.api.schemas.names import KUHMO, SOTKAMO, PartyAnswer, describe_party


class ProjectAnswer(BaseModel):
    """One entry of the register with its source; what the source does not state is null or empty."""

    id: str = Field(description="Slug of the project; stays the same.", examples=["kuntien-yhteinen-hanke-2020"])
    kind: ProjectKind = Field(
        description="A project with a beginning and an end, a standing network, or a grant of which little is known."
    )
    title: str | None = Field(description="Null for grants published with their lead and sum only.")
    description: str = Field(description="Our short paraphrase of what the source says.")
    language: str = Field(description="Language of title and description, ISO 639-1.")
    parties: list[PartyAnswer] = Field(description="The lead first, then the others.")
    year: int | None = Field(description="The year it began or was granted.")
    programme: str | None = Field(description="Which programme funds it.")
    call_id: str | None = Field(description="Which of our calls paid for it, where the source says so.")
    granted_eur: int | None = Field(description="Euros granted, at most.")
    lead_stated: bool = Field(
        description="Whether the source names the lead; where false, `note` says from what it is."
    )
    note: str = Field(description="What has to be known of this entry.")
    source_url: str = Field(description="Where it was published.")
    owner: str | None = Field(description="Who owns what was made, where it is known.")
    licence: str | None = Field(description="Under which licence it can be used, where it is known.")
    state: ProjectState | None = Field(description="Whether it goes on, where the source says so.")


class ProjectPage(Page[ProjectAnswer]):
    """A page of the register, by id."""


def describe_project(catalogue: Catalogue, project: Project) -> ProjectAnswer:
    """Return a project with its parties."""
    return ProjectAnswer(
        id=project.id,
        kind=project.kind,
        title=project.title,
        description=project.description,
        language=project.language,
        parties=[describe_party(catalogue, party) for party in project.parties],
        year=project.year,
        programme=project.programme,
        call_id=project.call_id,
        granted_eur=project.granted_eur,
        lead_stated=project.lead_stated,
        note=project.note,
        source_url=project.source_url,
        owner=project.owner,
        licence=project.licence,
        state=project.state,
    )


PROJECT_EXAMPLE: Final = ProjectAnswer(
    id="kuntien-yhteinen-hanke-2020",
    kind=ProjectKind.PROJECT,
    title="Kuntien yhteinen hanke",
    description="Selvitetään, miten kuljetusten suunnittelu tehdään kahdessa kunnassa yhdessä.",
    language="fi",
    parties=[
        PartyAnswer(role=PartyRole.LEAD, written="Kuhmo", organisation=KUHMO, did_you_mean=[]),
        PartyAnswer(role=PartyRole.MEMBER, written="Sotkamo", organisation=SOTKAMO, did_you_mean=[]),
    ],
    year=2020,
    programme=None,
    call_id=None,
    granted_eur=100000,
    lead_stated=True,
    note="",
    source_url="https://example.org/hanke",
    owner=None,
    licence=None,
    state=None,
)
PROJECT_PAGE_EXAMPLE: Final = ProjectPage(items=[PROJECT_EXAMPLE], next=None)
