"""One line an answer: what was asked for, by kind and never by whom or with which words.

An address can hold what somebody searched for, so the line has the pattern of the route instead of it, and neither
the query nor the network address nor the browser.
"""

import logging
from time import perf_counter
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOGGER: Final = logging.getLogger("kumppani.access")
_NO_ROUTE: Final = "(no route)"


class AccessLog:
    """Writes the line; answers that are the server's fault are errors, the others information."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and log its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status = 500
        begun = perf_counter()

        async def send_and_notice(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, send_and_notice)
        finally:
            duration_ms = (perf_counter() - begun) * 1000
            level = logging.ERROR if status >= 500 else logging.INFO  # noqa: PLR2004 - the server's fault from here on
            LOGGER.log(level, "%s %s %d %.0f ms", scope["method"], find_pattern(scope), status, duration_ms)


def find_pattern(scope: Scope) -> str:
    """Return the address of a request with the names of its parameters in the place of their values.

    Examples
    --------
    >>> find_pattern({"path": "/ideas/7", "path_params": {"idea_id": "7"}, "route": "ideas"})
    '/ideas/{idea_id}'
    """
    if "route" not in scope:
        return _NO_ROUTE
    names = {str(value): f"{{{name}}}" for name, value in scope["path_params"].items()}
    return "/".join(names.get(part, part) for part in scope["path"].split("/"))
