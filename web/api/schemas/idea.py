"""Ideas as programs see them."""

from datetime import UTC, datetime
from typing import Final

from pydantic import BaseModel, Field

from matcher.catalogue import Catalogue
from models.idea import Idea, IdeaStatus, Need, Offer, Origin, PartyRole, ResourceKind
from web.api.paging import Page
from web.api.schemas.names import KUHMO, SOTKAMO, PartyAnswer, describe_party


class ResourceAnswer(BaseModel):
    """Something sought in a partner or brought to one."""

    kind: ResourceKind | None = Field(description="Which kind; null where the writer did not say.")
    text: str = Field(description="In the writer's words.")


class IdeaSummary(BaseModel):
    """An idea, as much as is needed in a list."""

    id: int = Field(description="Number of the idea; stays the same.", examples=[1])
    reference: str | None = Field(description="The sender's own identifier; null where there is none.")
    title: str = Field(description="The title, as it was written.")
    language: str = Field(description="Language of the text, ISO 639-1.", examples=["fi"])
    lead: PartyAnswer | None = Field(description="Who leads; null where the idea names nobody.")
    year: int | None = Field(description="Year of the idea; null where it is not known.")
    status: IdeaStatus = Field(description="Whether it still looks for partners.")
    origin: Origin = Field(description="Whether it was written to illustrate, or brought in by a user.")


class IdeaAnswer(IdeaSummary):
    """An idea: a proposed joint project with its parties, needs and offers."""

    text: str = Field(description="The description; empty where there is a title only.")
    parties: list[PartyAnswer] = Field(description="The lead, members and associates, in the order of the source.")
    needs: list[ResourceAnswer] = Field(description="What is sought in a partner.")
    offers: list[ResourceAnswer] = Field(description="What is brought to a partnership.")
    call_id: str | None = Field(description="The call it was made for; null where it is not known.")
    created_at: datetime = Field(description="When it was stored, UTC.")
    updated_at: datetime = Field(description="When it last changed, UTC.")


class IdeaPage(Page[IdeaAnswer]):
    """A page of ideas, by number."""


def summarise_idea(catalogue: Catalogue, idea: Idea) -> IdeaSummary:
    """Return an idea as a list shows it."""
    return IdeaSummary(
        id=idea.id,
        reference=idea.reference,
        title=idea.title,
        language=idea.language,
        lead=None if idea.lead is None else describe_party(catalogue, idea.lead),
        year=idea.year,
        status=idea.status,
        origin=idea.origin,
    )


def describe_idea(catalogue: Catalogue, idea: Idea) -> IdeaAnswer:
    """Return an idea with all that belongs to it."""
    return IdeaAnswer(
        **dict(summarise_idea(catalogue, idea)),
        text=idea.text,
        parties=[describe_party(catalogue, party) for party in idea.parties],
        needs=[_describe_resource(need) for need in idea.needs],
        offers=[_describe_resource(offer) for offer in idea.offers],
        call_id=idea.call_id,
        created_at=idea.created_at,
        updated_at=idea.updated_at,
    )


def _describe_resource(resource: Need | Offer) -> ResourceAnswer:
    """Return a need or an offer."""
    return ResourceAnswer(kind=resource.kind, text=resource.text)


LEAD_EXAMPLE: Final = PartyAnswer(role=PartyRole.LEAD, written="Kuhmo", organisation=KUHMO, did_you_mean=[])
IDEA_SUMMARY_EXAMPLE: Final = IdeaSummary(
    id=1,
    reference="K-001",
    title="Koulukyytien reitit samaan suunnitelmaan",
    language="fi",
    lead=LEAD_EXAMPLE,
    year=2019,
    status=IdeaStatus.OPEN,
    origin=Origin.ILLUSTRATIVE,
)
IDEA_EXAMPLE: Final = IdeaAnswer(
    **dict(IDEA_SUMMARY_EXAMPLE),
    text="Ehdotamme suunnittelutyökalua, joka lukee osoitteet oppilashallinnosta ja laatii reittiluonnoksen.",
    parties=[
        LEAD_EXAMPLE,
        PartyAnswer(role=PartyRole.MEMBER, written="Sotkamo", organisation=SOTKAMO, did_you_mean=[]),
    ],
    needs=[ResourceAnswer(kind=ResourceKind.SKILL, text="Tarvitsemme osaajan, joka hallitsee reittioptimoinnin.")],
    offers=[
        ResourceAnswer(kind=ResourceKind.PILOT_SITE, text="Kokeilun voi järjestää pitkien matkojen koulupiirissä.")
    ],
    call_id="2019-2",
    created_at=datetime(2019, 9, 27, 9, 30, tzinfo=UTC),
    updated_at=datetime(2019, 9, 27, 9, 30, tzinfo=UTC),
)
IDEA_PAGE_EXAMPLE: Final = IdeaPage(items=[IDEA_EXAMPLE], next="/api/v1/ideas?limit=1&cursor=NWYwYzI1ZjEx")
