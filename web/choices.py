"""Reads the choices of a form from an address; what is not among them counts as nothing chosen."""

from enum import StrEnum
from typing import TypeVar

Choice = TypeVar("Choice", bound=StrEnum)


def find_choice(choices: type[Choice], value: str) -> Choice | None:
    """Return the choice with a value, None where there is none: an old or edited address still gives a page.

    Examples
    --------
    >>> from models.project import ProjectKind
    >>> find_choice(ProjectKind, "grant"), find_choice(ProjectKind, "")
    (<ProjectKind.GRANT: 'grant'>, None)
    """
    return next((choice for choice in choices if choice.value == value), None)


def find_year(value: str) -> int | None:
    """Return a year of four digits, None for anything else.

    Examples
    --------
    >>> find_year("2019"), find_year("soon")
    (2019, None)
    """
    return int(value) if len(value) == 4 and value.isdecimal() else None  # noqa: PLR2004 - four digits
