"""A text that somebody asks about may be as long on every page, in the API and on the command line."""

import pytest
from starlette.testclient import TestClient

from models.asked_text import MAX_TEXT_CHARACTERS
from tests.web.problem_shape import assert_problem
from tests.web.reading import read_page

AT_LIMIT = ("koulukyydit " * MAX_TEXT_CHARACTERS)[:MAX_TEXT_CHARACTERS]
PAGES = (("/search", "q"), ("/partners", "text"), ("/eligibility", "text"))
API = (("search", "q"), ("partners", "text"), ("reuse", "text"), ("eligibility", "text"))


@pytest.mark.parametrize(("path", "name"), [*PAGES, ("/", "q")])
def test_a_field_takes_no_more_than_may_be(client: TestClient, path: str, name: str) -> None:
    """The browser stops at the limit, with or without scripts."""
    field = read_page(client, path).select_one(f"textarea[name={name}]")

    assert field is not None
    assert field["maxlength"] == str(MAX_TEXT_CHARACTERS)


@pytest.mark.parametrize(("path", "name"), PAGES)
def test_pages_answer_at_the_limit_and_refuse_beyond(client: TestClient, path: str, name: str) -> None:
    """As long a text as may be is answered; one letter more is refused."""
    read_page(client, path, query={name: AT_LIMIT})
    read_page(client, path, status=422, query={name: f"{AT_LIMIT}x"})


@pytest.mark.parametrize(("path", "name"), API)
def test_the_api_answers_at_the_limit_and_refuses_beyond(client: TestClient, path: str, name: str) -> None:
    """The same limit holds for programs, and the refusal names it."""
    assert client.get(f"/api/v1/{path}", params={name: AT_LIMIT}).status_code == 200

    problem = assert_problem(
        client.get(f"/api/v1/{path}", params={name: f"{AT_LIMIT}x"}), "invalid-request", parameter=name
    )
    assert "at most 5,000 characters long" in problem.detail
