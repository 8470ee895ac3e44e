"""How tests follow a list from page to page."""

from typing import Any

from starlette.testclient import TestClient


def walk(client: TestClient, address: str, *, limit: int, **filters: str) -> list[Any]:
    """Return the items of all pages, after checking that each is as long as it may be and says where the next is."""
    items: list[Any] = []
    response = client.get(address, params={**filters, "limit": limit})
    while True:
        assert response.status_code == 200, response.text
        page = response.json()
        items += page["items"]
        following = page["next"]
        if following is None:
            assert "link" not in response.headers
            assert len(page["items"]) <= limit
            return items
        assert len(page["items"]) == limit
        assert response.headers["link"] == f'<{following}>; rel="next"'
        response = client.get(following)
