"""The command that shows the calls, to people and to programs."""

import json
from datetime import UTC, date, datetime, time

from models.call import CallId
from models.language import SWEDISH
from models.localised_text import LocalisedText
from tests.factories import make_call
from tests.web.cli.conftest import Command
from web.cli.calls import tabulate_calls


def test_calls_answer_people_and_programs(kumppani: Command) -> None:
    """The table has every call with what is known; the JSON of each is that of the API."""
    kumppani("init")

    people, programs = kumppani("calls", "--language", "sv"), json.loads(kumppani("calls", "--json").out)

    assert "2021-05-04 16:15" in people.out
    assert "Byggd miljö; digital säkerhet" in people.out
    assert [call["id"] for call in programs] == ["2019-1", "2019-2", "2020", "2021", "2022"]
    assert {call["state"] for call in programs} == {"closed"}
    assert all(call["questions"] and call["materials"] for call in programs)


def test_an_unknown_language_is_wrong_usage(kumppani: Command) -> None:
    """A language that does not exist is refused in one sentence."""
    outcome = kumppani("calls", "--language", "no")

    assert outcome.code == 2
    assert "fi, sv, en" in outcome.err


def test_what_can_be_applied_for_comes_first() -> None:
    """The open call comes before the one that closed, and what is not known stays empty."""
    known = [
        make_call(id=CallId("2019"), closes=date(2019, 9, 19)),
        make_call(
            id=CallId("2030"),
            subject=LocalisedText("uusi", "ny"),
            opens=date(2030, 1, 1),
            closes=date(2030, 5, 4),
            closes_time=time(16, 15),
            n_granted=0,
        ),
    ]

    table = tabulate_calls(known, datetime(2030, 2, 1, tzinfo=UTC), language=SWEDISH)

    columns = {str(column.header): list(column.cells) for column in table.columns}
    assert columns["Call"] == ["2030", "2019"]
    assert columns["State"] == ["open", "closed"]
    assert columns["Closes"] == ["2030-05-04 16:15", "2019-09-19"]
    assert columns["Grants"] == ["0", ""]
    assert columns["Subject"][0] == "ny"
