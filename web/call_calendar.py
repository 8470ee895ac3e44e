"""The days of a call as a calendar file (RFC 5545)."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from icalendar import Calendar, Event

from models.call import Call
from models.language import LanguageCode
from models.version import SOFTWARE_VERSION
from web.translations import N_, load_translations

MEDIA_TYPE: Final = "text/calendar; charset=utf-8"
OPENS: Final = N_("Call %(id)s opens: %(subject)s")
CLOSES: Final = N_("Call %(id)s closes: %(subject)s")
_DETAILS: Final = N_("In the words of Kumppani. The page of the call leads to what is official.")


def has_calendar(call: Call) -> bool:
    """Return whether a call has a day that can be put into a calendar."""
    return call.opens is not None or call.closes is not None


def write_calendar(call: Call, *, language: LanguageCode, address: str) -> bytes:
    """Return the calendar file of a call in one language; `address` is that of its page.

    A day without a known time is an event of the whole day. The same facts always give the same file: who takes it
    again gets the same events, told by their ids, and newer facts replace older ones by their stamp.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//Kumppani//Kumppani {SOFTWARE_VERSION}//{language.upper()}")
    calendar.add("version", "2.0")
    if call.opens is not None:
        calendar.add_component(_make_event(call, OPENS, call.opens, language=language, address=address))
    if call.closes is not None:
        start = call.closes if call.closes_time is None else call.last_moment or call.closes
        calendar.add_component(_make_event(call, CLOSES, start, language=language, address=address))
        calendar.add_missing_timezones(
            first_date=date(call.closes.year, 1, 1), last_date=date(call.closes.year + 1, 1, 1)
        )
    content: bytes = calendar.to_ical()
    return content


def _make_event(call: Call, message: str, start: date, *, language: LanguageCode, address: str) -> Event:
    """Return one event: a moment, or a day from its beginning to its end."""
    translations = load_translations(language)
    # A call that does not say when it was written down is stamped with its own day: a stamp there has to be.
    stamped_on = call.recorded or call.closes or call.opens or start
    event = Event()
    event.add("uid", f"call-{call.id}-{'opens' if message is OPENS else 'closes'}@kumppani")
    event.add("dtstamp", datetime.combine(stamped_on, time.min, UTC))
    event.add("dtstart", start)
    if not isinstance(start, datetime):
        event.add("dtend", start + timedelta(days=1))
    words = {"id": call.id, "subject": call.subject.in_language(language)}
    event.add("summary", translations.gettext(message) % words, parameters={"LANGUAGE": language})
    event.add("description", translations.gettext(_DETAILS), parameters={"LANGUAGE": language})
    event.add("url", address)
    event.add("transp", "TRANSPARENT")  # a deadline takes nobody's time
    return event
