"""Calls are listed, and the page of each says what is known of it, what is not, and where the official word is."""

from datetime import date, time

import pytest
from starlette.testclient import TestClient

from models.language import ENGLISH, FINNISH, LANGUAGES, SWEDISH, LanguageCode
from tests.factories import make_call
from tests.web.reading import read_facts, read_page, read_text
from web.formatting import Formatter
from web.pages.calls import write_closing


@pytest.mark.parametrize(
    ("language", "states"),
    [
        (FINNISH, ["Ei tiedossa", "Päättynyt", "Päättynyt"]),
        (SWEDISH, ["Inte känt", "Avslutad", "Avslutad"]),
        (ENGLISH, ["Not known", "Closed", "Closed"]),
    ],
)
def test_calls_are_listed_with_their_state(client: TestClient, language: LanguageCode, states: list[str]) -> None:
    """The newest call comes first, and past ones say that they are closed."""
    page = read_page(client, "/calls", language=language)

    entries = page.select("main li:has(h2)")
    assert [str(entry.h2.a["href"]) for entry in entries if entry.h2 and entry.h2.a] == [
        "/calls/2022",
        "/calls/2019-2",
        "/calls/2019-1",
    ]
    assert [read_text(entry.select_one(".ds-tag")) for entry in entries] == states


def test_unknown_figures_are_said_to_be_unknown(client: TestClient) -> None:
    """A figure that nobody published is not shown as zero."""
    facts = read_facts(read_page(client, "/calls").select("main li:has(h2)")[1])

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


def test_sources_are_links_where_they_can_be_opened(client: TestClient) -> None:
    """A source that is an address is a link, another is named."""
    sources = read_page(client, "/calls/2019-1").select("section[aria-labelledby=sources] li")

    assert [bool(source.a) for source in sources] == [True, False]


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
