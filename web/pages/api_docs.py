"""The page about the API, made from the description that programs get, so that both say the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from web.pages.api_reference import OperationGroup, Shape, read_operations, read_shapes
from web.problem_kinds import ALL_KINDS, DOCS_ADDRESS, ProblemKind
from web.templating import render_page

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiDocsPage:
    """What the page about the API shows.

    `server` is the address of this server without a slash at the end, `groups` are the operations by tag,
    `shapes` the shapes of answers and `problems` all kinds of problem.
    """

    server: str
    groups: Sequence[OperationGroup]
    shapes: Sequence[Shape]
    problems: Sequence[ProblemKind]


@router.get(DOCS_ADDRESS)
def show_api_docs(request: Request) -> HTMLResponse:
    """Show how programs use Kumppani."""
    description = request.app.openapi()
    page = ApiDocsPage(
        server=str(request.base_url).rstrip("/"),
        groups=read_operations(description),
        shapes=read_shapes(description),
        problems=ALL_KINDS,
    )
    return render_page(request, "api_docs.html", page)
