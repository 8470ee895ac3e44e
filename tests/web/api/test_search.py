"""Searches through the API."""

import pytest
from starlette.testclient import TestClient

from models.idea import IdeaId
from models.search import SearchHit
from tests.factories import make_catalogue, make_idea
from tests.web.problem_shape import assert_problem
from web.api.schemas.search import describe_hit
from web.app import create_app
from web.wiring import Services

SEARCH = "/api/v1/search"


def test_finds_with_reasons(reader: TestClient) -> None:
    """A hit has its relevance, what matched, the best sentence and the idea."""
    answer = reader.get(SEARCH, params={"q": "koulukyytien reitit"}).json()

    assert (answer["query"], answer["language"], answer["mode"]) == ("koulukyytien reitit", "fi", "hybrid")
    best = answer["hits"][0]
    assert best["idea"]["id"] == 1
    assert best["idea"]["origin"] == "illustrative"
    assert best["best_sentence"].startswith("Koulukyytien reitit")
    assert 0 < best["relevance"] <= 1
    assert -1 <= best["similarity"] <= 1
    assert 0 < best["word_score"] <= 1


def test_a_hit_says_why() -> None:
    """A hit has the words and the sentence that matched, and numbers that a sum has made too large are in range."""
    catalogue = make_catalogue(ideas=[make_idea(id=IdeaId(7), title="Reitit")])
    hit = SearchHit(
        idea_id=IdeaId(7),
        relevance=1.0000001,
        similarity=-1.0000001,
        word_score=0.25,
        matched_words=("Reitit",),
        best_sentence="Reitit.",
    )

    answer = describe_hit(catalogue, hit)

    assert (answer.relevance, answer.similarity, answer.word_score) == (1.0, -1.0, 0.25)
    assert (answer.matched_words, answer.best_sentence) == (["Reitit"], "Reitit.")
    assert (answer.idea.id, answer.idea.title, answer.idea.lead) == (7, "Reitit", None)


def test_hits_are_in_order(reader: TestClient) -> None:
    """The most relevant hit comes first."""
    hits = reader.get(SEARCH, params={"q": "ohjelmistorobotiikka reitit invoices"}).json()["hits"]

    relevance = [hit["relevance"] for hit in hits]
    assert len(relevance) > 1
    assert relevance == sorted(relevance, reverse=True)


def test_pages_by_offset(reader: TestClient) -> None:
    """An offset leaves out the best ones; how many were found stays."""
    whole = reader.get(SEARCH, params={"q": "reitit invoices RPA"}).json()
    rest = reader.get(SEARCH, params={"q": "reitit invoices RPA", "offset": 1, "limit": 1}).json()

    assert rest["hits"] == whole["hits"][1:2]
    assert (rest["n_found"], rest["offset"]) == (whole["n_found"], 1)
    assert whole["n_found"] == len(whole["hits"])


@pytest.mark.parametrize(
    ("name", "value"),
    [("language", "sv"), ("region", "02"), ("size", "5000_to_20000"), ("status", "open"), ("year", "2019")],
)
def test_filters(reader: TestClient, name: str, value: str) -> None:
    """Each filter is passed on: the Swedish idea of Pargas meets them all, the English one of Espoo none."""
    hits = reader.get(SEARCH, params={"q": "skolskjutsar purchase invoices", name: value}).json()["hits"]

    found = [hit["idea"]["id"] for hit in hits]
    assert 2 in found
    assert 3 not in found


def test_goes_by_words_until_the_model_is_there(services: Services) -> None:
    """While the model is loading a search answers by words and says so."""
    answer = TestClient(create_app(services)).get(SEARCH, params={"q": "skolskjutsarna"}).json()

    assert answer["mode"] == "words"
    assert [hit["idea"]["id"] for hit in answer["hits"]] == [2]
    assert answer["hits"][0]["similarity"] is None


@pytest.mark.parametrize("query", ["   ", "?!", "\u0000"])
def test_needs_a_word(reader: TestClient, query: str) -> None:
    """A query without a letter or digit is a problem of `q`."""
    problem = assert_problem(reader.get(SEARCH, params={"q": query}), "empty-query", parameter="q")

    assert problem.errors[0].came == query


@pytest.mark.parametrize(
    ("parameters", "parameter", "came"),
    [
        ({}, "q", None),
        ({"q": ""}, "q", ""),
        ({"q": "x" * 5001}, "q", "x" * 100 + "… (5,001 characters)"),
        ({"q": "x", "limit": "0"}, "limit", "0"),
        ({"q": "x", "limit": "101"}, "limit", "101"),
        ({"q": "x", "limit": "many"}, "limit", "many"),
        ({"q": "x", "offset": "-1"}, "offset", "-1"),
        ({"q": "x", "region": "Kainuu"}, "region", "Kainuu"),
        ({"q": "x", "size": "huge"}, "size", "huge"),
        ({"q": "x", "language": "suomi"}, "language", "suomi"),
        ({"q": "x", "status": "lost"}, "status", "lost"),
        ({"q": "x", "year": "long ago"}, "year", "long ago"),
    ],
)
def test_refuses_with_the_name(
    reader: TestClient, parameters: dict[str, str], parameter: str, came: str | None
) -> None:
    """What can't be used is named, with what was expected and what came."""
    problem = assert_problem(reader.get(SEARCH, params=parameters), "invalid-request", parameter=parameter)

    assert problem.errors[0].came == came
    assert problem.errors[0].expected
    assert parameter in problem.detail


def test_a_query_of_five_thousand_characters_is_fine(reader: TestClient) -> None:
    """The longest allowed query is answered."""
    assert reader.get(SEARCH, params={"q": "reitit " + "x" * 4993}).status_code == 200
