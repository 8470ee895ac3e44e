"""The page of names that were not recognised tells the name, what it may mean and where it is."""

import pytest
from starlette.testclient import TestClient

from models.idea import IdeaId
from models.language import ENGLISH, FINNISH, LANGUAGES, LanguageCode
from tests.factories import AT, make_draft, make_lead
from tests.web.reading import read_page, read_text
from web.app import create_app
from web.pages.unresolved import PAGE_SIZE
from web.wiring import Services


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_name_has_its_guess_and_its_idea(client: TestClient, language: LanguageCode) -> None:
    """In every language the misspelt name links to what it may mean and to the idea it is in."""
    page = read_page(client, "/organisations/unresolved", language=language)

    row = next(row for row in page.select("main tbody tr") if read_text(row.th) == "Vanta")
    links = [link["href"] for link in row.select("a")]
    assert links[0] == "/organisations/092"
    assert str(links[1]).startswith("/ideas/")


def test_the_list_of_organisations_leads_there(client: TestClient) -> None:
    """Below the list stands how many names were not recognised, as a link."""
    link = read_page(client, "/organisations", language=ENGLISH).select_one('a[href="/organisations/unresolved"]')

    assert "recognised" in read_text(link)


def test_a_finnish_reader_sees_finnish(client: TestClient) -> None:
    """The heading is translated."""
    page = read_page(client, "/organisations/unresolved", language=FINNISH)

    assert read_text(page.h1) == "Nimet, joita ei tunnistettu"


def test_nothing_is_listed_where_every_name_was_recognised(services: Services) -> None:
    """Without such names the page has an empty state instead of a table, and nothing leads to it."""
    with services.database.writing() as stores:
        for number, written, organisation_id in ((3, "Espoo", "049"), (5, "Kuhmo", "290")):
            draft = make_draft(title=f"Idea {number}", parties=(make_lead(written, organisation_id),))
            stores.ideas.update(IdeaId(number), draft, AT)
    services.keeper.refresh()
    client = TestClient(create_app(services), follow_redirects=False)

    page = read_page(client, "/organisations/unresolved")

    assert page.select_one(".empty-state a[href='/organisations']")
    assert not page.select("table")
    assert not read_page(client, "/organisations").select("a[href='/organisations/unresolved']")


def test_long_lists_are_shown_in_parts(services: Services) -> None:
    """A name of five ideas comes first with three of them and a count; the last names are on a second page."""
    written = ["Atlantis"] * 5 + [f"Kylä {number:02}" for number in range(PAGE_SIZE)]
    drafts = [make_draft(title=f"Idea {number}", parties=(make_lead(name),)) for number, name in enumerate(written)]
    with services.database.writing() as stores:
        stores.ideas.add_all(drafts, AT)
    services.keeper.refresh()
    client = TestClient(create_app(services), follow_redirects=False)

    pages = [read_page(client, "/organisations/unresolved", query={"page": number}) for number in ("1", "2")]

    atlantis = pages[0].select("main tbody tr")[0]
    assert len(atlantis.select("a")) == 3
    assert read_text(atlantis).endswith("and 2 more")
    assert [len(page.select("main tbody tr")) for page in pages] == [PAGE_SIZE, 3]


def test_page_has_its_json_twin(client: TestClient) -> None:
    """The same is linked as JSON."""
    twin = read_page(client, "/organisations/unresolved").select_one("link[rel=alternate][type='application/json']")

    assert twin is not None
    assert len(client.get(str(twin["href"])).json()["items"]) == 2
