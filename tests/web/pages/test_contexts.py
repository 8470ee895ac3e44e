"""What pages are given, and what is told of it."""

import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Final

import pytest

from web.pages.errors import ErrorPage
from web.pages.front import FrontPage
from web.pages.idea_cards import IdeaCard
from web.pages.ideas import IdeaListPage, IdeaPage
from web.pages.search import Findings, SearchPage
from web.templating import TEMPLATES

PAGES: Final = (FrontPage, SearchPage, IdeaListPage, IdeaPage, ErrorPage)
PARTS: Final = (Findings, IdeaCard)
LINES: Final = 100
_PLAIN: Final = {"id", "title", "language", "year", "status", "origin"}
"""Fields of a card that are those of the idea itself."""


@pytest.mark.parametrize("page_type", [*PAGES, *PARTS], ids=lambda page_type: page_type.__name__)
def test_every_field_of_a_page_is_told(page_type: type) -> None:
    """The docstring of a page's context names each of its fields."""
    assert is_dataclass(page_type)
    told = set(re.findall(r"`(\w+)`", page_type.__doc__ or ""))

    untold = {field.name for field in fields(page_type)} - told - (_PLAIN if page_type is IdeaCard else set())

    assert untold == set()


@pytest.mark.parametrize(
    "page_type", [FrontPage, SearchPage, IdeaListPage, IdeaPage, ErrorPage], ids=lambda page_type: page_type.__name__
)
def test_every_field_of_a_page_is_shown(page_type: type) -> None:
    """No field is made for nothing: a template reads it."""
    read = {
        name
        for path in Path(TEMPLATES).rglob("*.html")
        for name in re.findall(r"page\.(\w+)", path.read_text(encoding="utf-8"))
    }

    assert {field.name for field in fields(page_type)} <= read


def test_templates_are_short() -> None:
    """What all pages are built from, and the pages of search and ideas, have fewer than a hundred lines a template."""
    long = [
        path
        for folder in ("components", "front", "search", "ideas")
        for path in (TEMPLATES / folder).glob("*.html")
        if len(path.read_text(encoding="utf-8").splitlines()) >= LINES
    ]

    assert long == []
