"""What every page has around its own content."""

import re
from collections.abc import Mapping
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from starlette.testclient import TestClient

from models.language import LANGUAGES, LanguageCode
from tests.web.pages.paths import PATHS
from web.navigation import FOOTER_LINKS, MAIN_LINKS


def _read(client: TestClient, path: str, language: LanguageCode, **headers: str) -> BeautifulSoup:
    response = client.get(path, headers={"Accept-Language": language, **headers})
    return BeautifulSoup(response.text, "html.parser")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_whole_in_every_language(client: TestClient, path: str, language: LanguageCode) -> None:
    """A page has its language, one heading of the first level, and headings that skip no level."""
    page = _read(client, path, language)
    levels = [int(heading.name[1]) for heading in page.find_all(re.compile(r"h[1-6]"))]

    assert page.select_one("html")["lang"] == language  # type: ignore[index]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("path", PATHS)
def test_a_page_has_its_landmarks(client: TestClient, path: str) -> None:
    """A page has a skip link to its one main part, a header, a footer, and navigations that are told apart."""
    page = _read(client, path, LANGUAGES[0])
    names = [nav["aria-label"] for nav in page.find_all("nav")]

    assert page.select_one("a.ds-skip-link")["href"] == "#main"  # type: ignore[index]
    assert [part["id"] for part in page.find_all("main")] == ["main"]
    assert len(page.find_all("header", class_="site-header")) == len(page.find_all("footer")) == 1
    assert len(names) == len(set(names))


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_tell_pages_apart(client: TestClient, language: LanguageCode) -> None:
    """No two pages have the same title, but for the same page in another order."""
    titles: Mapping[str, str] = {
        path: str(_read(client, path, language).title) for path in PATHS if path != "/ideas?sort=title"
    }

    assert len(set(titles.values())) == len(titles)


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_inline(client: TestClient, path: str) -> None:
    """A page keeps to its own content policy: no styles, scripts or handlers in the text of the page."""
    page = _read(client, path, LANGUAGES[0])

    assert page.select("style, script:not([src])") == []
    assert page.select("[style]") == []
    assert [each for each in page.find_all() if any(name.startswith("on") for name in each.attrs)] == []


@pytest.mark.parametrize("path", PATHS)
def test_every_id_is_used_once(client: TestClient, path: str) -> None:
    """Ids are unique, and what labels and descriptions point to is there."""
    page = _read(client, path, LANGUAGES[0])
    ids = [each["id"] for each in page.select("[id]")]
    wanted = [each["for"] for each in page.select("[for]")]
    for attribute in ("aria-labelledby", "aria-describedby"):
        wanted += [name for each in page.select(f"[{attribute}]") for name in str(each[attribute]).split()]

    assert len(ids) == len(set(ids))
    assert set(wanted) <= set(ids)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PATHS)
def test_htmx_gets_the_same_page(client: TestClient, path: str, language: LanguageCode) -> None:
    """A page does not depend on who asks: htmx picks what it swaps out of the whole page."""
    plain = _read(client, path, language)
    by_htmx = _read(client, path, language, **{"HX-Request": "true"})

    assert by_htmx == plain


@pytest.mark.parametrize("path", PATHS)
def test_files_of_a_page_are_there(client: TestClient, path: str) -> None:
    """Every style sheet, script, font and icon that a page names is served, under an address with a version."""
    page = _read(client, path, LANGUAGES[0])
    addresses = [str(each["href"]) for each in page.select("link[rel=stylesheet], link[rel=preload], link[rel=icon]")]
    addresses += [str(each["src"]) for each in page.select("script")]

    assert all("?v=" in address for address in addresses)
    assert {client.get(address).status_code for address in addresses} == {200}


def test_the_language_switch_keeps_the_address(client: TestClient) -> None:
    """Changing the language keeps page and query, and the choice is remembered for pages without it."""
    page = _read(client, "/search?q=reitit&year=2019", LANGUAGES[0])
    switch = {str(link["lang"]): link for link in page.select("#language-switch a")}

    assert str(switch["sv"]["href"]) == "/search?q=reitit&year=2019&lang=sv"
    assert switch["fi"].get("aria-current") == "true"
    assert switch["sv"].get("aria-current") is None
    client.get(str(switch["sv"]["href"]))
    remembered = BeautifulSoup(client.get("/").text, "html.parser")
    assert remembered.select_one("html")["lang"] == "sv"  # type: ignore[index]


def test_the_menu_marks_where_one_is(client: TestClient) -> None:
    """The entry of the section is current: the page itself, or what the page belongs to."""
    search = _read(client, "/search", LANGUAGES[2])
    idea = _read(client, "/ideas/1", LANGUAGES[2])

    assert [link.get("aria-current") for link in search.select(".main-nav a")] == ["page", *[None] * 5]
    assert [link.get("aria-current") for link in idea.select(".main-nav a")] == ["true", *[None] * 5]


@pytest.mark.parametrize("link", [*MAIN_LINKS, *FOOTER_LINKS], ids=lambda link: link.address)
def test_menus_lead_somewhere(client: TestClient, link: object) -> None:
    """Every address of the header and the footer answers with a page."""
    response = client.get(link.address)  # type: ignore[attr-defined]

    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/html")
