"""The list of ideas and the page of each."""

import pytest
from starlette.testclient import TestClient

from models.idea import IdeaId
from models.language import FINNISH, SWEDISH
from models.search import SearchHit
from tests.factories import make_idea
from tests.web.reading import read_facts, read_page, read_text
from web.app import create_app
from web.pages.ideas import IdeaOrder, sort_ideas
from web.wiring import Services


def test_an_idea_shows_all_that_is_known(client: TestClient) -> None:
    """The page has the text, who leads and joins, the call, the year, and what is sought and brought."""
    page = read_page(client, "/ideas/1")
    facts = read_facts(page)

    assert read_text(page.select_one("h1[lang=fi]")) == "Koulukyytien reitit samaan suunnitelmaan"
    assert facts["Lead"] == "Kuhmo Kainuu"
    assert facts["Member"] == "Sotkamo Kainuu"
    assert facts["Call"].startswith("Call 2019-2")
    assert facts["Year"] == "2019"
    assert "reittioptimoinnin" in read_text(page.select_one("[aria-labelledby=needs]"))
    assert read_text(page.select_one("[aria-labelledby=offers] .resources__kind")) == "Pilot site"


def test_parties_and_calls_are_links(client: TestClient) -> None:
    """What has a page of its own can be reached from the idea."""
    page = read_page(client, "/ideas/1")

    links = [str(link["href"]) for link in page.select(".facts a")]

    assert links == ["/organisations/290", "/organisations/765", "/themes/1", "/calls/2019-2"]


def test_a_name_that_was_not_recognised_is_shown_as_written(client: TestClient) -> None:
    """An unknown name stays as it was written, with what it may mean, and is no link itself."""
    facts = read_facts(read_page(client, "/ideas/3"))

    assert facts["Member"] == "Vanta (not recognised) Did you mean: Vantaa"


def test_an_illustrative_idea_says_so(client: TestClient) -> None:
    """The notice stands on illustrative ideas and on no others."""
    illustrative = read_page(client, "/ideas/1")
    imported = read_page(client, "/ideas/3")

    assert "No municipality has proposed it" in read_text(illustrative.select_one(".origin-notice"))
    assert "No municipality has proposed it" not in read_text(imported)


def test_a_title_alone_is_an_idea(client: TestClient) -> None:
    """An idea without a text says that nothing more was given, and leaves out what it does not have."""
    page = read_page(client, "/ideas/5")

    assert "Only the title of this idea was given." in read_text(page.select_one("main"))
    assert page.select_one("[aria-labelledby=needs]") is None
    assert read_facts(page)["Call"] == "not known"


def test_similar_ideas_cross_languages(client: TestClient) -> None:
    """The other ideas are listed, each with its own language where it is not the reader's."""
    page = read_page(client, "/ideas/1", language=FINNISH)
    cards = page.select("[aria-labelledby=similar] .card h3 a")

    assert 1 <= len(cards) <= 5
    assert "/ideas/1" not in [card["href"] for card in cards]
    assert {card.get("lang") for card in cards} <= {None, "sv", "en"}


@pytest.mark.parametrize(
    ("relevances", "is_alike", "is_told"),
    [((0.1, 0.05), False, True), ((0.1, 0.05), True, False), ((0.2, 0.05), False, False)],
)
def test_where_none_is_close_the_page_says_so(
    services: Services,
    monkeypatch: pytest.MonkeyPatch,
    relevances: tuple[float, float],
    *,
    is_alike: bool,
    is_told: bool,
) -> None:
    """Unless one of them, though not the first, is what reuse finds alike."""
    services.keeper.refresh()
    own, *others = services.keeper.current.catalogue.ideas
    hits = [
        SearchHit(idea_id=each, relevance=relevance, similarity=0.1, word_score=0)
        for each, relevance in zip(others, relevances, strict=False)
    ]
    monkeypatch.setattr(services.keeper, "similar", lambda *_, **__: hits)
    alike = frozenset({hits[1].idea_id} if is_alike else ())
    monkeypatch.setattr("web.pages.ideas.find_alike", lambda _: alike)

    section = read_page(TestClient(create_app(services)), f"/ideas/{own}").select_one("[aria-labelledby=similar]")

    assert ("No idea is close to this one so far" in read_text(section)) is is_told


def test_the_same_is_announced_for_programs(client: TestClient) -> None:
    """The head of the page names its JSON twin, which answers."""
    page = read_page(client, "/ideas/1")
    twin = page.select_one("link[rel=alternate][type='application/json']")

    assert twin is not None
    assert client.get(str(twin["href"])).json()["id"] == 1


def test_before_the_model_is_up_similar_ideas_are_promised(services: Services) -> None:
    """While the model loads the page stands, and says when similar ideas can be seen."""
    client = TestClient(create_app(services))

    page = read_page(client, "/ideas/1", language=SWEDISH)

    assert "håller ännu på att starta" in read_text(page.select_one("[aria-labelledby=similar] .ds-alert"))


def test_an_unknown_idea_is_not_found(client: TestClient) -> None:
    """A number that no idea has gives the page of what was not found."""
    page = read_page(client, "/ideas/4711", status=404)

    assert read_text(page.select_one("h1")) == "The page was not found"
    assert "There is no idea 4711." in read_text(page.select_one("details p[lang=en], details p"))


def test_all_ideas_are_listed(client: TestClient) -> None:
    """The list counts the ideas and shows each as a card."""
    page = read_page(client, "/ideas")

    assert "5 ideas in all." in read_text(page.select_one(".page-lede"))
    assert len(page.select(".card")) == 5


def test_the_list_is_sorted_as_asked(client: TestClient) -> None:
    """The newest come first, or titles in alphabetical order; the order in force is marked."""
    newest = read_page(client, "/ideas")
    by_title = read_page(client, "/ideas", query={"sort": "title"})

    assert newest.select(".card a")[0]["href"] == "/ideas/5"
    assert read_text(by_title.select(".card h2")[0]) == "A robot for purchase invoices"
    assert read_text(newest.select_one(".orders [aria-current]")) == "Newest first"
    assert read_text(by_title.select_one(".orders [aria-current]")) == "In alphabetical order"


def test_titles_are_sorted_as_finns_do() -> None:
    """Å, ä and ö come after z, and capitals do not matter."""
    titles = ["Öljy", "zoo", "Äiti", "aasi", "Åbo"]
    ideas = [make_idea(id=IdeaId(number), title=title) for number, title in enumerate(titles, start=1)]

    ordered = [idea.title for idea in sort_ideas(ideas, IdeaOrder.TITLE)]

    assert ordered == ["aasi", "zoo", "Åbo", "Äiti", "Öljy"]


def test_the_list_comes_in_pages(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page shows its share, says which it is, and leads on; the order is kept."""
    monkeypatch.setattr("web.pages.ideas.PAGE_SIZE", 2)

    page = read_page(client, "/ideas", query={"sort": "title", "page": "2"})

    assert len(page.select(".card")) == 2
    assert "page 2 of 3" in str(page.title)
    assert page.select_one("[rel=prev]")["href"] == "/ideas?sort=title"  # type: ignore[index]
    assert page.select_one("[rel=next]")["href"] == "/ideas?sort=title&page=3"  # type: ignore[index]
