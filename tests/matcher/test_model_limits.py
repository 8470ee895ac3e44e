"""What the bundled model can't tell apart, as the model card says it: figures on pairs of sentences written for it.

Recorded on 25 November 2026 with multilingual-e5-small-q4, calibrated on the background alone: see docs/model-card.md.
"""

import csv
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import numpy as np
import pytest

from data.background import load_background
from data.shipped_vectors import load_shipped_vectors
from matcher.calibration import find_kind, fit_calibrator
from matcher.encoders import SentenceEncoder
from models.language import FINNISH, SWEDISH, LanguageCode

PAIRS: Final = Path(__file__).with_name("model_limits.csv")


@pytest.fixture(scope="module")
def similarities(sentence_encoder: SentenceEncoder) -> Mapping[tuple[str, str], float]:
    """Return the mean similarity of the pairs of each kind and language."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    languages = [
        LanguageCode(each) for row in rows for each in (row["language"].split("-")[0], row["language"].split("-")[-1])
    ]
    texts = [text for row in rows for text in (row["one"], row["other"])]
    kinds = [find_kind(text, language) for text, language in zip(texts, languages, strict=True)]
    shipped = [(text, language) for language, own in load_background().items() for text in own]
    prepared = load_shipped_vectors()
    calibrator = fit_calibrator(
        np.zeros((0, 384), dtype=np.float32),
        [],
        background=np.stack([prepared[text] for text, _ in shipped]),
        background_kinds=[find_kind(text, language) for text, language in shipped],
    )
    vectors = calibrator.calibrate(sentence_encoder.encode(texts), kinds)
    measured = defaultdict(list)
    for row, one, other in zip(rows, vectors[::2], vectors[1::2], strict=True):
        measured[row["kind"], row["language"]].append(float(one @ other))
    return {key: float(np.mean(values)) for key, values in measured.items()}


@pytest.mark.parametrize("language", [FINNISH, SWEDISH])
@pytest.mark.parametrize("kind", ["negation", "number", "place"])
def test_one_word_turned_round_hardly_counts(
    similarities: Mapping[tuple[str, str], float], kind: str, language: LanguageCode
) -> None:
    """A negation, a number or a place moves a sentence far less than saying the same in other words does."""
    assert similarities[kind, language] >= 0.65
    assert similarities[kind, language] >= similarities["paraphrase", language] + 0.3


@pytest.mark.parametrize("language", [FINNISH, SWEDISH])
def test_the_same_in_other_words_is_seen(similarities: Mapping[tuple[str, str], float], language: LanguageCode) -> None:
    """Two sentences that say the same without sharing words are nearer than two that do not, if not by much."""
    assert similarities["paraphrase", language] >= similarities["unrelated", language] + 0.2


def test_a_translation_is_nearer_than_a_paraphrase(similarities: Mapping[tuple[str, str], float]) -> None:
    """The language of a text counts for less than its wording."""
    assert similarities["translation", "fi-sv"] >= max(similarities["paraphrase", each] for each in (FINNISH, SWEDISH))
