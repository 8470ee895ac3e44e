"""How long one can still apply for a call, or how long ago it closed, in words.

The words are right when the page is made. Where they change by the minute, `js/countdown.js` keeps them so; both take
the names of the units from CLDR.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from models.call import CALL_TIME_ZONE, Call, CallState
from models.language import LanguageCode
from web.formatting import Formatter
from web.translations import N_, load_translations

TO_OPENING: Final = N_("Time until it opens:")
TO_APPLY: Final = N_("Time left to apply:")
TO_CLOSING: Final = N_("Time until it closes:")
CLOSED: Final = N_("It closed")
DECIDED: Final = N_("The grants were decided")
_MINUTES_A_DAY: Final = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Countdown:
    """What is left: `label` is a message to be translated, empty where `words` are a whole sentence.

    `until` is the aware moment that is counted down to, None where it is not known to the minute or lies behind.
    """

    words: str
    label: str = ""
    until: datetime | None = None


def is_ticking(countdown: Countdown | None) -> bool:
    """Return whether what is left changes by the minute."""
    return countdown is not None and countdown.until is not None


def count_down(call: Call, moment: datetime, *, language: LanguageCode) -> Countdown | None:
    """Return what is left of a call at an aware moment, or how long ago it ended; None where nothing is known of it."""
    state = call.state_at(moment)
    today = moment.astimezone(CALL_TIME_ZONE).date()
    formatter = Formatter(language)
    if state is CallState.CLOSED:
        return _look_back(call, moment, language)
    if state is CallState.UPCOMING and call.opens is not None:
        return Countdown(label=TO_OPENING, words=formatter.amount((call.opens - today).days, "day"))
    if call.last_moment is None or call.closes is None:
        return None
    label = TO_APPLY if state is CallState.OPEN else TO_CLOSING
    if call.closes_time is not None:
        words = write_span(call.last_moment.astimezone(UTC) - moment.astimezone(UTC), language)
        return Countdown(label=label, words=words, until=call.last_moment)
    n_days = (call.closes - today).days
    if n_days == 0:
        return Countdown(words=load_translations(language).gettext("Today is the last day."))
    return Countdown(label=label, words=formatter.amount(n_days, "day"))


def write_span(span: timedelta, language: LanguageCode) -> str:
    """Return a span of time in its two largest units, whole minutes that have not yet passed.

    Examples
    --------
    >>> write_span(timedelta(days=3, hours=4, minutes=59), "en"), write_span(timedelta(seconds=59), "en")
    ('3 days 4 hours', 'less than a minute')
    """
    n_minutes = span // timedelta(minutes=1)
    if n_minutes < 1:
        return load_translations(language).gettext("less than a minute")
    formatter = Formatter(language)
    n_days, rest = divmod(n_minutes, _MINUTES_A_DAY)
    n_hours, n_minutes = divmod(rest, 60)
    larger, smaller = ((n_days, "day"), (n_hours, "hour")) if n_days else ((n_hours, "hour"), (n_minutes, "minute"))
    return " ".join(formatter.amount(value, unit) for value, unit in (larger, smaller) if value)  # type: ignore[arg-type]


def _look_back(call: Call, moment: datetime, language: LanguageCode) -> Countdown | None:
    """Return how long ago a call closed, or was decided where its closing is not known."""
    today = moment.astimezone(CALL_TIME_ZONE).date()
    if call.closes is not None and call.closes <= today:
        return Countdown(label=CLOSED, words=write_past(call.closes, today, language=language))
    if call.decided is not None:
        return Countdown(label=DECIDED, words=write_past(call.decided, today, language=language))
    return None


def write_past(day: date, today: date, *, language: LanguageCode) -> str:
    """Return how long ago a day was, in whole years, months or days of the calendar.

    Examples
    --------
    >>> write_past(date(2019, 12, 19), date(2026, 12, 18), language="en")
    '6 years ago'
    """
    translations = load_translations(language)
    n_months = 12 * (today.year - day.year) + today.month - day.month - (today.day < day.day)
    n_years, n_days = n_months // 12, (today - day).days
    if n_years:
        words = translations.ngettext("%(count)s year ago", "%(count)s years ago", n_years)
    elif n_months:
        words = translations.ngettext("%(count)s month ago", "%(count)s months ago", n_months)
    elif n_days:
        words = translations.ngettext("%(count)s day ago", "%(count)s days ago", n_days)
    else:
        words = translations.gettext("today")
    return words % {"count": Formatter(language).number(n_years or n_months or n_days)}
