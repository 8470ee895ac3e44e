"""Organisations through the API."""

import pytest
from starlette.testclient import TestClient

from tests.web.api.walking import walk
from tests.web.problem_shape import assert_problem

ORGANISATIONS = "/api/v1/organisations"


def test_gets_a_municipality(reader: TestClient) -> None:
    """A municipality has its names, region, languages, size and neighbours."""
    kuhmo = reader.get(f"{ORGANISATIONS}/290").json()

    assert kuhmo["name"] == {"fi": "Kuhmo", "sv": "Kuhmo", "en": "Kuhmo"}
    assert kuhmo["region"] == {"id": "18", "name": {"fi": "Kainuu", "sv": "Kajanaland", "en": "Kainuu"}}
    assert (kuhmo["population"], kuhmo["size"], kuhmo["language_status"]) == (8_329, "5000_to_20000", "fi")
    assert [each["organisation"]["id"] for each in kuhmo["neighbours"]] == ["541", "765"]
    assert (kuhmo["n_ideas"], kuhmo["n_projects"]) == (1, 1)
    assert kuhmo["may_apply"] is True


def test_neighbours_are_mutual(reader: TestClient) -> None:
    """Either one of two neighbours has the other, and the border that runs in water says so."""
    pargas = reader.get(f"{ORGANISATIONS}/445").json()["neighbours"]
    kimito = reader.get(f"{ORGANISATIONS}/322").json()["neighbours"]

    assert [(each["organisation"]["id"], each["by_sea"]) for each in pargas] == [("322", True)]
    assert [(each["organisation"]["id"], each["by_sea"]) for each in kimito] == [("445", True)]


def test_a_merged_municipality_names_its_successor(reader: TestClient) -> None:
    """A municipality that has merged says until when it was, and what it belongs to today."""
    valtimo = reader.get(f"{ORGANISATIONS}/911").json()

    assert valtimo["valid_to"] == "2019-12-31"
    assert valtimo["successor"]["id"] == "541"


def test_kinds_differ_in_what_they_may(reader: TestClient) -> None:
    """A joint authority may apply and has members; an associate may not."""
    authority = reader.get(f"{ORGANISATIONS}/kainuun-liitto").json()
    associate = reader.get(f"{ORGANISATIONS}/ohjelmistoyhdistys").json()

    assert authority["may_apply"] is True
    assert [each["id"] for each in authority["members"]] == ["290", "765"]
    assert associate["may_apply"] is False
    assert associate["population"] is None


@pytest.mark.parametrize("limit", [1, 5, 12, 100])
def test_walk_meets_every_organisation_once(reader: TestClient, limit: int) -> None:
    """The pages of the list have every organisation exactly once, by id."""
    ids = [each["id"] for each in walk(reader, ORGANISATIONS, limit=limit)]

    assert len(ids) == 12
    assert ids == sorted(set(ids))


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("kind", "joint_authority", ["kainuun-liitto"]),
        ("region", "18", ["290", "765"]),
        ("size", "over_100000", ["049", "092"]),
        ("language_status", "sv_fi", ["322", "445"]),
    ],
)
def test_filters(reader: TestClient, name: str, value: str, found: list[str]) -> None:
    """Each filter leaves the organisations that meet it."""
    assert [each["id"] for each in walk(reader, ORGANISATIONS, limit=1, **{name: value})] == found


def test_there_is_no_such_organisation(reader: TestClient) -> None:
    """An organisation that does not exist is a problem that names it."""
    assert "'999'" in assert_problem(reader.get(f"{ORGANISATIONS}/999"), "unknown-organisation").detail


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Pargas", ["445"]),
        ("paraisten kaupunki", ["445"]),
        ("aanekoski", ["992"]),
        ("mo", ["290", "765", "911"]),
    ],
)
def test_finds_by_name(reader: TestClient, name: str, found: list[str]) -> None:
    """A part of a name in any language and spelling finds whose it is."""
    assert [each["id"] for each in walk(reader, ORGANISATIONS, limit=1, name=name)] == found


def test_names_that_begin_so_come_first(reader: TestClient) -> None:
    """Of the names that contain a part, those that begin with it come first, on whichever page."""
    ids = [each["id"] for each in walk(reader, ORGANISATIONS, limit=1, name="va")]

    assert ids[0] == "092"
    assert "911" in ids


def test_says_what_a_name_may_mean(reader: TestClient) -> None:
    """A typing error finds nothing by itself but says what it may mean."""
    page = reader.get(ORGANISATIONS, params={"name": "Nurmse"}).json()

    assert page["items"] == []
    assert [each["id"] for each in page["did_you_mean"]] == ["541"]


def test_a_name_of_nobody_finds_nobody(reader: TestClient) -> None:
    """A name that is like none finds nothing and suggests nothing."""
    page = reader.get(ORGANISATIONS, params={"name": "Zzzzzz"}).json()

    assert (page["items"], page["did_you_mean"], page["next"]) == ([], [], None)


def test_lists_the_names_that_were_not_understood(reader: TestClient) -> None:
    """Each name as written has what it may mean and the ideas it is in; `unresolved` is no organisation's id."""
    items = reader.get(f"{ORGANISATIONS}/unresolved").json()["items"]

    assert [(each["written"], each["ideas"]) for each in items] == [("Tuntematon yhtymä", [5]), ("Vanta", [3])]
    assert [[meant["id"] for meant in each["did_you_mean"]] for each in items] == [[], ["092"]]
