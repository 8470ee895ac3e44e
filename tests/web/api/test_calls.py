"""Calls through the API."""

from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient

from tests.web.api.walking import walk
from tests.web.clock import pass_time
from tests.web.problem_shape import assert_problem

CALLS = "/api/v1/calls"


def test_gets_a_call(reader: TestClient) -> None:
    """A call has its dates, shares and exclusions in three languages."""
    call = reader.get(f"{CALLS}/2019-2").json()

    assert call["subject"] == {"fi": "yhteishankkeet", "sv": "gemensamma projekt", "en": "joint projects"}
    assert (call["opens"], call["closes"], call["closes_time"]) == ("2019-11-13", "2019-12-19", "16:15")
    assert call["aid_share_max"] == 0.85
    assert call["exclusions"] == [
        {
            "id": "built_environment",
            "term": {"fi": "rakennettu ympäristö", "sv": "byggd miljö", "en": "rakennettu ympäristö"},
            "part_ids": [],
        }
    ]


def test_a_range_has_a_least_and_a_most(reader: TestClient) -> None:
    """The range of the grants is in euros."""
    grants = reader.get(f"{CALLS}/2019-1").json()["grant_range_eur"]

    assert grants == {"least_eur": 11_900, "most_eur": 2_000_000}


def test_what_is_not_known_is_null(reader: TestClient) -> None:
    """Of a call of which nothing is known, nothing is claimed."""
    call = reader.get(f"{CALLS}/2022").json()

    assert call["exclusions"] == []
    assert call["exclusions_known"] is False
    known = {name for name, value in call.items() if value not in (None, [], False)}
    assert known == {"id", "subject", "joint_only", "state"}
    assert call["state"] == "unknown"


def test_questions_and_materials_come_with_their_sources(reader: TestClient) -> None:
    """A call has its questions in three languages, its materials with language and day, and its calendar file."""
    first, second = (reader.get(f"{CALLS}/{call_id}").json() for call_id in ("2019-1", "2019-2"))

    assert first["materials"][1] == {
        "title": "Understöd 2019",
        "language": "sv",
        "address": "https://example.invalid/sv/2019",
        "read_on": "2026-11-25",
    }
    (question,) = second["questions"]
    assert question["answer"] == {
        "fi": "Vähintään 15 prosenttia.",
        "sv": "Minst 15 procent.",
        "en": "At least 15 per cent.",
    }
    assert question["sources"][0]["address"] == "https://example.invalid/asetus"
    assert second["calendar"] == "/calls/2019-2.ics"
    assert (second["recorded"], second["contact"], second["funded_subjects"]) == ("2026-11-25", None, [])


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        (datetime(2019, 11, 12, 21, 59, tzinfo=UTC), "upcoming"),
        (datetime(2019, 12, 19, 14, 15, tzinfo=UTC), "open"),
        (datetime(2019, 12, 19, 14, 15, 1, tzinfo=UTC), "closed"),
    ],
)
def test_the_state_follows_the_clock(reader: TestClient, moment: datetime, state: str) -> None:
    """Whether one can apply is that of the moment of the answer."""
    with pass_time(reader, moment):
        assert reader.get(f"{CALLS}/2019-2").json()["state"] == state


def test_lists_calls(reader: TestClient) -> None:
    """The list has every call once, by id."""
    assert [call["id"] for call in walk(reader, CALLS, limit=1)] == ["2019-1", "2019-2", "2022"]


def test_there_is_no_such_call(reader: TestClient) -> None:
    """A call that does not exist is a problem that names it."""
    assert "'1999'" in assert_problem(reader.get(f"{CALLS}/1999"), "unknown-call").detail
