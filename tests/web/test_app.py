"""The application starts at once and keeps its snapshot current in the background until it ends."""

import gc
import logging
import threading
import weakref
from dataclasses import replace
from http import HTTPStatus
from threading import Event
from typing import cast

import pytest
from starlette.testclient import TestClient

from matcher.collector import spare_collector
from matcher.ports import ReportProgress
from matcher.snapshot_keeper import SnapshotKeeper
from models.audit_event import AuditEvent
from models.version import SOFTWARE_VERSION
from tests.factories import AT, make_draft
from tests.fakes import FakeEncoder
from tests.web.conftest import BACKGROUND
from web.app import create_app, keep_current
from web.wiring import Services


class WatchedKeeper(SnapshotKeeper):
    """Tells when a refresh is done."""

    def __init__(self, services: Services) -> None:
        super().__init__(services.database, FakeEncoder(), BACKGROUND)
        self.refreshed = Event()

    def refresh(self, report: ReportProgress | None = None, *, is_anew: bool = False) -> bool:
        """Refresh, and tell."""
        done = super().refresh(report, is_anew=is_anew)
        self.refreshed.set()
        return done


class FailingKeeper:
    """Fails at the first refresh."""

    n_refreshes = 0

    def refresh(self) -> bool:
        """Fail once."""
        self.n_refreshes += 1
        if self.n_refreshes == 1:
            message = "disk full"
            raise OSError(message)
        return False


class ShortEvent(Event):
    """Does not wait, notes how long it should have, and is set after two times."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float | None] = []

    def wait(self, timeout: float | None = None) -> bool:
        """Note the time."""
        self.waits.append(timeout)
        if len(self.waits) == 2:
            self.set()
        return self.is_set()


def test_becomes_ready_in_the_background(services: Services) -> None:
    """From its start the application learns meanings by itself; when it ends, nothing goes on."""
    keeper = WatchedKeeper(services)
    before = set(threading.enumerate())

    with TestClient(create_app(replace(services, keeper=keeper))) as client:
        assert client.get("/health/live").status_code == 200
        assert keeper.refreshed.wait(timeout=60)
        assert client.get("/health/ready").status_code == 200

    assert "refresh" not in {thread.name for thread in set(threading.enumerate()) - before}


def test_a_failed_refresh_is_tried_again(services: Services, caplog: pytest.LogCaptureFixture) -> None:
    """A refresh that fails, for whatever reason, is logged and tried again later; the next one is in a moment."""
    keeper = FailingKeeper()
    stop = ShortEvent()

    keep_current(replace(services, keeper=cast("SnapshotKeeper", keeper)), stop)

    assert keeper.n_refreshes == 2
    assert stop.waits == [30.0, 2.0]
    assert [record.levelno for record in caplog.records if record.name == "kumppani"] == [logging.ERROR]


def test_tells_once_that_everything_is_matched(services: Services) -> None:
    """It is told when a refresh has brought something up to date, and not again while nothing changes."""
    told: list[str] = []
    stop = ShortEvent()

    keep_current(services, stop, lambda: told.append("matched"))

    assert len(stop.waits) == 2
    assert told == ["matched"]


def test_what_is_replaced_goes_though_the_collector_is_spared_it(services: Services) -> None:
    """A snapshot that another has replaced takes no memory, though pages have remembered what they made of it."""
    services.keeper.refresh()
    client = TestClient(create_app(services))
    for path in ("/how-suggestions-are-made", "/cooperation", "/api/v1/graph", "/partners?text=koulu&lead=Kuhmo"):
        assert client.get(path).status_code == HTTPStatus.OK
    gc.collect()
    gc.disable()
    try:
        spare_collector()
        replaced = weakref.ref(services.keeper.current)
        with services.database.writing() as stores:
            stores.ideas.add_all([make_draft(title="Veneranta varataan verkossa")], AT)
            stores.audit.add(AuditEvent(at=AT, actor="test", action="ideas.imported", subject="one"))

        assert services.keeper.refresh()
        assert replaced() is None
    finally:
        gc.unfreeze()
        gc.enable()


def test_tells_its_version(services: Services) -> None:
    """The description of the API has the version of the software."""
    assert create_app(services).openapi()["info"]["version"] == SOFTWARE_VERSION
