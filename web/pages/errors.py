"""Error pages: what went wrong, in the reader's language, and where to go on."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from types import MappingProxyType
from typing import Final

from fastapi import Request
from fastapi.responses import HTMLResponse

from web.choices import AskedChoice
from web.paging import address_with
from web.templating import render_page
from web.translations import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorPage:
    """What an error page shows.

    `status` is the HTTP status, `title` and `advice` are messages to be translated, and `detail` is the sentence of
    the program in English, shown small for whoever is asked for help; empty where there is none to show. `unknown` are
    choices in the address that nobody can make, and `address` is the one without them.
    """

    status: int
    title: str
    advice: str
    detail: str
    unknown: Sequence[AskedChoice] = ()
    address: str = ""


_GENERAL: Final = (
    N_("The page could not be shown"),
    N_("Check the address, or go on from the front page."),
)
_WORDS: Final = MappingProxyType(
    {
        HTTPStatus.NOT_FOUND: (
            N_("The page was not found"),
            N_("The address may be mistyped, or what was here may have been removed. You can search for it."),
        ),
        HTTPStatus.FORBIDDEN: (
            N_("The request was not accepted"),
            N_("It came from another site. Open the page here and try again."),
        ),
        HTTPStatus.METHOD_NOT_ALLOWED: (
            N_("The page could not be shown"),
            N_("The page can't be used in this way. Open it from its link."),
        ),
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE: (
            N_("Too much was sent at once"),
            N_("Send a smaller file, or send it in parts."),
        ),
        HTTPStatus.UNPROCESSABLE_ENTITY: (
            N_("Something in the address is not as expected"),
            N_("Go back and choose again, or go on from the front page."),
        ),
        HTTPStatus.INTERNAL_SERVER_ERROR: (
            N_("Something went wrong on our side"),
            N_("This is not your fault. Try again in a moment; if it goes on, tell whoever keeps up this service."),
        ),
        HTTPStatus.SERVICE_UNAVAILABLE: (
            N_("The service is not ready"),
            N_("It may be starting. Try again in a moment."),
        ),
    }
)
"""Title and advice by status; what has no words of its own gets the general ones."""


def render_error(request: Request, status: int, detail: str, *, unknown: Sequence[AskedChoice] = ()) -> HTMLResponse:
    """Return the error page for a status; `detail` is a sentence in English, which may be empty."""
    title, advice = _WORDS.get(HTTPStatus(status), _GENERAL)
    page = ErrorPage(
        status=int(status),
        title=title,
        advice=advice,
        detail=detail,
        unknown=unknown,
        address=address_with(request, page="", **{each.name: "" for each in unknown}),
    )
    return render_page(request, "error.html", page, status_code=int(status))
