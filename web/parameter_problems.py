"""What is wrong with the parameters of a request, each in one plain sentence: what was expected, where, what came."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from pydantic import BaseModel, Field

_SHOWN_CHARACTERS: Final = 100  # taste: as much of a wrong value as helps to recognise it
_PLACES: Final = MappingProxyType({"path": "in the path", "query": "in the query", "header": "in the header"})


class ParameterProblem(BaseModel):
    """One parameter that can't be used."""

    where: str = Field(description="Part of the request the parameter is in: `path`, `query`, `header` or `body`.")
    parameter: str = Field(description="Name of the parameter.")
    expected: str = Field(description="What would have been right.")
    came: str | None = Field(description="What came instead, shortened; null where it is missing.")

    def as_sentence(self) -> str:
        """Return the problem as people say it.

        Examples
        --------
        >>> ParameterProblem(where="query", parameter="limit", expected="at most 100", came="101").as_sentence()
        "Expected limit in the query to be at most 100, but '101' came."
        """
        place = _PLACES.get(self.where, "in the body")
        came = "it is missing" if self.came is None else f"{self.came!r} came"
        return f"Expected {self.parameter} {place} to be {self.expected}, but {came}."


def describe_complaint(complaint: Mapping[str, object]) -> ParameterProblem:
    """Return one complaint of pydantic in our words; what has none of ours keeps those of pydantic."""
    location, kind = complaint["loc"], str(complaint["type"])
    assert isinstance(location, tuple)  # noqa: S101 - pydantic promises it
    where, *names = (str(part) for part in location)
    context = complaint.get("ctx")
    limits = context if isinstance(context, Mapping) else {}
    say = _EXPECTATIONS.get(kind)
    return ParameterProblem(
        where=where,
        parameter=".".join(names) or where,
        expected=str(complaint["msg"]).removeprefix("Input should be ") if say is None else say(limits),
        came=None if kind == "missing" else shorten(str(complaint["input"])),
    )


def join_sentences(problems: Sequence[ParameterProblem]) -> str:
    """Return several problems as one text, a sentence each."""
    return " ".join(each.as_sentence() for each in problems)


def shorten(value: str | None) -> str | None:
    """Return as much of a wrong value as helps to recognise it."""
    if value is None or len(value) <= _SHOWN_CHARACTERS:
        return value
    return f"{value[:_SHOWN_CHARACTERS]}… ({len(value):,} characters)"


def _count_characters(count: object) -> str:
    """Return a number of characters in words."""
    return f"{count:,} character{'' if count == 1 else 's'}"


_EXPECTATIONS: Final[Mapping[str, Callable[[Mapping[str, object]], str]]] = MappingProxyType(
    {
        "missing": lambda _: "given",
        "int_parsing": lambda _: "a whole number",
        "int_parsing_size": lambda _: "a number that is not so long",
        "int_from_float": lambda _: "a whole number",
        "bool_parsing": lambda _: "true or false",
        "enum": lambda limits: f"one of {limits['expected']}",
        "literal_error": lambda limits: f"one of {limits['expected']}",
        "greater_than_equal": lambda limits: f"{limits['ge']} or more",
        "less_than_equal": lambda limits: f"{limits['le']} or less",
        "string_too_short": lambda limits: f"at least {_count_characters(limits['min_length'])} long",
        "string_too_long": lambda limits: f"at most {_count_characters(limits['max_length'])} long",
    }
)
"""By the kind of complaint, what was expected; patterns are not among them, `web.known_values` says what is known."""
