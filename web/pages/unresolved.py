"""Names of organisations that were not recognised, for whoever brought the ideas in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from matcher.unresolved import UnresolvedParty, find_unresolved
from models.organisation import Organisation
from web.dependencies import SnapshotDep
from web.paging import Pagination, paginate
from web.templating import render_page

router = APIRouter()

PAGE_SIZE: Final = 50  # taste: as many as the list of organisations shows


@dataclass(frozen=True, slots=True)
class UnresolvedRow:
    """A name that was not recognised, and the organisations it may mean."""

    party: UnresolvedParty
    did_you_mean: Sequence[Organisation]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnresolvedPage:
    """The names that were not recognised: the `rows` of one page, and `pages` to the others."""

    rows: Sequence[UnresolvedRow]
    pages: Pagination


@router.get("/organisations/unresolved")
def show_unresolved(request: Request, snapshot: SnapshotDep, page: Annotated[int, Query(ge=1)] = 1) -> HTMLResponse:
    """Show the names that were kept as written, with what they may mean and where they are."""
    found = find_unresolved(snapshot.catalogue.ideas.values())
    pages = paginate(request, page=page, n_items=len(found), page_size=PAGE_SIZE)
    first = (pages.page - 1) * PAGE_SIZE
    rows = [
        UnresolvedRow(party, [snapshot.catalogue.get_organisation(each) for each in party.did_you_mean])
        for party in found[first : first + PAGE_SIZE]
    ]
    return render_page(request, "organisations/unresolved.html", UnresolvedPage(rows=rows, pages=pages))
