"""The application: pages, the API, health, and the work that goes on behind them."""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Final

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from matcher.collector import spare_collector
from models.version import SOFTWARE_VERSION
from web.access_log import AccessLog
from web.api.description import DESCRIPTION, SUMMARY, TAGS, install_description
from web.api.router import make_api_router, name_operation
from web.caching import Revalidation, install_revalidation
from web.health import router as health_router
from web.methods import HeadFromGet
from web.pages.router import make_pages_router
from web.problems import AnswerUnexpected, install_problem_handlers
from web.security import BodyLimit, CrossSiteGuard, SecurityHeaders
from web.wiring import Services

STATIC: Final = Path(__file__).parent / "static"
MIDDLEWARE: Final = (
    Middleware(SecurityHeaders),
    Middleware(HeadFromGet),
    Middleware(AccessLog),
    Middleware(AnswerUnexpected),
    Middleware(GZipMiddleware, minimum_size=1_000, compresslevel=5),  # taste: nearly as small as 9, half the time
    Middleware(BodyLimit),
    Middleware(CrossSiteGuard),
    Middleware(Revalidation),
)
"""What every request passes, from the outside in; security headers are outermost, so that no answer is without."""

_POLL_SECONDS: Final = 2.0  # taste: how soon a change made by another process shows
_RETRY_SECONDS: Final = 30.0  # taste: a missing model does not come back in a moment, and each try is logged
_STOP_SECONDS: Final = 5.0  # taste: as long as somebody who ends the server likes to wait
_LOGGER: Final = logging.getLogger("kumppani")


def create_app(services: Services, *, report_matched: Callable[[], None] = lambda: None) -> FastAPI:
    """Return the application over `services`; it answers at once and learns meanings in the background.

    `report_matched` is called, by the thread that learns, whenever everything is up to date again.
    """

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        services.keeper.open()
        stop = Event()
        worker = Thread(target=keep_current, args=(services, stop, report_matched), name="refresh", daemon=True)
        worker.start()
        yield
        stop.set()
        worker.join(_STOP_SECONDS)
        services.database.close()

    app = FastAPI(
        title="Kumppani",
        summary=SUMMARY,
        description=DESCRIPTION,
        version=SOFTWARE_VERSION,
        openapi_tags=TAGS,
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=name_operation,
        middleware=MIDDLEWARE,
        lifespan=lifespan,
    )
    app.state.services = services
    install_problem_handlers(app)
    install_revalidation(app)
    app.include_router(health_router)
    app.include_router(make_api_router())
    app.include_router(make_pages_router())
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    install_description(app)
    return app


def keep_current(services: Services, stop: Event, report_matched: Callable[[], None] = lambda: None) -> None:
    """Refresh the snapshot now and whenever the data change, until told to stop."""
    while not stop.is_set():
        pause_seconds = _POLL_SECONDS
        try:
            if services.keeper.refresh():
                spare_collector()
                report_matched()
        except Exception:  # the edge of this thread: if it ended here, searches would stay as they are for ever
            _LOGGER.exception("The search index could not be refreshed; the last one stays in use.")
            pause_seconds = _RETRY_SECONDS
        stop.wait(pause_seconds)
