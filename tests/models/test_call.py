"""Whether one can apply for a call, from what is known of it."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from models.call import Call, CallState
from tests.factories import make_call

WHOLE = make_call(opens=date(2019, 11, 13), closes=date(2019, 12, 19), closes_time=time(16, 15))
SUMMER = make_call(opens=date(2021, 2, 18), closes=date(2021, 5, 4), closes_time=time(16, 15))
DAY_ONLY = make_call(opens=date(2019, 11, 13), closes=date(2019, 12, 19))


@pytest.mark.parametrize(
    ("call", "moment", "state"),
    [
        (WHOLE, datetime(2019, 11, 12, 21, 59, tzinfo=UTC), CallState.UPCOMING),
        (WHOLE, datetime(2019, 11, 12, 22, 0, tzinfo=UTC), CallState.OPEN),
        (WHOLE, datetime(2019, 12, 19, 14, 15, tzinfo=UTC), CallState.OPEN),
        (WHOLE, datetime(2019, 12, 19, 14, 15, 1, tzinfo=UTC), CallState.CLOSED),
        (SUMMER, datetime(2021, 2, 17, 22, 0, tzinfo=UTC), CallState.OPEN),
        (SUMMER, datetime(2021, 5, 4, 13, 15, tzinfo=UTC), CallState.OPEN),
        (SUMMER, datetime(2021, 5, 4, 13, 16, tzinfo=UTC), CallState.CLOSED),
        (DAY_ONLY, datetime(2019, 12, 19, 21, 59, tzinfo=UTC), CallState.OPEN),
        (DAY_ONLY, datetime(2019, 12, 19, 22, 0, tzinfo=UTC), CallState.CLOSED),
    ],
)
def test_the_window_is_in_finnish_time(call: Call, moment: datetime, state: CallState) -> None:
    """A call opens and closes by the Finnish clock, at the end of its last day where no time is known."""
    assert call.state_at(moment) is state


@pytest.mark.parametrize(
    ("call", "state"),
    [
        (make_call(), CallState.UNKNOWN),
        (make_call(closes=date(2020, 10, 5)), CallState.UNKNOWN),
        (make_call(opens=date(2019, 1, 1)), CallState.UNKNOWN),
        (make_call(opens=date(2021, 2, 18)), CallState.UPCOMING),
        (make_call(decided=date(2020, 1, 1)), CallState.CLOSED),
        (make_call(decided=date(2020, 1, 2)), CallState.UNKNOWN),
        (make_call(closes=date(2019, 12, 31)), CallState.CLOSED),
    ],
)
def test_what_is_not_known_is_not_guessed(call: Call, state: CallState) -> None:
    """Without both ends of the window nobody knows that a call is open; one decided on is closed."""
    assert call.state_at(datetime(2020, 1, 1, 12, tzinfo=UTC)) is state


@pytest.mark.parametrize(
    ("call", "last"),
    [
        (WHOLE, datetime(2019, 12, 19, 14, 15, tzinfo=UTC)),
        (SUMMER, datetime(2021, 5, 4, 13, 15, tzinfo=UTC)),
        (DAY_ONLY, datetime(2019, 12, 19, 22, 0, tzinfo=UTC) - timedelta(microseconds=1)),
        (make_call(), None),
    ],
)
def test_the_last_moment_is_told_by_the_finnish_clock(call: Call, last: datetime | None) -> None:
    """16:15 is two hours ahead of UTC in winter and three in summer; without a time it is the end of the day."""
    assert call.last_moment == last
