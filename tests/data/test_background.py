"""The background sentences."""

import pytest

from data.background import load_background
from matcher.calibration import LengthClass, find_kind
from models.language import LANGUAGES, LanguageCode


def test_every_sentence_is_there_in_every_language() -> None:
    """At least two hundred rows, each said in all three languages, none twice."""
    background = load_background()

    assert {len(texts) for texts in background.values()} == {240}
    assert all(text.strip() == text != "" for texts in background.values() for text in texts)
    assert all(len(set(texts)) == len(texts) for texts in background.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_short_medium_and_long_texts_are_told_apart_by_their_letters(language: LanguageCode) -> None:
    """The bounds between lengths part the shipped titles, sentences and paragraphs, but for a few at the first."""
    kinds = [find_kind(text, language).length for text in load_background()[language]]

    assert kinds.count(LengthClass.LONG) == 50
    assert 95 <= kinds.count(LengthClass.SHORT) <= 105
