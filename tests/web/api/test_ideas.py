"""Ideas through the API."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from tests.web.api.walking import walk
from tests.web.problem_shape import assert_problem
from web.wiring import Services

IDEAS = "/api/v1/ideas"


def test_gets_an_idea(reader: TestClient) -> None:
    """An idea has its parties as written and as understood, its needs and offers, and its origin."""
    idea = reader.get(f"{IDEAS}/1").json()

    assert idea["title"] == "Koulukyytien reitit samaan suunnitelmaan"
    assert idea["origin"] == "illustrative"
    assert idea["lead"] == {
        "role": "lead",
        "written": "Kuhmo",
        "organisation": {
            "id": "290",
            "kind": "municipality",
            "name": {"fi": "Kuhmo", "sv": "Kuhmo", "en": "Kuhmo"},
        },
        "did_you_mean": [],
    }
    assert [party["role"] for party in idea["parties"]] == ["lead", "member"]
    assert idea["needs"] == [{"kind": "skill", "text": "Tarvitsemme reittioptimoinnin osaajan."}]
    assert idea["offers"] == [{"kind": "pilot_site", "text": "Koulupiiri, jossa välimatkat ovat pitkiä."}]
    assert idea["call_id"] == "2019-2"
    assert idea["created_at"] == "2019-09-27T09:30:00Z"


def test_an_unresolved_party_says_what_it_may_mean(reader: TestClient) -> None:
    """A name that was not understood has no organisation but its likeliest meanings."""
    party = reader.get(f"{IDEAS}/3").json()["parties"][1]

    assert (party["written"], party["organisation"]) == ("Vanta", None)
    assert [each["name"]["sv"] for each in party["did_you_mean"]] == ["Vanda"]


def test_keeps_the_name_of_the_file_to_itself(reader: TestClient) -> None:
    """The file an idea came from, which may be called after somebody, is not shown."""
    assert "source" not in reader.get(f"{IDEAS}/1").json()


@settings(deadline=None)
@given(limit=st.integers(1, 100))
def test_walk_meets_every_idea_once(reader: TestClient, limit: int) -> None:
    """The pages of the list have every idea exactly once, by number, whatever the limit."""
    assert [idea["id"] for idea in walk(reader, IDEAS, limit=limit)] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("region", "01", [3]),
        ("region", "12", [4]),
        ("size", "5000_to_20000", [1, 2]),
        ("size", "under_5000", [4]),
        ("language", "sv", [2]),
        ("status", "complete", [3]),
        ("year", "2019", [1, 2]),
        ("origin", "imported", [3, 5]),
        ("organisation", "765", [1]),
        ("call", "2019-2", [1, 2]),
        ("colour", "red", [1, 2, 3, 4, 5]),
    ],
)
def test_filters(reader: TestClient, name: str, value: str, found: list[int]) -> None:
    """Each filter leaves the ideas that meet it; a parameter that is none is ignored."""
    assert [idea["id"] for idea in walk(reader, IDEAS, limit=1, **{name: value})] == found


def test_region_and_size_are_of_one_organisation(reader: TestClient) -> None:
    """A large organisation elsewhere does not make a small one of the region large."""
    assert walk(reader, IDEAS, limit=5, region="01", size="over_100000") != []
    assert walk(reader, IDEAS, limit=5, region="02", size="over_100000") == []


def test_there_is_no_such_idea(reader: TestClient) -> None:
    """An idea that does not exist is a problem that names it."""
    problem = assert_problem(reader.get(f"{IDEAS}/4711"), "unknown-idea")

    assert problem.detail == "There is no idea 4711."


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5", "99999999999999999999"])
def test_number_must_be_one(reader: TestClient, number: str) -> None:
    """What can't be the number of an idea is refused with its name."""
    assert_problem(reader.get(f"{IDEAS}/{number}"), "invalid-request", parameter="idea_id")


def test_similar_ideas(reader: TestClient) -> None:
    """Similar ideas come with reasons, the most similar first, the idea itself left out."""
    answer = reader.get(f"{IDEAS}/1/similar", params={"limit": 3}).json()

    assert (answer["idea_id"], answer["mode"]) == (1, "hybrid")
    similarities = [hit["similarity"] for hit in answer["hits"]]
    assert len(similarities) == 3
    assert similarities == sorted(similarities, reverse=True)
    assert 1 not in [hit["idea"]["id"] for hit in answer["hits"]]
    assert all(hit["best_sentence"] for hit in answer["hits"])


def test_similar_ideas_wait_for_the_model(services: Services) -> None:
    """While the model is loading there are no similar ideas yet, and the answer says why."""
    from web.app import create_app

    answer = TestClient(create_app(services)).get(f"{IDEAS}/1/similar").json()

    assert answer == {"idea_id": 1, "mode": "words", "hits": []}


def test_nothing_is_similar_to_no_idea(reader: TestClient) -> None:
    """Similar ideas of an idea that does not exist are a problem."""
    assert_problem(reader.get(f"{IDEAS}/4711/similar"), "unknown-idea")
