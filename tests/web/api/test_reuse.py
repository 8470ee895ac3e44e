"""Verdicts on reuse through the API."""

from typing import Any, Final

import pytest
from starlette.testclient import TestClient

from tests.web.problem_shape import assert_problem
from web.app import create_app
from web.wiring import Services

DAY_CARE: Final = "/api/v1/reuse?text=Kaupungit+rakentavat+yhdess%C3%A4+varhaiskasvatuksen+ohjausj%C3%A4rjestelm%C3%A4n"


def _ask(reader: TestClient, path: str) -> dict[str, Any]:
    """Return the verdict at an address."""
    answer: dict[str, Any] = reader.get(path).json()
    assert answer["is_ready"] is True
    return answer


def test_a_text_that_is_a_project_is_adopted(reader: TestClient) -> None:
    """The finding has the project with owner and licence, and what speaks for it."""
    answer = _ask(reader, DAY_CARE)
    first = answer["findings"][0]

    assert (answer["verdict"], first["kind"]) == ("adopt", "project")
    assert first["project"]["id"] == "yhteinen-varhaiskasvatus"
    assert (first["project"]["owner"], first["project"]["licence"]) == ("Espoo", "LGPL-2.1-or-later")
    assert first["evidence"]["own_sentence"]
    assert first["evidence"]["their_sentence"]


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_the_verdict_is_that_of_the_first_finding(reader: TestClient, number: int) -> None:
    """What nothing speaks for is new."""
    answer = _ask(reader, f"/api/v1/ideas/{number}/reuse")
    verdicts = [finding["verdict"] for finding in answer["findings"]] or ["new"]

    assert answer["verdict"] == verdicts[0]
    assert (answer["confidence"] is None) is (answer["verdict"] == "new")
    assert (answer["searched"]["n_projects"], answer["searched"]["n_described"]) == (5, 2)
    assert all(finding.get("idea", {}).get("id") != number for finding in answer["findings"])


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("/api/v1/ideas/1/reuse", "fi"),
        ("/api/v1/ideas/2/reuse", "sv"),
        ("/api/v1/ideas/2/reuse?language=en", "en"),
        (f"{DAY_CARE}&language=sv", "sv"),
    ],
)
def test_the_text_is_in_the_language_asked_for(reader: TestClient, path: str, language: str) -> None:
    """Or in that of the idea."""
    assert _ask(reader, path)["ready_text"]["language"] == language


def test_before_the_model_is_loaded_nothing_is_told(services: Services) -> None:
    """The answer says that it is not ready."""
    answer = TestClient(create_app(services)).get("/api/v1/ideas/1/reuse").json()

    assert answer == {
        "is_ready": False,
        "verdict": None,
        "confidence": None,
        "findings": [],
        "searched": None,
        "ready_text": None,
    }


@pytest.mark.parametrize(
    ("path", "name", "parameter"),
    [
        ("/api/v1/ideas/4711/reuse", "unknown-idea", None),
        ("/api/v1/reuse?text=%3F%21", "empty-query", "text"),
        ("/api/v1/reuse", "invalid-request", "text"),
        (f"/api/v1/reuse?text={'a' * 5001}", "invalid-request", "text"),
        ("/api/v1/ideas/1/reuse?language=de", "invalid-request", "language"),
    ],
)
def test_what_cannot_be_answered_is_a_problem(reader: TestClient, path: str, name: str, parameter: str | None) -> None:
    """An unknown idea, a text without words, and parameters that are missing or wrong."""
    assert_problem(reader.get(path), name, parameter=parameter)
