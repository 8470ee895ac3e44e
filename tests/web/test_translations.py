"""Which language a reader gets, and how catalogues are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request

from models.language import ENGLISH, FINNISH, LANGUAGES, SWEDISH, LanguageCode
from web.translations import LANGUAGE_COOKIE, choose_language, load_translations


def _request(*, query: str = "", cookie: str = "", accept: str | None = None) -> Request:
    headers = [(b"cookie", f"{LANGUAGE_COOKIE}={cookie}".encode())] if cookie else []
    if accept is not None:
        headers.append((b"accept-language", accept.encode()))
    return Request({"type": "http", "path": "/", "query_string": query.encode(), "headers": headers})


def test_the_address_goes_before_the_choice_made_and_the_browser() -> None:
    """What the address asks for wins over the cookie, the cookie over the browser."""
    everything = _request(query="lang=en", cookie="sv", accept="fi")
    remembered = _request(cookie="sv", accept="fi")

    assert choose_language(everything) == ENGLISH
    assert choose_language(remembered) == SWEDISH


@pytest.mark.parametrize(
    ("accept", "language"),
    [
        ("sv-FI,sv;q=0.9,en;q=0.8", SWEDISH),
        ("en-GB", ENGLISH),
        ("de, sv;q=0.5", SWEDISH),
        ("en;q=0.3, fi;q=0.7", FINNISH),
        ("sv;q=0, en;q=0.1", ENGLISH),
        ("de", FINNISH),
        ("*", FINNISH),
        ("", FINNISH),
        ("sv;q=much", FINNISH),
    ],
)
def test_the_browser_is_asked_by_weight(accept: str, language: LanguageCode) -> None:
    """The best of our languages that the browser wants is taken, and Finnish where it wants none of them."""
    assert choose_language(_request(accept=accept)) == language


def test_a_language_we_do_not_speak_is_not_taken() -> None:
    """An address or a cookie with another language changes nothing."""
    assert choose_language(_request(query="lang=de", cookie="xx", accept="sv")) == SWEDISH


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126)))
def test_no_header_breaks_the_choice(accept: str) -> None:
    """Whatever a browser sends, one of our languages comes out."""
    assert choose_language(_request(accept=accept)) in LANGUAGES


def test_messages_are_translated() -> None:
    """Finnish and Swedish catalogues speak; English is what the messages are written in."""
    words = [load_translations(language).gettext("Municipalities") for language in LANGUAGES]

    assert words == ["Kunnat", "Kommuner", "Municipalities"]


def test_numbers_choose_their_form() -> None:
    """One is singular, none and many are plural."""
    finnish = load_translations(FINNISH)

    forms = [finnish.ngettext("idea", "ideas", number) for number in (0, 1, 2)]

    assert forms == ["ideaa", "idea", "ideaa"]
