"""A page that a list has not is said not to be there, and the last one is shown instead."""

import pytest
from starlette.testclient import TestClient

from models.language import FINNISH
from tests.web.reading import read_page, read_text

LISTS = ("/search?q=reitit", "/ideas", "/organisations", "/projects", "/map", "/organisations/unresolved", "/themes/1")


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize(("number", "written"), [(99_999, "99999"), (10**30, "100000000...")])
def test_a_page_beyond_the_last_is_said_not_to_be_there(
    client: TestClient, path: str, number: int, written: str
) -> None:
    """Each list that has pages names the page asked for, shortened, and how many there are, above what it shows."""
    address = f"{path}{'&' if '?' in path else '?'}page={number}"

    told = read_text(read_page(client, address).main)

    assert f"There is no page {written}: the list has 1 page, which is shown here." in told


@pytest.mark.parametrize("path", LISTS)
def test_a_page_that_is_there_needs_no_words(client: TestClient, path: str) -> None:
    """Nothing is said where the list has the page."""
    assert "There is no page" not in read_text(read_page(client, path).main)


def test_the_last_of_several_pages_is_named(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the reader's language, with the number of pages."""
    monkeypatch.setattr("web.pages.ideas.PAGE_SIZE", 2)

    page = read_page(client, "/ideas?page=7", language=FINNISH)

    assert read_text(page.select_one(".ds-alert")) == "Sivua 7 ei ole: luettelossa on 3 sivua, ja tässä on viimeinen."
