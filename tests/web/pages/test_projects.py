"""The register is found by words, kind, year and call; the page of each entry tells what is known and what is not."""

import pytest
from bs4 import BeautifulSoup
from starlette.testclient import TestClient

from models.language import ENGLISH, FINNISH, LANGUAGES, SWEDISH, LanguageCode
from models.project import ProjectKind
from tests.factories import make_catalogue, make_lead, make_member, make_organisation, make_project
from tests.web.reading import read_facts, read_page, read_text
from web.pages.projects import read_row


def _titles(page: BeautifulSoup) -> list[str]:
    """Return the titles of the entries, in order."""
    return [read_text(title) for title in page.select("main li h3")]


def test_register_is_listed_from_the_newest(client: TestClient) -> None:
    """Entries come by year, the newest first and unknown years last."""
    assert _titles(read_page(client, "/projects")) == [
        "Grant to Espoo, title not published",
        "Den it-smarta kommunen",
        "Yhteinen varhaiskasvatuksen järjestelmä",
        "Kainuun kuntien verkosto",
        "Ilmastokatu",
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"kind": "network"}, ["Kainuun kuntien verkosto"]),
        ({"year": "2020"}, ["Den it-smarta kommunen"]),
        ({"q": "varhaiskasvatus"}, ["Yhteinen varhaiskasvatuksen järjestelmä"]),
        ({"q": "avoin vantaa"}, ["Yhteinen varhaiskasvatuksen järjestelmä"]),
        ({"q": "ILMASTO"}, ["Ilmastokatu"]),
        ({"q": "ammattikorkeakoulu", "kind": "project"}, []),
        ({"year": "2015", "kind": "grant"}, []),
    ],
)
def test_filters_narrow_the_register(client: TestClient, query: dict[str, str], expected: list[str]) -> None:
    """Words count in any inflection and together with the other choices."""
    page = read_page(client, "/projects", query=query)

    assert _titles(page) == expected
    assert bool(page.select(".empty-state")) is not bool(expected)


def test_each_entry_has_lead_members_and_source(client: TestClient) -> None:
    """Every entry links its lead, its members and its source; a name that is nobody here stays as written."""
    entry = read_page(client, "/projects", query={"kind": "network"}).select_one("main li:has(h3)")

    assert entry is not None
    assert [link["href"] for link in entry.select("dd a")] == [
        "/organisations/290",
        "/organisations/765",
        "https://example.invalid/hanke",
    ]
    assert "Kajaanin ammattikorkeakoulu" in read_text(entry)
    assert "Lead (inferred)" in read_text(entry)


@pytest.mark.parametrize(("language", "marked"), [(FINNISH, None), (SWEDISH, "fi"), (ENGLISH, "fi")])
def test_finnish_description_is_marked_elsewhere(
    client: TestClient, language: LanguageCode, marked: str | None
) -> None:
    """A Finnish description on a Swedish or English page carries its language."""
    page = read_page(client, "/projects/yhteinen-varhaiskasvatus", language=language)

    text = page.select_one("section[aria-labelledby=description] p")
    assert text is not None
    assert text.get("lang") == marked


def test_page_shows_what_is_known(client: TestClient) -> None:
    """Kind, year, programme, sum, owner and licence are shown where they are known."""
    facts = read_facts(read_page(client, "/projects/yhteinen-varhaiskasvatus"))

    assert facts == {
        "Kind": "Project",
        "Year": "2019",
        "Programme or form of co-operation": "VM digikannustin",
        "Grant, at most": "€3,400,000",
        "Owner of the result": "Espoo",
        "Licence of the result": "LGPL-2.1-or-later",
        "Source": "example.invalid",
    }


def test_page_says_what_is_not_known(client: TestClient) -> None:
    """What the source does not state is said to be not known."""
    facts = read_facts(read_page(client, "/projects/tuntematon-vuosi"))

    assert [term for term, value in facts.items() if value == "not known"] == [
        "Year",
        "Programme or form of co-operation",
        "Grant, at most",
        "Owner of the result",
        "Licence of the result",
    ]


def test_inferred_lead_is_said_to_be_inferred(client: TestClient) -> None:
    """A lead that the source does not state is marked, with the note that tells from what it was inferred."""
    page = read_page(client, "/projects/kainuun-verkosto")

    rows = [read_text(row) for row in page.select("main tbody tr")]
    assert rows == ["Kuhmo Lead (inferred)", "Sotkamo Member", "Kajaanin ammattikorkeakoulu Member"]
    parties = read_text(page.select_one("section[aria-labelledby=parties]"))
    assert "inferred" in parties
    assert "order of names only" in parties


@pytest.mark.parametrize("language", LANGUAGES)
def test_grant_without_a_title_is_named_by_its_lead(client: TestClient, language: LanguageCode) -> None:
    """A grant published without a title has a heading and a page title that name its lead, without markup."""
    page = read_page(client, "/projects/2022-espoo", language=language)

    assert page.title is not None
    assert "Espoo" in read_text(page.h1)
    assert read_text(page.title) == f"{read_text(page.h1)} – Kumppani"
    assert len(page.select("h1")) == 1


def test_project_has_its_json_twin(client: TestClient) -> None:
    """The same is linked as JSON."""
    page = read_page(client, "/projects/kainuun-verkosto")

    twin = page.select_one("link[rel=alternate][type='application/json']")
    assert twin is not None
    assert client.get(str(twin["href"])).status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_unknown_project_is_a_page(client: TestClient, language: LanguageCode) -> None:
    """A project that is not in the register gives a page with status 404 in the reader's language."""
    page = read_page(client, "/projects/nothing", language=language, status=404)

    assert page.html is not None
    assert page.html["lang"] == language


def test_row_has_the_lead_first_and_suggestions() -> None:
    """A row puts the lead before the others and knows what an unclear name may mean."""
    vantaa = make_organisation()
    project = make_project(
        kind=ProjectKind.NETWORK,
        parties=(make_member("Vanta", did_you_mean=[vantaa.id]), make_lead("Nurmes", vantaa.id)),
        source_url="http://www.example.invalid./hanke?origin=rss",
    )

    row = read_row(make_catalogue(organisations=[vantaa], projects=[project]), project)

    assert row.lead is not None
    assert row.lead.organisation == vantaa
    assert [party.did_you_mean for party in row.others] == [[vantaa]]
    assert row.source_site == "example.invalid"
