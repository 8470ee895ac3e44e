"""Health is told to whoever watches the server."""

from starlette.testclient import TestClient

from web.app import create_app
from web.wiring import Services


def test_live_at_once(services: Services) -> None:
    """The server is live before it is ready, and says when to ask again."""
    client = TestClient(create_app(services))

    assert client.get("/health/live").json() == {"status": "live"}
    ready = client.get("/health/ready")
    assert (ready.status_code, ready.json()) == (503, {"status": "starting"})
    assert int(ready.headers["retry-after"]) > 0


def test_ready_when_meaning_counts(client: TestClient) -> None:
    """The server is ready once searches go by meaning."""
    response = client.get("/health/ready")

    assert (response.status_code, response.json()) == (200, {"status": "ready"})
