"""Security at the edge: headers on every answer, no changes from other sites, no bodies without end."""

from typing import Final
from urllib.parse import urlsplit

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.problem_kinds import CROSS_SITE, TOO_LARGE
from web.problems import answer_problem

CONTENT_SECURITY_POLICY: Final = (
    "default-src 'none'; "
    "script-src 'self'; "
    "style-src 'self'; "
    "img-src 'self' data:; "
    "font-src 'self'; "
    "connect-src 'self'; "
    "form-action 'self'; "
    "base-uri 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS: Final = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_SAFE_METHODS: Final = {"GET", "HEAD", "OPTIONS"}
_OWN_FETCHES: Final = {"same-origin", "none"}
MAX_BODY_BYTES: Final = 25_000_000  # above the largest file an import takes, with room for the form around it


class SecurityHeaders:
    """Puts the security headers on every answer; one that is already set stays."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its answer with the headers."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers)


class CrossSiteGuard:
    """Refuses changes that a browser sends from another site.

    Browsers say where a request comes from in Sec-Fetch-Site, older ones in Origin. A program that sends neither is
    no browser and carries nobody's cookies.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on unless it is a change from elsewhere."""
        if scope["type"] != "http" or scope["method"] in _SAFE_METHODS or _is_own(Headers(scope=scope)):
            await self.app(scope, receive, send)
            return
        detail = "Expected a change from these pages themselves, but it came from another site; open the page here."
        response = answer_problem(Request(scope), CROSS_SITE, detail)
        await response(scope, receive, send)


class BodyLimit:
    """Refuses request bodies that are too large, announced or not."""

    def __init__(self, app: ASGIApp, max_body_bytes: int = MAX_BODY_BYTES) -> None:
        self.app = app
        self.max_body_bytes = max_body_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on unless it announces too much, and stop reading where more comes than announced."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        detail = f"Expected at most {self.max_body_bytes / 1e6:g} MB, but more came; send less at a time."
        announced = Headers(scope=scope).get("content-length", "")
        if announced.isdecimal() and int(announced) > self.max_body_bytes:
            response = answer_problem(Request(scope), TOO_LARGE, detail)
            await response(scope, receive, send)
            return
        n_bytes = 0

        async def receive_within_limit() -> Message:
            nonlocal n_bytes
            message = await receive()
            n_bytes += len(message.get("body", b""))
            if n_bytes > self.max_body_bytes:
                raise HTTPException(TOO_LARGE.status, detail)
            return message

        await self.app(scope, receive_within_limit, send)


def _is_own(headers: Headers) -> bool:
    """Return whether a change comes from our own pages, or from no browser at all."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in _OWN_FETCHES
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")
