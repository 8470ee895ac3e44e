"""How templates are rendered."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from jinja2 import UndefinedError
from starlette.requests import Request

from models.language import ENGLISH, FINNISH, LANGUAGES, SWEDISH, LanguageCode
from web.templating import TEMPLATES, locate_static, make_environment, render_page, write_lang


def _request(query: str = "") -> Request:
    return Request({"type": "http", "path": "/there", "query_string": query.encode(), "headers": []})


@dataclass(frozen=True)
class _ErrorLike:
    status: int = 404
    title: str = "The page was not found"
    advice: str = ""
    detail: str = ""
    unknown: tuple[()] = ()


def test_a_missing_value_is_an_error() -> None:
    """A template that reads what it was not given fails instead of showing an empty place."""
    with pytest.raises(UndefinedError):
        make_environment(ENGLISH).from_string("{{ page.nothing }}").render(page=object())


def test_texts_are_escaped() -> None:
    """Markup in data is shown, never obeyed."""
    html = make_environment(ENGLISH).from_string("{{ text }}").render(text="<script>")

    assert html == "&lt;script&gt;"


def test_only_texts_in_another_language_are_marked() -> None:
    """The attribute is there where the language differs from the page's, and only there."""
    marks = [str(write_lang(SWEDISH, page_language=page)) for page in (SWEDISH, FINNISH)]

    assert marks == ["", ' lang="sv"']


def test_a_language_code_can_not_break_out_of_its_attribute() -> None:
    """A code that came with the data is escaped like any text."""
    assert '"><b>' not in write_lang(LanguageCode('"><b>'), page_language=FINNISH)


def test_a_language_asked_for_is_remembered() -> None:
    """The cookie is set when the address names a language, and not otherwise."""
    asked = render_page(_request("lang=sv"), "error.html", _ErrorLike())
    silent = render_page(_request(), "error.html", _ErrorLike())

    assert asked.headers["set-cookie"].startswith("kumppani_language=sv; HttpOnly;")
    assert asked.headers["content-language"] == "sv"
    assert "set-cookie" not in silent.headers
    assert "Accept-Language" in silent.headers["vary"]


def test_addresses_of_files_change_with_the_files() -> None:
    """A static file is named with a version made from what is in it."""
    address = locate_static("css/base.css")

    path, version = address.split("?v=")
    assert path == "/static/css/base.css"
    assert len(version) == 10


def test_a_missing_file_is_found_out_at_once() -> None:
    """A page never names a file that is not there."""
    with pytest.raises(FileNotFoundError):
        locate_static("css/nothing.css")


def _list_templates() -> Sequence[str]:
    return sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_compiles(language: LanguageCode) -> None:
    """No template has a mistake in its grammar, and no template is missed by this test."""
    environment = make_environment(language)

    names = [environment.get_template(name).name for name in _list_templates()]

    assert names == _list_templates()
    assert len(names) > 20
