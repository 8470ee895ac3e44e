"""The access log tells what was asked for, and nothing about who asked or with which words."""

import logging

import pytest
from starlette.testclient import TestClient

from web.access_log import LOGGER


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("/api/v1/ideas/1", "GET /api/v1/ideas/{idea_id} 200"),
        ("/api/v1/ideas/4711", "GET /api/v1/ideas/{idea_id} 404"),
        ("/api/v1/search?q=salaisuus", "GET /api/v1/search 200"),
        ("/salaisuus", "GET (no route) 404"),
    ],
)
def test_a_line_has_the_pattern(client: TestClient, caplog: pytest.LogCaptureFixture, path: str, line: str) -> None:
    """A line has method, pattern of the address, status and duration, never the address itself."""
    caplog.set_level(logging.INFO, LOGGER.name)

    client.get(path, headers={"User-Agent": "salaisuus"})

    (message,) = [record.getMessage() for record in caplog.records if record.name == LOGGER.name]
    assert message.startswith(line)
    assert message.endswith(" ms")
    assert "salaisuus" not in message


def test_failures_are_errors(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    """An answer that is the server's fault is logged as an error."""
    caplog.set_level(logging.INFO, LOGGER.name)
    client.app.state.services = None  # type: ignore[attr-defined]

    with pytest.raises(AttributeError):
        client.get("/api/v1/runs")

    (record,) = [record for record in caplog.records if record.name == LOGGER.name]
    assert record.levelno == logging.ERROR
    assert record.getMessage().startswith("GET /api/v1/runs 500")
