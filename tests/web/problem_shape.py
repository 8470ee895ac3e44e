"""The one shape of every problem, whichever way it arises."""

from httpx2 import Response

from web.problem_kinds import ALL_KINDS
from web.problems import PROBLEM_MEDIA_TYPE, Problem
from web.security import CONTENT_SECURITY_POLICY


def assert_problem(response: Response, name: str, *, parameter: str | None = None) -> Problem:
    """Return the problem an answer tells, after checking its form and that it is of one kind."""
    kind = next(each for each in ALL_KINDS if each.name == name)
    assert response.status_code == kind.status, response.text
    assert response.headers["content-type"] == PROBLEM_MEDIA_TYPE
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    assert "etag" not in response.headers
    problem = Problem.model_validate(response.json())
    assert (problem.type, problem.title, problem.status) == (kind.type, kind.title, kind.status)
    assert problem.instance == response.url.path
    assert problem.detail.endswith(".")
    assert [each.parameter for each in problem.errors] == ([] if parameter is None else [parameter])
    assert ("errors" in response.json()) is (parameter is not None)
    return problem
