"""Themes through the API."""

from starlette.testclient import TestClient

from tests.web.problem_shape import assert_problem
from web.app import create_app
from web.wiring import Services

THEMES = "/api/v1/themes"


def test_every_idea_is_in_exactly_one_theme(reader: TestClient) -> None:
    """The ideas of all themes together are all ideas, each once."""
    themes = reader.get(THEMES).json()["items"]

    ideas = [idea["id"] for theme in themes for idea in reader.get(f"{THEMES}/{theme['id']}").json()["ideas"]]

    assert sorted(ideas) == [1, 2, 3, 4, 5]
    assert sum(theme["n_ideas"] for theme in themes) == 5


def test_a_theme_is_the_same_in_the_list_and_alone(reader: TestClient) -> None:
    """What the list says of a theme is what the theme says of itself, and more is there alone."""
    answer = reader.get(THEMES).json()
    listed = answer["items"][0]

    alone = reader.get(f"{THEMES}/{listed['id']}").json()

    assert {name: alone[name] for name in listed} == listed
    assert alone["run_id"] == answer["run_id"] is not None
    assert {idea["id"] for idea in listed["representatives"]} <= {idea["id"] for idea in alone["ideas"]}


def test_a_theme_names_the_run_that_drew_it(reader: TestClient) -> None:
    """The run can be asked for, and says how many themes it found."""
    answer = reader.get(THEMES).json()

    run = reader.get(f"/api/v1/runs/{answer['run_id']}").json()

    assert run["results"]["themes"] == len(answer["items"])
    assert run["random_state"] is not None


def test_an_unknown_theme_is_a_problem(reader: TestClient) -> None:
    """The problem has its own type."""
    assert_problem(reader.get(f"{THEMES}/4711"), "unknown-theme")


def test_before_the_first_match_there_are_none(unmatched: Services) -> None:
    """Without a map the list is empty, and says that no run has drawn it."""
    client = TestClient(create_app(unmatched))

    assert client.get(THEMES).json() == {"run_id": None, "items": [], "groups": [], "alone": []}
    assert_problem(client.get(f"{THEMES}/1"), "unknown-theme")
