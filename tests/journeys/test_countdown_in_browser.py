"""The countdown in a real browser: the script says what the server says, from minute to minute, and in silence."""

from datetime import UTC, datetime, timedelta
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from models.language import ENGLISH, LANGUAGES, LanguageCode
from tests.journeys.conftest import OpenPage
from tests.journeys.looks import Look
from web.countdown import write_span

NOW: Final = datetime(2030, 5, 1, 10, 0, tzinfo=UTC)
SPANS: Final = (
    timedelta(days=1200, hours=1),
    timedelta(days=3, hours=4, minutes=59),
    timedelta(days=1),
    timedelta(hours=4, minutes=12),
    timedelta(hours=1),
    timedelta(minutes=1, seconds=1),
    timedelta(seconds=59),
)

pytestmark = pytest.mark.browser


def start_counting(page: Page, moments: list[datetime]) -> None:
    """Put countdowns to some moments on a page and start the script on them, as a page with open calls does."""
    page.clock.install(time=NOW - timedelta(minutes=1))  # from then on it runs, and can only be stopped later
    page.clock.pause_at(NOW)
    page.evaluate(
        """async moments => {
            for (const moment of moments) {
                const timer = document.createElement("strong");
                timer.setAttribute("role", "timer");
                Object.assign(timer.dataset, { until: moment, nearly: "nearly", over: "over" });
                document.querySelector("main").append(timer);
            }
            await import("/static/js/countdown.js");
        }""",
        [moment.isoformat() for moment in moments],
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_script_says_what_the_server_says(open_page: OpenPage, language: LanguageCode) -> None:
    """Every span reads the same from the server and from the script, in each language."""
    page = open_page("/calls", Look(language=language))

    start_counting(page, [NOW + span for span in SPANS])

    nearly = {write_span(timedelta(0), each): "nearly" for each in LANGUAGES}
    said = [_plain(text) for text in page.get_by_role("timer").all_inner_texts()]
    written = [write_span(span, language) for span in SPANS]
    assert said == [nearly.get(words, _plain(words)) for words in written]


def test_minutes_go_by(open_page: OpenPage) -> None:
    """The words change when a minute has passed, and say so when the time is up."""
    page = open_page("/calls", Look(language=ENGLISH))
    start_counting(page, [NOW + timedelta(minutes=2, seconds=30)])
    timer = page.get_by_role("timer")
    expect(timer).to_have_text("2 minutes")

    for seconds, words in ((29, "2 minutes"), (2, "1 minute"), (60, "nearly"), (60, "over")):
        page.clock.run_for(seconds * 1000)
        expect(timer).to_have_text(words)


def _plain(text: str) -> str:
    """Return a text with one kind of space: browsers and the server space thousands differently."""
    return " ".join(text.split())
