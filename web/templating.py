"""Renders templates in the reader's language."""

import hashlib
from enum import StrEnum
from functools import lru_cache, partial
from pathlib import Path
from typing import Final

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from models.asked_text import MAX_TEXT_CHARACTERS
from models.language import ENGLISH, FINNISH, LANGUAGES, SWEDISH, LanguageCode
from models.theme import N_NAME_WORDS
from web.formatting import add_filters
from web.labels import label_choice
from web.marking import mark_words, split_paragraphs
from web.navigation import FOOTER_LINKS, MAIN_LINKS
from web.paging import address_with
from web.partner_claims import CLAIM_TEXTS
from web.run_results import name_result
from web.translations import LANGUAGE_COOKIE, choose_language, load_translations

TEMPLATES: Final = Path(__file__).parent / "templates"
STATIC: Final = Path(__file__).parent / "static"
_COOKIE_SECONDS: Final = 365 * 24 * 3600
OWN_NAMES: Final = {FINNISH: "Suomi", SWEDISH: "Svenska", ENGLISH: "English"}
"""What the language switch says, each in its own language and therefore never translated."""


@lru_cache(maxsize=len(LANGUAGES))
def make_environment(language: LanguageCode) -> Environment:
    """Return the template environment of one language; what a template misses is an error, never an empty place."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["ext.i18n.trimmed"] = True
    translations = load_translations(language)
    environment.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]
    environment.globals |= {
        "language": language,
        "languages": LANGUAGES,
        "own_names": OWN_NAMES,
        "main_links": MAIN_LINKS,
        "footer_links": FOOTER_LINKS,
        "static": locate_static,
        "address_with": address_with,
        "n_name_words": N_NAME_WORDS,
        "claim_texts": CLAIM_TEXTS,
        "max_text_characters": MAX_TEXT_CHARACTERS,
        "lang": partial(write_lang, page_language=language),
    }

    def name_choice(choice: StrEnum) -> str:
        return translations.gettext(label_choice(choice))

    environment.filters |= {
        "label": name_choice,
        "result_name": lambda key: translations.gettext(name_result(key)),
        "mark_words": mark_words,
        "paragraphs": split_paragraphs,
    }
    add_filters(environment, language)
    return environment


def render_page(request: Request, template: str, page: object, *, status_code: int = 200) -> HTMLResponse:
    """Return a page in the reader's language; a language asked for in the address is remembered in a cookie.

    `page` is the page's context, a frozen dataclass; the template reads its fields as `page.…`.
    """
    language = choose_language(request)
    html = make_environment(language).get_template(template).render(request=request, page=page)
    response = HTMLResponse(
        html,
        status_code=status_code,
        headers={"Content-Language": language, "Vary": "Accept-Language, Cookie"},
    )
    if request.query_params.get("lang") == language:
        response.set_cookie(LANGUAGE_COOKIE, language, max_age=_COOKIE_SECONDS, samesite="lax", httponly=True)
    return response


def write_lang(language: LanguageCode | None, *, page_language: LanguageCode) -> Markup:
    """Return the attribute that tells the language of a text, empty where it is the page's or not known."""
    return Markup("") if language in {None, page_language} else Markup(' lang="{}"').format(language)


@lru_cache(maxsize=64)
def locate_static(path: str) -> str:
    """Return the address of a static file; it changes with the file, so that no reader sees an old one.

    Raises FileNotFoundError where the file is missing, which for third-party files means that `make` has not run.
    """
    digest = hashlib.sha256((STATIC / path).read_bytes()).hexdigest()
    return f"/static/{path}?v={digest[:10]}"
