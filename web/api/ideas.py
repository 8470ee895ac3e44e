"""Ideas for programs."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from pydantic import Field

from matcher.catalogue import Catalogue
from models.idea import Idea, IdeaId, Origin
from models.largest_number import LARGEST_NUMBER
from web.api.filters import IdeaFilters, OrganisationFilter, find_organisation_ids
from web.api.paging import PageQuery, cut_page, link_next
from web.api.schemas.idea import IdeaAnswer, IdeaPage, describe_idea
from web.api.schemas.search import SimilarAnswer, list_similar
from web.caching import revalidate
from web.dependencies import SnapshotDep
from web.known_values import refuse_unknown

router = APIRouter(prefix="/ideas", tags=["ideas"], dependencies=[Depends(revalidate)])

IdeaNumber = Annotated[int, Path(ge=1, le=LARGEST_NUMBER, description="Number of the idea.", examples=[1])]


class IdeaQuery(PageQuery, IdeaFilters):
    """What the list of ideas takes."""

    origin: Annotated[
        Origin | None, Field(description="Whether it was written to illustrate, or brought in by a user.")
    ] = None
    organisation: OrganisationFilter = None
    call: Annotated[
        str | None,
        Field(min_length=1, max_length=100, description="Id of the call it was made for.", examples=["2019-2"]),
    ] = None

    def admit(self, idea: Idea, catalogue: Catalogue) -> bool:
        """Return whether an idea meets the conditions."""
        return (
            super().admit(idea, catalogue)
            and (self.origin is None or idea.origin is self.origin)
            and (self.organisation is None or self.organisation in find_organisation_ids(idea))
            and (self.call is None or idea.call_id == self.call)
        )


@router.get("")
def list_ideas(
    request: Request, response: Response, snapshot: SnapshotDep, query: Annotated[IdeaQuery, Query()]
) -> IdeaPage:
    """List the ideas, by number."""
    catalogue = snapshot.catalogue
    refuse_unknown(request, catalogue)
    ideas = [idea for idea in catalogue.ideas.values() if query.admit(idea, catalogue)]
    cut = cut_page(ideas, query, position=lambda idea: int(idea.id), kind=int)
    return IdeaPage(
        items=[describe_idea(catalogue, idea) for idea in cut.items], next=link_next(request, response, cut.cursor)
    )


@router.get("/{idea_id}")
def get_idea(snapshot: SnapshotDep, idea_id: IdeaNumber) -> IdeaAnswer:
    """Get one idea."""
    return describe_idea(snapshot.catalogue, snapshot.catalogue.get_idea(IdeaId(idea_id)))


@router.get("/{idea_id}/similar")
def list_similar_ideas(
    snapshot: SnapshotDep,
    idea_id: IdeaNumber,
    limit: Annotated[int, Query(ge=1, le=100, description="The most ideas to return.")] = 5,
) -> SimilarAnswer:
    """List the ideas most like one, in any of the languages, the most similar first."""
    return list_similar(snapshot, IdeaId(idea_id), n_hits=limit)
