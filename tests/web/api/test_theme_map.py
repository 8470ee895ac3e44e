"""The theme map through the API."""

import pytest
from starlette.testclient import TestClient

from tests.factories_themes import SAMPLE_MAP
from tests.web.serving import serve_map
from web.wiring import Services

MAP = "/api/v1/map"


@pytest.fixture
def map_client(services: Services) -> TestClient:
    """Return a client of the application whose ideas have the places of SAMPLE_MAP."""
    return serve_map(services, SAMPLE_MAP)


def test_every_idea_has_its_place(map_client: TestClient) -> None:
    """The ideas come by id, each with its place, theme and region."""
    answer = map_client.get(MAP).json()

    assert (answer["run_id"], answer["trustworthiness"]) == (2, 0.93)
    assert [(each["idea"]["id"], each["theme_id"], each["region_id"]) for each in answer["placements"]] == [
        (1, 1, "18"),
        (2, 1, "02"),
        (3, 7, "01"),
        (4, 1, "12"),
        (5, 7, None),
    ]
    assert (answer["placements"][0]["x"], answer["placements"][0]["y"]) == (-0.8, 0.5)


def test_an_idea_alone_says_so(map_client: TestClient) -> None:
    """An idea that is like no other is marked, with the one that comes nearest."""
    alone = [each for each in map_client.get(MAP).json()["placements"] if each["is_alone"]]

    assert [(each["idea"]["id"], each["nearest_id"], each["fit"]) for each in alone] == [(4, 1, 0.1)]


def test_origin_travels_along(map_client: TestClient) -> None:
    """Each idea says whether it was written to illustrate."""
    placements = map_client.get(MAP).json()["placements"]

    assert [each["idea"]["origin"] for each in placements].count("illustrative") == 3


def test_themes_and_regions_are_named(map_client: TestClient) -> None:
    """What placements refer to is in the same answer."""
    answer = map_client.get(MAP).json()

    assert {each["theme_id"] for each in answer["placements"]} == {theme["id"] for theme in answer["themes"]}
    assert {each["region_id"] for each in answer["placements"]} - {None} == {each["id"] for each in answer["regions"]}


def test_nothing_matched_yet_is_empty(services: Services) -> None:
    """Before the first match the map is empty, not missing."""
    answer = serve_map(services, None).get(MAP).json()

    assert answer == {
        "run_id": None,
        "trustworthiness": None,
        "themes": [],
        "groups": [],
        "regions": [],
        "placements": [],
    }


def test_answer_is_sent_once(map_client: TestClient) -> None:
    """Whoever has the answer already gets 304."""
    tag = map_client.get(MAP).headers["ETag"]

    assert map_client.get(MAP, headers={"If-None-Match": tag}).status_code == 304
