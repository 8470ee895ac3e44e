"""The front page."""

import pytest
from starlette.testclient import TestClient

from models.idea import IdeaId, Origin
from models.language import ENGLISH, FINNISH, LANGUAGES, LanguageCode
from tests.factories import make_catalogue, make_idea
from tests.web.reading import read_facts, read_page, read_text
from web.pages.front import EXAMPLES, make_front


def test_the_search_box_asks_the_search_page(client: TestClient) -> None:
    """The one field is labelled, has a button, and sends its words to the search page."""
    page = read_page(client, "/")
    form = page.select_one("form[role=search]")

    assert form is not None
    assert form["action"] == "/search"
    assert read_text(form.select_one("label[for=q]")) == "Describe your idea in your own words"
    assert form.select_one("textarea[name=q]") is not None
    assert read_text(form.select_one("button")) == "Search"


def test_the_numbers_are_those_of_the_data(client: TestClient) -> None:
    """Ideas, municipalities of today, entries of the register and languages are counted."""
    facts = read_facts(read_page(client, "/"))

    assert facts["ideas"] == "5"
    assert facts["municipalities"] == "9"
    assert facts["languages"] == "3"


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_can_be_tried(client: TestClient, language: LanguageCode) -> None:
    """The example searches are in the reader's language, and each is a link to its results."""
    page = read_page(client, "/", language=language)
    links = page.select("a.hero__example")

    assert tuple(read_text(link) for link in links) == EXAMPLES[language]
    assert client.get(str(links[0]["href"])).status_code == 200


def test_some_illustrative_ideas_are_said_to_be(client: TestClient) -> None:
    """Where only some ideas illustrate, the notice says how to tell them, and their cards do."""
    page = read_page(client, "/")

    assert "marked as illustrative" in read_text(page.select_one(".origin-notice"))
    assert [read_text(tag) for tag in page.select(".ds-tag")].count("Illustrative") == 3


def test_the_newest_ideas_come_first() -> None:
    """The idea stored last is the first card; six are shown at most."""
    ideas = [make_idea(id=IdeaId(number), title=f"Idea {number}") for number in range(1, 9)]

    front = make_front(make_catalogue(ideas=ideas), FINNISH)

    assert [card.id for card in front.newest] == [8, 7, 6, 5, 4, 3]


def test_all_illustrative_is_told_from_some() -> None:
    """The front page knows whether all, some or none of the ideas were written to illustrate."""
    shown = make_idea(id=IdeaId(1), origin=Origin.ILLUSTRATIVE)
    real = make_idea(id=IdeaId(2))

    states = [
        (front.are_illustrative, front.some_illustrative)
        for ideas in ([shown], [shown, real], [real], [])
        for front in [make_front(make_catalogue(ideas=ideas), ENGLISH)]
    ]

    assert states == [(True, True), (False, True), (False, False), (False, False)]
