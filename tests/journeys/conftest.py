"""The real application with the real model, served on this machine, and a real browser in front of it."""

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.journeys.looks import Look
from web.app import create_app
from web.settings import Settings
from web.wiring import make_services

OpenPage = Callable[[str, Look], Page]
_PATIENCE_MS: Final = 60_000  # two busy cores are slow; a page that answers never waits this long
_HEIGHT: Final = 900
_BROWSER_OPTIONS: Final = (
    "--no-sandbox",  # a container's root may not use the sandbox
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


expect.set_options(timeout=_PATIENCE_MS)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """Take the system's Chromium; nothing is downloaded."""
    return {"executable_path": "/usr/bin/chromium", "args": list(_BROWSER_OPTIONS)}


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory, model_folder: Path, demo_file: Path) -> Iterator[str]:
    """Serve the demonstration from a database of its own and give its address once it searches by meaning."""
    folder = tmp_path_factory.mktemp("journeys")
    shutil.copy(demo_file, folder / "kumppani.db")
    settings = Settings(var=folder, database_url=None, model=str(model_folder), _env_file=None)  # type: ignore[call-arg]
    services = make_services(settings)
    services.keeper.refresh()
    server = uvicorn.Server(uvicorn.Config(create_app(services), port=0, ws="none", log_level="warning"))
    thread = threading.Thread(target=server.run, name="server", daemon=True)
    thread.start()
    while not server.started:
        thread.join(timeout=0.05)
        assert thread.is_alive(), "the server ended before it began"
    (listening, *_) = server.servers[0].sockets
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[OpenPage]:
    """Give a function that opens a path with a look; a message of the browser's console fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_with_look(path: str, look: Look) -> Page:
        context = browser.new_context(
            base_url=address,
            viewport={"width": look.width, "height": _HEIGHT},
            color_scheme=look.scheme,
            locale=look.language,
            reduced_motion="reduce",
        )
        context.set_default_timeout(_PATIENCE_MS)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        if not look.has_scripts:
            # The page's scripts never arrive; the engine itself stays on, because axe needs it.
            page.route("**/*.js*", lambda route: route.abort())
        page.goto(path)
        return page

    yield open_with_look
    for context in contexts:
        context.close()
    # An error page is itself a message of the console, and so is a script that was kept away.
    assert [each for each in complaints if "Failed to load resource" not in each] == []
