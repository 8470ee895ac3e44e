"""The calendar file of a call reads back as what is known of it."""

from datetime import UTC, date, datetime, time
from typing import Final

import pytest
from icalendar import Calendar, Event
from starlette.testclient import TestClient

from models.call import CALL_TIME_ZONE, Call
from models.language import ENGLISH, FINNISH, LANGUAGES, SWEDISH, LanguageCode
from models.localised_text import LocalisedText
from tests.factories import make_call
from tests.web.reading import read_page
from web.call_calendar import has_calendar, write_calendar

ADDRESS: Final = "https://example.invalid/calls/2019-2"
SUBJECT: Final = LocalisedText("yhteiset, uudet hankkeet", "gemensamma projekt; nya", "joint projects")
WINTER: Final = make_call(
    subject=SUBJECT,
    opens=date(2019, 11, 13),
    closes=date(2019, 12, 19),
    closes_time=time(16, 15),
    recorded=date(2026, 11, 25),
)
SUMMER: Final = make_call(closes=date(2021, 5, 4), closes_time=time(16, 15), recorded=date(2026, 11, 25))
DAY_ONLY: Final = make_call(closes=date(2020, 10, 5), recorded=date(2026, 11, 25))


def read_events(call: Call, language: LanguageCode = ENGLISH) -> list[Event]:
    """Return the events of a call's calendar file, parsed."""
    calendar = Calendar.from_ical(write_calendar(call, language=language, address=ADDRESS))
    assert isinstance(calendar, Calendar)
    return list(calendar.events)


def test_opening_and_closing_are_events() -> None:
    """The opening is a whole day, the closing a moment by the Finnish clock."""
    opening, closing = read_events(WINTER)

    assert (opening.start, opening.end) == (date(2019, 11, 13), date(2019, 11, 14))
    assert closing.start == datetime(2019, 12, 19, 16, 15, tzinfo=CALL_TIME_ZONE)
    assert str(closing["dtstart"].params["TZID"]) == "Europe/Helsinki"


@pytest.mark.parametrize(
    ("call", "moment"),
    [
        (WINTER, datetime(2019, 12, 19, 14, 15, tzinfo=UTC)),
        (SUMMER, datetime(2021, 5, 4, 13, 15, tzinfo=UTC)),
    ],
)
def test_the_closing_is_right_in_winter_and_in_summer(call: Call, moment: datetime) -> None:
    """The file brings its time zone with it, by which 16:15 is the right moment of the world."""
    content = write_calendar(call, language=ENGLISH, address=ADDRESS)

    calendar = Calendar.from_ical(content)
    (zone,) = calendar.walk("VTIMEZONE")
    closing = datetime.combine(moment.date(), time(16, 15))
    assert closing.replace(tzinfo=zone.to_tz()).astimezone(UTC) == moment  # type: ignore[attr-defined]
    assert read_events(call)[-1].start == moment


def test_a_day_without_a_time_is_a_whole_day() -> None:
    """Nothing is made up where the time of day is not known, and no time zone is needed."""
    (closing,) = read_events(DAY_ONLY)

    assert (closing.start, closing.end) == (date(2020, 10, 5), date(2020, 10, 6))
    assert b"VTIMEZONE" not in write_calendar(DAY_ONLY, language=ENGLISH, address=ADDRESS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_events_stay_themselves(language: LanguageCode) -> None:
    """Ids do not depend on language or day, and the stamp is the day the facts were written down."""
    events = read_events(WINTER, language)
    moved = read_events(make_call(opens=date(2019, 11, 14), closes=date(2019, 12, 20)), language)

    assert [str(event["uid"]) for event in events] == ["call-2019-2-opens@kumppani", "call-2019-2-closes@kumppani"]
    assert [event["uid"] for event in moved] == [event["uid"] for event in events]
    assert {event.DTSTAMP for event in events} == {datetime(2026, 11, 25, tzinfo=UTC)}
    assert write_calendar(WINTER, language=language, address=ADDRESS) == write_calendar(
        WINTER, language=language, address=ADDRESS
    )


def test_a_call_without_a_record_is_stamped_with_its_own_day() -> None:
    """Every event has a stamp, also where nobody wrote down when the facts were."""
    (event,) = read_events(make_call(opens=date(2030, 1, 2)))

    assert str(event.DTSTAMP) == "2030-01-02 00:00:00+00:00"


@pytest.mark.parametrize(
    ("language", "summary"),
    [
        (FINNISH, "Haku 2019-2 päättyy: yhteiset, uudet hankkeet"),
        (SWEDISH, "Utlysningen 2019-2 stänger: gemensamma projekt; nya"),
        (ENGLISH, "Call 2019-2 closes: joint projects"),
    ],
)
def test_words_are_in_the_readers_language(language: LanguageCode, summary: str) -> None:
    """The summary survives its commas and semicolons, says its language, and leads to the page."""
    closing = read_events(WINTER, language)[-1]

    assert str(closing["summary"]) == summary
    assert closing["summary"].params["LANGUAGE"] == language
    assert str(closing["url"]) == ADDRESS


@pytest.mark.parametrize(
    ("call", "expected"),
    [(WINTER, True), (DAY_ONLY, True), (make_call(opens=date(2019, 1, 1)), True), (make_call(), False)],
)
def test_only_known_days_make_a_calendar(call: Call, expected: bool) -> None:
    """A call of which no day is known has no calendar."""
    assert has_calendar(call) is expected


def test_the_page_leads_to_the_file(client: TestClient) -> None:
    """The file is of the right kind and name, in the language of the page, and leads back to it."""
    link = read_page(client, "/calls/2019-2", language=SWEDISH).select_one("a[type='text/calendar']")
    assert link is not None

    response = client.get(str(link["href"]))

    assert response.headers["content-type"] == "text/calendar; charset=utf-8"
    assert response.headers["content-disposition"] == 'attachment; filename="kumppani-2019-2.ics"'
    assert response.headers["content-language"] == SWEDISH
    (event, *_) = Calendar.from_ical(response.content).walk("VEVENT")
    assert str(event["url"]) == "http://testserver/calls/2019-2"
    assert str(event["summary"]) == "Utlysningen 2019-2 öppnar: gemensamma projekt"


@pytest.mark.parametrize("path", ["/calls/2022.ics", "/calls/1999.ics"])
def test_no_calendar_is_a_page(client: TestClient, path: str) -> None:
    """Where no day is known, or no such call, there is no file, and the page does not lead to one."""
    assert read_page(client, path, status=404).select("h1")
    assert not read_page(client, "/calls/2022").select("a[type='text/calendar']")
