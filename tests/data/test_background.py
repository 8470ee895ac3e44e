"""The background sentences and what the bundled model makes of them."""

from pathlib import Path

import numpy as np
import pytest

from data.background import list_background_texts, load_background, load_background_vectors, save_background_vectors
from matcher.calibration import LengthClass, find_kind
from matcher.encoders import SentenceEncoder
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


def test_the_shipped_vectors_are_those_of_the_model(sentence_encoder: SentenceEncoder) -> None:
    """Every twentieth sentence has the vector the bundled model gives it; run scripts.encode_background otherwise."""
    texts = list_background_texts()[::20]

    shipped = load_background_vectors()

    own = sentence_encoder.encode(texts)
    assert np.sum(own * np.stack([shipped[text] for text in texts]), axis=1) == pytest.approx(1, abs=1e-5)
    assert len(shipped) == len(set(list_background_texts()))


def test_vectors_of_other_sentences_are_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After an edit of the sentences the file no longer counts."""
    path = tmp_path / "vectors.npz"
    save_background_vectors(np.eye(720, 4, dtype=np.float32) + 1, path)
    before = load_background_vectors(path)
    monkeypatch.setattr("data.background.list_background_texts", lambda: ["edited"])

    after = load_background_vectors(path)

    assert (len(before), after) == (720, {})
