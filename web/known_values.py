"""The filters of the API whose values are things stored: one that nobody knows is refused with those that are known.

A filter that is mistyped would otherwise give an empty list, as if there were nothing.
"""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final

from fastapi import Request
from fastapi.dependencies.utils import get_flat_params
from fastapi.exceptions import RequestValidationError

from matcher.catalogue import Catalogue
from models.language import LANGUAGES
from web.parameter_problems import ParameterProblem, shorten

_LISTED: Final = 40
"""Most values that are named one by one; there are 19 regions. Taste."""
_PLURALS: Final[Mapping[str, str]] = MappingProxyType(
    {"region": "regions", "language": "languages", "organisation": "organisations", "call": "calls"}
)
"""The filters, each with what it chooses from."""


def refuse_unknown(request: Request, catalogue: Catalogue) -> None:
    """Raise RequestValidationError where a filter of the request asks for something that is not in the catalogue.

    It carries no complaint: whoever answers it finds what is unknown beside what is malformed, and names all at once.
    """
    if find_unknown(request, catalogue):
        raise RequestValidationError([])


def find_unknown(request: Request, catalogue: Catalogue) -> list[ParameterProblem]:
    """Return what is wrong with the filters of an address that ask for what is not in the catalogue.

    Only what the address takes counts; anything else in it is left alone, as everywhere.
    """
    taken = {field.alias for field in get_flat_params(request.scope["route"].dependant)}
    asked = {name: request.query_params[name] for name in _PLURALS if name in taken & request.query_params.keys()}
    return [
        ParameterProblem(where="query", parameter=name, expected=_describe(name, known), came=shorten(value))
        for name, value in asked.items()
        if value not in (known := _list_known(name, catalogue))
    ]


def _list_known(name: str, catalogue: Catalogue) -> Collection[str]:
    """Return the values a filter can have."""
    if name == "region":
        return catalogue.regions
    if name == "organisation":
        return catalogue.organisations
    if name == "call":
        return catalogue.calls
    return {*LANGUAGES, *(idea.language for idea in catalogue.ideas.values())}


def _describe(name: str, known: Collection[str]) -> str:
    """Return in words which values a filter can have."""
    values = sorted(known)
    if len(values) > _LISTED:
        return f"one of the {len(values):,} ids at /api/v1/{_PLURALS[name]}"
    return f"one of {', '.join(values)}" if values else f"left out, as no {_PLURALS[name]} are known"
