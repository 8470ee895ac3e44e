"""Calls are listed, and the page of each says what is known of it, what is not, and where the official word is."""

from datetime import UTC, date, datetime, time
from typing import Final

import pytest
from starlette.testclient import TestClient

from models.audit_event import AuditEvent
from models.call import CallId
from models.eligibility import Eligibility, Finding, RuleKind, Verdict
from models.language import ENGLISH, FINNISH, LANGUAGES, SWEDISH, LanguageCode
from tests.factories import AT, make_call
from tests.web.clock import pass_time
from tests.web.reading import read_facts, read_page, read_text
from web.app import create_app
from web.formatting import Formatter
from web.pages.calls import count_verdicts, write_closing
from web.wiring import Services

NOW: Final = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "states"),
    [
        (FINNISH, ["Ei tiedossa", "Päättynyt", "Päättynyt"]),
        (SWEDISH, ["Inte känt", "Avslutad", "Avslutad"]),
        (ENGLISH, ["Not known", "Closed", "Closed"]),
    ],
)
def test_calls_are_listed_with_their_state(client: TestClient, language: LanguageCode, states: list[str]) -> None:
    """Calls are grouped by their state, closed ones the newest first, and each says its state."""
    with pass_time(client, NOW):
        page = read_page(client, "/calls", language=language)

    entries = page.select("main li:has(h3)")
    assert [str(entry.h3.a["href"]) for entry in entries if entry.h3 and entry.h3.a] == [
        "/calls/2022",
        "/calls/2019-2",
        "/calls/2019-1",
    ]
    assert [read_text(entry.select_one(".ds-tag")) for entry in entries] == states
    assert [read_text(heading) for heading in page.select("main section > h2")][:2] == states[:2]


def test_an_open_call_comes_first(client: TestClient) -> None:
    """While a call can be applied for it leads the list, with what is left, and the page keeps counting."""
    with pass_time(client, datetime(2019, 12, 16, 10, 0, tzinfo=UTC)):
        page = read_page(client, "/calls")

    assert [read_text(heading) for heading in page.select("main section > h2")][:2] == ["Open", "Not known"]
    assert read_text(page.select_one(".countdown")) == "Time left to apply: 3 days 4 hours"
    assert page.select_one("script[src*='countdown.js'][type=module]")


@pytest.mark.parametrize(
    ("moment", "state", "left", "says"),
    [
        (datetime(2019, 11, 12, 21, 59, tzinfo=UTC), "Not yet open", "Time until it opens: 1 day", "can be made from"),
        (datetime(2019, 11, 12, 22, 0, tzinfo=UTC), "Open", "Time left to apply: 36 days 16 hours", "have to be in"),
        (datetime(2019, 12, 19, 14, 14, tzinfo=UTC), "Open", "Time left to apply: 1 minute", "have to be in"),
        (datetime(2019, 12, 19, 14, 16, tzinfo=UTC), "Closed", "It closed today.", "can no longer be applied for"),
        (NOW, "Closed", "It closed 6 years ago.", "can no longer be applied for"),
    ],
)
def test_the_page_of_a_call_follows_the_clock(
    client: TestClient, moment: datetime, state: str, left: str, says: str
) -> None:
    """State, countdown and sentence change together, to the minute; only a minute that is known ticks."""
    with pass_time(client, moment):
        page = read_page(client, "/calls/2019-2")

    assert read_text(page.select_one(".page-tags .ds-tag")) == state
    assert read_text(page.select_one(".countdown")) == left
    assert says in read_text(page.select_one(".ds-alert"))
    assert bool(page.select("script[src*='countdown.js']")) is (state == "Open")
    assert [timer["data-until"] for timer in page.select("[role=timer]")] == (
        ["2019-12-19T16:15:00+02:00"] if state == "Open" else []
    )


def test_what_is_left_is_not_announced(client: TestClient) -> None:
    """A countdown never speaks by itself: a timer is silent, and nothing around it is a live region."""
    with pass_time(client, datetime(2019, 12, 1, tzinfo=UTC)):
        timer = read_page(client, "/calls/2019-2").select_one("[role=timer]")

    assert timer is not None
    assert not [each for each in (timer, *timer.parents) if each.get("aria-live") or each.get("role") == "status"]


def test_unknown_figures_are_said_to_be_unknown(client: TestClient) -> None:
    """A figure that nobody published is not shown as zero."""
    facts = read_facts(read_page(client, "/calls").select("main li:has(h3)")[1])

    assert facts == {
        "Closes": "19 December 2019",
        "Applications": "51",
        "Grants": "not known",
        "Granted in all": "not known",
    }


@pytest.mark.parametrize(
    ("language", "closing", "month"),
    [
        (FINNISH, "19.12.2019 klo 16.15", "marraskuu 2021"),
        (SWEDISH, "19.12.2019 kl. 16.15", "november 2021"),
        (ENGLISH, "19 December 2019 at 16:15", "November 2021"),
    ],
)
def test_window_is_told_to_the_minute(client: TestClient, language: LanguageCode, closing: str, month: str) -> None:
    """The end of a call has its time of day as the reader's language writes it."""
    page = read_page(client, "/calls/2019-2", language=language)

    assert closing in read_text(page.select_one("main .ds-alert"))
    assert {closing, month} <= set(read_facts(page).values())


def test_page_shows_what_is_known(client: TestClient) -> None:
    """Money, counts and days are shown, and what is not known says so."""
    facts = read_facts(read_page(client, "/calls/2019-1"))

    assert facts == {
        "Opens": "early August 2019",
        "Closes": "19 September 2019 (time of day not known)",
        "Decided": "21 November 2019",
        "Projects end by": "30 November 2021",
        "Largest share of the cost that is paid": "85%",
        "Applications": "185",
        "Grants": "41",
        "Granted in all": "not known",
        "Size of one grant": "€11,900 – €2,000,000",
    }


def test_closed_call_says_so(client: TestClient) -> None:
    """The page of a past call says that it can no longer be applied for."""
    assert "can no longer be applied for" in read_text(read_page(client, "/calls/2019-2").select_one(".ds-alert"))


def test_exclusions_have_their_terms_and_unknown_ones_say_so(client: TestClient) -> None:
    """Exclusions are listed where they are known, and not known is not the same as none."""
    known = read_page(client, "/calls/2019-2", language=SWEDISH).select_one("section[aria-labelledby=exclusions]")
    unknown = read_page(client, "/calls/2019-1").select_one("section[aria-labelledby=exclusions]")

    assert known is not None
    assert [read_text(term) for term in known.select("li")] == ["byggd miljö"]
    assert "Not known" in read_text(unknown)


def test_materials_have_language_and_day(client: TestClient) -> None:
    """Each material is a link in its own language, which is said, with the day it was read where that is known."""
    materials = read_page(client, "/calls/2019-1").select("section[aria-labelledby=materials] li")

    assert [read_text(each) for each in materials] == [
        "Avustus 2019 Finnish",
        "Understöd 2019 Swedish, read on 25 November 2026",
    ]
    assert [str(each.a["lang"]) for each in materials if each.a] == ["fi", "sv"]


def test_questions_have_answers_and_sources(client: TestClient) -> None:
    """A question opens to its answer in the reader's language, with a link to what it rests on."""
    question = read_page(client, "/calls/2019-2", language=SWEDISH).select_one("details#question-own-share")

    assert question is not None
    assert read_text(question.summary) == "Vilken är självfinansieringen?"
    assert "Minst 15 procent." in read_text(question)
    assert [str(link["href"]) for link in question.select("a")] == ["https://example.invalid/asetus"]


@pytest.mark.parametrize("section", ["questions", "materials", "purposes", "exclusions"])
def test_unknown_parts_say_so(client: TestClient, section: str) -> None:
    """A call of which little is known says of each part that it is not known."""
    page = read_page(client, "/calls/2022")

    assert "Not known" in read_text(page.select_one(f"section[aria-labelledby={section}]"))


def test_an_unknown_contact_leads_to_the_official_page(client: TestClient) -> None:
    """No address is made up, and no official is named: the reader is led to the ministry's own page."""
    contact = read_page(client, "/calls/2019-1").select_one("section[aria-labelledby=contact]")

    assert contact is not None
    assert "not known here" in read_text(contact)
    assert [str(link["href"]) for link in contact.select("a")] == ["https://example.invalid/2019"]


def test_a_known_contact_is_a_role_address(services: Services) -> None:
    """Where the address of a role is known, it is shown as a link."""
    call = make_call(id=CallId("2030"), contact="kirjaamo@example.invalid")
    with services.database.writing() as stores:
        stores.calls.put([call])
        stores.audit.add(AuditEvent(at=AT, actor="test", action="calls.changed", subject="calls"))
    services.keeper.refresh()

    page = read_page(TestClient(create_app(services)), "/calls/2030")

    assert page.select_one("a[href='mailto:kirjaamo@example.invalid']")


@pytest.mark.parametrize(("call_id", "who"), [("2019-1", "alone, or several"), ("2019-2", "at least two")])
def test_who_may_apply_is_told(client: TestClient, call_id: str, who: str) -> None:
    """Only some calls take an application of a single municipality."""
    section = read_page(client, f"/calls/{call_id}").select_one("section[aria-labelledby=applicants]")

    assert who in read_text(section)


def test_calls_are_compared_in_tables(client: TestClient) -> None:
    """Both tables have a caption and headers both ways, and say what is not known."""
    tables = read_page(client, "/calls").select("section[aria-labelledby=compare] table")

    assert all(table.caption and table.select("thead th[scope=col]") for table in tables)
    what_for, subjects = (
        [[read_text(cell) for cell in row.select("th, td")] for row in table.select("tr")] for table in tables
    )
    assert ["2019-2", "management by information", "rakennettu ympäristö"] in what_for
    assert ["2022", "not known", "not known"] in what_for
    assert subjects == [
        ["Subject", "2019-1", "2019-2", "2022"],
        ["rakennettu ympäristö", "Not known", "Left outside", "Not known"],
    ]


def test_ideas_of_a_call_are_listed(client: TestClient) -> None:
    """A call leads to the ideas made for it, each marked with its language, and says that they illustrate."""
    section = read_page(client, "/calls/2019-2").select_one("section[aria-labelledby=ideas]")

    assert section is not None
    assert [(link["href"], link["lang"]) for link in section.select("a")] == [("/ideas/1", "fi"), ("/ideas/2", "sv")]
    assert "no municipality has proposed them" in read_text(section)


@pytest.mark.parametrize("language", LANGUAGES)
def test_unknown_call_is_a_page(client: TestClient, language: LanguageCode) -> None:
    """A call that does not exist gives a page with status 404 in the reader's language."""
    page = read_page(client, "/calls/1999", language=language, status=404)

    assert page.html is not None
    assert page.html["lang"] == language


@pytest.mark.parametrize(
    ("closes", "closes_time", "written"),
    [(None, None, ""), (date(2020, 10, 5), None, "5.10.2020"), (date(2021, 5, 4), time(16, 15), "4.5.2021 klo 16.15")],
)
def test_closing_is_written_as_far_as_it_is_known(closes: date | None, closes_time: time | None, written: str) -> None:
    """The end of a call is a day with a time, a day, or nothing."""
    call = make_call(closes=closes, closes_time=closes_time)

    assert write_closing(call, Formatter(FINNISH)) == written


def test_what_is_only_not_excluded_is_counted_apart() -> None:
    """The counts say what the page of each idea says, from what fits to what does not; what is said of none is none."""
    purpose = Finding(kind=RuleKind.PURPOSE, rule="1")
    readings = [
        Eligibility(call_id=CallId("2019-2"), verdict=Verdict.DOES_NOT_FIT),
        Eligibility(call_id=CallId("2019-2"), verdict=Verdict.FITS),
        Eligibility(call_id=CallId("2019-2"), verdict=Verdict.FITS, purposes=(purpose,)),
        Eligibility(call_id=CallId("2019-2"), verdict=Verdict.FITS),
    ]

    assert [(each.label, each.n_ideas) for each in count_verdicts(readings)] == [
        ("Fits", 1),
        ("Not excluded", 2),
        ("Does not fit", 1),
    ]
