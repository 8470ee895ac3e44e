"""HEAD is answered wherever GET is, and an address tells all its methods."""

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize("path", ["/health/live", "/api", "/api/v1/calls", "/static/css/base.css"])
def test_head_has_the_headers_and_no_body(client: TestClient, path: str) -> None:
    """HEAD of a page, an answer or a file has the length of the body and none."""
    whole = client.get(path)

    head = client.head(path)

    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["content-length"] == whole.headers["content-length"]


def test_head_of_nothing_is_not_found(client: TestClient) -> None:
    """HEAD has the status of GET also where there is nothing."""
    assert client.head("/api/v1/ideas/4711").status_code == 404


@pytest.mark.parametrize(("path", "allowed"), [("/api/v1/ideas/1", "GET, HEAD"), ("/health/live", "GET, HEAD")])
def test_allow_names_every_method(client: TestClient, path: str, allowed: str) -> None:
    """A method that is not there is answered with those that are."""
    response = client.delete(path)

    assert response.status_code == 405
    assert response.headers["allow"] == allowed
