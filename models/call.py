"""Funding calls: versioned data about one round of grants."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Final, NewType
from zoneinfo import ZoneInfo

from models.localised_text import LocalisedText

CallId = NewType("CallId", str)

_TIME_ZONE: Final = ZoneInfo("Europe/Helsinki")


class CallState(StrEnum):
    """Whether one can apply; `unknown` where what is known of the call does not tell."""

    UPCOMING = "upcoming"
    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A subject that a call does not fund."""

    id: str
    term: LocalisedText


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What is known of one call; None is *not known* and is shown as such.

    Dates are in Finnish time; `projects_end` is a day or a month (`2021-11`); money is euros;
    `aid_share_max` is the largest share of eligible cost that is paid, in (0, 1].
    """

    id: CallId
    subject: LocalisedText
    joint_only: bool
    opens: date | None = None
    opens_note: LocalisedText | None = None
    closes: date | None = None
    closes_time: time | None = None
    decided: date | None = None
    projects_end: str | None = None
    aid_share_max: float | None = None
    n_ideas_before: int | None = None
    workshop: date | None = None
    n_applications: int | None = None
    applications_note: LocalisedText | None = None
    n_granted: int | None = None
    granted_note: LocalisedText | None = None
    granted_eur: int | None = None
    grant_range_eur: tuple[int, int] | None = None
    purposes: tuple[LocalisedText, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    exclusions_known: bool = False
    sources: tuple[str, ...] = ()

    def state_at(self, moment: datetime) -> CallState:
        """Return whether one can apply at an aware moment.

        A call without a time of day closes at the end of its last day; one that has been decided on is closed.
        """
        here = moment.astimezone(_TIME_ZONE)
        if self.closes is not None and here > datetime.combine(self.closes, self.closes_time or time.max, _TIME_ZONE):
            return CallState.CLOSED
        if self.decided is not None and here.date() >= self.decided:
            return CallState.CLOSED
        if self.opens is None:
            return CallState.UNKNOWN
        if here.date() < self.opens:
            return CallState.UPCOMING
        return CallState.UNKNOWN if self.closes is None else CallState.OPEN
