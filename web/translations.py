"""Catalogues of messages by language, read from the `.po` files as they are, and the choice of a reader's language."""

import io
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Final

from babel.core import negotiate_locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from starlette.requests import Request

from models.language import ENGLISH, FINNISH, LANGUAGES, LanguageCode

LOCALE_FOLDER: Final = Path(__file__).parent / "locale"
LANGUAGE_COOKIE: Final = "kumppani_language"


def N_(message: str) -> str:  # noqa: N802 - the name that Babel looks for when it collects messages
    """Return a message unchanged; it is translated where it is shown."""
    return message


@lru_cache(maxsize=len(LANGUAGES))
def load_translations(language: LanguageCode) -> NullTranslations:
    """Return the catalogue of a language; messages are written in English, which therefore needs none."""
    if language == ENGLISH:
        return NullTranslations()
    path = LOCALE_FOLDER / language / "LC_MESSAGES" / "kumppani.po"
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language, domain="kumppani")
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def choose_language(request: Request) -> LanguageCode:
    """Return the language of a page: asked for in the address, chosen before, wanted by the browser, or Finnish."""
    for wish in (request.query_params.get("lang"), request.cookies.get(LANGUAGE_COOKIE)):
        if wish in LANGUAGES:
            return LanguageCode(wish)
    wanted = _read_preferences(request.headers.get("accept-language", ""))
    return LanguageCode(negotiate_locale(wanted, LANGUAGES, sep="_") or FINNISH)


def _read_preferences(header: str) -> list[str]:
    """Return the locales of an Accept-Language header, the most wanted first, refused and unreadable ones left out."""
    weighed = []
    for part in header.split(","):
        locale, _, parameter = part.partition(";")
        weight = parameter.replace(" ", "").removeprefix("q=")
        try:
            quality = float(weight) if weight else 1.0
        except ValueError:
            continue
        if locale.strip() and quality > 0:
            weighed.append((quality, locale.strip().replace("-", "_")))
    return [locale for _, locale in sorted(weighed, key=lambda pair: -pair[0])]
