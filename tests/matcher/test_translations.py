"""The other names of things, in other languages and in everyday words."""

from typing import Final

import pytest

from matcher.lemmas import lemmatise
from matcher.translations import Translations
from models.language import ENGLISH, FINNISH, SWEDISH, LanguageCode
from models.localised_text import LocalisedText
from models.vocabulary import Vocabulary

NAMES: Final = Translations.build(
    Vocabulary(
        (
            LocalisedText("päiväkoti", "daghem", "daycare centre"),
            LocalisedText("kokous", "möte", "meeting"),
        ),
        {ENGLISH: frozenset({"meet"})},
        {SWEDISH: {"dagis": "päiväkoti"}, ENGLISH: {"day nursery": "päiväkoti"}},
    ),
    lemmatise,
)


@pytest.mark.parametrize(
    ("lemmas", "language", "names"),
    [
        (("dagis",), SWEDISH, {"daghem", "päiväkoti"}),
        (("daghem",), SWEDISH, {"dagis", "päiväkoti"}),
        (("päiväkoti",), FINNISH, {"dagis", "daghem"}),
        (("day", "nursery"), ENGLISH, {"dagis", "daghem", "päiväkoti"}),
        (("nursery",), ENGLISH, set()),
        (("meet",), ENGLISH, set()),
        (("dagis",), FINNISH, set()),
    ],
)
def test_a_thing_is_found_by_any_of_its_names(lemmas: tuple[str, ...], language: LanguageCode, names: set[str]) -> None:
    """Names of one word, in every language and in everyday words; no own name, and none for what is left out."""
    assert NAMES.translate(lemmas, language) == (frozenset(names),) * len(lemmas)
