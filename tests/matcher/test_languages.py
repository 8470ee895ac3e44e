"""Identification of languages, short and mixed texts included."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.background import load_background
from matcher.languages import identify_language, language_probabilities
from models.language import ENGLISH, FINNISH, LANGUAGES, SWEDISH, LanguageCode


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("koulukyydit", FINNISH),
        ("skolskjuts", SWEDISH),
        ("school transport", ENGLISH),
        ("Päiväkodin arki samaan palveluun", FINNISH),
        ("Lönerna rätt från början", SWEDISH),
        ("When does whose contract end?", ENGLISH),
        ("eVaka käyttöön kunnissa", FINNISH),
        ("RPA i löneräkningen", SWEDISH),
        ("Innovative lärmiljöer i skolan – learning by doing", SWEDISH),
        ("Mixed reality -ympäristö ammatilliseen koulutukseen", FINNISH),
    ],
)
def test_short_and_mixed_texts_are_recognised(text: str, language: LanguageCode) -> None:
    """A word, a title, and a title with a foreign name are of the language of their own words."""
    assert identify_language(text) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_background_text_is_recognised(language: LanguageCode) -> None:
    """All shipped texts, titles of two words among them, are told to be of the language they are in."""
    wrong = [text for text in load_background()[language] if identify_language(text) != language]

    assert wrong == []


@pytest.mark.parametrize("text", ["", "2019", "–", "123 / 456"])
def test_a_text_without_letters_counts_as_finnish(text: str) -> None:
    """Where there is nothing to go by, the language of most ideas is taken."""
    assert identify_language(text) == FINNISH
    assert language_probabilities(text)[FINNISH] == 1


@given(st.text(max_size=60))
def test_probabilities_sum_to_one(text: str) -> None:
    """Whatever the text, the three probabilities are in [0, 1] and sum to 1."""
    probabilities = language_probabilities(text)

    assert set(probabilities) == set(LANGUAGES)
    assert sum(probabilities.values()) == pytest.approx(1)
    assert all(0 <= each <= 1 for each in probabilities.values())
