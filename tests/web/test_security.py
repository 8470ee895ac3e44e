"""Security headers are on every answer, changes come from our own pages only, and no body is endless."""

from collections.abc import Iterator
from typing import cast

import pytest
from fastapi import FastAPI, Request
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from tests.web.problem_shape import assert_problem
from web.app import create_app
from web.security import CONTENT_SECURITY_POLICY, BodyLimit
from web.wiring import Services

CHANGE = "/api/v1/change"


@pytest.fixture
def open_client(services: Services) -> TestClient:
    """Return a client of an application with a route that changes something, and one that fails."""
    app = create_app(services)
    _add_routes(app)
    return TestClient(app, raise_server_exceptions=False)


def _add_routes(app: FastAPI) -> None:
    async def change(request: Request) -> int:
        return len(await request.body())

    def fail() -> None:
        raise ZeroDivisionError

    app.add_api_route(CHANGE, change, methods=["POST"])
    app.add_api_route("/failure", fail)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("HEAD", "/"),
        ("GET", "/nothing"),
        ("GET", "/failure"),
        ("GET", "/api/v1/ideas"),
        ("GET", "/api/v1/ideas/4711"),
        ("GET", "/api/v1/ideas?limit=0"),
        ("DELETE", "/api/v1/ideas"),
        ("OPTIONS", "/api/v1/ideas"),
        ("GET", "/openapi.json"),
        ("GET", "/health/live"),
        ("GET", "/static/nothing.css"),
        ("POST", CHANGE),
    ],
)
def test_every_answer_has_the_headers(open_client: TestClient, method: str, path: str) -> None:
    """Whatever is asked for and whatever comes of it, the security headers are there."""
    headers = open_client.request(method, path).headers

    assert headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]


def test_not_modified_has_the_headers(client: TestClient) -> None:
    """An answer that is not sent again has the security headers too."""
    tag = client.get("/api/v1/ideas").headers["etag"]

    response = client.get("/api/v1/ideas", headers={"If-None-Match": tag})

    assert response.headers["content-security-policy"] == CONTENT_SECURITY_POLICY


def test_policy_allows_only_our_own() -> None:
    """The content policy starts from nothing and allows no inline code and no other site."""
    directives = dict(directive.split(" ", 1) for directive in CONTENT_SECURITY_POLICY.split("; "))

    assert directives["default-src"] == "'none'"
    assert directives["frame-ancestors"] == "'none'"
    sources = {source for value in directives.values() for source in value.split()}
    assert sources == {"'none'", "'self'", "data:"}


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://testserver"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "https://proxy.invalid"},
    ],
)
def test_own_changes_pass(open_client: TestClient, headers: dict[str, str]) -> None:
    """A change from our own page, or from a program that is no browser, is let through."""
    assert open_client.post(CHANGE, headers=headers).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
        {"Origin": "https://elsewhere.invalid"},
        {"Origin": "http://testserver.elsewhere.invalid"},
        {"Origin": "http://testserver:8443"},
        {"Origin": "null"},
        {"Origin": ""},
    ],
)
def test_changes_from_elsewhere_are_refused(open_client: TestClient, headers: dict[str, str]) -> None:
    """A change that a browser sends from another site is a problem, whatever it says besides."""
    assert_problem(open_client.post(CHANGE, headers=headers), "cross-site")


def test_reading_from_elsewhere_is_fine(client: TestClient) -> None:
    """A link on another site leads here."""
    assert client.get("/api/v1/ideas", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200


@pytest.fixture
def small_client(services: Services) -> TestClient:
    """Return a client of an application that takes ten bytes at most."""
    app = create_app(services)
    _add_routes(app)
    app.user_middleware = [
        Middleware(BodyLimit, max_body_bytes=10) if cast("object", each.cls) is BodyLimit else each
        for each in app.user_middleware
    ]
    return TestClient(app)


def test_a_small_body_passes(small_client: TestClient) -> None:
    """A body of just the allowed size is read whole."""
    assert small_client.post(CHANGE, content=b"0123456789").json() == 10


def test_an_announced_large_body_is_refused(small_client: TestClient) -> None:
    """A body that says it is too large is refused unread."""
    assert_problem(small_client.post(CHANGE, content=b"01234567890"), "too-large")


def test_a_large_body_in_parts_is_refused(small_client: TestClient) -> None:
    """A body that does not say how large it is is refused as soon as it is too large."""

    def send_parts() -> Iterator[bytes]:
        yield b"012345"
        yield b"678901"

    assert_problem(small_client.post(CHANGE, content=send_parts()), "too-large")
