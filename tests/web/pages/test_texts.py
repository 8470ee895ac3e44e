"""The pages of text say what they have to, in three languages, with headings in order and links that lead somewhere."""

from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from matcher.relevance import MEANING_WEIGHT, START, WORDING_WEIGHT, WORDS_WEIGHT
from models.language import ENGLISH, FINNISH, LANGUAGES, SWEDISH, LanguageCode
from tests.web.reading import read_page, read_text
from web.app import create_app
from web.formatting import Formatter
from web.wiring import Services

PATHS = ("/method", "/model", "/how-suggestions-are-made", "/about-the-data", "/accessibility")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PATHS)
def test_headings_are_in_order_and_contents_lead_to_them(client: TestClient, path: str, language: LanguageCode) -> None:
    """One first heading, then second ones, each with its entry in the contents."""
    page = read_page(client, path, language=language)

    levels = [heading.name for heading in page.select("main h1, main h2, main h3, main h4")]
    assert levels[0] == "h1"
    assert set(levels[1:]) == {"h2"}
    targets = [str(link["href"])[1:] for link in page.select(".contents a")]
    assert targets == [heading["id"] for heading in page.select(".prose h2[id]")]


@pytest.mark.parametrize("path", PATHS)
def test_texts_are_translated(client: TestClient, path: str) -> None:
    """No paragraph or heading reads the same in two languages."""
    said = [
        {read_text(part) for part in read_page(client, path, language=language).select(".prose p:not(.formula), h2")}
        for language in LANGUAGES
    ]

    assert said[0].isdisjoint(said[1])
    assert said[0].isdisjoint(said[2])
    assert said[1].isdisjoint(said[2])


def test_method_has_its_formulas_with_the_constants_in_use(client: TestClient) -> None:
    """The formulas are text, with the weights that search really uses, and the model is named."""
    page = read_page(client, "/method")

    formulas = [read_text(formula).replace(" ", "") for formula in page.select(".formula")]
    assert "similarity(a,b)=a·b" in formulas
    assert "v′=(v−mk)/|v−mk|" in formulas
    points = f"points={START:g}+{MEANING_WEIGHT:g}·meaning+{WORDS_WEIGHT:g}·words²+{WORDING_WEIGHT:g}·wording²"
    assert points.replace("-", "−") in [formula.replace("-", "−") for formula in formulas]
    assert "fake-encoder" in read_text(page.select_one(".prose"))


def test_numbers_in_formulas_are_written_as_the_language_does(client: TestClient) -> None:
    """A Finnish page has decimal commas in its formulas, an English one points."""
    finnish, english = (
        {read_text(formula) for formula in read_page(client, "/method", language=language).select(".formula")}
        for language in (FINNISH, ENGLISH)
    )

    written = Formatter(FINNISH).number(START)
    assert any(written in formula for formula in finnish)
    assert "," in written
    assert not any(written in formula for formula in english)


def test_data_are_counted_and_attributed(client: TestClient) -> None:
    """The page says how many ideas illustrate, names the sources with their licence, and what is not known."""
    text = read_text(read_page(client, "/about-the-data").select_one(".prose"))

    assert "3 ideas were written to show" in text
    assert "2 ideas were imported" in text
    assert all(
        source in text for source in ("Statistics Finland", "National Land Survey of Finland", "Sotkanet", "CC BY 4.0")
    )
    assert "maturity model" in text


def test_privacy_names_the_only_cookie(client: TestClient) -> None:
    """The cookie that the page names is the one that is set, and it is set when a language is chosen."""
    named = read_page(client, "/about-the-data").select_one("#privacy ~ p code")
    chosen = client.get("/method", params={"lang": "sv"})

    assert [read_text(named)] == list(chosen.cookies)


@pytest.mark.parametrize(
    ("language", "site"),
    [
        (FINNISH, "www.saavutettavuusvaatimukset.fi"),
        (SWEDISH, "www.tillganglighetskrav.fi"),
        (ENGLISH, "www.webaccessibility.fi"),
    ],
)
def test_statement_names_the_authority_in_the_readers_language(
    client: TestClient, language: LanguageCode, site: str
) -> None:
    """The statement links the act and the site of the supervisory authority."""
    page = read_page(client, "/accessibility", language=language)

    assert page.select_one(f"main a[href='https://{site}']")
    assert page.select_one("main a[href^='https://finlex.fi/']")


def test_statement_takes_the_address_of_the_installation(services: Services) -> None:
    """Feedback goes to the address in the settings, a placeholder where none is set, and never as markup."""
    own = services.settings.model_copy(update={"accessibility_address": "palaute@<b>.invalid"})
    placeholder = read_page(TestClient(create_app(services)), "/accessibility")
    chosen = read_page(TestClient(create_app(replace(services, settings=own))), "/accessibility")

    assert placeholder.select_one("a[href='mailto:saavutettavuus@example.invalid']")
    assert chosen.select_one("a[href='mailto:palaute@<b>.invalid']")
    assert not chosen.select("main b")
