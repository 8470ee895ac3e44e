"""Answers that are not sent again: entity tags, 304, and how long what may be kept.

Answers from the snapshot are the same as long as data, software and model are: their tag is known before they are
made (`revalidate`). The tag of everything else, pages above all, is a hash of what is sent, which takes in language
and whatever else a page depends on (`Revalidation`).
"""

import hashlib
from collections.abc import Iterable
from http import HTTPStatus
from typing import Final

from fastapi import FastAPI, Request, Response
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from models.version import SOFTWARE_VERSION
from web.dependencies import ServicesDep, SnapshotDep

STATIC_PREFIX: Final = "/static/"
ALWAYS_ASK: Final = "no-cache"  # keep it, but ask each time whether it is still so
KEEP_FOR_EVER: Final = "public, max-age=31536000, immutable"
_TAGGED_TYPES: Final = ("application/json", "text/html", "image/svg+xml")
_KEPT_HEADERS: Final = {"content-length", "content-type", "content-encoding"}
_TAG_CHARACTERS: Final = 32


class NotModifiedError(Exception):
    """Raised when the client has the answer already."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        super().__init__(tag)


def install_revalidation(app: FastAPI) -> None:
    """Let `revalidate` answer 304."""
    app.add_exception_handler(NotModifiedError, _answer_not_modified)


async def revalidate(request: Request, response: Response, services: ServicesDep, snapshot: SnapshotDep) -> None:
    """Tag an answer from the snapshot, or end the request where the client has just that answer already.

    The tag is that of the snapshot before the answer is made. Where the snapshot is replaced in between, the newer
    answer has the older tag and is fetched once more; an old answer never has a new tag. While the index is being
    made, answers get better without any change of the data: until it is whole they are tagged by their content.
    """
    index = snapshot.index
    if index.sentence_vectors is None:
        return
    newest = next((idea.created_at for idea in reversed(index.ideas)), None)  # tells databases of one version apart
    state = (SOFTWARE_VERSION, snapshot.catalogue.version, newest, services.encoder.model, snapshot.map_run_id)
    tag = make_tag(repr((state, request.url.path, request.url.query)).encode())
    if tag in _split_tags(request.headers.get("if-none-match", "")):
        raise NotModifiedError(tag)
    response.headers["ETag"] = tag


def make_tag(content: bytes) -> str:
    """Return the entity tag of some content; weak, because the same content may be sent compressed."""
    return f'W/"{hashlib.sha256(content).hexdigest()[:_TAG_CHARACTERS]}"'


class Revalidation:
    """Tags every good answer that is not tagged yet, answers 304 to who has it, and says what may be kept."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; hold a taggable answer back until it is whole."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            await self.app(scope, receive, send)
            return
        wanted = _split_tags(Headers(scope=scope).get("if-none-match", ""))
        held: Message | None = None
        body = b""

        async def send_or_hold(message: Message) -> None:
            nonlocal held, body
            if message["type"] == "http.response.start":
                _set_cache_control(scope, message)
                if _is_taggable(message):
                    held = message
                    return
            if held is None:
                await send(message)
                return
            body += message.get("body", b"")
            if not message.get("more_body", False):
                for part in _finish(held, body, wanted):
                    await send(part)

        await self.app(scope, receive, send_or_hold)


def _finish(start: Message, body: bytes, wanted: set[str]) -> Iterable[Message]:
    """Return the messages of a whole answer: tagged, or 304 where the client has it."""
    headers = MutableHeaders(scope=start)
    tag = headers.setdefault("ETag", make_tag(body))
    if tag in wanted or "*" in wanted:
        for name in _KEPT_HEADERS:
            del headers[name]
        return {**start, "status": HTTPStatus.NOT_MODIFIED}, {"type": "http.response.body", "body": b""}
    return start, {"type": "http.response.body", "body": body}


def _is_taggable(start: Message) -> bool:
    """Return whether an answer is whole, good and of a kind that is made here."""
    headers = Headers(scope=start)
    kind = headers.get("content-type", "").partition(";")[0]
    return start["status"] == HTTPStatus.OK and kind in _TAGGED_TYPES and headers.get("cache-control") == ALWAYS_ASK


def _set_cache_control(scope: Scope, start: Message) -> None:
    """Say how long an answer may be kept, unless it says so itself: for ever where its address names a version."""
    is_static = scope["path"].startswith(STATIC_PREFIX)
    versioned = is_static and b"v=" in scope["query_string"] and start["status"] == HTTPStatus.OK
    MutableHeaders(scope=start).setdefault("Cache-Control", KEEP_FOR_EVER if versioned else ALWAYS_ASK)


def _split_tags(header: str) -> set[str]:
    """Return the tags of an If-None-Match header, compared weakly as RFC 9110 wants it there."""
    tags = (tag.strip() for tag in header.split(","))
    return {tag if tag.startswith("W/") or tag == "*" else f"W/{tag}" for tag in tags if tag}


async def _answer_not_modified(_request: Request, error: Exception) -> Response:
    """Answer that the client has it already."""
    assert isinstance(error, NotModifiedError)  # noqa: S101 - it was registered for nothing else
    return Response(status_code=HTTPStatus.NOT_MODIFIED, headers={"ETag": error.tag, "Cache-Control": ALWAYS_ASK})
