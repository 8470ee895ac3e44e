"""What /openapi.json says beyond the routes themselves: problems, 304, entity tags, in one place for all of them."""

from collections.abc import Callable
from typing import Any, Final

from fastapi import FastAPI
from pydantic.json_schema import models_json_schema

from web.api.examples import EXAMPLES
from web.parameter_problems import ParameterProblem
from web.problem_kinds import INVALID_REQUEST
from web.problems import PROBLEM_MEDIA_TYPE, Problem

Json = dict[str, Any]
"""A part of the description, which is JSON of many shapes and leaves this module only as a whole."""

SUMMARY: Final = "Where Finnish municipalities find the others they should apply with."
DESCRIPTION: Final = """\
Ideas and their themes, organisations, the register of projects, calls, runs and evaluations as JSON, and search across
Finnish, Swedish and English.

- Everything is read with GET (HEAD works too) and needs no key.
- Lists come in pages: follow `next`, or the header `Link`, until it is null.
- Every answer has an `ETag`; sent back as `If-None-Match` it gives 304 while nothing has changed.
- Problems come as `application/problem+json` (RFC 9457).
- Unknown query parameters are ignored.
- `origin` says of each idea whether it was written to illustrate or brought in by a user.
"""
TAGS: Final = [
    {"name": "ideas", "description": "Proposed joint projects with their parties, needs and offers."},
    {"name": "search", "description": "Find ideas by meaning and words, across languages."},
    {"name": "partners", "description": "Organisations worth asking, each with its points and what they rest on."},
    {"name": "reuse", "description": "Whether an idea has been done: what to adopt, to join or to build together."},
    {"name": "eligibility", "description": "How an idea stands to the rules of each call: a reading, no decision."},
    {"name": "themes", "description": "What the ideas are about: clusters with names, and where each idea lies."},
    {"name": "organisations", "description": "Municipalities and joint authorities, which may apply, and associates."},
    {"name": "register", "description": "Projects, networks and grants: what has been done or is running."},
    {"name": "graph", "description": "Organisations, ideas and projects, and what joins them."},
    {"name": "calls", "description": "Funding calls with what is known of them."},
    {"name": "runs", "description": "Reproducible computations: what went in, when, and what came out."},
    {"name": "evaluations", "description": "How well partners are found, measured with intervals and baselines."},
]
_PAGING: Final = {"cursor", "limit", "offset"}
_REFERENCE: Final = "#/components/schemas/{model}"
_TAG_HEADER: Final = {"description": "Tag of this answer, for If-None-Match.", "schema": {"type": "string"}}
_LINK_HEADER: Final = {
    "description": 'Address of the next page with rel="next"; missing on the last one.',
    "schema": {"type": "string"},
}
_IF_NONE_MATCH: Final = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "description": "The ETag of an earlier answer.",
    "schema": {"type": "string"},
}


def install_description(app: FastAPI) -> None:
    """Let `app.openapi()` tell everything."""
    app.openapi = _complete(app.openapi)  # type: ignore[method-assign]


def _complete(describe_routes: Callable[[], Json]) -> Callable[[], Json]:
    """Return a function that describes the routes, and what holds for all of them."""
    finished: list[Json] = []

    def describe_api() -> Json:
        if not finished:
            description = describe_routes()
            _, problems = models_json_schema(
                [(Problem, "serialization"), (ParameterProblem, "serialization")], ref_template=_REFERENCE
            )
            schemas = description["components"]["schemas"]
            for generated in ("HTTPValidationError", "ValidationError"):
                schemas.pop(generated, None)
            schemas.update(problems["$defs"])
            for operations in description["paths"].values():
                for operation in operations.values():
                    _complete_operation(operation)
            finished.append(description)
        return finished[0]

    return describe_api


def _complete_operation(operation: Json) -> None:
    """Add to one operation what the routes do not say themselves."""
    operation["summary"] = operation["description"].partition("\n")[0].removesuffix(".")
    parameters = operation.setdefault("parameters", [])
    parameters.sort(key=lambda parameter: (not parameter["required"], parameter["name"] in _PAGING))
    for parameter in parameters:
        _drop_null(parameter["schema"])
    responses = operation["responses"]
    found = responses["200"]
    example = EXAMPLES[operation["operationId"]]  # put in here because FastAPI would leave out what is null in it
    found["content"]["application/json"]["example"] = example.model_dump(mode="json")
    found["headers"] = {"ETag": _TAG_HEADER}
    if any(parameter["name"] == "cursor" for parameter in parameters):
        found["headers"]["Link"] = _LINK_HEADER
    responses["304"] = {"description": "Nothing has changed.", "headers": {"ETag": _TAG_HEADER}}
    if any(parameter["in"] == "path" for parameter in parameters):
        responses["404"] = _describe_problem("There is no such thing.")
    responses["422"] = _describe_problem("A parameter can't be used.", example=_INVALID_EXAMPLE)
    parameters.append(_IF_NONE_MATCH)


def _drop_null(schema: Json) -> None:
    """Take null out of what a parameter can be: an address has no way to say it, the parameter is left out."""
    alternatives = schema.pop("anyOf", None)
    if alternatives is not None:
        (alternative,) = (each for each in alternatives if each != {"type": "null"})
        schema.update(alternative)


def _describe_problem(description: str, example: Problem | None = None) -> Json:
    """Return the description of a problem answer."""
    content: Json = {"schema": {"$ref": _REFERENCE.format(model=Problem.__name__)}}
    if example is not None:
        content["example"] = example.model_dump()
    return {"description": description, "content": {PROBLEM_MEDIA_TYPE: content}}


_INVALID_EXAMPLE: Final = Problem(
    type=INVALID_REQUEST.type,
    title=INVALID_REQUEST.title,
    status=INVALID_REQUEST.status,
    detail="Expected limit in the query to be 100 or less, but '500' came.",
    instance="/api/v1/ideas",
    errors=[
        ParameterProblem(where="query", parameter="limit", expected="100 or less", came="500"),
    ],
)
