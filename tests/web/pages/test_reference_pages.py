"""What the pages of organisations, projects, calls, runs and texts have in common."""

import re
from dataclasses import fields
from itertools import pairwise
from typing import Final

import pytest
from starlette.testclient import TestClient

from models.language import LANGUAGES, LanguageCode
from tests.web.reading import read_page, read_text
from web.pages.calls import CallListPage, CallPage
from web.pages.model import ModelPage
from web.pages.organisation import OrganisationPage
from web.pages.organisations import OrganisationListPage
from web.pages.projects import ProjectListPage, ProjectPage
from web.pages.runs import RunListPage, RunPage
from web.pages.texts import AboutTheDataPage, AccessibilityPage, MethodPage
from web.templating import TEMPLATES

PATHS: Final = (
    "/organisations",
    "/organisations/049",
    "/organisations/911",
    "/organisations/kainuun-liitto",
    "/projects",
    "/projects/kainuun-verkosto",
    "/projects/2022-espoo",
    "/calls",
    "/calls/2019-2",
    "/calls/2022",
    "/runs",
    "/runs/2",
    "/method",
    "/model",
    "/about-the-data",
    "/accessibility",
)
PAGES: Final = {
    "organisations/list.html": OrganisationListPage,
    "organisations/detail.html": OrganisationPage,
    "projects/list.html": ProjectListPage,
    "projects/detail.html": ProjectPage,
    "calls/list.html": CallListPage,
    "calls/detail.html": CallPage,
    "runs/list.html": RunListPage,
    "runs/detail.html": RunPage,
    "texts/method.html": MethodPage,
    "texts/model.html": ModelPage,
    "texts/about_the_data.html": AboutTheDataPage,
    "texts/accessibility.html": AccessibilityPage,
}


@pytest.mark.parametrize("template", PAGES)
def test_every_field_of_a_page_is_told_and_shown(template: str) -> None:
    """The docstring of a page's context names each of its fields, and its template reads each, or a part of it."""
    page_type = PAGES[template]
    named = {field.name for field in fields(page_type)}
    told = set(re.findall(r"`(\w+)`", page_type.__doc__ or ""))
    parts = [template, *re.findall(r'{% include "(.+?)" %}', (TEMPLATES / template).read_text(encoding="utf-8"))]
    read = " ".join((TEMPLATES / part).read_text(encoding="utf-8") for part in parts)
    shown = set(re.findall(r"page\.(\w+)", read))

    assert named - told == set()
    assert named - shown == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PATHS)
def test_headings_and_landmarks_are_in_order(client: TestClient, path: str, language: LanguageCode) -> None:
    """A page has one first heading, skips no level, names its navigations apart and its sections by headings."""
    page = read_page(client, path, language=language)

    levels = [int(heading.name[1]) for heading in page.select("h1, h2, h3, h4")]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    names = [nav["aria-label"] for nav in page.select("nav")]
    assert len(names) == len(set(map(str, names)))
    ids = [str(element["id"]) for element in page.select("[id]")]
    assert len(ids) == len(set(ids))
    assert {str(element["aria-labelledby"]) for element in page.select("[aria-labelledby]")} <= set(ids)


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_tell_pages_apart(client: TestClient, language: LanguageCode) -> None:
    """No two pages have the same title, and each title begins with what the page is about."""
    titles = [read_text(read_page(client, path, language=language).title) for path in PATHS]

    assert len(titles) == len(set(titles))
    assert all(title.endswith(" – Kumppani") for title in titles)


@pytest.mark.parametrize("path", PATHS)
def test_links_within_the_service_lead_somewhere(client: TestClient, path: str) -> None:
    """Every link of a page's own content to another page is answered."""
    links = {str(link["href"]) for link in read_page(client, path).select("main a[href^='/']")}

    broken = {address: client.get(address).status_code for address in links}
    assert {address for address, status in broken.items() if status != 200} == set()


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_styled_or_scripted_in_place(client: TestClient, path: str) -> None:
    """A strict content policy holds: no style attributes, no scripts and no handlers in the page."""
    page = read_page(client, path)

    assert page.select("style, script:not([src]), [style]") == []
    assert [name for element in page.select("*") for name in element.attrs if name.startswith("on")] == []
