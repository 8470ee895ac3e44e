"""Checks the names that people give to themes."""

from collections.abc import Mapping, Sequence

from models.errors import ThemeNameError
from models.language import LanguageCode
from models.theme import Theme
from models.theme_edit import MAX_NAME_LENGTH


def check_names(names: Mapping[LanguageCode, str], others: Sequence[Theme]) -> dict[LanguageCode, str]:
    """Return names with single spaces, or raise ThemeNameError.

    Parameters
    ----------
    names : by the language of the reader
    others : the themes that may not be called the same in the same language

    Raises
    ------
    ThemeNameError : if there is no name, or one is empty, can't be shown, is too long or another theme's

    Examples
    --------
    >>> check_names({LanguageCode("fi"): "  Kyydit ja  reitit"}, [])
    {'fi': 'Kyydit ja reitit'}
    """
    if not names:
        message = "Expected a name in at least one language, but none came."
        raise ThemeNameError(message)
    checked = {language: " ".join(name.split()) for language, name in names.items()}
    for language, name in checked.items():
        if not any(character.isalnum() for character in name) or not name.isprintable():
            message = f"Expected a name with letters or digits that can be shown, but {name!r} came."
            raise ThemeNameError(message)
        if len(name) > MAX_NAME_LENGTH:
            message = f"Expected a name of at most {MAX_NAME_LENGTH} letters, but one of {len(name)} came."
            raise ThemeNameError(message)
        for theme in others:
            if theme.name_in(language).casefold() == name.casefold():
                message = f"Theme {theme.id} is called {name!r} already."
                raise ThemeNameError(message)
    return checked
