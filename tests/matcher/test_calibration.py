"""Calibration: means by language and length, drawn towards the background."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from matcher.calibration import Calibrator, LengthClass, TextKind, find_kind, fit_calibrator, normalise_rows
from models.embeddings import Vectors
from models.language import FINNISH, SWEDISH, LanguageCode

DANISH = LanguageCode("da")
SHORT_FI = TextKind(FINNISH, LengthClass.SHORT)
SHORT_SV = TextKind(SWEDISH, LengthClass.SHORT)
LONG_FI = TextKind(FINNISH, LengthClass.LONG)
NOTHING: Vectors = np.zeros((0, 2), dtype=np.float32)

vectors_of_three = hnp.arrays(
    np.float32, st.tuples(st.integers(1, 8), st.just(3)), elements=st.floats(-1, 1, width=32)
).map(normalise_rows)


def _rows(*rows: tuple[float, ...]) -> Vectors:
    """Return rows as vectors."""
    return np.array(rows, dtype=np.float32)


@pytest.mark.parametrize(
    ("n_characters", "length"),
    [
        (1, LengthClass.SHORT),
        (50, LengthClass.SHORT),
        (51, LengthClass.MEDIUM),
        (140, LengthClass.MEDIUM),
        (141, LengthClass.LONG),
    ],
)
def test_length_classes_part_at_fifty_and_a_hundred_and_forty(n_characters: int, length: LengthClass) -> None:
    """A text of 50 characters is short, one of 140 medium, everything beyond long."""
    assert find_kind("a" * n_characters, FINNISH) == TextKind(FINNISH, length)


def test_the_mean_of_a_kind_is_drawn_towards_its_background() -> None:
    """One own text against a background that counts for three gives a quarter of the way."""
    calibrator = fit_calibrator(
        _rows((1, 0)), [SHORT_FI], background=_rows((0, 1)), background_kinds=[SHORT_FI], prior_weight=3
    )

    assert calibrator.means[SHORT_FI].tolist() == [0.25, 0.75]


def test_a_length_the_corpus_lacks_has_the_mean_of_the_background() -> None:
    """Without own long texts the mean of long ones is the background's."""
    calibrator = fit_calibrator(
        _rows((1, 0)), [SHORT_FI], background=_rows((0, 1), (1, 0)), background_kinds=[LONG_FI, SHORT_FI]
    )

    assert calibrator.means[LONG_FI].tolist() == [0, 1]


def test_a_length_the_background_lacks_is_drawn_towards_its_whole_language() -> None:
    """Where the background has short texts only, long ones start from the mean of those."""
    calibrator = fit_calibrator(
        _rows((1, 0)), [LONG_FI], background=_rows((0, 1)), background_kinds=[SHORT_FI], prior_weight=1
    )

    assert calibrator.means[LONG_FI].tolist() == [0.5, 0.5]


def test_a_language_without_a_background_is_centred_on_its_own_mean() -> None:
    """Danish texts lose the mean of the Danish texts, whatever the background of other languages is."""
    kinds = [TextKind(DANISH, LengthClass.SHORT), TextKind(DANISH, LengthClass.LONG)]

    calibrator = fit_calibrator(
        _rows((1, 0), (0, 1)), kinds, background=_rows((0, 1)), background_kinds=[SHORT_FI], prior_weight=1
    )

    assert calibrator.means[kinds[0]].tolist() == [0.75, 0.25]
    assert calibrator.means[kinds[1]].tolist() == [0.25, 0.75]


def test_the_only_text_of_a_language_is_similar_to_nothing() -> None:
    """One Danish text is its own mean, so that its calibrated vector is zeros rather than noise."""
    kind = TextKind(DANISH, LengthClass.SHORT)
    own = _rows((0.6, 0.8))

    calibrated = fit_calibrator(own, [kind], background=NOTHING, background_kinds=[]).calibrate(own, [kind])

    assert calibrated.tolist() == [[0, 0]]


def test_a_kind_that_was_never_seen_is_left_as_it_is() -> None:
    """A text in a language that neither corpus nor background has keeps its vector."""
    own = _rows((0.6, 0.8))

    assert np.allclose(Calibrator({}).calibrate(own, [SHORT_FI]), own)


def test_translations_become_neighbours_where_languages_lie_apart() -> None:
    """Four topics in two languages a step apart: raw neighbours share the language, calibrated ones the topic."""
    topics = np.eye(4, 5, dtype=np.float32)
    apart = np.array([0, 0, 0, 0, 3], dtype=np.float32)
    finnish, swedish = normalise_rows(topics + apart), normalise_rows(topics - apart)
    both = np.concatenate([finnish, swedish])
    kinds = [SHORT_FI] * 4 + [SHORT_SV] * 4

    calibrated = fit_calibrator(both, kinds, background=both, background_kinds=kinds).calibrate(both, kinds)

    nearest = np.argsort(-(calibrated @ calibrated.T - 2 * np.eye(8)), axis=1)[:, 0]
    assert (both @ both.T)[0, 4] < (both @ both.T)[0, 1]
    assert nearest.tolist() == [4, 5, 6, 7, 0, 1, 2, 3]


@given(own=vectors_of_three, data=st.data())
def test_the_order_of_the_texts_does_not_matter(own: Vectors, data: st.DataObject) -> None:
    """Shuffled texts have the same means and the same vectors, shuffled."""
    kinds = data.draw(st.lists(st.sampled_from([SHORT_FI, LONG_FI, SHORT_SV]), min_size=len(own), max_size=len(own)))
    order = data.draw(st.permutations(range(len(own))))
    background, background_kinds = _rows((1, 0, 0), (0, 1, 0)), [SHORT_FI, SHORT_SV]

    straight = fit_calibrator(own, kinds, background=background, background_kinds=background_kinds)
    shuffled = fit_calibrator(
        own[order], [kinds[row] for row in order], background=background, background_kinds=background_kinds
    )

    for kind, mean in straight.means.items():
        assert np.allclose(mean, shuffled.means[kind], atol=1e-6)


@given(own=vectors_of_three)
def test_calibrated_vectors_have_unit_length_or_none(own: Vectors) -> None:
    """Every calibrated vector has length 1, or 0 where the text is the mean itself."""
    kinds = [SHORT_FI] * len(own)

    calibrated = fit_calibrator(own, kinds, background=_rows((0, 0, 1)), background_kinds=[SHORT_FI]).calibrate(
        own, kinds
    )

    lengths = np.linalg.norm(calibrated, axis=1)
    assert np.all(np.isclose(lengths, 1, atol=1e-5) | (lengths == 0))


@given(own=vectors_of_three, shift=hnp.arrays(np.float32, 3, elements=st.floats(-1, 1, width=32)))
def test_what_all_texts_of_a_kind_share_is_taken_out(own: Vectors, shift: Vectors) -> None:
    """Moving corpus and background of one kind alike changes no mean but by that move."""
    kinds, background = [SHORT_FI] * len(own), _rows((0, 0, 1))

    plain = fit_calibrator(own, kinds, background=background, background_kinds=[SHORT_FI])
    moved = fit_calibrator(own + shift, kinds, background=background + shift, background_kinds=[SHORT_FI])

    assert np.allclose(plain.means[SHORT_FI] + shift, moved.means[SHORT_FI], atol=1e-5)


def test_no_texts_give_no_vectors() -> None:
    """An empty corpus is calibrated to an empty corpus."""
    calibrator = fit_calibrator(NOTHING, [], background=NOTHING, background_kinds=[])

    assert calibrator.calibrate(NOTHING, []).shape == (0, 2)
