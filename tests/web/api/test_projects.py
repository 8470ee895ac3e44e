"""The register through the API."""

import pytest
from starlette.testclient import TestClient

from tests.web.api.walking import walk
from tests.web.problem_shape import assert_problem

REGISTER = "/api/v1/register"


def test_gets_a_project(reader: TestClient) -> None:
    """A project has its parties, what was granted in euros, and its source."""
    project = reader.get(f"{REGISTER}/yhteinen-varhaiskasvatus").json()

    assert project["kind"] == "project"
    assert project["granted_eur"] == 3_400_000
    assert project["source_url"] == "https://example.invalid/hanke"
    assert [party["organisation"]["name"]["sv"] for party in project["parties"]] == ["Esbo", "Vanda", "Pargas"]


def test_what_is_not_known_is_null(reader: TestClient) -> None:
    """A grant published with its sum only has no title, and an inferred lead says so."""
    assert reader.get(f"{REGISTER}/2022-espoo").json()["title"] is None
    network = reader.get(f"{REGISTER}/kainuun-verkosto").json()
    assert (network["lead_stated"], network["note"]) == (False, "order of names only")
    assert network["parties"][2]["organisation"] is None


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 100])
def test_walk_meets_every_project_once(reader: TestClient, limit: int) -> None:
    """The pages of the register have every project exactly once, by id."""
    ids = [project["id"] for project in walk(reader, REGISTER, limit=limit)]

    assert ids == [
        "2022-espoo",
        "den-it-smarta-kommunen",
        "kainuun-verkosto",
        "tuntematon-vuosi",
        "yhteinen-varhaiskasvatus",
    ]


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("kind", "network", ["kainuun-verkosto"]),
        ("year", "2019", ["yhteinen-varhaiskasvatus"]),
        ("organisation", "092", ["tuntematon-vuosi", "yhteinen-varhaiskasvatus"]),
    ],
)
def test_filters(reader: TestClient, name: str, value: str, found: list[str]) -> None:
    """Each filter leaves the projects that meet it."""
    assert [project["id"] for project in walk(reader, REGISTER, limit=1, **{name: value})] == found


def test_there_is_no_such_project(reader: TestClient) -> None:
    """A project that the register does not have is a problem that names it."""
    problem = assert_problem(reader.get(f"{REGISTER}/nothing"), "unknown-project")

    assert "'nothing'" in problem.detail
