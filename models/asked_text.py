"""The text somebody writes to ask about an idea: for a search, for partners, reuse and eligibility, in every room."""

from typing import Final

MAX_TEXT_CHARACTERS: Final = 5_000
"""Most characters of a text. Taste: two pages, more than a summary has; so much of the Finnish ideas makes an address
of 6,125 bytes (measured on 28 November 2026), below the 8 KB that servers on the way commonly allow."""


def has_word(text: str) -> bool:
    """Return whether a text has a letter or a digit to go by.

    Examples
    --------
    >>> has_word("Kunta 2"), has_word("?!")
    (True, False)
    """
    return any(character.isalnum() for character in text)
