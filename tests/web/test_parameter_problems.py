"""What is wrong with parameters is said in one plain sentence each, and all of it at once."""

import re

import pytest
from starlette.testclient import TestClient

from tests.web.problem_shape import assert_problem

PATTERNS = re.compile(r"String should|Input should|\^\[|unable to parse|greater than|less than")


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("search?q=a&limit=0", "Expected limit in the query to be 1 or more, but '0' came."),
        ("search?q=a&limit=101", "Expected limit in the query to be 100 or less, but '101' came."),
        ("search?q=a&year=x", "Expected year in the query to be a whole number, but 'x' came."),
        ("search", "Expected q in the query to be given, but it is missing."),
        ("search?q=", "Expected q in the query to be at least 1 character long, but '' came."),
        ("ideas/abc", "Expected idea_id in the path to be a whole number, but 'abc' came."),
        (
            "ideas?status=late",
            "Expected status in the query to be one of 'open', 'complete' or 'withdrawn', but 'late' came.",
        ),
        ("reuse?text=a&language=de", "Expected language in the query to be one of 'fi', 'sv' or 'en', but 'de' came."),
    ],
)
def test_a_wrong_parameter_is_one_plain_sentence(client: TestClient, address: str, sentence: str) -> None:
    """The sentence says what was expected, where and what came, without the words of a validator."""
    problem = client.get(f"/api/v1/{address}").json()

    assert problem["detail"] == sentence
    assert not PATTERNS.search(str(problem))


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("search?q=a&region=xx", "Expected region in the query to be one of 01, 02, 12, 13, 18, 21, but 'xx' came."),
        ("search?q=a&region=99", "Expected region in the query to be one of 01, 02, 12, 13, 18, 21, but '99' came."),
        ("search?q=a&language=zz", "Expected language in the query to be one of en, fi, sv, but 'zz' came."),
        ("ideas?call=1999-9", "Expected call in the query to be one of 2019-1, 2019-2, 2022, but '1999-9' came."),
        ("organisations?region=99", "Expected region in the query to be one of 01, 02, 12, 13, 18, 21, but '99' came."),
        ("register?organisation=000", "Expected organisation in the query to be one of 049, 092"),
    ],
)
def test_a_filter_nobody_knows_is_refused(client: TestClient, address: str, sentence: str) -> None:
    """An unknown value is no silent empty list: it is refused with those that are known."""
    response = client.get(f"/api/v1/{address}")

    name = sentence.split()[1]
    assert assert_problem(response, "invalid-request", parameter=name).detail.startswith(sentence)


def test_unknown_values_are_named_beside_malformed_ones(client: TestClient) -> None:
    """One answer names every parameter at fault, whichever check refuses it."""
    problem = client.get("/api/v1/ideas?region=99&limit=0&call=x&year=soon&kind=whatever").json()

    assert sorted(each["parameter"] for each in problem["errors"]) == ["call", "limit", "region", "year"]
    assert problem["detail"].count("Expected ") == 4


@pytest.mark.parametrize(
    ("address", "parameters"),
    [
        ("partners?text=kyydit&lead=zzzz&limit=0", ["lead", "limit"]),
        ("partners?text=%3F&lead=zzzz&limit=0", ["lead", "limit", "text"]),
        ("partners?text=kyydit&lead=Kuhmo&limit=0", ["limit"]),
        ("search?q=%3F&limit=0&region=99", ["limit", "q", "region"]),
    ],
)
def test_what_is_refused_later_is_named_too(client: TestClient, address: str, parameters: list[str]) -> None:
    """A lead that is nobody and a text of no words are named beside what is malformed."""
    problem = client.get(f"/api/v1/{address}").json()

    assert sorted(each["parameter"] for each in problem["errors"]) == parameters


@pytest.mark.parametrize(
    ("address", "parameter", "came"),
    [
        ("partners?text=kyydit&lead=Kuhmo&lead=Sotkamo", "lead", "Kuhmo and Sotkamo"),
        ("search?q=kyydit&q=kyydit", "q", "kyydit and kyydit"),
        ("ideas?limit=5&limit=6", "limit", "5 and 6"),
        ("ideas?region=01&region=99", "region", "01 and 99"),
    ],
)
def test_of_two_values_none_counts_in_silence(client: TestClient, address: str, parameter: str, came: str) -> None:
    """A parameter given twice is refused with both, once; what the address does not take is left alone."""
    problem = client.get(f"/api/v1/{address}&kind=a&kind=b").json()

    assert problem["detail"] == f"Expected {parameter} in the query to be given once, but '{came}' came."


def test_a_parameter_given_twice_is_named_beside_others(client: TestClient) -> None:
    """One answer names all that is wrong, also where another value is malformed."""
    problem = client.get("/api/v1/ideas?limit=x&limit=5&region=01&region=02&call=1999").json()

    assert sorted(each["parameter"] for each in problem["errors"]) == ["call", "limit", "region"]


def test_a_long_value_is_shown_short(client: TestClient) -> None:
    """Of a value too long its beginning and its length are shown."""
    problem = client.get("/api/v1/search", params={"q": "a" * 20_000}).json()

    assert len(problem["detail"]) < 400
    assert "20,000 characters" in problem["detail"]
