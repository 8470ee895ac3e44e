"""Partner suggestions through the API."""

import math
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.web.problem_shape import assert_problem
from web.app import create_app
from web.wiring import Services

QUESTIONS = (
    "/api/v1/partners?text=koulukyytien+reitit&lead=290",
    "/api/v1/partners?text=koulukyytien+reitit",
    "/api/v1/ideas/1/partners",
    "/api/v1/organisations/290/partners",
)


def _ask(reader: TestClient, path: str) -> list[dict[str, Any]]:
    """Return the suggestions at an address."""
    answer = reader.get(path).json()
    assert answer["is_ready"] is True
    suggestions: list[dict[str, Any]] = answer["suggestions"]
    return suggestions


@pytest.mark.parametrize("path", QUESTIONS)
def test_parts_add_up_and_order(reader: TestClient, path: str) -> None:
    """Points are the exact sum of the parts, the score follows from them, and the best come first."""
    suggestions = _ask(reader, path)

    assert suggestions
    for each in suggestions:
        assert math.fsum(part["points"] for part in each["parts"]) == pytest.approx(each["points"], abs=1e-9)
        assert each["score"] == pytest.approx(1 / (1 + math.exp(-each["points"])), abs=1e-9)
    points = [each["points"] for each in suggestions]
    assert points == sorted(points, reverse=True)


@pytest.mark.parametrize("path", QUESTIONS)
def test_every_part_but_the_start_has_evidence(reader: TestClient, path: str) -> None:
    """No reason is given that can't be checked."""
    for each in _ask(reader, path):
        assert all(part["evidence"] or part["name"] == "start" for part in each["parts"])


@pytest.mark.parametrize("path", QUESTIONS)
def test_only_who_may_apply_is_suggested(reader: TestClient, path: str) -> None:
    """Associates and municipalities that have ended are not suggested."""
    ids = {each["organisation"]["id"] for each in _ask(reader, f"{path}{'&' if '?' in path else '?'}limit=100")}

    assert not ids & {"ohjelmistoyhdistys", "911"}


def test_the_own_parties_are_left_out(reader: TestClient) -> None:
    """Neither who leads an idea nor a member is suggested to it, nor a lead or an organisation to itself."""
    of_idea = {each["organisation"]["id"] for each in _ask(reader, "/api/v1/ideas/1/partners?limit=100")}
    for_text = {each["organisation"]["id"] for each in _ask(reader, f"{QUESTIONS[0]}&limit=100")}
    of_organisation = {each["organisation"]["id"] for each in _ask(reader, f"{QUESTIONS[3]}?limit=100")}

    assert not of_idea & {"290", "765"}
    assert "290" not in for_text | of_organisation


def test_a_lead_can_be_named(reader: TestClient) -> None:
    """A name in any spelling stands for the id, and one that is not understood says what it may mean."""
    assert _ask(reader, "/api/v1/partners?text=kyydit&lead=Kuhmon+kaupunki") == _ask(
        reader, "/api/v1/partners?text=kyydit&lead=290"
    )
    assert "It may mean Kuhmo." in reader.get("/api/v1/partners?text=kyydit&lead=Kuhmmo").json()["detail"]


def test_the_limit_is_kept(reader: TestClient) -> None:
    """No more come than were asked for, and those are the best."""
    assert _ask(reader, "/api/v1/ideas/1/partners?limit=2") == _ask(reader, "/api/v1/ideas/1/partners?limit=4")[:2]


@pytest.mark.parametrize(
    ("path", "kind", "parameter"),
    [
        ("/api/v1/ideas/4711/partners", "unknown-idea", None),
        ("/api/v1/organisations/999/partners", "unknown-organisation", None),
        ("/api/v1/partners?text=kyydit&lead=Kuhmmo", "unresolved-name", "lead"),
        ("/api/v1/partners?text=%3F!", "empty-query", "text"),
        ("/api/v1/partners", "invalid-request", "text"),
        ("/api/v1/partners?text=kyydit&limit=0", "invalid-request", "limit"),
    ],
)
def test_what_can_not_be_asked_is_a_problem(reader: TestClient, path: str, kind: str, parameter: str | None) -> None:
    """Each mistake has its own kind of problem."""
    assert_problem(reader.get(path), kind, parameter=parameter)


@pytest.mark.parametrize("path", QUESTIONS)
def test_while_the_model_loads_there_are_none(services: Services, path: str) -> None:
    """The answer says that it is not ready instead of saying that nobody fits."""
    assert TestClient(create_app(services)).get(path).json() == {"is_ready": False, "suggestions": []}
