"""What is left of a call is said in words that are right at the moment they are written."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.call import CALL_TIME_ZONE, Call, CallState
from models.language import ENGLISH, FINNISH, LANGUAGES, SWEDISH, LanguageCode
from tests.factories import make_call
from web.countdown import (
    CLOSED,
    DECIDED,
    TO_APPLY,
    TO_CLOSING,
    TO_OPENING,
    Countdown,
    count_down,
    is_ticking,
    write_past,
    write_span,
)

WINTER: Final = make_call(opens=date(2019, 11, 13), closes=date(2019, 12, 19), closes_time=time(16, 15))
SUMMER: Final = make_call(opens=date(2021, 2, 18), closes=date(2021, 5, 4), closes_time=time(16, 15))
DAYS_ONLY: Final = make_call(opens=date(2019, 11, 13), closes=date(2019, 12, 19))
MINUTE: Final = timedelta(minutes=1)
_UNIT_MINUTES: Final = {"day": 24 * 60, "hour": 60, "minute": 1}


def look(call: Call, moment: datetime, language: LanguageCode = ENGLISH) -> tuple[str, str]:
    """Return the label and the words of a countdown."""
    countdown = count_down(call, moment, language=language)
    assert countdown is not None
    return countdown.label, countdown.words


@pytest.mark.parametrize(
    ("call", "moment", "expected"),
    [
        (WINTER, datetime(2019, 11, 10, 22, 0, tzinfo=UTC), (TO_OPENING, "2 days")),
        (WINTER, datetime(2019, 11, 12, 21, 59, tzinfo=UTC), (TO_OPENING, "1 day")),
        (WINTER, datetime(2019, 12, 16, 10, 0, tzinfo=UTC), (TO_APPLY, "3 days 4 hours")),
        (WINTER, datetime(2019, 12, 19, 14, 14, tzinfo=UTC), (TO_APPLY, "1 minute")),
        (WINTER, datetime(2019, 12, 19, 14, 14, 1, tzinfo=UTC), (TO_APPLY, "less than a minute")),
        (WINTER, datetime(2019, 12, 19, 14, 15, tzinfo=UTC), (TO_APPLY, "less than a minute")),
        (WINTER, datetime(2019, 12, 19, 14, 15, 1, tzinfo=UTC), (CLOSED, "today")),
        (SUMMER, datetime(2021, 5, 4, 13, 14, tzinfo=UTC), (TO_APPLY, "1 minute")),
        (SUMMER, datetime(2021, 5, 4, 13, 15, 1, tzinfo=UTC), (CLOSED, "today")),
        (DAYS_ONLY, datetime(2019, 12, 18, 10, 0, tzinfo=UTC), (TO_APPLY, "1 day")),
        (DAYS_ONLY, datetime(2019, 12, 19, 21, 59, tzinfo=UTC), ("", "Today is the last day.")),
        (DAYS_ONLY, datetime(2019, 12, 19, 22, 0, tzinfo=UTC), (CLOSED, "1 day ago")),
        (make_call(closes=date(2019, 12, 19)), datetime(2019, 12, 9, 12, tzinfo=UTC), (TO_CLOSING, "10 days")),
        (make_call(decided=date(2022, 6, 16)), datetime(2026, 11, 25, tzinfo=UTC), (DECIDED, "4 years ago")),
    ],
)
def test_states_change_at_the_minute(call: Call, moment: datetime, expected: tuple[str, str]) -> None:
    """Before it opens, while it is open, in its last minute, and after: each has its words, winter and summer."""
    assert look(call, moment) == expected


def test_hours_are_those_that_really_pass() -> None:
    """Over the night when clocks are put forward one hour less is left than the clock faces say."""
    moment = datetime(2021, 3, 27, 16, 15, tzinfo=CALL_TIME_ZONE)

    left = count_down(make_call(closes=date(2021, 3, 28), closes_time=time(16, 15)), moment, language=ENGLISH)

    assert left is not None
    assert left.words == "23 hours"


@pytest.mark.parametrize("call", [make_call(), make_call(opens=date(2019, 1, 1))])
def test_nothing_is_said_where_nothing_is_known(call: Call) -> None:
    """A call of unknown end has no countdown."""
    assert count_down(call, datetime(2020, 1, 1, tzinfo=UTC), language=ENGLISH) is None


@pytest.mark.parametrize(
    ("language", "left", "gone"),
    [
        (FINNISH, "3 päivää 4 tuntia", "6 vuotta sitten"),
        (SWEDISH, "3 dygn 4 timmar", "för 6 år sedan"),
        (ENGLISH, "3 days 4 hours", "6 years ago"),
    ],
)
def test_words_are_in_the_readers_language(language: LanguageCode, left: str, gone: str) -> None:
    """Spans and past days are said in three languages."""
    assert look(WINTER, datetime(2019, 12, 16, 10, 0, tzinfo=UTC), language)[1] == left
    assert look(WINTER, datetime(2026, 11, 25, tzinfo=UTC), language)[1] == gone


@pytest.mark.parametrize(
    ("day", "today", "words"),
    [
        (date(2019, 12, 19), date(2019, 12, 19), "today"),
        (date(2019, 12, 31), date(2020, 1, 1), "1 day ago"),
        (date(2020, 1, 31), date(2020, 2, 29), "29 days ago"),
        (date(2019, 12, 19), date(2020, 1, 19), "1 month ago"),
        (date(2019, 12, 19), date(2020, 12, 18), "11 months ago"),
        (date(2020, 2, 29), date(2021, 2, 28), "11 months ago"),
        (date(2019, 12, 19), date(2020, 12, 19), "1 year ago"),
        (date(2019, 12, 19), date(2026, 12, 18), "6 years ago"),
    ],
)
def test_past_days_are_counted_by_the_calendar(day: date, today: date, words: str) -> None:
    """Years and months are whole ones of the calendar."""
    assert write_past(day, today, language=ENGLISH) == words


def test_only_known_minutes_tick() -> None:
    """A countdown ticks towards a moment that is known to the minute and lies ahead."""
    ahead, behind = datetime(2019, 12, 1, tzinfo=UTC), datetime(2020, 1, 1, tzinfo=UTC)

    assert is_ticking(count_down(WINTER, ahead, language=ENGLISH))
    assert not is_ticking(count_down(WINTER, behind, language=ENGLISH))
    assert not is_ticking(count_down(DAYS_ONLY, ahead, language=ENGLISH))
    assert not is_ticking(None)


@given(st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=4000)))
def test_a_span_is_told_in_two_units_and_never_too_long(span: timedelta) -> None:
    """The words read back are at most the span, and less than one of their smaller unit short of it."""
    words = write_span(span, ENGLISH)

    told = [(int(value.replace(",", "")), unit) for value, unit in re.findall(r"([\d,]+) (day|hour|minute)", words)]
    minutes = sum(value * _UNIT_MINUTES[unit] for value, unit in told)
    slack = 60 if span >= timedelta(days=1) else 1
    assert len(told) <= 2
    assert timedelta(0) <= span - minutes * MINUTE < slack * MINUTE


@given(
    st.datetimes(datetime(2019, 1, 1), datetime(2023, 1, 1)).map(lambda naive: naive.replace(tzinfo=UTC)),  # noqa: DTZ001
    st.sampled_from([WINTER, SUMMER, DAYS_ONLY, make_call(decided=date(2020, 1, 1)), make_call()]),
    st.sampled_from(LANGUAGES),
)
def test_words_agree_with_the_state(moment: datetime, call: Call, language: LanguageCode) -> None:
    """What is left is said of open calls, what is past of closed ones; nothing is counted down that lies behind."""
    countdown = count_down(call, moment, language=language)

    state = call.state_at(moment)
    if countdown is None:
        assert state is CallState.UNKNOWN
        return
    assert (countdown.label in (CLOSED, DECIDED)) is (state is CallState.CLOSED)
    assert (countdown.label == TO_OPENING) is (state is CallState.UPCOMING)
    assert countdown.until is None or countdown.until >= moment
    assert isinstance(countdown, Countdown)
    assert countdown.words
    assert "-" not in countdown.words
