"""A clock that tests set: what time it is for the application."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from fastapi import FastAPI
from starlette.testclient import TestClient

from web.dependencies import get_moment


@contextmanager
def pass_time(client: TestClient, moment: datetime) -> Iterator[None]:
    """Let it be `moment` for the application behind a client."""
    app = client.app
    assert isinstance(app, FastAPI)
    app.dependency_overrides[get_moment] = lambda: moment
    try:
        yield
    finally:
        del app.dependency_overrides[get_moment]
