"""Languages of texts and of pages, as ISO 639-1 codes."""

from typing import Final, NewType

LanguageCode = NewType("LanguageCode", str)
"""ISO 639-1 code in lower case; texts may be in any language, pages are in `LANGUAGES`."""

FINNISH: Final = LanguageCode("fi")
SWEDISH: Final = LanguageCode("sv")
ENGLISH: Final = LanguageCode("en")

LANGUAGES: Final = (FINNISH, SWEDISH, ENGLISH)
"""The languages Kumppani speaks, the default one first."""
