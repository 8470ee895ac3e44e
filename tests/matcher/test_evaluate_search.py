"""The evaluation of search: exact on texts whose answers are plain, and honest about the rest."""

import numpy as np
import pytest

from matcher.bootstrap import estimate_mean
from matcher.evaluate_search import N_RANKED, evaluate_search
from models.evaluation import Channel, TextPair
from models.language import ENGLISH, FINNISH, SWEDISH
from tests.fakes import FakeEncoder

BACKGROUND = {FINNISH: ("Kunta järjestää.",), SWEDISH: ("Kommunen ordnar.",), ENGLISH: ("The municipality acts.",)}
EQUAL = [
    TextPair(text, text, FINNISH)
    for text in ("Koulukyydit yhteen", "Kirjaston haku", "Palkkarobotti kunnille", "Hautausmaan kartta")
]


def test_equal_texts_find_each_other() -> None:
    """When every pair says the same word for word, every channel ranks it first."""
    evaluation = evaluate_search(EQUAL, encoder=FakeEncoder(), background=BACKGROUND)

    assert [figures.hit_at_1.value for figures in evaluation.figures.values()] == [1.0, 1.0, 1.0]
    assert [ranked[0] for ranked in evaluation.rankings] == [0, 1, 2, 3]


def test_swapped_answers_are_misses() -> None:
    """When the second texts trade places, nothing is found at rank 1 and the mean reciprocal rank says where."""
    swapped = [
        TextPair(EQUAL[0].first, EQUAL[1].second, FINNISH),
        TextPair(EQUAL[1].first, EQUAL[0].second, FINNISH),
    ]

    fused = evaluate_search(swapped, encoder=FakeEncoder(), background=BACKGROUND).figures[Channel.FUSED]

    assert (fused.hit_at_1.value, fused.mean_reciprocal_rank.value) == (0.0, 0.5)


def test_a_text_that_stands_twice_is_found_by_either() -> None:
    """The same answer of another pair is as right in every channel; one that differs by a letter is another answer."""
    twice = [*EQUAL, TextPair(EQUAL[0].first, EQUAL[0].second, FINNISH)]
    almost = [*EQUAL, TextPair(EQUAL[0].first, f"{EQUAL[0].second}?", FINNISH)]

    same = evaluate_search(twice, encoder=FakeEncoder(), background=BACKGROUND)
    other = evaluate_search(almost, encoder=FakeEncoder(), background=BACKGROUND)

    assert [figures.hit_at_1.value for figures in same.figures.values()] == [1.0, 1.0, 1.0]
    assert same.rankings[4][:2] == [0, 4]
    assert other.figures[Channel.FUSED].hit_at_1.value == 4 / 5


def test_rankings_hold_every_row_once_up_to_their_length() -> None:
    """A ranking has the best rows without repetition, at most a hundred."""
    pairs = [TextPair(f"idea numero {number}", f"idea numero {number}", FINNISH) for number in range(N_RANKED + 5)]

    rankings = evaluate_search(pairs, encoder=FakeEncoder(), background=BACKGROUND).rankings

    assert {len(ranked) for ranked in rankings} == {N_RANKED}
    assert all(len(set(ranked)) == N_RANKED for ranked in rankings)


def test_an_interval_holds_its_mean_and_repeats() -> None:
    """The same values give the same interval, and it surrounds the mean."""
    values = np.array([0.0, 1.0, 1.0, 1.0, 0.0, 1.0])

    figure = estimate_mean(values)

    assert figure == estimate_mean(values)
    assert figure.low < figure.value < figure.high
    assert figure.value == pytest.approx(4 / 6)
