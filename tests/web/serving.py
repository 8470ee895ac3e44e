"""The application over the sample with a theme map that a test made by hand."""

from dataclasses import replace

from starlette.testclient import TestClient

from models.run import RunId
from models.theme import ThemeMap
from web.app import create_app
from web.dependencies import get_snapshot
from web.wiring import Services


def serve_map(services: Services, theme_map: ThemeMap | None) -> TestClient:
    """Return a client for which run 2 has drawn `theme_map`; None: nothing was matched yet."""
    services.keeper.refresh()
    map_run_id = None if theme_map is None else RunId(2)
    snapshot = replace(services.keeper.current, theme_map=theme_map, map_run_id=map_run_id)
    app = create_app(services)
    app.dependency_overrides[get_snapshot] = lambda: snapshot
    return TestClient(app, follow_redirects=False)
