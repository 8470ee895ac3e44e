"""Points for two texts that ask for the same, worked out by hand."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pytest

from matcher.passage import Passage
from matcher.reuse_points import (
    PROJECT_WEIGHTS,
    WORDS_MAX,
    OtherText,
    OwnText,
    ReuseWeights,
    judge_points,
    weigh_reuse,
)
from matcher.shared_words import Mention, ReadWord
from models.language import FINNISH
from models.reuse import Confidence
from models.theme import Keyword

TERM: Final = Keyword("läsnäolo", FINNISH)
WEIGHTS: Final = ReuseWeights(
    start=-1.0, closeness=10.0, sentence=2.0, words=0.5, covered=4.0, name=3.0, alike_min=0.0, clear_min=5.0
)


def make_own(text: str = "Yksi. Toinen.", *, words: Sequence[ReadWord] = ()) -> OwnText:
    """Return a text of two sentences along two axes."""
    passage = Passage(FINNISH, text, ("Yksi.", "Toinen."), 2, ())
    vectors = np.eye(2, dtype=np.float32)
    return OwnText(passage, vectors[0], 0.0, vectors, {TERM: Mention("läsnäolo", 1.0)}, words)


def make_other(*, closeness: float = 0.2, sentence: tuple[float, float] = (0.6, 0.8)) -> OtherText:
    """Return a project of one sentence."""
    passage = Passage(FINNISH, "Hanke", ("Hanke",), 1, ())
    vectors = np.array([sentence], dtype=np.float32)
    return OtherText(passage, 0.4, closeness, vectors, {TERM: Mention("läsnäolot", 0.5)}, ("eVaka",))


def test_points_are_the_sum_that_is_documented() -> None:
    """−1 + 10 · 0.2 + 2 · 0.8 + 0.5 · (4 · 0.5) = 3.6, by the second sentence."""
    evidence = weigh_reuse(make_own(), make_other(), rarities={TERM: 4.0}, weights=WEIGHTS)

    assert evidence.points == pytest.approx(3.6, abs=1e-6)
    assert (evidence.own_sentence, evidence.their_sentence) == ("Toinen.", "Hanke")
    assert evidence.project_name is None


def test_a_text_of_few_words_gains_by_those_in_common() -> None:
    """The other has half of its only word: 4 · (0.5 − 0.15) more."""
    covered = weigh_reuse(make_own(words=[ReadWord({TERM: 1.0}, 1.0)]), make_other(), rarities={}, weights=WEIGHTS)
    plain = weigh_reuse(make_own(), make_other(), rarities={}, weights=WEIGHTS)

    assert covered.points - plain.points == pytest.approx(1.4)


def test_a_name_adds_its_weight() -> None:
    """Who mentions the project has three points more."""
    named = weigh_reuse(make_own("Kuten evakassa."), make_other(), rarities={}, weights=WEIGHTS)
    unnamed = weigh_reuse(make_own(), make_other(), rarities={}, weights=WEIGHTS)

    assert named.points - unnamed.points == pytest.approx(3.0)
    assert named.project_name == "eVaka"


def test_words_are_capped() -> None:
    """However rare they are, they count no more than the most."""
    points = [
        weigh_reuse(make_own(), make_other(), rarities={TERM: rarity}, weights=WEIGHTS).points
        for rarity in (2 * WORDS_MAX, 200.0)
    ]

    assert points[0] == points[1]


def test_opposite_sentences_take_nothing_away() -> None:
    """A sentence that is like none counts as no sign at all."""
    evidence = weigh_reuse(make_own(), make_other(closeness=0.0, sentence=(-0.6, -0.8)), rarities={}, weights=WEIGHTS)

    assert evidence.points == pytest.approx(-1.0)


@pytest.mark.parametrize(
    ("points", "confidence"),
    [
        (PROJECT_WEIGHTS.clear_min, Confidence.CLEAR),
        (PROJECT_WEIGHTS.clear_min - 0.01, Confidence.ALIKE),
        (PROJECT_WEIGHTS.alike_min, Confidence.ALIKE),
        (PROJECT_WEIGHTS.alike_min - 0.01, None),
    ],
)
def test_limits_belong_to_the_surer_side(points: float, confidence: Confidence | None) -> None:
    """Exactly at a limit is enough."""
    assert judge_points(points, PROJECT_WEIGHTS) is confidence
