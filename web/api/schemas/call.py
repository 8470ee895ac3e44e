"""Calls as programs see them."""

from datetime import date
from typing import Final

from pydantic import BaseModel, Field

from models.call import Call, Exclusion
from models.localised_text import LocalisedText
from web.api.paging import Page
from web.api.schemas.names import LocalisedName, describe_name


class ExclusionAnswer(BaseModel):
    """A subject that a call does not fund."""

    id: str = Field(description="Stays the same from call to call.", examples=["built_environment"])
    term: LocalisedName = Field(description="What is not funded, in our words.")


class GrantRange(BaseModel):
    """The smallest and the largest grant of a call."""

    least_eur: int = Field(description="Euros of the smallest grant.")
    most_eur: int = Field(description="Euros of the largest grant.")


class CallAnswer(BaseModel):
    """What is known of one call; null is not known. Dates and times are Finnish."""

    id: str = Field(description="Year and number; stays the same.", examples=["2019-2"])
    subject: LocalisedName = Field(description="What the call was about, in our words.")
    joint_only: bool = Field(description="Whether only joint projects may apply.")
    opens: date | None = Field(description="First day of applications.")
    opens_note: LocalisedName | None = Field(description="What is known of the opening where the day is not.")
    closes: date | None = Field(description="Last day of applications.")
    closes_time: str | None = Field(
        pattern=r"^[0-9]{2}:[0-9]{2}$",
        description="Time of that day until which applications are taken.",
        examples=["16:15"],
    )
    decided: date | None = Field(description="When the grants were decided.")
    projects_end: str | None = Field(description="When projects must have ended: a day or a month (`2021-11`).")
    aid_share_max: float | None = Field(gt=0, le=1, description="Largest share of eligible cost that is paid.")
    n_ideas_before: int | None = Field(description="How many ideas were handed in before the call.")
    workshop: date | None = Field(description="Day of the workshop before the call.")
    n_applications: int | None = Field(description="How many applications there were.")
    applications_note: LocalisedName | None = Field(description="What has to be known of that number.")
    n_granted: int | None = Field(description="How many applications got a grant.")
    granted_note: LocalisedName | None = Field(description="What has to be known of that number.")
    granted_eur: int | None = Field(description="Euros granted in all.")
    grant_range_eur: GrantRange | None = Field(description="The smallest and the largest grant.")
    purposes: list[LocalisedName] = Field(description="What the call funds, in our words.")
    exclusions: list[ExclusionAnswer] = Field(description="What it does not fund, as far as known.")
    exclusions_known: bool = Field(
        description="Whether the exclusions are known; where false, an empty list says nothing."
    )
    sources: list[str] = Field(description="Where this is published.")


class CallPage(Page[CallAnswer]):
    """A page of calls, by id."""


def describe_call(call: Call) -> CallAnswer:
    """Return a call."""
    return CallAnswer(
        id=call.id,
        subject=describe_name(call.subject),
        joint_only=call.joint_only,
        opens=call.opens,
        opens_note=_describe_note(call.opens_note),
        closes=call.closes,
        closes_time=None if call.closes_time is None else f"{call.closes_time:%H:%M}",
        decided=call.decided,
        projects_end=call.projects_end,
        aid_share_max=call.aid_share_max,
        n_ideas_before=call.n_ideas_before,
        workshop=call.workshop,
        n_applications=call.n_applications,
        applications_note=_describe_note(call.applications_note),
        n_granted=call.n_granted,
        granted_note=_describe_note(call.granted_note),
        granted_eur=call.granted_eur,
        grant_range_eur=_describe_range(call.grant_range_eur),
        purposes=[describe_name(purpose) for purpose in call.purposes],
        exclusions=[_describe_exclusion(exclusion) for exclusion in call.exclusions],
        exclusions_known=call.exclusions_known,
        sources=list(call.sources),
    )


def _describe_note(note: LocalisedText | None) -> LocalisedName | None:
    """Return a note in all languages, None for none."""
    return None if note is None else describe_name(note)


def _describe_range(grants: tuple[int, int] | None) -> GrantRange | None:
    """Return the smallest and the largest grant."""
    return None if grants is None else GrantRange(least_eur=grants[0], most_eur=grants[1])


def _describe_exclusion(exclusion: Exclusion) -> ExclusionAnswer:
    """Return what is not funded."""
    return ExclusionAnswer(id=exclusion.id, term=describe_name(exclusion.term))


CALL_EXAMPLE: Final = CallAnswer(
    id="2019-2",
    subject=LocalisedName(
        fi="digitalisaation yhteishankkeet",
        sv="gemensamma projekt för digitalisering",
        en="joint digitalisation projects",
    ),
    joint_only=True,
    opens=date(2019, 11, 13),
    opens_note=None,
    closes=date(2019, 12, 19),
    closes_time="16:15",
    decided=None,
    projects_end="2021-11",
    aid_share_max=0.85,
    n_ideas_before=133,
    workshop=date(2019, 9, 27),
    n_applications=None,
    applications_note=None,
    n_granted=None,
    granted_note=None,
    granted_eur=None,
    grant_range_eur=None,
    purposes=[],
    exclusions=[
        ExclusionAnswer(
            id="built-environment",
            term=LocalisedName(fi="rakennettu ympäristö", sv="byggd miljö", en="built environment"),
        )
    ],
    exclusions_known=True,
    sources=["https://example.org/haku"],
)
CALL_PAGE_EXAMPLE: Final = CallPage(items=[CALL_EXAMPLE], next=None)
