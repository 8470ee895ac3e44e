"""Every way an error can arise ends in the one shape: a problem for programs, a page for people."""

import inspect
from http import HTTPStatus

import pytest
from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.testclient import TestClient

from models import errors
from models.errors import DatabaseMissingError, KumppaniError, ModelMissingError, UnknownIdeaError
from tests.web.problem_shape import assert_problem
from web.app import create_app
from web.problem_kinds import ALL_KINDS, KINDS, find_kind
from web.problems import is_for_programs
from web.wiring import Services

KNOWN = [
    error
    for _, error in inspect.getmembers(errors, inspect.isclass)
    if issubclass(error, KumppaniError) and error is not KumppaniError
]


class LostIdeaError(UnknownIdeaError):
    """A child without a row of its own."""


def add_failure(services: Services, error: Exception, path: str = "/api/v1/failure") -> TestClient:
    """Return a client of an application with a route that fails."""
    app = create_app(services)
    _prepend_failure(app, error, path)
    return TestClient(app, raise_server_exceptions=False)


def _prepend_failure(app: FastAPI, error: Exception, path: str) -> None:
    def fail() -> None:
        raise error

    app.add_api_route(path, fail)


@pytest.mark.parametrize("error", KNOWN)
def test_every_known_error_has_a_row(error: type[KumppaniError]) -> None:
    """The table has a row for every error of the vocabulary, or for its parent."""
    assert set(KINDS) & set(error.__mro__)


def test_names_are_unique() -> None:
    """No two kinds of problem share an explanation."""
    names = [kind.name for kind in ALL_KINDS]

    assert len(names) == len(set(names))


def test_a_child_is_what_its_parent_is() -> None:
    """An error without a row is answered as its nearest parent, one without any as a bad request."""
    assert find_kind(LostIdeaError(1)) is KINDS[UnknownIdeaError]
    assert find_kind(KumppaniError("?")).status == HTTPStatus.BAD_REQUEST


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/api/v1/ideas", True),
        ("/api/v2", True),
        ("/openapi.json", True),
        ("/health/ready", True),
        ("/api", False),
        ("/", False),
        ("/ideas/1", False),
    ],
)
def test_programs_are_told_by_address(path: str, *, expected: bool) -> None:
    """Addresses below /api/ answer programs; /api itself is the page about them."""
    assert is_for_programs(path) is expected


@pytest.mark.parametrize(
    ("error", "name"),
    [
        (ModelMissingError("Expected a model in var/models, but there is none; run `kumppani init`."), "model-missing"),
        (DatabaseMissingError("The database has not been set up. Run `kumppani init`."), "database-missing"),
    ],
)
def test_what_may_come_back_says_when_to_try_again(services: Services, error: KumppaniError, name: str) -> None:
    """What is missing for the moment is status 503 with a time to try again, and its own sentence."""
    response = add_failure(services, error).get("/api/v1/failure")

    assert assert_problem(response, name).detail == str(error)
    assert response.headers["retry-after"] == "10"


def test_an_unexpected_error_is_a_problem_without_its_words(services: Services) -> None:
    """What nobody foresaw is status 500, and what it says stays on the server."""
    response = add_failure(services, ZeroDivisionError("secret")).get("/api/v1/failure")

    assert_problem(response, "unexpected")
    assert "secret" not in response.text


def test_an_unexpected_error_reaches_the_server(services: Services) -> None:
    """What nobody foresaw is raised again, so that the server logs where it came from."""
    app = create_app(services)
    _prepend_failure(app, ZeroDivisionError("secret"), "/api/v1/failure")

    with pytest.raises(ZeroDivisionError):
        TestClient(app).get("/api/v1/failure")


@pytest.mark.parametrize("path", ["/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v2/ideas", "/api/v1/ideas/1/nothing"])
def test_there_is_nothing_at_an_address(client: TestClient, path: str) -> None:
    """An address below /api/ with nothing at it is a problem."""
    assert path in assert_problem(client.get(path), "not-found").detail


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_wrong_method_is_told_the_right_ones(client: TestClient, method: str) -> None:
    """A method an address does not have is a problem, and Allow has all it has."""
    response = client.request(method, "/api/v1/ideas")

    assert_problem(response, "method-not-allowed")
    assert response.headers["allow"] == "GET, HEAD"


def test_allow_has_the_methods_of_all_routes(services: Services) -> None:
    """Where two routes share an address, Allow has the methods of both."""
    app = create_app(services)
    app.add_api_route("/api/v1/both", lambda: None, methods=["GET"])
    app.add_api_route("/api/v1/both", lambda: None, methods=["PUT", "DELETE"])

    response = TestClient(app).post("/api/v1/both")

    assert response.headers["allow"] == "GET, HEAD, PUT, DELETE"


def test_other_refusals_keep_their_status(services: Services) -> None:
    """A status the table does not name is kept, in the same shape."""
    response = add_failure(services, HTTPException(418, "No coffee here.")).get("/api/v1/failure")

    assert response.status_code == 418
    assert response.json()["detail"] == "No coffee here."
    assert response.json()["title"] == "I'm a Teapot"


def test_several_parameters_are_all_named(client: TestClient) -> None:
    """A request with two faults is told both at once."""
    response = client.get("/api/v1/search", params={"limit": "none", "year": "0"})

    named = [error["parameter"] for error in response.json()["errors"]]
    assert sorted(named) == ["limit", "q", "year"]


@pytest.mark.parametrize(
    ("path", "parameter", "other"),
    [
        ("/api/v1/search", "q", "text"),
        ("/api/v1/partners", "text", "q"),
        ("/api/v1/reuse", "text", "q"),
        ("/api/v1/eligibility", "text", "q"),
    ],
)
def test_a_text_without_a_word_is_told_where_it_was_asked(
    client: TestClient, path: str, parameter: str, other: str
) -> None:
    """The parameter that the address takes is named with what came, whatever else the address has."""
    response = client.get(path, params={other: "kyydit", parameter: "?!"})

    problem = assert_problem(response, "empty-query", parameter=parameter)
    assert problem.detail == "Expected a text with at least one word, but '?!' has none."
    assert problem.errors[0].came == "?!"


def test_a_long_text_without_a_word_is_told_in_part(client: TestClient) -> None:
    """As much of it comes back as helps to recognise it."""
    problem = assert_problem(client.get("/api/v1/search", params={"q": "?" * 200}), "empty-query", parameter="q")

    assert f"'{'?' * 60}…'" in problem.detail


@pytest.mark.parametrize("path", ["/nothing", "/ideas/4711"])
def test_people_get_a_page(client: TestClient, path: str) -> None:
    """The same error outside /api/ is a page."""
    response = client.get(path)

    assert response.status_code == 404
    assert response.headers["content-type"].startswith("text/html")
    assert response.headers["cache-control"] == "no-store"


def test_people_get_a_page_of_unexpected_errors(services: Services) -> None:
    """What nobody foresaw outside /api/ is a page without its words."""
    response = add_failure(services, ZeroDivisionError("secret"), "/failure").get("/failure")

    assert response.status_code == 500
    assert response.headers["content-type"].startswith("text/html")
    assert "secret" not in response.text
