"""The list of organisations finds by any name and by what they are; the page of each tells all that belongs to it."""

from datetime import date
from typing import Final

import pytest
from bs4 import BeautifulSoup
from starlette.testclient import TestClient

from models.language import ENGLISH, FINNISH, LANGUAGES, SWEDISH, LanguageCode
from models.organisation import Alias, OrganisationId, OrganisationKind
from tests.factories import make_catalogue, make_organisation
from tests.web.reading import read_facts, read_page, read_text
from web.pages.organisation import read_organisation_page

NURMES: Final = OrganisationId("541")


def _names(page: BeautifulSoup) -> list[str]:
    """Return the names in the first column, in order."""
    return [read_text(cell.a) for cell in page.select("main tbody th[scope=row]")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_list_has_one_heading_and_a_table_with_headers(client: TestClient, language: LanguageCode) -> None:
    """In every language the list has one first heading, a caption and a scope on every header."""
    page = read_page(client, "/organisations", language=language)

    assert page.html is not None
    assert page.html["lang"] == language
    assert len(page.select("h1")) == 1
    assert read_text(page.select_one("table caption"))
    assert all(cell.get("scope") for cell in page.select("main th"))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (FINNISH, ["Kemiönsaari", "Kuhmo", "Maarianhamina", "Nurmes", "Parainen", "Sotkamo", "Vantaa", "Äänekoski"]),
        (SWEDISH, ["Kimitoön", "Kuhmo", "Mariehamn", "Nurmes", "Pargas", "Sotkamo", "Vanda", "Äänekoski"]),
    ],
)
def test_list_is_in_the_order_of_the_readers_language(
    client: TestClient, language: LanguageCode, expected: list[str]
) -> None:
    """Municipalities stand by the name the reader sees, å, ä and ö last."""
    names = _names(read_page(client, "/organisations", language=language, query={"kind": "municipality"}))

    assert names[1:] == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"region": "18"}, ["Kuhmo", "Sotkamo"]),
        ({"size": "20000_to_100000"}, []),
        ({"size": "over_100000"}, ["Espoo", "Vantaa"]),
        ({"languages": "sv"}, ["Mariehamn"]),
        ({"kind": "joint_authority"}, ["Kainuun liitto"]),
        ({"region": "12"}, ["Nurmes"]),
        ({"region": "12", "former": "1"}, ["Nurmes", "Valtimo"]),
        ({"q": "kuhm"}, ["Kuhmo"]),
        ({"q": "AANEK"}, ["Äänekoski"]),
        ({"q": "Esbo"}, ["Espoo"]),
        ({"q": "valtimo"}, ["Valtimo"]),
        ({"q": "koski", "region": "18"}, []),
    ],
)
def test_filters_narrow_the_list(client: TestClient, query: dict[str, str], expected: list[str]) -> None:
    """Each filter leaves what meets it; merged municipalities come when asked for or named."""
    page = read_page(client, "/organisations", query=query)

    assert _names(page) == expected


def test_form_keeps_what_was_chosen(client: TestClient) -> None:
    """The form shows the choices that made the list."""
    page = read_page(client, "/organisations", query={"q": "es", "region": "01", "former": "1"})

    assert page.select_one("#q[value=es]")
    assert read_text(page.select_one("#region option[selected]")) == "Uusimaa"
    assert page.select_one("#former[checked]")
    assert page.select_one("details.filters[open]")


@pytest.mark.parametrize(("written", "meant"), [("Esppo", "Espoo"), ("Kuhmoo", "Kuhmo")])
def test_typing_errors_are_asked_about(client: TestClient, written: str, meant: str) -> None:
    """What nothing is called leads to what it may mean."""
    page = read_page(client, "/organisations", query={"q": written})

    assert not page.select("table")
    assert meant in [read_text(link) for link in page.select("main .ds-alert a")]


def test_an_empty_list_says_what_to_do(client: TestClient) -> None:
    """A name that means nothing leads back to all organisations."""
    page = read_page(client, "/organisations", query={"q": "qqqqqqqqqqqq"})

    assert page.select_one(".empty-state a[href='/organisations']")


@pytest.mark.parametrize("page", ["0", "soon"])
def test_a_page_number_that_is_none_is_refused(client: TestClient, page: str) -> None:
    """A page number is a number from 1."""
    read_page(client, "/organisations", query={"page": page}, status=422)


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_shows_facts_in_every_language(client: TestClient, language: LanguageCode) -> None:
    """The page has the name in the reader's language, the population in its format and links to neighbours."""
    page = read_page(client, "/organisations/445", language=language)

    assert read_text(page.h1) == {FINNISH: "Parainen", SWEDISH: "Pargas", ENGLISH: "Pargas"}[language]
    facts = " ".join(read_facts(page).values())
    assert {FINNISH: "15 217", SWEDISH: "15 217", ENGLISH: "15,217"}[language] in facts
    assert {FINNISH: "31.12.2018", SWEDISH: "31.12.2018", ENGLISH: "31 December 2018"}[language] in facts
    assert page.select_one("main a[href='/organisations/322']")


def test_page_names_both_official_names_in_their_languages(client: TestClient) -> None:
    """Names in a language other than the page's are marked with it."""
    page = read_page(client, "/organisations/445")

    assert [read_text(name) for name in page.select("dl [lang=fi]")] == ["Paraisten kaupunki"]
    assert [read_text(name) for name in page.select("dl [lang=sv]")] == ["Pargas stad"]


def test_page_leads_to_ideas_projects_and_partners(client: TestClient) -> None:
    """An organisation shows its ideas and projects, and partners with the projects they were in together."""
    page = read_page(client, "/organisations/049")

    assert page.select_one("section[aria-labelledby=ideas] a[href='/ideas/3']")
    assert page.select_one("section[aria-labelledby=projects] a[href='/projects/2022-espoo']")
    partners = page.select("section[aria-labelledby=ties] li")
    assert [read_text(row.a) for row in partners] == ["Pargas", "Vantaa"]
    assert all(row.select_one("a[href='/projects/yhteinen-varhaiskasvatus']") for row in partners)


def test_a_name_in_finnish_only_is_marked(client: TestClient) -> None:
    """On an English page, a joint authority without an English name has its Finnish one marked as Finnish."""
    page = read_page(client, "/organisations/kainuun-liitto")

    assert page.h1 is not None
    assert page.h1["lang"] == "fi"
    assert "lang" not in read_page(client, "/organisations/kainuun-liitto", language=SWEDISH).select("h1")[0].attrs


def test_merged_municipality_says_into_which(client: TestClient) -> None:
    """A municipality that has merged names its last day and leads to its successor, and back."""
    valtimo = read_page(client, "/organisations/911")
    nurmes = read_page(client, "/organisations/541")

    assert "31 December 2019" in read_text(valtimo.select_one("main .ds-alert"))
    assert valtimo.select_one("main .ds-alert a[href='/organisations/541']")
    assert nurmes.select_one("dl a[href='/organisations/911']")


def test_joint_authority_and_its_members_lead_to_each_other(client: TestClient) -> None:
    """A joint authority lists its members, a member the joint authorities it belongs to."""
    authority = read_page(client, "/organisations/kainuun-liitto")
    member = read_page(client, "/organisations/290")

    members = [link["href"] for link in authority.select("section[aria-labelledby=members] a")]
    assert members == ["/organisations/290", "/organisations/765"]
    assert member.select_one("section[aria-labelledby=joint-authorities] a[href='/organisations/kainuun-liitto']")


def test_a_joint_authority_that_has_ended_is_nobodys_any_more() -> None:
    """Its own page says until when it existed; that of a member lists those there are."""
    member = make_organisation()
    going_on, ended = (
        make_organisation(
            id=OrganisationId(own_id), kind=OrganisationKind.JOINT_AUTHORITY, member_ids=(member.id,), valid_to=valid_to
        )
        for own_id, valid_to in (("liitto", None), ("piiri", date(2022, 12, 31)))
    )

    page = read_organisation_page(make_catalogue(organisations=[member, going_on, ended]), member.id, FINNISH)

    assert page.joint_authorities == [going_on]


def test_border_in_water_is_told(client: TestClient) -> None:
    """Neighbours across water stand apart from those across land."""
    island = read_page(client, "/organisations/322")
    inland = read_page(client, "/organisations/290")

    assert island.select_one("ul[aria-labelledby=by-sea] a[href='/organisations/445']")
    assert read_text(island.select_one("#by-sea"))
    assert not inland.select("#by-sea")


def test_page_has_its_json_twin_and_its_sources(client: TestClient) -> None:
    """The same is linked as JSON, and the sources of the facts are named."""
    page = read_page(client, "/organisations/290")

    twin = page.select_one("link[rel=alternate][type='application/json']")
    assert twin is not None
    assert client.get(str(twin["href"])).status_code == 200
    assert "Statistics Finland" in read_text(page.select_one(".attribution"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_unknown_organisation_is_a_page(client: TestClient, language: LanguageCode) -> None:
    """An organisation that does not exist gives a page with status 404 in the reader's language."""
    page = read_page(client, "/organisations/999", language=language, status=404)

    assert page.html is not None
    assert page.html["lang"] == language
    assert page.h1


def test_names_of_earlier_mergers_are_listed() -> None:
    """Names of municipalities that merged before the reference date stand in alphabetical order."""
    aliases = [
        Alias(NURMES, "Öja", "former_municipality"),
        Alias(NURMES, "Nurmeksen mlk", "former_municipality"),
        Alias(NURMES, "Nurmeksessa", "inessive"),
    ]

    page = read_organisation_page(make_catalogue(organisations=[make_organisation()], aliases=aliases), NURMES, FINNISH)

    assert page.former_names == ["Nurmeksen mlk", "Öja"]
    assert page.ties == []
