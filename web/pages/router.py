"""All pages under one router."""

from fastapi import APIRouter

from web.pages import (
    api_docs,
    calls,
    cooperation,
    eligibility,
    evaluation,
    front,
    how_suggestions,
    ideas,
    model,
    organisation,
    organisations,
    partners,
    projects,
    register_evaluation,
    reuse,
    runs,
    search,
    texts,
    theme_map,
    themes,
    unresolved,
)


def make_pages_router() -> APIRouter:
    """Return the router of all pages."""
    router = APIRouter(include_in_schema=False)
    for page in (
        front,
        search,
        ideas,
        reuse,
        themes,
        theme_map,
        partners,
        eligibility,
        unresolved,
        organisations,
        organisation,
        projects,
        cooperation,
        calls,
        texts,
        model,
        how_suggestions,
        evaluation,
        register_evaluation,
        runs,
        api_docs,
    ):
        router.include_router(page.router)
    return router
