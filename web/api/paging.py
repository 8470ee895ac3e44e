"""Long lists in pages: an opaque cursor says after which item the next page begins.

A cursor holds the position of the last item shown and a short hash of it with the list and its filters: with other
filters, or changed by hand, it is refused. It is no secret, there is nothing in it that the answer did not show.
"""

import hashlib
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Final, Generic, TypeVar

from fastapi import Request, Response
from pydantic import BaseModel, Field

from models.errors import KumppaniError

Item = TypeVar("Item")
Position = TypeVar("Position", int, str)

_HASH_CHARACTERS: Final = 8


class UnusableCursorError(KumppaniError):
    """Raised when a cursor does not come from the page before."""

    def __init__(self, cursor: str) -> None:
        self.cursor = cursor
        super().__init__(
            "Expected the cursor of the page before, with the same filters, but another came; "
            "follow `next` of an answer, or leave the cursor out to begin again."
        )


class Page(BaseModel, Generic[Item]):
    """A part of a list."""

    items: list[Item] = Field(description="The items of this page.")
    next: str | None = Field(description="Address of the next page, relative to this server; null on the last page.")


class PageQuery(BaseModel):
    """What every list takes; its children add their filters."""

    cursor: Annotated[
        str | None,
        Field(max_length=300, description="Where the page begins; comes from `next` of the page before."),
    ] = None
    limit: Annotated[int, Field(ge=1, le=100, description="The most items of a page.")] = 20

    def read_position(self, kind: type[Position]) -> Position | None:
        """Return the position after which the page begins, None for the first page; raise UnusableCursorError."""
        if self.cursor is None:
            return None
        try:
            position = json.loads(urlsafe_b64decode(f"{self.cursor}===")[_HASH_CHARACTERS:])
            is_ours = type(position) is kind and self.write_cursor(position) == self.cursor
        except ValueError as error:
            raise UnusableCursorError(self.cursor) from error
        if not is_ours:
            raise UnusableCursorError(self.cursor)
        return kind(position)

    def write_cursor(self, position: str | int) -> str:
        """Return the cursor of the page that begins after `position`."""
        question = f"{type(self).__name__} {self.model_dump_json(exclude={'cursor', 'limit'})} {position}"
        check = hashlib.sha256(question.encode()).hexdigest()[:_HASH_CHARACTERS]
        return urlsafe_b64encode(f"{check}{json.dumps(position)}".encode()).decode().rstrip("=")


@dataclass(frozen=True, slots=True)
class Cut(Generic[Item]):
    """The items of one page and the cursor of the next, None on the last."""

    items: Sequence[Item]
    cursor: str | None


def cut_page(
    items: Iterable[Item], query: PageQuery, *, position: Callable[[Item], Position], kind: type[Position]
) -> Cut[Item]:
    """Return the page of `items` that `query` asks for.

    Items are ordered by their position, which is theirs for ever: whoever follows the cursors meets every item exactly
    once, also while others are added.
    """
    after = query.read_position(kind)
    ordered = sorted(
        (item for item in items if after is None or position(item) > after),
        key=position,
    )
    shown = ordered[: query.limit]
    is_last = len(ordered) <= query.limit
    return Cut(shown, None if is_last else query.write_cursor(position(shown[-1])))


def link_next(request: Request, response: Response, cursor: str | None) -> str | None:
    """Return the address of the next page, and say it in the header Link too; None on the last page."""
    if cursor is None:
        return None
    url = request.url.include_query_params(cursor=cursor)
    address = f"{url.path}?{url.query}"
    response.headers["Link"] = f'<{address}>; rel="next"'
    return address
