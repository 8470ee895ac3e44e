"""The theme map in a real browser: drawn, told, opened and narrowed by mouse, by keyboard and without scripts."""

import re
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect

from models.language import ENGLISH, FINNISH
from tests.journeys.accessibility import find_violations, measure_overflow
from tests.journeys.conftest import OpenPage
from tests.journeys.looks import PHONE, Look, rotate_looks

PATHS: Final = ("/map", "/map?theme=1", "/map?area=-1,-1,0,0", "/map?area=0.01,0.01,0.02,0.02")
"""One of each state: whole, narrowed, an area, and nothing found."""

pytestmark = pytest.mark.browser


def _open_map(open_page: OpenPage, look: Look, path: str = "/map") -> tuple[Page, Locator]:
    """Return the page, and the picture once it is drawn."""
    page = open_page(path, look)
    canvas = page.locator("#map-canvas[data-labels]")
    expect(canvas).to_be_visible()
    return page, canvas


@pytest.mark.parametrize(("path", "look"), rotate_looks(PATHS), ids=str)
def test_map_is_accessible(open_page: OpenPage, path: str, look: Look) -> None:
    """Axe finds nothing in any state of the map, and the page never scrolls sideways."""
    page = open_page(path, look)
    if look.has_scripts:
        expect(page.locator("#map-canvas[data-labels]")).to_be_visible()

    assert find_violations(page) == []
    assert measure_overflow(page) == 0


@pytest.mark.parametrize("look", [Look(), Look(width=PHONE, scheme="dark")], ids=str)
def test_every_theme_is_named_on_the_map(open_page: OpenPage, look: Look) -> None:
    """Names find a place for every theme, on a wide screen and on a phone."""
    page, canvas = _open_map(open_page, look)

    n_themes = page.locator("[data-legend=theme] li").count()

    assert n_themes > 0
    expect(canvas).to_have_attribute("data-labels", str(n_themes))


def test_map_is_walked_by_keyboard(open_page: OpenPage) -> None:
    """Arrow keys go from idea to idea and say where one is; Enter opens the idea that was told last."""
    page, canvas = _open_map(open_page, Look(language=ENGLISH))
    said = page.locator("#map-said")

    page.locator("#map-color").focus()
    page.keyboard.press("Tab")
    expect(canvas).to_be_focused()
    expect(said).not_to_be_empty()
    first = said.inner_text()
    for key in ("ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
        if said.inner_text() != first:
            break
    expect(said).not_to_have_text(first)
    title = page.locator("#map-tip a").inner_text()
    assert said.inner_text().startswith(title)
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_escape_puts_the_map_to_rest(open_page: OpenPage) -> None:
    """Escape closes the box that tells of an idea."""
    page, canvas = _open_map(open_page, Look())
    canvas.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#map-tip")).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.locator("#map-tip")).to_be_hidden()


def test_keys_and_buttons_zoom(open_page: OpenPage) -> None:
    """Plus and minus zoom, zero and the button show the whole map again."""
    page, canvas = _open_map(open_page, Look(language=ENGLISH))

    page.get_by_role("button", name="Zoom in").click()
    expect(canvas).to_have_attribute("data-whole", "false")
    page.get_by_role("button", name="Whole map").click()
    expect(canvas).to_have_attribute("data-whole", "true")
    canvas.focus()
    page.keyboard.press("+")
    expect(canvas).to_have_attribute("data-whole", "false")
    page.keyboard.press("0")

    expect(canvas).to_have_attribute("data-whole", "true")


def test_an_area_narrows_the_table(open_page: OpenPage) -> None:
    """Shift and a drag over the left half leave its ideas in the table and in the address; the choice is cleared."""
    page, canvas = _open_map(open_page, Look(language=ENGLISH))
    box = canvas.bounding_box()
    assert box is not None
    n_all = page.locator("#map-table tbody tr").count()

    page.keyboard.down("Shift")
    page.mouse.move(box["x"] + 2, box["y"] + 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] - 2, steps=3)
    page.mouse.up()
    page.keyboard.up("Shift")

    expect(page).to_have_url(re.compile("/map[?]area="))
    expect(page.get_by_text("in the area chosen on the map")).to_be_visible()
    assert 0 < page.locator("#map-table tbody tr").count() < n_all
    page.get_by_role("link", name="Clear the choices").click()
    expect(page.locator("#map-table tbody tr")).to_have_count(n_all)
    expect(page).to_have_url("/map")


def test_an_area_is_chosen_without_dragging(open_page: OpenPage) -> None:
    """After the button two clicks are the corners of an area, for who can't drag."""
    page, canvas = _open_map(open_page, Look(language=ENGLISH))
    box = canvas.bounding_box()
    assert box is not None
    button = page.get_by_role("button", name="Choose an area")

    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    canvas.click(position={"x": 3, "y": 3})
    canvas.click(position={"x": box["width"] / 2, "y": box["height"] - 3})

    expect(page.get_by_text("in the area chosen on the map")).to_be_visible()
    expect(button).to_have_attribute("aria-pressed", "false")


def test_choosing_a_theme_keeps_the_map(open_page: OpenPage) -> None:
    """The form narrows table, status and address without leaving the page."""
    page, _ = _open_map(open_page, Look(language=ENGLISH))
    page.evaluate("document.body.dataset.stayed = 'yes'")

    page.locator("#map-form").get_by_label("Theme").select_option(index=1)

    expect(page).to_have_url(re.compile("/map[?]theme="))
    expect(page.get_by_role("status")).to_have_text(re.compile(" of "))
    expect(page.locator("body")).to_have_attribute("data-stayed", "yes")


def test_pointing_tells_and_clicking_opens(open_page: OpenPage) -> None:
    """The pointer over a mark brings up which idea it is; a click opens it."""
    page, canvas = _open_map(open_page, Look(language=ENGLISH))
    box = canvas.bounding_box()
    assert box is not None
    tip = page.locator("#map-tip")

    for step in range(8, int(box["height"]), 8):  # down the middle, until there is a mark
        for across in range(8, int(box["width"]), 24):
            page.mouse.move(box["x"] + across, box["y"] + step)
            if canvas.get_attribute("data-over") == "link" and tip.is_visible():
                break
        else:
            continue
        break
    title = tip.locator("a").inner_text()
    page.mouse.down()
    page.mouse.up()

    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_colours_tell_regions_when_asked(open_page: OpenPage) -> None:
    """The legend changes with what the colours tell."""
    page, _ = _open_map(open_page, Look(language=ENGLISH))

    page.locator("#map-color").select_option("region")

    expect(page.get_by_role("heading", name="Regions")).to_be_visible()
    expect(page.locator("[data-legend=theme]")).to_be_hidden()


def test_map_page_works_without_scripts(open_page: OpenPage) -> None:
    """Without scripts there is no picture, and the form narrows the same table."""
    page = open_page("/map", Look(language=FINNISH, has_scripts=False))
    n_all = page.locator("#map-table tbody tr").count()

    expect(page.locator("#map")).to_be_hidden()
    page.locator("#theme").select_option(index=1)
    page.locator("#map-form button").click()

    expect(page).to_have_url(re.compile("theme="))
    assert 0 < page.locator("#map-table tbody tr").count() < n_all
