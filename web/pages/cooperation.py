"""Who works with whom: groups of organisations that have been in projects together, and who joins them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from matcher.catalogue import Catalogue
from matcher.graph import WorkingGroup, find_working_groups
from models.graph import GraphFormat
from models.organisation import Organisation, OrganisationId
from web.dependencies import SnapshotDep
from web.remembered import remember
from web.templating import render_page
from web.whole_graph import build_whole_graph
from web.wiring import export_graph

router = APIRouter(prefix="/cooperation")

GRAPHML_MEDIA_TYPE: Final = "application/graphml+xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """One group: its `organisations`, those with most ties first, and the `bridges` among them."""

    organisations: Sequence[Organisation]
    bridges: Sequence[Organisation]


@dataclass(frozen=True, slots=True, kw_only=True)
class CooperationPage:
    """What the page shows: the `groups`, the largest first, over the `n_projects` of the register."""

    groups: Sequence[GroupRow]
    n_projects: int


@router.get("")
def show_cooperation(request: Request, snapshot: SnapshotDep) -> HTMLResponse:
    """Show the groups."""
    catalogue = snapshot.catalogue
    context = CooperationPage(
        groups=[
            GroupRow(
                organisations=_find_all(group.organisation_ids, catalogue), bridges=_find_all(group.bridges, catalogue)
            )
            for group in _find_groups(catalogue)
        ],
        n_projects=len(catalogue.projects),
    )
    return render_page(request, "cooperation/cooperation.html", context)


@router.get("/graph.graphml")
def download_graph(snapshot: SnapshotDep) -> Response:
    """Send the whole graph as GraphML, for Gephi and the like."""
    content = export_graph(build_whole_graph(snapshot), GraphFormat.GRAPHML)
    headers = {"Content-Disposition": 'attachment; filename="kumppani.graphml"'}
    return Response(content, media_type=GRAPHML_MEDIA_TYPE, headers=headers)


def _find_all(ids: Sequence[OrganisationId], catalogue: Catalogue) -> list[Organisation]:
    """Return organisations by their ids, in order."""
    return [catalogue.get_organisation(each) for each in ids]


@remember
def _find_groups(catalogue: Catalogue) -> Sequence[WorkingGroup]:
    """Return the groups of one catalogue, found once."""
    return find_working_groups(catalogue)
