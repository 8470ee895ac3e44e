"""The description of the API is complete: every operation with its answers, each with an example that holds."""

from typing import Any, Final

import pytest
from fastapi.routing import APIRoute
from pydantic import BaseModel
from starlette.testclient import TestClient

from web.api.router import NOUNS, PREFIX

ROUTES: Final = [route for noun in NOUNS for route in noun.router.routes if isinstance(route, APIRoute)]
OPERATIONS: Final = {
    "/api/v1/ideas": "list_ideas",
    "/api/v1/ideas/{idea_id}": "get_idea",
    "/api/v1/ideas/{idea_id}/similar": "list_similar_ideas",
    "/api/v1/search": "search_ideas",
    "/api/v1/partners": "suggest_partners",
    "/api/v1/ideas/{idea_id}/partners": "list_partners_of_idea",
    "/api/v1/organisations/{organisation_id}/partners": "list_partners_of_organisation",
    "/api/v1/reuse": "assess_text",
    "/api/v1/ideas/{idea_id}/reuse": "assess_idea",
    "/api/v1/eligibility": "check_text",
    "/api/v1/ideas/{idea_id}/eligibility": "get_eligibility_of_idea",
    "/api/v1/themes": "list_themes",
    "/api/v1/themes/{theme_id}": "get_theme",
    "/api/v1/map": "get_theme_map",
    "/api/v1/organisations": "list_organisations",
    "/api/v1/organisations/unresolved": "list_unresolved_names",
    "/api/v1/organisations/{organisation_id}": "get_organisation",
    "/api/v1/register": "list_projects",
    "/api/v1/register/{project_id}": "get_project",
    "/api/v1/graph": "get_graph",
    "/api/v1/calls": "list_calls",
    "/api/v1/calls/{call_id}": "get_call",
    "/api/v1/runs": "list_runs",
    "/api/v1/runs/{run_id}": "get_run",
    "/api/v1/evaluations": "list_evaluations",
    "/api/v1/evaluations/{evaluation_id}": "get_evaluation",
}


@pytest.fixture(scope="session")
def description(reader: TestClient) -> dict[str, Any]:
    """Return the description as programs get it."""
    served: dict[str, Any] = reader.get("/openapi.json").json()
    return served


def test_operations_are_these(description: dict[str, Any]) -> None:
    """Addresses and operation ids stay: whoever generated a client from them keeps working."""
    found = {path: operations["get"]["operationId"] for path, operations in description["paths"].items()}

    assert found == OPERATIONS
    assert all(set(operations) == {"get"} for operations in description["paths"].values())


@pytest.mark.parametrize("path", OPERATIONS)
def test_every_operation_is_complete(description: dict[str, Any], path: str) -> None:
    """Every operation has a tag, a description, an example, a tag of its answer, and its 304 and problems."""
    operation = description["paths"][path]["get"]

    assert operation["tags"][0] in {tag["name"] for tag in description["tags"]}
    assert operation["summary"]
    assert operation["description"]
    assert operation["responses"]["200"]["content"]["application/json"]["example"]
    assert "ETag" in operation["responses"]["200"]["headers"]
    assert "304" in operation["responses"]
    assert ("404" in operation["responses"]) is ("{" in path)
    for status in {"404", "422"} & set(operation["responses"]):
        problem = operation["responses"][status]["content"]
        assert problem["application/problem+json"]["schema"] == {"$ref": "#/components/schemas/Problem"}
        assert list(problem) == ["application/problem+json"]


@pytest.mark.parametrize("path", OPERATIONS)
def test_every_parameter_is_described(description: dict[str, Any], path: str) -> None:
    """Every parameter says what it is."""
    for parameter in description["paths"][path]["get"]["parameters"]:
        assert parameter.get("description") or parameter["schema"].get("description"), parameter["name"]


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_every_example_holds(description: dict[str, Any], route: APIRoute) -> None:
    """The example of an operation is an answer it could give, with all fields and no others."""
    operation = description["paths"][PREFIX + route.path]["get"]
    example = operation["responses"]["200"]["content"]["application/json"]["example"]
    model = route.response_model
    assert isinstance(model, type)
    assert issubclass(model, BaseModel)

    answer = model.model_validate(example)

    assert answer.model_dump(mode="json") == example


def test_every_field_is_described(description: dict[str, Any]) -> None:
    """Every field of every answer says what it is."""
    fields = [
        (name, field, details)
        for name, schema in description["components"]["schemas"].items()
        for field, details in schema.get("properties", {}).items()
    ]

    assert [(name, field) for name, field, details in fields if not details.get("description")] == []


def test_pages_are_not_described(description: dict[str, Any]) -> None:
    """The description is of the API alone."""
    assert all(path.startswith(PREFIX) for path in description["paths"])


def test_no_schema_of_the_framework_is_left(description: dict[str, Any]) -> None:
    """Problems have one shape; the framework's own is nowhere."""
    schemas = description["components"]["schemas"]

    assert "HTTPValidationError" not in schemas
    assert {"Problem", "ParameterProblem"} <= set(schemas)
