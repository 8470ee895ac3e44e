"""The only table from errors to HTTP statuses: every kind of problem there is."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from types import MappingProxyType
from typing import Final

from models.errors import (
    DatabaseMissingError,
    EmptyQueryError,
    KumppaniError,
    ModelMissingError,
    NoCalendarError,
    NothingToMeasureError,
    NotReplayableError,
    ThemeEditError,
    UnknownCallError,
    UnknownEvaluationError,
    UnknownIdeaError,
    UnknownOrganisationError,
    UnknownProjectError,
    UnknownRunError,
    UnknownThemeEditError,
    UnknownThemeError,
    UnreadableFileError,
    UnresolvedNameError,
    UnwritableFileError,
)
from web.api.paging import UnusableCursorError

DOCS_ADDRESS: Final = "/api"


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """One kind of problem.

    `parameters` are the query parameters it can concern, where it concerns one: the one that the address takes.
    `expected` is what would be right there.
    """

    status: HTTPStatus
    name: str
    title: str
    parameters: tuple[str, ...] = ()
    expected: str = ""

    @property
    def type(self) -> str:
        """Return the address that explains this kind."""
        return f"{DOCS_ADDRESS}#{self.name}"


_NOT_FOUND: Final = HTTPStatus.NOT_FOUND
_INVALID: Final = HTTPStatus.UNPROCESSABLE_ENTITY
_UNEXPECTED: Final = HTTPStatus.INTERNAL_SERVER_ERROR
_UNAVAILABLE: Final = HTTPStatus.SERVICE_UNAVAILABLE

KINDS: Final[Mapping[type[KumppaniError], ProblemKind]] = MappingProxyType(
    {
        UnknownIdeaError: ProblemKind(_NOT_FOUND, "unknown-idea", "No such idea"),
        UnknownOrganisationError: ProblemKind(_NOT_FOUND, "unknown-organisation", "No such organisation"),
        UnknownProjectError: ProblemKind(_NOT_FOUND, "unknown-project", "No such project"),
        UnknownCallError: ProblemKind(_NOT_FOUND, "unknown-call", "No such call"),
        NoCalendarError: ProblemKind(_NOT_FOUND, "no-calendar", "No calendar"),
        UnknownThemeError: ProblemKind(_NOT_FOUND, "unknown-theme", "No such theme"),
        UnknownThemeEditError: ProblemKind(_NOT_FOUND, "unknown-theme-edit", "No such edit of the themes"),
        ThemeEditError: ProblemKind(HTTPStatus.CONFLICT, "theme-edit", "The themes can't be edited so"),
        UnknownRunError: ProblemKind(_NOT_FOUND, "unknown-run", "No such run"),
        UnknownEvaluationError: ProblemKind(_NOT_FOUND, "unknown-evaluation", "No such evaluation"),
        NotReplayableError: ProblemKind(HTTPStatus.CONFLICT, "not-replayable", "The run can't be computed again"),
        NothingToMeasureError: ProblemKind(_INVALID, "nothing-to-measure", "Nothing can be measured on this"),
        EmptyQueryError: ProblemKind(
            _INVALID,
            "empty-query",
            "Nothing to search for",
            parameters=("q", "text"),
            expected="at least one letter or digit",
        ),
        UnresolvedNameError: ProblemKind(
            _INVALID,
            "unresolved-name",
            "Name not understood",
            parameters=("lead",),
            expected="a name or id that is known",
        ),
        UnusableCursorError: ProblemKind(
            _INVALID,
            "unusable-cursor",
            "Unusable cursor",
            parameters=("cursor",),
            expected="the cursor of the page before, with the same filters",
        ),
        UnreadableFileError: ProblemKind(_INVALID, "unreadable-file", "Unreadable file"),
        UnwritableFileError: ProblemKind(_UNEXPECTED, "unwritable-file", "The file can't be written"),
        ModelMissingError: ProblemKind(_UNAVAILABLE, "model-missing", "The language model is not there"),
        DatabaseMissingError: ProblemKind(_UNAVAILABLE, "database-missing", "The database is not there"),
    }
)
"""What each known problem is for HTTP; a child without a row of its own is what its nearest parent is."""

INVALID_REQUEST: Final = ProblemKind(_INVALID, "invalid-request", "Invalid request")
UNEXPECTED: Final = ProblemKind(_UNEXPECTED, "unexpected", "Unexpected error")
CROSS_SITE: Final = ProblemKind(HTTPStatus.FORBIDDEN, "cross-site", "Sent from another site")
TOO_LARGE: Final = ProblemKind(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-large", "Too large a request")
NO_SUCH_ADDRESS: Final = ProblemKind(_NOT_FOUND, "not-found", "No such address")
WRONG_METHOD: Final = ProblemKind(HTTPStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "Method not allowed")
OTHER: Final = ProblemKind(HTTPStatus.BAD_REQUEST, "bad-request", "Bad request")
OWN_KINDS: Final = (NO_SUCH_ADDRESS, WRONG_METHOD, CROSS_SITE, TOO_LARGE, INVALID_REQUEST, UNEXPECTED, OTHER)

ALL_KINDS: Final = (*KINDS.values(), *OWN_KINDS)
"""Every kind of problem, for the documentation."""


def find_kind(error: KumppaniError) -> ProblemKind:
    """Return what a known problem is for HTTP."""
    return next((KINDS[parent] for parent in type(error).__mro__ if parent in KINDS), OTHER)
