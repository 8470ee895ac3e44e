"""The text somebody writes to ask about an idea: for a search, for partners, reuse and eligibility, in every room."""

from typing import Final

MAX_TEXT_CHARACTERS: Final = 5_000
"""Most characters of a text. Taste: two pages, a whole application's summary; written as an address it stays below the
8 KB that servers on the way commonly allow."""
