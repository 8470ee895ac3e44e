"""The list of themes and the page of each."""

from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from models.idea import IdeaId
from models.language import ENGLISH, FINNISH, LANGUAGES, SWEDISH, LanguageCode
from models.theme import Edited, Keyword, Placement, Theme, ThemeGroup, ThemeGroupId, ThemeId, ThemeMap
from tests.factories import make_run
from tests.web.reading import read_facts, read_page, read_text
from web.app import create_app
from web.wiring import Services

TRANSPORT = Theme(
    id=ThemeId(3),
    keywords={
        language: (Keyword("koulukyyti", FINNISH), Keyword("rutt", LanguageCode("sv"))) for language in LANGUAGES
    },
    idea_ids=(IdeaId(1), IdeaId(2), IdeaId(4711)),
    representative_ids=(IdeaId(1), IdeaId(2)),
    stability=0.8,
    color=5,
)
FINANCE = replace(
    TRANSPORT,
    id=ThemeId(8),
    keywords={language: (Keyword("lasku", FINNISH),) for language in LANGUAGES},
    idea_ids=(IdeaId(3), IdeaId(4), IdeaId(5)),
    representative_ids=(IdeaId(5),),
    stability=None,
    color=0,
)


def _place(idea_id: int, theme: Theme, *, nearest: int | None = None) -> Placement:
    """Return a placement; with `nearest` the idea stands alone."""
    return Placement(
        idea_id=IdeaId(idea_id),
        theme_id=theme.id,
        x=0.0,
        y=0.0,
        fit=0.5,
        is_alone=nearest is not None,
        nearest_id=None if nearest is None else IdeaId(nearest),
    )


MAP = ThemeMap(
    themes=(TRANSPORT, FINANCE),
    placements=(
        _place(1, TRANSPORT),
        _place(2, TRANSPORT),
        _place(3, FINANCE),
        _place(4, FINANCE, nearest=1),
        _place(4711, TRANSPORT, nearest=1),
    ),
    trustworthiness=0.9,
)


@pytest.fixture
def themed(services: Services) -> TestClient:
    """Return a client of the application with the map of this file."""
    with services.database.writing() as stores:
        stores.theme_maps.add(stores.runs.add(make_run()), MAP)
    services.keeper.open()
    return TestClient(create_app(services))


def test_themes_are_listed_by_how_many_ideas_they_have(themed: TestClient) -> None:
    """A theme counts the ideas that are still there, and shows those that tell best what it is about."""
    page = read_page(themed, "/themes")

    cards = page.select("article.theme-card")
    assert [read_text(card.h2) for card in cards] == ["8 Lasku", "3 Koulukyyti , rutt"]
    assert [read_text(card.select_one(".quiet")) for card in cards] == [
        "3 ideas · 2 organisations",
        "2 ideas · 3 organisations",
    ]
    assert [read_text(row) for row in cards[1].select("ul[aria-label] li")] == [
        "Koulukyytien reitit samaan suunnitelmaan",
        "Skolskjutsarna i samma plan",
    ]


def test_how_firmly_a_theme_holds_is_said_where_it_was_measured(themed: TestClient) -> None:
    """A stability of 0.8 is firm; one that was not measured is not shown."""
    cards = read_page(themed, "/themes").select("article.theme-card")

    assert "Holds together" not in read_text(cards[0])
    assert "Holds together firmly" in read_text(cards[1])


def test_ideas_that_stand_alone_come_with_their_nearest(themed: TestClient) -> None:
    """A lone idea leads to itself, its nearest theme and its nearest idea; one that is gone is not shown."""
    page = read_page(themed, "/themes")

    (row,) = page.select("[aria-labelledby=alone] li")
    assert [link["href"] for link in row.select("a")] == ["/ideas/4", "/themes/8", "/ideas/1"]


def test_ideas_without_a_theme_are_counted(themed: TestClient) -> None:
    """An idea that came after the map was drawn is announced."""
    assert "1 new idea has no theme yet" in read_text(read_page(themed, "/themes").main)


def test_illustrative_ideas_are_announced(themed: TestClient) -> None:
    """The list and a theme with illustrative ideas say so."""
    for path in ("/themes", "/themes/3"):
        assert "illustrative" in read_text(read_page(themed, path).select_one(".origin-notice"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_another_language_are_marked(themed: TestClient, language: LanguageCode) -> None:
    """A keyword that is not in the page's language says which it is in; one that is says nothing."""
    page = read_page(themed, "/themes/3", language=language)

    marked = {str(word["lang"]) for word in page.select("h1 [lang]")}
    assert marked == {"fi", "sv"} - {language}


def test_a_theme_shows_its_ideas_and_organisations(themed: TestClient) -> None:
    """The nearest to the centre come first, and everybody who takes part is named once."""
    page = read_page(themed, "/themes/3")

    assert [str(link["href"]) for link in page.select("[aria-labelledby=ideas] h3 a")] == ["/ideas/1", "/ideas/2"]
    assert [read_text(row) for row in page.select("[aria-labelledby=organisations] li")] == [
        "Kuhmo",
        "Pargas",
        "Sotkamo",
    ]
    assert read_facts(page)["Keywords"] == "koulukyyti , rutt"
    assert read_facts(page)["How firmly it holds together"] == "Holds together firmly (0.80)"


def test_a_weak_member_is_told_apart(themed: TestClient) -> None:
    """Of the ideas of a theme, the one that stands alone says so."""
    rows = read_page(themed, "/themes/8").select("[aria-labelledby=ideas] ol > li")

    assert ["Stands alone" in read_text(row) for row in rows] == [False, True, False]


@pytest.mark.parametrize(
    ("language", "name", "marks"),
    [
        (FINNISH, "Yhteiset kyydit", ["Järjestäjän nimeämä", "Järjestäjän lukitsema"]),
        (SWEDISH, "Koulukyyti , rutt", ["Namngett av arrangören", "Låst av arrangören"]),
        (ENGLISH, "Koulukyyti , rutt", ["Named by the organiser", "Locked by the organiser"]),
    ],
)
def test_what_the_organiser_did_is_said(
    services: Services, language: LanguageCode, name: str, marks: list[str]
) -> None:
    """A theme shows the name given for readers of a language, and in words what was done to it, here and in lists."""
    edited = replace(TRANSPORT, names={FINNISH: "Yhteiset kyydit"}, edited=(Edited.NAMED, Edited.LOCKED))
    with services.database.writing() as stores:
        stores.theme_maps.add(stores.runs.add(make_run()), replace(MAP, themes=(edited, FINANCE), drawn=MAP))
    services.keeper.open()
    client = TestClient(create_app(services))

    page, listed = (read_page(client, path, language=language) for path in ("/themes/3", "/themes"))

    assert read_text(page.h1) == f"3 {name}"
    assert [read_text(tag) for tag in page.select(".page-head .ds-tag")] == marks
    assert [read_text(tag) for tag in listed.select(".theme-card")[1].select(".ds-tag")][1:] == marks
    assert client.get("/api/v1/themes/3").json()["edited"] == ["named", "locked"]
    assert client.get("/api/v1/themes/8").json()["edited"] == []


def test_many_themes_stand_under_headings(services: Services) -> None:
    """Each group is a heading with its themes below, those of most ideas first; a theme and the API name its group."""
    groups = tuple(
        ThemeGroup(id=ThemeGroupId(number), keywords=theme.keywords, theme_ids=(theme.id,))
        for number, theme in ((4, TRANSPORT), (6, FINANCE))
    )
    with services.database.writing() as stores:
        stores.theme_maps.add(stores.runs.add(make_run()), replace(MAP, groups=groups))
    services.keeper.open()
    client = TestClient(create_app(services))

    page, theme = read_page(client, "/themes"), read_page(client, "/themes/3")

    sections = page.select("section[aria-labelledby^=group]")
    assert [read_text(section.h2) for section in sections] == ["Lasku", "Koulukyyti , rutt"]
    assert [read_text(section.h3) for section in sections] == ["8 Lasku", "3 Koulukyyti , rutt"]
    assert "2 groups of kindred themes" in read_text(page.select_one(".page-lede"))
    assert theme.select_one(".facts a[href='/themes#group-4']")
    answer = client.get("/api/v1/themes").json()
    assert [(each["id"], each["theme_ids"]) for each in answer["groups"]] == [(4, [3]), (6, [8])]
    assert [(each["id"], each["group_id"]) for each in answer["items"]] == [(3, 4), (8, 6)]


def test_few_themes_stand_under_no_heading(themed: TestClient) -> None:
    """Nothing tells of groups, here, on a theme's page or in the API."""
    assert read_page(themed, "/themes").select("section[aria-labelledby^=group]") == []
    assert "Group of themes" not in read_facts(read_page(themed, "/themes/3"))
    assert themed.get("/api/v1/themes/3").json()["group_id"] is None


def test_an_unknown_theme_is_not_found(themed: TestClient) -> None:
    """The page says what was asked for."""
    assert "There is no theme 4" in read_text(read_page(themed, "/themes/4", status=404).main)


def test_before_the_first_match_there_is_a_word_instead(unmatched: Services) -> None:
    """Without a map the list says when themes appear, and no theme can be found."""
    client = TestClient(create_app(unmatched))

    assert "No themes yet" in read_text(read_page(client, "/themes").main)
    assert client.get("/themes/1").status_code == 404


def test_an_idea_leads_to_its_theme(themed: TestClient) -> None:
    """The facts of an idea name the theme it is in, none where it came after the map."""
    assert read_page(themed, "/ideas/1").select_one(".facts a[href='/themes/3']")
    assert "Theme" not in read_facts(read_page(themed, "/ideas/5"))


def test_themes_are_drawn_by_the_match(client: TestClient) -> None:
    """After a match every idea is in a theme with a name in each language."""
    snapshot = client.app.state.services.keeper.current  # type: ignore[attr-defined]

    assert snapshot.theme_map is not None
    assert [each.idea_id for each in snapshot.theme_map.placements] == [1, 2, 3, 4, 5]
    assert all(theme.name_in(language) for theme in snapshot.theme_map.themes for language in LANGUAGES)
    assert read_page(client, f"/themes/{snapshot.theme_map.themes[0].id}", language=ENGLISH).h1
