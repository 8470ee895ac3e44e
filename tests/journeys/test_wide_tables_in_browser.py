"""A table wider than its box says so, with a shadow and in words, and only then."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.accessibility import find_violations, measure_overflow
from tests.journeys.conftest import OpenPage
from tests.journeys.looks import DESKTOP, PHONE, Look, Scheme

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/organisations", "/evaluation"])
def test_a_table_that_goes_on_to_the_side_says_so(open_page: OpenPage, path: str, scheme: Scheme) -> None:
    """On a phone, without scripts, the sentence stands in the box; it can be scrolled by keyboard and has a name."""
    page = open_page(path, Look(width=PHONE, scheme=scheme, language="en", has_scripts=False))  # type: ignore[arg-type]
    box = page.locator(".table-scroller").first

    expect(box.get_by_text("The table goes on to the side")).to_be_visible()
    assert "gradient" in box.evaluate("box => getComputedStyle(box).backgroundImage")
    box.focus()
    expect(box).to_be_focused()
    expect(box).to_have_role("region")
    expect(box).to_have_accessible_name(re.compile(r"\w"))
    assert measure_overflow(page) == 0
    assert find_violations(page) == []


def test_a_table_that_fits_says_nothing(open_page: OpenPage) -> None:
    """On a desk there is no hint at a table of few columns, and no room is left for it."""
    page = open_page("/organisations", Look(width=DESKTOP, language="en"))  # type: ignore[arg-type]
    box = page.locator(".table-scroller").first

    assert box.evaluate("box => box.scrollWidth - box.clientWidth") == 0
    expect(box.locator(".table-hint")).to_be_hidden()
    assert box.locator(".table-hint").evaluate("hint => hint.offsetHeight") == 0
