"""Eligibility through the API."""

import pytest
from starlette.testclient import TestClient

from tests.web.problem_shape import assert_problem
from web.app import create_app
from web.wiring import Services

QUESTIONS = ("/api/v1/eligibility?text=Rakennuslupa+haetaan+verkossa.", "/api/v1/ideas/1/eligibility")


@pytest.mark.parametrize("path", QUESTIONS)
def test_every_call_has_a_verdict(reader: TestClient, path: str) -> None:
    """All calls are there by id, and calls whose exclusions are not known are to be checked."""
    answer = reader.get(path).json()

    verdicts = {call["call_id"]: call["verdict"] for call in answer["calls"]}
    assert list(verdicts) == ["2019-1", "2019-2", "2022"]
    assert verdicts["2019-1"] == verdicts["2022"] == "check"
    assert answer["is_ready"] is True


def test_a_text_can_be_asked_about_for_one_call(reader: TestClient) -> None:
    """Only that call is told of; one that is not there is refused with those that are."""
    wish = {"text": "Kaavoitus ja tontit."}

    calls = reader.get("/api/v1/eligibility", params={**wish, "call": "2019-2"}).json()["calls"]
    refused = reader.get("/api/v1/eligibility", params={**wish, "call": "2050"})

    assert [call["call_id"] for call in calls] == ["2019-2"]
    assert refused.status_code == 422
    assert "2019-1, 2019-2" in refused.json()["detail"]


def test_a_text_is_answered_with_rule_sentence_and_source(reader: TestClient) -> None:
    """What speaks against it can be read and looked up."""
    text = "Kaavoitus, rakennusluvat, tontit ja maankäyttö."

    calls = reader.get("/api/v1/eligibility", params={"text": text}).json()["calls"]

    found = next(call for call in calls if call["call_id"] == "2019-2")
    assert found["verdict"] == "does_not_fit"
    assert found["findings"] == [
        {
            "kind": "exclusion",
            "rule": "built_environment",
            "rule_text": {"fi": "rakennettu ympäristö", "sv": "byggd miljö", "en": "rakennettu ympäristö"},
            "bearing": "about",
            "sentence": text,
            "place": 0,
            "words": ["Kaavoitus", "rakennusluvat", "tontit", "maankäyttö"],
            "source": "https://example.invalid/2019-2",
        },
        {
            "kind": "needs_another_municipality",
            "rule": None,
            "rule_text": None,
            "bearing": "about",
            "sentence": None,
            "place": None,
            "words": [],
            "source": "https://finlex.fi/fi/laki/ajantasa/2019/20190893",
        },
    ]


def test_one_call_can_be_asked_for(reader: TestClient) -> None:
    """Only that call is answered, as it is among all."""
    every = reader.get("/api/v1/ideas/1/eligibility").json()
    one = reader.get("/api/v1/ideas/1/eligibility?call=2019-2").json()

    assert one["calls"] == [call for call in every["calls"] if call["call_id"] == "2019-2"]
    assert one["fitting_calls"] == every["fitting_calls"]


@pytest.mark.parametrize(
    ("path", "kind", "parameter"),
    [
        ("/api/v1/ideas/4711/eligibility", "unknown-idea", None),
        ("/api/v1/ideas/1/eligibility?call=1999", "unknown-call", None),
        ("/api/v1/eligibility?text=%3F!", "empty-query", "text"),
        ("/api/v1/eligibility", "invalid-request", "text"),
        ("/api/v1/eligibility?text=" + 5001 * "a", "invalid-request", "text"),
    ],
)
def test_what_can_not_be_asked_is_a_problem(reader: TestClient, path: str, kind: str, parameter: str | None) -> None:
    """Each mistake has its own kind of problem."""
    assert_problem(reader.get(path), kind, parameter=parameter)


@pytest.mark.parametrize("path", QUESTIONS)
def test_while_the_model_loads_nothing_is_read(services: Services, path: str) -> None:
    """The answer says that it is not ready instead of giving a verdict."""
    answer = TestClient(create_app(services)).get(path).json()

    assert answer == {"is_ready": False, "fitting_calls": [], "calls": []}
