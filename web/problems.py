"""The two forms of an error: RFC 9457 for programs, a page for people.

Everything that can go wrong ends in `answer_problem`. Programs are asked for by address: all below /api/ and /health/.
"""

import logging
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse, Response
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from models.errors import KumppaniError
from web.choices import AskedChoice, UnknownChoiceError
from web.dependencies import get_snapshot
from web.known_values import find_unanswerable, read_taken
from web.methods import find_allowed_methods
from web.pages.errors import render_error
from web.parameter_problems import ParameterProblem, describe_complaint, join_sentences, shorten
from web.problem_kinds import (
    DOCS_ADDRESS,
    INVALID_REQUEST,
    NO_SUCH_ADDRESS,
    OTHER,
    OWN_KINDS,
    UNEXPECTED,
    WRONG_METHOD,
    ProblemKind,
    find_kind,
)

PROBLEM_MEDIA_TYPE: Final = "application/problem+json"
_PROGRAMS: Final = ("/api/", "/health/", "/openapi.json")
_RETRY_SECONDS: Final = 10  # taste: how soon a database or a model may be back
_LOGGER: Final = logging.getLogger("kumppani")


class Problem(BaseModel):
    """What went wrong, as RFC 9457 has it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": f"{DOCS_ADDRESS}#unknown-idea",
                    "title": "No such idea",
                    "status": 404,
                    "detail": "There is no idea 4711.",
                    "instance": "/api/v1/ideas/4711",
                }
            ]
        }
    )

    type: str = Field(description="Address of the explanation; the same for every problem of a kind.")
    title: str = Field(description="The kind of problem in a few words.")
    status: int = Field(ge=400, le=599, description="HTTP status of the answer.")
    detail: str = Field(description="What was expected, what came, and what to do.")
    instance: str = Field(description="Path of the request.")
    errors: list[ParameterProblem] = Field(
        default_factory=list, description="The parameters at fault; left out where the problem is not in one."
    )


def install_problem_handlers(app: FastAPI) -> None:
    """Let every error of the application be answered from the table."""
    app.add_exception_handler(KumppaniError, _answer_known)
    app.add_exception_handler(UnknownChoiceError, _answer_unknown_choice)
    app.add_exception_handler(RequestValidationError, _answer_invalid)
    app.add_exception_handler(HTTPException, _answer_http)


def is_for_programs(path: str) -> bool:
    """Return whether an address answers programs."""
    return path.startswith(_PROGRAMS)


def answer_problem(
    request: Request,
    kind: ProblemKind,
    detail: str,
    *,
    errors: Sequence[ParameterProblem] = (),
    unknown: Sequence[AskedChoice] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return the answer that tells of a problem: JSON below /api/, a page elsewhere.

    `errors` are what programs are told of the parameters, `unknown` what people are told of their choices.
    """
    response = (
        _answer_program(request, kind, detail, errors)
        if is_for_programs(request.url.path)
        else render_error(request, kind.status, detail, unknown=unknown)
    )
    response.headers["Cache-Control"] = "no-store"
    response.headers.update(headers or {})
    return response


class AnswerUnexpected:
    """Answers what nobody foresaw with status 500, and raises it again for the server to log.

    Starlette's own handler of such errors sits outside all middleware: its answer would have no security headers.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and answer it where that fails."""
        has_begun = False

        async def send_and_notice(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            await self.app(scope, receive, send_and_notice)
        except Exception:
            if scope["type"] == "http" and not has_begun:
                detail = "Something went wrong that should not; it is in the log. Try again, and report it if it stays."
                try:
                    response = answer_problem(Request(scope), UNEXPECTED, detail)
                except Exception:  # noqa: BLE001 - pages themselves are what fails; the first error is raised below
                    response = PlainTextResponse(detail, UNEXPECTED.status)
                await response(scope, receive, send)
            raise


def _answer_program(
    request: Request, kind: ProblemKind, detail: str, errors: Sequence[ParameterProblem]
) -> JSONResponse:
    """Return a problem as RFC 9457 has it."""
    problem = Problem(
        type=kind.type,
        title=kind.title,
        status=kind.status,
        detail=detail,
        instance=request.url.path,
        errors=list(errors),
    )
    content = problem.model_dump(exclude=None if errors else {"errors"})
    return JSONResponse(content, kind.status, headers={"Content-Language": "en"}, media_type=PROBLEM_MEDIA_TYPE)


def _answer_known(request: Request, error: Exception) -> Response:
    """Answer a known problem."""
    assert isinstance(error, KumppaniError)  # noqa: S101 - it was registered for nothing else
    kind = find_kind(error)
    taken = read_taken(request) if kind.parameters else {}
    errors = [
        ParameterProblem(where="query", parameter=name, expected=kind.expected, came=shorten(taken[name]))
        for name in kind.parameters
        if name in taken
    ]
    headers = {}
    if kind.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        _LOGGER.error("%s: %s", type(error).__name__, error)
        headers["Retry-After"] = str(_RETRY_SECONDS)
    return answer_problem(request, kind, str(error), errors=errors, headers=headers)


def _answer_invalid(request: Request, error: Exception) -> Response:
    """Answer a request whose parameters can't be used."""
    assert isinstance(error, RequestValidationError)  # noqa: S101 - it was registered for nothing else
    errors = [describe_complaint(each) for each in error.errors()]
    named = {each.parameter for each in errors}
    refused_too = find_unanswerable(request, get_snapshot(request).catalogue)
    errors += [each for each in refused_too if each.parameter not in named]
    return answer_problem(request, INVALID_REQUEST, join_sentences(errors), errors=errors)


def _answer_unknown_choice(request: Request, error: Exception) -> Response:
    """Answer a page's address that asks for what can't be chosen."""
    assert isinstance(error, UnknownChoiceError)  # noqa: S101 - it was registered for nothing else
    return answer_problem(request, INVALID_REQUEST, str(error), unknown=error.choices)


def _answer_http(request: Request, error: Exception) -> Response:
    """Answer what the framework refuses; a wrong method is told all methods of the address."""
    assert isinstance(error, HTTPException)  # noqa: S101 - it was registered for nothing else
    headers = dict(error.headers or {})
    if error.status_code == HTTPStatus.NOT_FOUND:
        detail = f"There is nothing at {request.url.path}."
        return answer_problem(request, NO_SUCH_ADDRESS, detail, headers=headers)
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        allowed = ", ".join(find_allowed_methods(request))
        detail = f"Expected one of the methods {allowed}, but {request.method} came."
        return answer_problem(request, WRONG_METHOD, detail, headers={**headers, "Allow": allowed})
    status = HTTPStatus(error.status_code)
    kind = next((each for each in OWN_KINDS if each.status is status), None)
    if kind is None:
        kind = ProblemKind(status, OTHER.name, status.phrase)
    return answer_problem(request, kind, str(error.detail), headers=headers)
