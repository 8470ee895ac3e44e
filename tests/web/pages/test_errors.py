"""Error pages."""

from http import HTTPStatus

import pytest
from starlette.requests import Request
from starlette.testclient import TestClient

from models.language import FINNISH, SWEDISH
from tests.web.reading import read_page, read_text
from web.pages.errors import render_error


def _request(accept_language: str = "en") -> Request:
    headers = [(b"accept-language", accept_language.encode())]
    return Request({"type": "http", "method": "GET", "path": "/there", "query_string": b"", "headers": headers})


@pytest.mark.parametrize("status", [400, 403, 404, 405, 413, 422, 500, 503])
def test_every_status_has_a_page(status: int) -> None:
    """Whatever goes wrong has a title, advice and a way on, without any part of the application behind it."""
    response = render_error(_request(), status, "There is nothing at /there.")
    text = bytes(response.body).decode()

    assert response.status_code == status
    assert f"Error {status}" in text
    assert 'href="/"' in text
    assert "There is nothing at /there." in text


def test_an_error_of_ours_offers_no_search() -> None:
    """Where the service itself has failed, the page does not send the reader into it again."""
    ours = bytes(render_error(_request(), HTTPStatus.INTERNAL_SERVER_ERROR, "").body).decode()
    theirs = bytes(render_error(_request(), HTTPStatus.NOT_FOUND, "").body).decode()

    assert 'role="search"' not in ours
    assert 'role="search"' in theirs
    assert "<details" not in ours.partition("<main")[2]


def test_what_came_in_the_address_is_text(client: TestClient) -> None:
    """Markup in an address is shown as it is and never becomes part of the page."""
    page = read_page(client, "/<b>bold</b>", status=404)

    assert page.select_one("main b") is None
    assert "<b>bold</b>" in read_text(page.select_one("main details"))


def test_errors_speak_the_readers_language(client: TestClient) -> None:
    """An address that does not exist is told in Finnish and in Swedish."""
    finnish = read_page(client, "/nowhere", language=FINNISH, status=404)
    swedish = read_page(client, "/nowhere", language=SWEDISH, status=404)

    assert read_text(finnish.select_one("h1")) == "Sivua ei löytynyt"
    assert read_text(swedish.select_one("h1")) == "Sidan hittades inte"
