"""The page of the map: the legend, the table that says the same as the picture, and what can be chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import pytest
from bs4 import BeautifulSoup, Tag
from starlette.testclient import TestClient

from models.idea import IdeaId
from models.language import ENGLISH, FINNISH, LANGUAGES, SWEDISH, LanguageCode
from models.theme import ThemeId, ThemeMap
from tests.factories_themes import SAMPLE_MAP, make_placement, make_theme
from tests.web.reading import read_page, read_text
from tests.web.serving import serve_map
from web.pages.map_legend import make_mark
from web.pages.theme_map import PAGE_SIZE
from web.wiring import Services

TRANSPORT: Final = "Koulukyyti, reitti"
ROBOTS: Final = "Palkka, robotti, lasku"


@pytest.fixture
def map_client(services: Services) -> TestClient:
    """Return a client of the application whose ideas have the places of SAMPLE_MAP."""
    return serve_map(services, SAMPLE_MAP)


def _read(element: Tag | None) -> str:
    """Return the words of an element; keywords are elements of their own, and no space stands before their comma."""
    return read_text(element).replace(" ,", ",")


def _read_rows(page: BeautifulSoup) -> Sequence[Sequence[str]]:
    """Return the cells of the table, row by row."""
    return [[_read(cell) for cell in row.select("th, td")] for row in page.select("#map-table tbody tr")]


def _find_titles(client: TestClient, **query: str) -> list[str]:
    """Return the titles in the table, in order."""
    page = read_page(client, "/map", query=query)
    return [read_text(link) for link in page.select("#map-table tbody th a")]


def test_table_tells_what_the_map_shows(map_client: TestClient) -> None:
    """Each idea has a row with its lead, theme, region and nearest idea, by theme and then by title."""
    assert _read_rows(read_page(map_client, "/map")) == [
        [
            "Koulukyytien reitit samaan suunnitelmaan Illustrative",
            "Kuhmo",
            f"1 1 {TRANSPORT}",
            "Kainuu",
            "Skolskjutsarna i samma plan",
        ],
        [
            "Skolskjutsarna i samma plan Illustrative",
            "Pargas",
            f"1 1 {TRANSPORT}",
            "Southwest Finland",
            "Koulukyytien reitit samaan suunnitelmaan",
        ],
        [
            "Varhaiskasvatuksen läsnäolot puhelimeen Illustrative",
            "Valtimo",
            f"1 1 {TRANSPORT} Stands alone: this theme is only the nearest.",
            "North Karelia",
            "Koulukyytien reitit samaan suunnitelmaan",
        ],
        ["A robot for purchase invoices", "Espoo", f"7 7 {ROBOTS}", "Uusimaa", "RPA palkanlaskentaan"],
        ["RPA palkanlaskentaan", "Tuntematon yhtymä", f"7 7 {ROBOTS}", "not known", "A robot for purchase invoices"],
    ]


def test_rows_lead_on(map_client: TestClient) -> None:
    """A row links its idea, its lead, its theme and the nearest idea."""
    row = read_page(map_client, "/map").select_one("#map-table tbody tr")

    assert row is not None
    assert [link["href"] for link in row.select("a")] == ["/ideas/1", "/organisations/290", "/themes/1", "/ideas/2"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"theme": "7"}, ["A robot for purchase invoices", "RPA palkanlaskentaan"]),
        ({"region": "18"}, ["Koulukyytien reitit samaan suunnitelmaan"]),
        ({"region": "-"}, ["RPA palkanlaskentaan"]),
        ({"theme": "1", "region": "01"}, []),
        ({"area": "0,0,1,-1"}, ["A robot for purchase invoices", "RPA palkanlaskentaan"]),
        ({"area": "-0.8,0.5,-0.7,0.5"}, ["Koulukyytien reitit samaan suunnitelmaan"]),
        ({"area": "0.8,-1,1,1", "theme": "7"}, ["RPA palkanlaskentaan"]),
        ({"area": "0.1,0.1,0.2,0.2"}, []),
    ],
)
def test_choices_narrow_the_table(map_client: TestClient, query: Mapping[str, str], expected: Sequence[str]) -> None:
    """Theme, region and area count together, edges of an area included; the map keeps all ideas."""
    page = read_page(map_client, "/map", query=query)

    assert [read_text(link) for link in page.select("#map-table tbody th a")] == expected
    assert read_text(page.select_one("#map-status")) == f"{len(expected)} of 5 ideas"
    assert bool(page.select(".empty-state")) is not bool(expected)
    assert _read(page.select_one("[data-legend=theme]")).endswith(f"{ROBOTS} 2")


@pytest.mark.parametrize("query", [{"area": "1,2"}, {"area": "a"}])
def test_an_area_that_is_none_counts_as_none(map_client: TestClient, query: Mapping[str, str]) -> None:
    """An address with an area that does not exist gives the whole table, and says that it is the whole."""
    page = read_page(map_client, "/map", query=query)

    assert len(_read_rows(page)) == 5
    assert read_text(page.select_one("#map-status")) == "5 ideas"
    assert not page.select("[data-clear]")


def test_form_keeps_what_was_chosen(map_client: TestClient) -> None:
    """The form shows the choices again, and what it leads to keeps the area."""
    page = read_page(map_client, "/map", query={"theme": "7", "region": "01", "area": "-1,-1,1,0.25"})

    assert [option["value"] for option in page.select("#map-form option[selected]")] == ["7", "01"]
    assert [field["value"] for field in page.select("#map-form input[name=area]")] == ["-1,-1,1,0.25"]
    assert "in the area chosen on the map" in read_text(page.select_one("#map-table"))


def test_legend_marks_every_theme_and_region(map_client: TestClient) -> None:
    """Each theme and region that has ideas is named beside a mark with its number, and counted."""
    page = read_page(map_client, "/map")

    themes, regions = page.select("[data-legend]")
    assert [_read(entry) for entry in themes.select("li")] == [f"1 {TRANSPORT} 3", f"7 {ROBOTS} 2"]
    assert [_read(entry) for entry in regions.select("li")] == [
        "1 Uusimaa 1",
        "2 Southwest Finland 1",
        "12 North Karelia 1",
        "18 Kainuu 1",
        "– Region not known 1",
    ]


def test_marks_of_sixty_are_all_different() -> None:
    """No two of sixty marks have the same colour and shape, so that colour is never the only sign."""
    marks = {(mark.color, mark.outline) for mark in (make_mark("1", place) for place in range(60))}

    assert len(marks) == 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_another_language_are_marked(map_client: TestClient, language: LanguageCode) -> None:
    """A Finnish keyword or title carries its language on pages in another."""
    page = read_page(map_client, "/map", language=language)

    foreign = "#map-table tbody tr:first-child"
    assert bool(page.select(f"{foreign} td .ds-link [lang=fi]")) is (language != FINNISH)
    assert bool(page.select(f"{foreign} th a[lang=fi]")) is (language != FINNISH)


@pytest.mark.parametrize(
    ("language", "lead", "region"), [(FINNISH, "Parainen", "Varsinais-Suomi"), (SWEDISH, "Pargas", "Egentliga Finland")]
)
def test_names_are_in_the_language_of_the_reader(
    map_client: TestClient, language: LanguageCode, lead: str, region: str
) -> None:
    """Organisations and regions are called as readers call them."""
    page = read_page(map_client, "/map", query={"region": "02"}, language=language)

    assert [(row[1], row[3]) for row in _read_rows(page)] == [(lead, region)]


def test_illustrative_ideas_are_said_to_be(services: Services) -> None:
    """The page has the notice where an illustrative idea is on the map, and only there."""
    imported = (SAMPLE_MAP.placements[2], SAMPLE_MAP.placements[4])
    real_only = ThemeMap(themes=SAMPLE_MAP.themes, placements=imported, trustworthiness=1.0)

    assert read_page(serve_map(services, SAMPLE_MAP), "/map").select(".origin-notice")
    assert not read_page(serve_map(services, real_only), "/map").select(".origin-notice")


def test_ideas_that_came_later_are_announced(services: Services) -> None:
    """Ideas without a place are counted in a notice; places of ideas that are gone are left out."""
    places = (*SAMPLE_MAP.placements[:3], make_placement(idea_id=IdeaId(99)))
    client = serve_map(services, replace(SAMPLE_MAP, placements=places))

    page = read_page(client, "/map")

    assert "2 new ideas are not on the map yet" in read_text(page.select_one("main"))
    assert len(_read_rows(page)) == 3


def test_nothing_matched_yet_is_said(services: Services) -> None:
    """Before the first match there is no picture and no table, and the page says why."""
    page = read_page(serve_map(services, None), "/map")

    assert "being matched" in read_text(page.select_one(".empty-state"))
    assert not page.select("#map, table, script")


def test_thousands_come_in_pages(services: Services) -> None:
    """A long table is cut; every idea is on one of its pages, and the filters stay in the links."""
    placements = tuple(make_placement(idea_id=IdeaId(number)) for number in range(1, 6))
    theme_map = ThemeMap(themes=(make_theme(1, range(1, 6)),), placements=placements, trustworthiness=1.0)
    client = serve_map(services, theme_map)
    pages = pytest.MonkeyPatch()
    pages.setattr("web.pages.theme_map.PAGE_SIZE", 2)

    titles = [title for number in "123" for title in _find_titles(client, page=number, theme="1")]
    links = read_page(client, "/map", query={"theme": "1"}).select(".ds-pagination a")
    pages.undo()

    assert len(titles) == len(set(titles)) == 5
    assert all("theme=1" in str(link["href"]) for link in links)
    assert PAGE_SIZE >= 133


def test_picture_waits_for_its_script(map_client: TestClient) -> None:
    """Without the script nothing is promised: the picture is hidden, and the form sends itself."""
    page = read_page(map_client, "/map")

    figure, form = page.select_one("#map"), page.select_one("#map-form")
    assert figure is not None
    assert form is not None
    assert figure.has_attr("hidden")
    assert (form["method"], form["action"]) == ("get", "/map")
    assert form.select("button[type=submit]")


def test_map_has_its_json_twin(map_client: TestClient) -> None:
    """The same is linked as JSON, which is also what the script draws."""
    page = read_page(map_client, "/map", language=ENGLISH)

    twin, figure = page.select_one("link[rel=alternate][type='application/json']"), page.select_one("#map")
    assert twin is not None
    assert figure is not None
    assert twin["href"] == figure["data-source"]
    assert map_client.get(str(twin["href"])).status_code == 200


def test_theme_without_ideas_is_left_out(services: Services) -> None:
    """A theme whose ideas are all gone is neither in the legend nor among the choices."""
    themes = (*SAMPLE_MAP.themes, make_theme(8, []))
    map_client = serve_map(services, replace(SAMPLE_MAP, themes=themes))

    page = read_page(map_client, "/map")
    refused = read_page(map_client, "/map", status=422, query={"theme": "8"})

    assert [entry["data-key"] for entry in page.select("[data-legend=theme] li")] == ["1", "7"]
    assert len(_read_rows(page)) == 5
    assert themes[2].id == ThemeId(8)
    assert "Theme: “8” is not known." in read_text(refused.select_one(".page-head"))
