"""How tests read pages: as people see them, never by searching in the source."""

from collections.abc import Mapping

from bs4 import BeautifulSoup, Tag
from starlette.testclient import TestClient

from models.language import ENGLISH, LanguageCode


def read_page(
    client: TestClient,
    path: str,
    *,
    query: Mapping[str, str] | None = None,
    language: LanguageCode = ENGLISH,
    status: int = 200,
) -> BeautifulSoup:
    """Return the parsed page at `path` in a language, after checking that it answers with `status`."""
    response = client.get(path, params=query, headers={"Accept-Language": language})
    assert response.status_code == status, response.text
    return BeautifulSoup(response.text, "html.parser")


def read_text(element: Tag | None) -> str:
    """Return the words of an element with single spaces; fail where there is no such element."""
    assert element is not None
    return " ".join(element.get_text(" ").split())


def read_facts(page: Tag) -> Mapping[str, str]:
    """Return the definitions of a page by their term."""
    return {read_text(term): read_text(term.find_next_sibling("dd")) for term in page.select("dl > dt, dl > div > dt")}
