"""Calls as programs see them."""

from datetime import date, datetime
from typing import Final

from pydantic import BaseModel, Field

from models.call import Call, CallState, Exclusion, Material, Question
from models.language import FINNISH
from models.localised_text import LocalisedText
from web.api.paging import Page
from web.api.schemas.names import LocalisedName, describe_name
from web.call_calendar import has_calendar


class ExclusionAnswer(BaseModel):
    """A subject that a call does not fund."""

    id: str = Field(description="Stays the same from call to call.", examples=["built_environment"])
    term: LocalisedName = Field(description="What is not funded, in our words.")
    part_ids: list[str] = Field(description="Ids of narrower exclusions that this one contains.")


class GrantRange(BaseModel):
    """The smallest and the largest grant of a call."""

    least_eur: int = Field(description="Euros of the smallest grant.")
    most_eur: int = Field(description="Euros of the largest grant.")


class MaterialAnswer(BaseModel):
    """A page that tells of a call."""

    title: str = Field(description="Its title, in its own language.")
    language: str = Field(description="Code of that language.", examples=["fi"])
    address: str = Field(description="Where it is.")
    read_on: date | None = Field(description="When we read it.")


class QuestionAnswer(BaseModel):
    """What applicants ask, and the answer."""

    id: str = Field(description="The same in every call it is about.", examples=["own-share"])
    question: LocalisedName = Field(description="The question, in our words.")
    answer: LocalisedName = Field(description="The answer, in our words.")
    sources: list[MaterialAnswer] = Field(description="What the answer rests on.")


class CallAnswer(BaseModel):
    """What is known of one call; null is not known. Dates and times are Finnish."""

    id: str = Field(description="Year and number; stays the same.", examples=["2019-2"])
    subject: LocalisedName = Field(description="What the call was about, in our words.")
    state: CallState = Field(
        description="Whether one can apply at the moment of the answer; `unknown` where what is known does not tell."
    )
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
    funded_subjects: list[str] = Field(
        description="Ids of exclusions of other calls that are a purpose of this one.", examples=[["built_environment"]]
    )
    contact: str | None = Field(description="Address of the role that answers questions; never of a person.")
    materials: list[MaterialAnswer] = Field(description="Where this is published; the official word is there.")
    questions: list[QuestionAnswer] = Field(description="Questions and answers.")
    calendar: str | None = Field(
        description="Path of its days as a calendar file (RFC 5545); null where no day is known.",
        examples=["/calls/2019-2.ics"],
    )
    recorded: date | None = Field(description="When these facts were written down.")


class CallPage(Page[CallAnswer]):
    """A page of calls, by id."""


def describe_call(call: Call, moment: datetime) -> CallAnswer:
    """Return a call as it is at a moment."""
    return CallAnswer(
        id=call.id,
        subject=describe_name(call.subject),
        state=call.state_at(moment),
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
        funded_subjects=list(call.funded_subjects),
        contact=call.contact,
        materials=[_describe_material(material) for material in call.materials],
        questions=[_describe_question(question) for question in call.questions],
        calendar=f"/calls/{call.id}.ics" if has_calendar(call) else None,
        recorded=call.recorded,
    )


def _describe_note(note: LocalisedText | None) -> LocalisedName | None:
    """Return a note in all languages, None for none."""
    return None if note is None else describe_name(note)


def _describe_range(grants: tuple[int, int] | None) -> GrantRange | None:
    """Return the smallest and the largest grant."""
    return None if grants is None else GrantRange(least_eur=grants[0], most_eur=grants[1])


def _describe_exclusion(exclusion: Exclusion) -> ExclusionAnswer:
    """Return what is not funded."""
    return ExclusionAnswer(id=exclusion.id, term=describe_name(exclusion.term), part_ids=list(exclusion.part_ids))


def _describe_material(material: Material) -> MaterialAnswer:
    """Return a page that tells of a call."""
    return MaterialAnswer(
        title=material.title, language=material.language, address=material.address, read_on=material.read_on
    )


def _describe_question(question: Question) -> QuestionAnswer:
    """Return a question with its answer."""
    return QuestionAnswer(
        id=question.id,
        question=describe_name(question.question),
        answer=describe_name(question.answer),
        sources=[_describe_material(source) for source in question.sources],
    )


_MATERIAL_EXAMPLE: Final = MaterialAnswer(
    title="Haku", language=FINNISH, address="https://example.org/haku", read_on=date(2026, 11, 25)
)
CALL_EXAMPLE: Final = CallAnswer(
    id="2019-2",
    subject=LocalisedName(
        fi="digitalisaation yhteishankkeet",
        sv="gemensamma projekt för digitalisering",
        en="joint digitalisation projects",
    ),
    state=CallState.CLOSED,
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
            part_ids=[],
        )
    ],
    exclusions_known=True,
    funded_subjects=[],
    contact=None,
    materials=[_MATERIAL_EXAMPLE],
    questions=[
        QuestionAnswer(
            id="own-share",
            question=LocalisedName(
                fi="Kuinka suuri omarahoituksen on oltava?",
                sv="Hur stor ska självfinansieringen vara?",
                en="How large must the own share be?",
            ),
            answer=LocalisedName(fi="Vähintään 15 prosenttia.", sv="Minst 15 procent.", en="At least 15 per cent."),
            sources=[_MATERIAL_EXAMPLE],
        )
    ],
    calendar="/calls/2019-2.ics",
    recorded=date(2026, 11, 25),
)
CALL_PAGE_EXAMPLE: Final = CallPage(items=[CALL_EXAMPLE], next=None)
