"""Evaluations through the API."""

import pytest
from starlette.testclient import TestClient

from matcher.record_evaluation import record_evaluation
from tests.factories import make_evaluation_record
from tests.web.api.walking import walk
from tests.web.problem_shape import assert_problem
from web.wiring import Services, describe_record, load_shipped_evaluations

EVALUATIONS = "/api/v1/evaluations"


def _record(services: Services, *names: str) -> list[str]:
    """Record evaluations and return their ids."""
    return [
        f"run-{record_evaluation(make_evaluation_record(name=name), database=services.database, actor='test')}"
        for name in names
    ]


def test_the_shipped_ones_are_there(reader: TestClient) -> None:
    """Without a recorded one the list has those that come with the product, each with what it was measured on."""
    items = reader.get(EVALUATIONS).json()["items"]

    assert [item["id"] for item in items] == [each.id for each in load_shipped_evaluations()]
    assert all(item["run_id"] is None and item["note"] is None for item in items)
    assert all(set(item["data_set"]["title"]) == {"fi", "sv", "en"} for item in items)


def test_an_evaluation_has_what_the_command_prints(client: TestClient, services: Services) -> None:
    """Figures and their origin go by the same names as with `--json`."""
    (evaluation_id,) = _record(services, "Omat")

    answer = client.get(f"{EVALUATIONS}/{evaluation_id}").json()

    document = describe_record(make_evaluation_record(name="Omat"))
    assert {name: answer[name] for name in document} == document
    assert set(answer) - set(document) == {"id", "run_id", "data_set", "note"}
    assert answer["note"].startswith("So few show nothing")
    assert (answer["id"], answer["data_set"]) == (f"run-{answer['run_id']}", None)


@pytest.mark.parametrize("limit", [1, 2, 100])
def test_walk_meets_every_evaluation_once(client: TestClient, services: Services, limit: int) -> None:
    """The pages have every evaluation exactly once: recorded ones from the newest on, then the shipped ones."""
    recorded = _record(services, "a", "b", "c")

    found = [each["id"] for each in walk(client, EVALUATIONS, limit=limit)]

    assert found == [*reversed(recorded), *(each.id for each in load_shipped_evaluations())]


def test_who_follows_the_list_is_not_disturbed_by_a_newer_one(client: TestClient, services: Services) -> None:
    """An evaluation recorded between two pages neither repeats nor hides another."""
    recorded = _record(services, "a", "b")
    first = client.get(EVALUATIONS, params={"limit": 1}).json()
    _record(services, "c")

    second = client.get(first["next"]).json()

    assert [each["id"] for page in (first, second) for each in page["items"]] == list(reversed(recorded))


def test_a_new_evaluation_shows_at_once(client: TestClient, services: Services) -> None:
    """What was recorded after an answer makes that answer old; what was not changed is not sent again."""
    tag = client.get(EVALUATIONS).headers["etag"]
    assert client.get(EVALUATIONS, headers={"If-None-Match": tag}).status_code == 304

    (evaluation_id,) = _record(services, "Omat")

    after = client.get(EVALUATIONS, headers={"If-None-Match": tag})
    assert after.status_code == 200
    assert after.json()["items"][0]["id"] == evaluation_id


@pytest.mark.parametrize("evaluation_id", ["run-4711", "run-", "partners-se-5-folds", "4711"])
def test_there_is_no_such_evaluation(reader: TestClient, evaluation_id: str) -> None:
    """What was neither recorded nor shipped is a problem that names it."""
    problem = assert_problem(reader.get(f"{EVALUATIONS}/{evaluation_id}"), "unknown-evaluation")

    assert problem.detail == f"There is no evaluation '{evaluation_id}'."
