"""All pages under one router."""

from fastapi import APIRouter

from web.pages import api_docs, calls, front, ideas, organisations, projects, runs, search, texts, unresolved


def make_pages_router() -> APIRouter:
    """Return the router of all pages."""
    router = APIRouter(include_in_schema=False)
    for page in (front, search, ideas, unresolved, organisations, projects, calls, texts, runs, api_docs):
        router.include_router(page.router)
    return router
