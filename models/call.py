"""Funding calls: versioned data about one round of grants."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Final, NewType
from zoneinfo import ZoneInfo

from models.language import LanguageCode
from models.localised_text import LocalisedText

CallId = NewType("CallId", str)

CALL_TIME_ZONE: Final = ZoneInfo("Europe/Helsinki")
"""All days and times of calls are by the Finnish clock."""


class CallState(StrEnum):
    """Whether one can apply; `unknown` where what is known of the call does not tell."""

    UPCOMING = "upcoming"
    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A subject that a call does not fund; `part_ids` are the ids of narrower exclusions that it contains."""

    id: str
    term: LocalisedText
    part_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A page that tells of a call: its title in its own `language`, its `address`, and the day we read it."""

    title: str
    language: LanguageCode
    address: str
    read_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What applicants ask, answered in our words from its `sources`; the same `id` in every call it is about."""

    id: str
    question: LocalisedText
    answer: LocalisedText
    sources: tuple[Material, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What is known of one call; None is *not known* and is shown as such.

    Dates are in Finnish time; `projects_end` is a day or a month (`2021-11`); money is euros;
    `aid_share_max` is the largest share of eligible cost that is paid, in (0, 1].
    `funded_subjects` are the ids of exclusions of other calls that are a purpose of this one.
    `contact` is the address of a role, never of a person; `recorded` is the day these facts were written down.
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
    funded_subjects: tuple[str, ...] = ()
    contact: str | None = None
    materials: tuple[Material, ...] = ()
    questions: tuple[Question, ...] = ()
    recorded: date | None = None

    @property
    def last_moment(self) -> datetime | None:
        """The last moment to apply, aware; the end of the last day where its time is not known, None without a day."""
        if self.closes is None:
            return None
        return datetime.combine(self.closes, self.closes_time or time.max, CALL_TIME_ZONE)

    def state_at(self, moment: datetime) -> CallState:
        """Return whether one can apply at an aware moment.

        A call without a time of day closes at the end of its last day; one that has been decided on is closed.
        """
        today = moment.astimezone(CALL_TIME_ZONE).date()
        if self.last_moment is not None and moment > self.last_moment:
            return CallState.CLOSED
        if self.decided is not None and today >= self.decided:
            return CallState.CLOSED
        if self.opens is None:
            return CallState.UNKNOWN
        if today < self.opens:
            return CallState.UPCOMING
        return CallState.UNKNOWN if self.closes is None else CallState.OPEN
