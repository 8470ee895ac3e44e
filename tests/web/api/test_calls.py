"""Calls through the API."""

from starlette.testclient import TestClient

from tests.web.api.walking import walk
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
    assert known == {"id", "subject", "joint_only"}


def test_lists_calls(reader: TestClient) -> None:
    """The list has every call once, by id."""
    assert [call["id"] for call in walk(reader, CALLS, limit=1)] == ["2019-1", "2019-2", "2022"]


def test_there_is_no_such_call(reader: TestClient) -> None:
    """A call that does not exist is a problem that names it."""
    assert "'1999'" in assert_problem(reader.get(f"{CALLS}/1999"), "unknown-call").detail
