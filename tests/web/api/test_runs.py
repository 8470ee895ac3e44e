"""Runs through the API."""

import pytest
from starlette.testclient import TestClient

from tests.factories import make_run
from tests.web.api.walking import walk
from tests.web.problem_shape import assert_problem
from web.wiring import Services

RUNS = "/api/v1/runs"


def test_gets_a_run(reader: TestClient) -> None:
    """A run has what went in and what came out."""
    run = reader.get(f"{RUNS}/2").json()

    assert (run["kind"], run["model"], run["random_state"]) == ("match", "fake-encoder", 7)
    assert run["parameters"] == {"prior_weight": 50.0, "full": False}
    assert run["results"] == {"ideas": 5, "seconds": 1.25}
    assert run["started_at"] == "2019-09-27T09:30:00Z"


@pytest.mark.parametrize("limit", [1, 2, 100])
def test_walk_meets_every_run_once(client: TestClient, services: Services, limit: int) -> None:
    """The pages of the list have every run exactly once, the newest first."""
    with services.database.writing() as stores:
        for _ in range(3):
            stores.runs.add(make_run())
    newest = client.get(RUNS, params={"limit": 1}).json()["items"][0]["id"]

    assert [run["id"] for run in walk(client, RUNS, limit=limit)] == list(range(newest, 0, -1))


def test_a_new_run_shows_at_once(client: TestClient, services: Services) -> None:
    """A run that was recorded after an answer makes that answer old, without a change of the snapshot."""
    before = client.get(RUNS)
    with services.database.writing() as stores:
        run_id = stores.runs.add(make_run())

    after = client.get(RUNS, headers={"If-None-Match": before.headers["etag"]})

    assert after.status_code == 200
    assert after.json()["items"][0]["id"] == run_id


def test_an_old_answer_is_not_sent_again(reader: TestClient) -> None:
    """While no run is added, a reader that has the list is told so."""
    tag = reader.get(RUNS).headers["etag"]

    assert reader.get(RUNS, headers={"If-None-Match": tag}).status_code == 304


def test_there_is_no_such_run(reader: TestClient) -> None:
    """A run that was not recorded is a problem that names it."""
    assert assert_problem(reader.get(f"{RUNS}/4711"), "unknown-run").detail == "There is no run 4711."
