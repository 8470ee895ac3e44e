"""Reads JSON: a list of ideas, or an object that has such a list as `ideas`.

The value of each key becomes text: numbers and true or false as they are written, null as nothing, a list as one item
a line, and an item `{"kind": …, "text": …}` as `kind: text`. Rows are numbered by their place in the list, from 1.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from data.files.limits import DEFAULT_LIMITS, FileLimits, check_n_columns, check_n_rows
from data.files.table import collect_rows
from data.files.text_encoding import decode_text
from models.errors import UnreadableFileError
from models.idea_words import KIND_BY_WORD
from models.item_list import join_items, write_prefix
from models.sheet import Sheet

Json: TypeAlias = "str | bool | Sequence[Json] | Mapping[str, Json] | None"
"""A JSON value whose numbers have been left as they were written."""

_EXPECTED: Final = 'a list of objects with at least a title, or {"ideas": […]}'
_EXPECTED_VALUE: Final = 'text, a number, null, or a list of texts or of {"kind", "text"}'


class _RepeatedKeyError(ValueError):
    """Raised while parsing where one object has a key twice; JSON readers would drop one of the values."""


def read_json(data: bytes, name: str, limits: FileLimits = DEFAULT_LIMITS) -> Sheet:
    """Return the ideas of a JSON file as a sheet; its columns are all keys, in order of appearance.

    Parameters
    ----------
    data : the whole file, in UTF-8
    name : what the file is called in messages, and the source of the ideas in it

    Raises
    ------
    UnreadableFileError : if it is not JSON of that shape, or exceeds a limit
    """
    items = _find_items(_parse(decode_text(data, name), name), name)
    check_n_rows(len(items), name, limits)
    columns: dict[str, None] = {}
    for item in items:
        columns.update(dict.fromkeys(item))
        check_n_columns(len(columns), name, limits)
    rows = collect_rows(_read_rows(items, tuple(columns), name), name, limits)
    return Sheet(name, tuple(" ".join(column.split()) for column in columns), tuple(rows))


def _parse(text: str, name: str) -> Json:
    """Return the value of a JSON text; numbers stay text, so that a code such as 1.10 keeps its zero."""
    try:
        value: Json = json.loads(
            text,
            parse_int=str,
            parse_float=_trim_float,
            parse_constant=_refuse_constant,
            object_pairs_hook=_refuse_repeated_keys,
        )
    except json.JSONDecodeError as error:
        message = f"Expected JSON in {name}, but line {error.lineno:,}, column {error.colno:,} is not: {error.msg}."
        raise UnreadableFileError(message) from error
    except ValueError as error:
        message = f"Expected {_EXPECTED} in {name}, but {error}."
        raise UnreadableFileError(message) from error
    except RecursionError as error:
        message = f"Expected {_EXPECTED} in {name}, but its lists are nested too deep."
        raise UnreadableFileError(message) from error
    return value


def _find_items(value: Json, name: str) -> list[Mapping[str, Json]]:
    """Return the objects of the list, or raise."""
    if isinstance(value, Mapping) and "ideas" in value:
        value = value["ideas"]
    if not isinstance(value, list):
        message = f"Expected {_EXPECTED} in {name}, but found {_describe(value)}."
        raise UnreadableFileError(message)
    if not value:
        message = f"Expected {_EXPECTED} in {name}, but the list is empty."
        raise UnreadableFileError(message)
    for number, item in enumerate(value, start=1):
        if not isinstance(item, Mapping):
            message = f"Expected an object with at least a title in {name}, item {number}, but found {_describe(item)}."
            raise UnreadableFileError(message)
    return value


def _read_rows(
    items: Sequence[Mapping[str, Json]], columns: Sequence[str], name: str
) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each item with its number."""
    for number, item in enumerate(items, start=1):
        cells = []
        for column in columns:
            cell = _write_cell(item.get(column))
            if cell is None:
                message = f"Expected {_EXPECTED_VALUE} in {name}, item {number}, {column!r}, but found another shape."
                raise UnreadableFileError(message)
            cells.append(cell)
        yield number, cells


def _write_cell(value: Json) -> str | None:
    """Return the text of one value, None where its shape has none."""
    if isinstance(value, list):
        lines = [_write_item(item) for item in value]
        return None if None in lines else join_items(line for line in lines if line)
    return _write_scalar(value)


def _write_item(value: Json) -> str | None:
    """Return the line of one item of a list, None where its shape has none."""
    if not isinstance(value, Mapping):
        return _write_scalar(value)
    kind = _write_scalar(value.get("kind"))
    text = _write_scalar(value.get("text"))
    if kind is None or text is None or not value.keys() <= {"kind", "text"}:
        return None
    line = " ".join(text.split())
    return write_prefix(kind or None, line, KIND_BY_WORD) if line else ""


def _write_scalar(value: Json) -> str | None:
    """Return the text of a value that is neither list nor object, None where it is."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else None


def _trim_float(written: str) -> str:
    """Return a number without the `.0` that some programs put after whole numbers."""
    return written.removesuffix(".0")


def _refuse_constant(written: str) -> str:
    """Raise for NaN and Infinity, which are not JSON."""
    message = f"{written} is not a JSON value"
    raise ValueError(message)


def _refuse_repeated_keys(pairs: list[tuple[str, Json]]) -> Mapping[str, Json]:
    """Return the object, or raise if a key comes twice."""
    mapping = dict(pairs)
    if len(mapping) != len(pairs):
        keys = [key for key, _ in pairs]
        message = f"the key {next(key for key in keys if keys.count(key) > 1)!r} comes twice in one object"
        raise _RepeatedKeyError(message)
    return mapping


def _describe(value: Json) -> str:
    """Return what a value is, for a message."""
    if isinstance(value, Mapping):
        return "an object without it"
    if isinstance(value, list):
        return "a list"
    return "null" if value is None else f"the value {str(value)[:40]!r}"
