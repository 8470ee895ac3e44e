"""Reads the choices of a form from an address; what is not among them is refused with those that are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from models.errors import KumppaniError
from models.language import LanguageCode
from web.labels import label_choice
from web.translations import load_translations

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class AskedChoice:
    """What an address asks for under `name`: `label` and the `options`, by value, are in the reader's language."""

    name: str
    label: str
    value: str
    options: Mapping[str, str]


class UnknownChoiceError(KumppaniError):
    """Raised when an address asks for what can't be chosen."""

    def __init__(self, choices: Iterable[AskedChoice]) -> None:
        """Name every choice at fault, and what could have been chosen."""
        self.choices = tuple(choices)
        super().__init__(
            " ".join(
                f"Expected {each.name} in the query to be one of {', '.join(each.options)}, but {each.value!r} came."
                for each in self.choices
            )
        )


def refuse_unknown_choices(*asked: AskedChoice) -> None:
    """Raise UnknownChoiceError where any of what is asked for is neither empty nor an option."""
    if unknown := [each for each in asked if each.value and each.value not in each.options]:
        raise UnknownChoiceError(unknown)


def name_choices(choices: type[StrEnum], language: LanguageCode) -> dict[str, str]:
    """Return what the members of a choice are called in a language, by their value."""
    translate = load_translations(language).gettext
    return {each.value: translate(label_choice(each)) for each in choices}


def find_choice(choices: type[Choice], value: str) -> Choice | None:
    """Return the choice with a value, None where there is none.

    Examples
    --------
    >>> from models.project import ProjectKind
    >>> find_choice(ProjectKind, "grant"), find_choice(ProjectKind, "")
    (<ProjectKind.GRANT: 'grant'>, None)
    """
    return next((choice for choice in choices if choice.value == value), None)
