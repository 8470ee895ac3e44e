"""Front page, search, ideas and error pages in a real browser: accessible to all, narrow or wide, by keyboard."""

from typing import Final

import pytest
from playwright.sync_api import Page, expect

from models.language import ENGLISH, FINNISH, SWEDISH
from tests.journeys.accessibility import find_violations, measure_overflow
from tests.journeys.conftest import OpenPage
from tests.journeys.looks import ALL_LOOKS, DESKTOP, PHONE, Look, rotate_looks

PATHS: Final = (
    "/",
    "/search",
    "/search?q=koulukyydit",
    "/search?q=programrobot+i+l%C3%B6ner%C3%A4kning&language=fi",
    "/search?q=koulukyydit&region=21&size=over_100000",
    "/search?q=%3F%21",
    "/ideas",
    "/ideas?sort=title&page=2",
    "/ideas/1",
    "/ideas/2",
    "/partners",
    "/partners?text=koulukyytien+reitit&lead=Kuhmo",
    "/partners?text=%3F%21&lead=Kuhmoo",
    "/eligibility",
    "/eligibility?text=Asemakaavat+koneluettaviksi&call=2019-2",
    "/eligibility?text=%3F%21",
    "/organisations",
    "/organisations/290",
    "/organisations/unresolved",
    "/projects",
    "/projects/evaka-4pack",
    "/themes",
    "/themes/1",
    "/cooperation",
    "/calls",
    "/calls/2019-2",
    "/calls/2022",
    "/map",
    "/runs",
    "/runs/2",
    "/method",
    "/model",
    "/evaluation",
    "/evaluation/register",
    "/how-suggestions-are-made",
    "/about-the-data",
    "/accessibility",
    "/api",
    "/no-such-page",
    "/search?size=enormous",
)
"""One of each state: asked and not asked, found and not found, unreadable, first and last page, errors."""

SMALLEST_TARGET: Final = 24  # CSS pixels, WCAG 2.2 SC 2.5.8

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("path", "look"), rotate_looks(PATHS), ids=str)
def test_pages_are_accessible(open_page: OpenPage, path: str, look: Look) -> None:
    """Axe finds nothing in any state of a page, and no page scrolls sideways."""
    page = open_page(path, look)

    assert find_violations(page) == []
    assert measure_overflow(page) == 0


@pytest.mark.soak
@pytest.mark.parametrize("look", ALL_LOOKS, ids=str)
@pytest.mark.parametrize("path", PATHS)
def test_pages_are_accessible_in_every_look(open_page: OpenPage, path: str, look: Look) -> None:
    """Axe finds nothing in any state of a page in any look: width, language, colours, with and without scripts."""
    page = open_page(path, look)

    assert find_violations(page) == []
    assert measure_overflow(page) == 0


def test_axe_finds_what_is_wrong(open_page: OpenPage) -> None:
    """A field that loses its label is found, so the tests above can fail."""
    page = open_page("/", Look())

    page.evaluate("document.querySelector('label[for=q]').remove()")

    assert any(line.startswith("label: <textarea") for line in find_violations(page))


def test_the_front_page_is_searched_by_keyboard(open_page: OpenPage) -> None:
    """Tab leads past the skip link to the field; Return searches; the first idea is reached and opened by keyboard."""
    page = open_page("/", Look(language=ENGLISH))

    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_attribute("name", "q")
    page.keyboard.type("koulukyydit")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/search?q=koulukyydit")
    _tab_to(page, page.locator(".card__link").first.inner_text())
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Similar ideas")).to_be_visible()


def test_filters_swap_the_results_and_the_address(open_page: OpenPage) -> None:
    """Choosing a filter replaces results, address, status and language links without leaving the page."""
    page = open_page("/search?q=koulu", Look(language=ENGLISH))
    page.evaluate("document.body.dataset.stayed = 'yes'")

    page.get_by_label("Language of the idea").select_option("sv")

    expect(page).to_have_url("/search?q=koulu&language=sv")
    expect(page.locator("body")).to_have_attribute("data-stayed", "yes")
    expect(page.locator("#results .card__title a:not([lang=sv])")).to_have_count(0)
    expect(page.get_by_role("status")).not_to_be_empty()
    expect(page.get_by_role("link", name="Suomi")).to_have_attribute("href", "/search?q=koulu&language=sv&lang=fi")


def test_going_back_brings_the_earlier_results(open_page: OpenPage) -> None:
    """The browser's way back undoes a filter, with the whole page in place."""
    page = open_page("/search?q=koulu", Look(language=ENGLISH))
    before = page.locator("#results-title").inner_text()
    page.get_by_label("Language of the idea").select_option("sv")
    expect(page).to_have_url("/search?q=koulu&language=sv")

    page.go_back()

    expect(page.locator("#results-title")).to_have_text(before)
    expect(page.get_by_role("banner")).to_be_visible()


def test_search_works_without_scripts(open_page: OpenPage) -> None:
    """Without scripts the form and its filters are sent with the button, and the same is found."""
    page = open_page("/search?q=koulu", Look(language=FINNISH, has_scripts=False))

    page.get_by_label("Idean kieli").select_option("sv")
    page.get_by_role("button", name="Rajaa").click()

    expect(page.get_by_label("Idean kieli")).to_have_value("sv")
    expect(page.locator("#results .card__title a:not([lang=sv])")).to_have_count(0)


def test_the_menu_unfolds_on_a_phone(open_page: OpenPage) -> None:
    """On a phone the menu is folded until asked for; the languages are always there."""
    page = open_page("/ideas", Look(width=PHONE, language=SWEDISH))
    menu = page.get_by_role("navigation", name="Huvudmeny")
    expect(menu.get_by_role("link", name="Kommuner")).to_be_hidden()

    menu.get_by_text("Meny", exact=True).click()

    expect(menu.get_by_role("link", name="Kommuner")).to_be_visible()
    expect(page.get_by_role("link", name="Suomi")).to_be_visible()


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("path", ["/", "/search?q=koulukyydit", "/ideas/1"])
def test_targets_are_large_enough(open_page: OpenPage, path: str, width: int) -> None:
    """Links and controls that stand alone are at least 24 pixels each way."""
    page = open_page(path, Look(width=width))

    small = page.evaluate(
        """least => [...document.querySelectorAll('a, button, select, textarea, summary')]
            .filter(each => each.checkVisibility() && getComputedStyle(each).display !== 'inline')
            .map(each => [each.outerHTML.slice(0, 120), each.getBoundingClientRect()])
            .filter(([, box]) => box.width > 1 && (box.width < least || box.height < least))
            .map(([html]) => html)""",
        SMALLEST_TARGET,
    )

    assert small == []


def test_the_focus_is_always_seen(open_page: OpenPage) -> None:
    """Whatever Tab reaches on the search page is outlined, itself or the card around it."""
    page = open_page("/search?q=koulukyydit", Look())

    for _ in range(25):
        page.keyboard.press("Tab")
        outlined = page.evaluate(
            """() => {
                const marks = element => getComputedStyle(element).outlineStyle !== 'none';
                const focused = document.activeElement;
                const skip = focused.matches('.ds-skip-link');
                return skip || marks(focused) || [...document.querySelectorAll('.card')].some(
                    card => card.contains(focused) && marks(card));
            }"""
        )
        assert outlined, page.locator(":focus").evaluate("element => element.outerHTML")


def _tab_to(page: Page, text: str) -> None:
    """Press Tab until the element with the text has the focus; fail after going far beyond the page's controls."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.locator(":focus").inner_text() == text:
            return
    pytest.fail(f"Tab never reached {text!r}")
