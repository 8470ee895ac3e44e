"""How near sentences are to subjects."""

import numpy as np

from matcher.calibration import Calibrator
from matcher.subject_closeness import SubjectSeeds
from models.lexicon import Lexicon, SubjectId
from models.localised_text import LocalisedText
from tests.fakes import FakeEncoder

ONE, OTHER = SubjectId("one"), SubjectId("other")


def test_the_nearest_seed_counts_by_its_mean_over_the_languages() -> None:
    """Of a subject with two seeds the nearer is taken; similarity is the mean of the three languages."""
    seeds = SubjectSeeds(
        (ONE, OTHER),
        np.array([0, 0, 1], dtype=np.intp),
        np.array([[1.0, 0.0], [0.0, 0.5], [-0.5, 0.0]], dtype=np.float32),
    )

    closeness = seeds.measure(np.array([[1.0, 0.0], [0.0, 1.0]], dtype=np.float32))

    np.testing.assert_allclose(closeness, [[1.0, -0.5], [0.5, 0.0]])


def test_seeds_are_encoded_in_three_languages() -> None:
    """A sentence equal to one of three unlike wordings has a third of its similarity; no text, no rows."""
    lexicon = Lexicon(seeds={ONE: (LocalisedText("kissa", "katt", "feline"),), OTHER: (LocalisedText("auto"),)})
    encoder = FakeEncoder()

    seeds = SubjectSeeds.encode(lexicon, encoder=encoder, calibrator=Calibrator({}))

    assert seeds.subjects == (ONE, OTHER)
    own, other = seeds.measure(encoder.encode(["auto"]))[0].tolist()
    assert own < 0.5
    assert other > 0.99
    assert seeds.measure(np.zeros((0, 64), dtype=np.float32)).shape == (0, 2)


def test_each_text_has_its_own_main_sentences_and_their_mean() -> None:
    """A sentence beyond the main ones counts neither alone nor in the whole."""
    seeds = SubjectSeeds((ONE,), np.array([0], dtype=np.intp), np.array([[1.0, 0.0]], dtype=np.float32))
    vectors = np.array([[0.0, 1.0], [1.0, 0.0], [1.0, 0.0], [0.0, 1.0]], dtype=np.float32)

    first, second = seeds.measure_texts(
        vectors, bounds=np.array([0, 3, 4], dtype=np.intp), n_main=np.array([2, 1], dtype=np.intp)
    )

    np.testing.assert_allclose(first.sentences, [[0.0], [1.0]])
    np.testing.assert_allclose(first.whole, [0.5**0.5], rtol=1e-6)
    np.testing.assert_allclose(second.sentences, [[0.0]])
    np.testing.assert_allclose(second.whole, [0.0], atol=1e-6)
