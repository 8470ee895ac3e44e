"""The search page."""

import pytest
from starlette.testclient import TestClient

from models.asked_text import MAX_TEXT_CHARACTERS
from models.language import FINNISH, SWEDISH
from tests.web.reading import read_page, read_text
from web.app import create_app
from web.wiring import Services


def test_without_a_query_the_page_tells_how_to_search(client: TestClient) -> None:
    """Nothing asked is no error: advice, examples and the way to all ideas."""
    page = read_page(client, "/search")

    assert read_text(page.select_one("#results-title")) == "How to search"
    assert page.select_one("#results a[href='/ideas']") is not None
    assert read_text(page.select_one("[role=status]")) == ""


def test_hits_are_cards_with_their_reasons(client: TestClient) -> None:
    """A hit shows its title in its language, who leads and where, what it is, and how near it comes."""
    page = read_page(client, "/search", query={"q": "koulukyytien reitit"})
    card = page.select_one("#results .card")

    assert card is not None
    assert read_text(card.select_one("h3 a[lang=fi]")) == "Koulukyytien reitit samaan suunnitelmaan"
    assert "Kuhmo · Kainuu" in read_text(card)
    assert "Illustrative" in [read_text(tag) for tag in card.select(".ds-tag")]
    assert read_text(card.select_one(".closeness")) != ""


def test_the_number_found_is_said_twice(client: TestClient) -> None:
    """The heading and the status that screen readers hear tell the same number."""
    page = read_page(client, "/search", query={"q": "reitit"})

    assert read_text(page.select_one("#results-title")) == read_text(page.select_one("[role=status]"))


def test_names_and_regions_are_in_the_readers_language(client: TestClient) -> None:
    """A Swedish reader meets Pargas in Egentliga Finland, and a Swedish text without a language of its own."""
    page = read_page(client, "/search", language=SWEDISH, query={"q": "skolskjutsarna"})
    card = page.select_one("#results .card")

    assert card is not None
    assert "Pargas · Egentliga Finland" in read_text(card)
    assert card.select_one("h3 a[lang]") is None


def test_filters_narrow_and_are_remembered(client: TestClient) -> None:
    """A filter leaves out what does not meet it, stays chosen, and can be cleared."""
    page = read_page(client, "/search", query={"q": "reitit", "language": "sv", "page": "1"})

    assert page.select_one("#results .card a[lang=fi]") is None
    assert page.select_one("#language option[selected]")["value"] == "sv"  # type: ignore[index]
    assert page.select_one(".filters a")["href"] == "/search?q=reitit"  # type: ignore[index]
    assert read_text(page.select_one("#filter-count")) == "(1)"


def test_regions_are_in_alphabetical_order(client: TestClient) -> None:
    """Å comes after the other letters, in the language of the page."""
    page = read_page(client, "/search", language=SWEDISH)

    names = [read_text(option) for option in page.select("#region option")]

    assert names[0] == "Alla landskap"
    assert names[-1] == "Åland"


def test_nothing_found_gives_advice(client: TestClient) -> None:
    """Where nothing is found the page says what to try, first of all without the filters."""
    page = read_page(client, "/search", query={"q": "xyzzyx", "region": "21"})

    assert "Nothing like this yet" in read_text(page.select_one("#results"))
    assert page.select_one("#results a[href='/search?q=xyzzyx']") is not None


def test_a_query_too_long_is_refused_kindly(client: TestClient) -> None:
    """Beyond the limit the field is marked and says how much was written; what was written stays."""
    page = read_page(client, "/search", status=422, query={"q": "a" * (MAX_TEXT_CHARACTERS + 1)})
    field = page.select_one("textarea[aria-invalid=true]")

    assert field is not None
    assert "at most 5,000 characters; you wrote 5,001" in read_text(page.select_one("#q-error"))
    assert len(field.get_text()) == MAX_TEXT_CHARACTERS + 1
    assert str(page.title).startswith("<title>Error")


def test_a_query_at_the_limit_is_answered(client: TestClient) -> None:
    """As many characters as may be are a query like any other."""
    page = read_page(client, "/search", query={"q": "reitti " * (MAX_TEXT_CHARACTERS // 7)})

    assert page.select_one("#q-error") is None


def test_a_query_without_words_is_refused_kindly(client: TestClient) -> None:
    """Marks alone are no query; the field says so."""
    page = read_page(client, "/search", status=422, query={"q": "?!"})

    assert read_text(page.select_one("#q-error")) == "Write at least one word to search for."


def test_results_come_in_pages(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ranks go on over pages, and a page after the last one is the last."""
    monkeypatch.setattr("web.pages.search.PAGE_SIZE", 1)

    first = read_page(client, "/search", query={"q": "reitit rutter"})
    beyond = read_page(client, "/search", query={"q": "reitit rutter", "page": "99"})

    assert first.select_one("nav.ds-pagination [rel=next]")["href"] == "/search?q=reitit+rutter&page=2"  # type: ignore[index]
    assert first.select_one("#results ol")["start"] == "1"  # type: ignore[index]
    assert int(str(beyond.select_one("#results ol")["start"])) > 1  # type: ignore[index]
    assert beyond.select_one("nav.ds-pagination [rel=next]") is None


def test_before_the_model_is_up_words_are_found_and_it_says_so(services: Services) -> None:
    """While the model loads the page answers by words and tells that meanings come later."""
    client = TestClient(create_app(services))

    page = read_page(client, "/search", language=FINNISH, query={"q": "reitit"})

    assert page.select_one("#results .card") is not None
    assert "käynnistymässä" in read_text(page.select_one("#results .ds-alert"))
