"""Reads the description of the API into what a page can show."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

Json = Mapping[str, Any]
"""A part of an OpenAPI description, which is JSON of many shapes and leaves this module only as the values below."""

_LIMITS: Final = (("minimum", "maximum", ""), ("minLength", "maxLength", " characters"))
"""The least and the most a number or a text can have, and the unit of both."""


@dataclass(frozen=True, slots=True)
class TypePart:
    """A part of the name of a type: words, or the name of a shape that is described further down."""

    text: str
    is_shape: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """A field of an answer or a parameter of a request; `default` is None where there is none."""

    name: str
    type: Sequence[TypePart]
    description: str
    is_required: bool = False
    default: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One thing the API can be asked; `try_address` is None where it needs an id that may not exist here."""

    id: str
    method: str
    path: str
    summary: str
    description: str
    parameters: Sequence[FieldRow]
    answer: Sequence[TypePart]
    statuses: Sequence[str]
    example: str
    try_address: str | None


@dataclass(frozen=True, slots=True)
class OperationGroup:
    """The operations on one noun."""

    tag: str
    operations: Sequence[Operation]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The shape of an answer or of a part of one: its fields, or the values it can have."""

    name: str
    description: str
    fields: Sequence[FieldRow]
    values: Sequence[str]


def read_operations(description: Json) -> tuple[OperationGroup, ...]:
    """Return the operations by tag, in the order of the description."""
    groups: dict[str, list[Operation]] = {tag["name"]: [] for tag in description["tags"]}
    for path, operations in description["paths"].items():
        for method, operation in operations.items():
            groups[operation["tags"][0]].append(_read_operation(path, method, operation))
    return tuple(OperationGroup(tag, operations) for tag, operations in groups.items())


def read_shapes(description: Json) -> tuple[Shape, ...]:
    """Return the shapes of all answers, in alphabetical order."""
    return tuple(
        Shape(
            name=name,
            description=schema.get("description", ""),
            fields=[
                FieldRow(name=field, type=name_type(details), description=details.get("description", ""))
                for field, details in schema.get("properties", {}).items()
            ],
            values=schema.get("enum", ()),
        )
        for name, schema in sorted(description["components"]["schemas"].items())
    )


def name_type(schema: Json) -> tuple[TypePart, ...]:
    """Return the name of a type, in parts.

    Examples
    --------
    >>> [part.text for part in name_type({"anyOf": [{"type": "integer", "minimum": 1}, {"type": "null"}]})]
    ['integer from 1', ' or ', 'null']
    >>> name_type({"type": "array", "items": {"$ref": "#/components/schemas/IdeaAnswer"}})[1]
    TypePart(text='IdeaAnswer', is_shape=True)
    """
    if "$ref" in schema:
        return (TypePart(schema["$ref"].rpartition("/")[2], is_shape=True),)
    if "anyOf" in schema:
        alternatives = [name_type(each) for each in schema["anyOf"]]
        separated = [part for each in alternatives for part in (TypePart(" or "), *each)]
        return tuple(separated[1:])
    if schema.get("type") == "array":
        return (TypePart("list of "), *name_type(schema["items"]))
    if schema.get("type") == "object":
        return (TypePart("object of "), *name_type(schema.get("additionalProperties", {})))
    return (TypePart(" ".join([schema.get("format") or schema.get("type", "anything"), *_name_limits(schema)])),)


def _name_limits(schema: Json) -> list[str]:
    """Return the limits of a number or a text in words."""
    limits = []
    for least, most, unit in _LIMITS:
        if least in schema and most in schema:
            limits.append(f"from {schema[least]} to {schema[most]}{unit}")
        elif least in schema:
            limits.append(f"from {schema[least]}{unit}")
        elif most in schema:
            limits.append(f"up to {schema[most]}{unit}")
    return limits


def _read_operation(path: str, method: str, operation: Json) -> Operation:
    """Return one operation."""
    answer = operation["responses"]["200"]["content"]["application/json"]
    return Operation(
        id=operation["operationId"],
        method=method.upper(),
        path=path,
        summary=operation["summary"],
        description=operation["description"],
        parameters=[_read_parameter(each) for each in operation["parameters"] if each["in"] != "header"],
        answer=name_type(answer["schema"]),
        statuses=sorted(operation["responses"]),
        example=json.dumps(answer["example"], ensure_ascii=False, indent=2),
        try_address=_find_try_address(path, operation["parameters"]),
    )


def _read_parameter(parameter: Json) -> FieldRow:
    """Return one parameter."""
    default = parameter["schema"].get("default")
    return FieldRow(
        name=parameter["name"],
        type=name_type(parameter["schema"]),
        description=parameter.get("description") or parameter["schema"]["description"],
        is_required=parameter["required"],
        default=None if default is None else str(default),
    )


def _find_try_address(path: str, parameters: Sequence[Json]) -> str | None:
    """Return an address that answers in any installation, None where it would need an id."""
    if "{" in path:
        return None
    query = urlencode({each["name"]: each["schema"]["examples"][0] for each in parameters if each["required"]})
    return f"{path}?{query}" if query else path
