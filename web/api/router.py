"""All of the API under one router."""

from typing import Final

from fastapi import APIRouter, Depends
from fastapi.routing import APIRoute

from web.api import (
    calls,
    eligibility,
    evaluations,
    graph,
    ideas,
    organisations,
    partners,
    projects,
    reuse,
    runs,
    search,
    theme_map,
    themes,
)
from web.known_values import refuse_repeated

PREFIX: Final = "/api/v1"
NOUNS: Final = (
    ideas,
    search,
    partners,
    reuse,
    eligibility,
    themes,
    theme_map,
    organisations,
    projects,
    graph,
    calls,
    runs,
    evaluations,
)
"""The modules of the API, in the order in which they are documented."""


def make_api_router() -> APIRouter:
    """Return the router of the API."""
    router = APIRouter(prefix=PREFIX, dependencies=[Depends(refuse_repeated)])
    for noun in NOUNS:
        router.include_router(noun.router)
    return router


def name_operation(route: APIRoute) -> str:
    """Return the id of an operation: the name of its function, which stays."""
    return route.name
