"""The parameters of the API that a form alone can't check: unknown filters, and what is given more than once.

A filter that is mistyped would otherwise give an empty list, as if there were nothing, and of two values the last
would count in silence.
"""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final

from fastapi import Request
from fastapi.dependencies.utils import get_flat_params
from fastapi.exceptions import RequestValidationError

from matcher.catalogue import Catalogue
from models.asked_text import has_word
from models.errors import EmptyQueryError, UnresolvedNameError
from models.language import LANGUAGES
from web.name_resolver import make_resolver
from web.parameter_problems import ParameterProblem, shorten
from web.problem_kinds import KINDS

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


def refuse_repeated(request: Request) -> None:
    """Raise RequestValidationError where an address gives a parameter more than once; as for `refuse_unknown`."""
    if find_repeated(request):
        raise RequestValidationError([])


def find_repeated(request: Request) -> list[ParameterProblem]:
    """Return the parameters that an address gives more than once, each with its values."""
    return [
        ParameterProblem(where="query", parameter=name, expected="given once", came=shorten(" and ".join(values)))
        for name in read_taken(request)
        if len(values := request.query_params.getlist(name)) > 1
    ]


def find_unknown(request: Request, catalogue: Catalogue) -> list[ParameterProblem]:
    """Return what is wrong with the filters of an address that ask for what is not in the catalogue.

    Only what the address takes counts; anything else in it is left alone, as everywhere.
    """
    return [
        ParameterProblem(where="query", parameter=name, expected=_describe(name, known), came=shorten(value))
        for name, value in read_taken(request).items()
        if name in _PLURALS and value not in (known := _list_known(name, catalogue))
    ]


def find_unanswerable(request: Request, catalogue: Catalogue) -> list[ParameterProblem]:
    """Return what is wrong with an address beyond its form.

    Parameters given twice, unknown filters, a lead that is nobody, a text of no words; alone each of the latter two
    is a kind of problem of its own, beside others it is named with them.
    """
    taken = read_taken(request)
    wordless, nobody = KINDS[EmptyQueryError], KINDS[UnresolvedNameError]
    expected = {
        name: wordless.expected for name in wordless.parameters if taken.get(name) and not has_word(taken[name])
    }
    for name in nobody.parameters:
        if name in taken and not _is_resolved(taken[name], catalogue):
            expected[name] = nobody.expected
    repeated = find_repeated(request)
    others = find_unknown(request, catalogue) + [
        ParameterProblem(where="query", parameter=name, expected=wanted, came=shorten(taken[name]))
        for name, wanted in expected.items()
    ]
    named = {each.parameter for each in repeated}
    return repeated + [each for each in others if each.parameter not in named]


def read_taken(request: Request) -> dict[str, str]:
    """Return those parameters of an address that its route takes."""
    taken = {field.alias for field in get_flat_params(request.scope["route"].dependant)}
    return {name: value for name, value in request.query_params.items() if name in taken}


def _is_resolved(written: str, catalogue: Catalogue) -> bool:
    """Return whether an id or a name says which organisation is meant."""
    return written in catalogue.organisations or make_resolver(catalogue).resolve(written).organisation_id is not None


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
