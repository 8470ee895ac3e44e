"""Weights of signals: learned where there is enough to learn from, the shipped ones elsewhere."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.special import softmax

from matcher.partner_blend import DEFAULT_BLEND, FEWEST_PROJECTS, Blend, TaughtChoice, forget_signal, learn_blend
from models.partner_evaluation import HistorySignal

PLANTED = np.array([2.0, 1.4, -1.0, 0.5, 0.0, 1.0, -0.4])
N_CANDIDATES = 12


def choose(n_choices: int, *, planted: NDArray[np.float64] = PLANTED, seed: int = 0) -> list[TaughtChoice]:
    """Return choices drawn by a softmax of planted weights; the first organisation of each is the given one."""
    chance = np.random.default_rng(seed)
    choices = []
    for _ in range(n_choices):
        signals = chance.normal(size=(N_CANDIDATES, len(HistorySignal))).astype(np.float32)
        is_candidate = np.arange(N_CANDIDATES) > 0
        chances = softmax(np.where(is_candidate, signals @ planted, -np.inf))
        chosen = chance.choice(N_CANDIDATES, p=chances)
        choices.append(TaughtChoice(signals, np.arange(N_CANDIDATES) == chosen, is_candidate, 1.0))
    return choices


def measure_loss(weights: NDArray[np.float64], choices: Sequence[TaughtChoice], ridge: float) -> float:
    """Return the loss that the docstring states, computed the plain way."""
    shipped = DEFAULT_BLEND.as_array()
    spread = np.vstack([choice.signals[choice.is_candidate] for choice in choices]).std(axis=0)
    loss = ridge / 2 * float(np.sum((spread * (weights - shipped)) ** 2))
    for choice in choices:
        exponentials = np.exp(choice.signals @ weights) * choice.is_candidate
        logs = np.log(exponentials[choice.is_partner] / exponentials.sum())
        loss -= choice.weight * float(logs.mean())
    return loss


def test_planted_weights_are_recovered() -> None:
    """From six hundred choices made by known weights these are found, in sign, in order and nearly in size."""
    blend = learn_blend(choose(600), ridge=1.0)

    found = blend.as_array()
    assert blend.n_learned_from == 600
    assert np.argsort(found).tolist() == np.argsort(PLANTED).tolist()
    assert np.sign(found[PLANTED != 0]).tolist() == np.sign(PLANTED[PLANTED != 0]).tolist()
    assert found == pytest.approx(PLANTED, abs=0.25)


def test_what_is_learned_is_the_least_of_the_stated_loss() -> None:
    """No weight can be moved, nor all towards the shipped or the planted ones, without a larger loss."""
    choices = choose(40)
    choices[0] = replace(choices[0], is_partner=np.arange(N_CANDIDATES) % 5 == 1, weight=2.0)

    found = learn_blend(choices, ridge=4.0).as_array()

    least = measure_loss(found, choices, 4.0)
    moves = [
        *(0.1 * np.eye(len(found))),
        *(-0.1 * np.eye(len(found))),
        0.1 * (PLANTED - found),
        0.1 * (DEFAULT_BLEND.as_array() - found),
    ]
    assert all(measure_loss(found + move, choices, 4.0) > least for move in moves)


@pytest.mark.parametrize("n_choices", [0, 1, FEWEST_PROJECTS - 1])
def test_few_projects_teach_nothing(n_choices: int) -> None:
    """Below the fewest the weights are the shipped ones, and it is said that nothing was learned."""
    blend = learn_blend(choose(n_choices))

    assert blend is DEFAULT_BLEND
    assert blend.n_learned_from == 0


def test_projects_are_counted_and_not_the_members_they_are_seen_from() -> None:
    """Ten projects seen from two members each are ten projects, and eighteen halves are nine."""
    halves = [replace(choice, weight=0.5) for choice in choose(2 * FEWEST_PROJECTS)]

    assert learn_blend(halves).n_learned_from == FEWEST_PROJECTS
    assert learn_blend(halves[:-2]).n_learned_from == 0


def test_the_ridge_holds_weights_to_the_shipped_ones() -> None:
    """The stronger it is the nearer they stay, up to not moving at all."""
    choices = choose(60)

    away = [
        float(np.linalg.norm(learn_blend(choices, ridge=ridge).as_array() - DEFAULT_BLEND.as_array()))
        for ridge in (0.1, 10, 1000, 1e7)
    ]

    assert away == sorted(away, reverse=True)
    assert away[0] > 1
    assert away[-1] < 1e-3


def test_little_history_changes_less_than_much() -> None:
    """With the same ridge, ten projects move the weights less than three hundred."""
    few, many = (np.linalg.norm(learn_blend(choose(n)).as_array() - DEFAULT_BLEND.as_array()) for n in (10, 300))

    assert few < many / 2


def test_a_signal_that_all_have_alike_keeps_its_shipped_weight() -> None:
    """Nothing can be learned of a signal that never differs."""
    choices = choose(50)
    for choice in choices:
        choice.signals[:, -1] = 3.0

    assert learn_blend(choices).weights[HistorySignal.REGION] == pytest.approx(
        DEFAULT_BLEND.weights[HistorySignal.REGION], abs=1e-6
    )


def test_a_signal_that_is_forgotten_leaves_its_part_to_the_others() -> None:
    """Where two signals say the same they share its weight; without the one the other has it all."""
    choices = choose(300)
    for choice in choices:
        choice.signals[:, -1] = choice.signals[:, 0]

    shared = learn_blend(choices, ridge=1.0).weights
    alone = learn_blend(forget_signal(choices, HistorySignal.REGION), ridge=1.0).weights

    assert alone[HistorySignal.TEXT] == pytest.approx(
        shared[HistorySignal.TEXT] + shared[HistorySignal.REGION], abs=0.05
    )
    assert alone[HistorySignal.TEXT] > shared[HistorySignal.TEXT] + 0.5
    assert alone[HistorySignal.REGION] == pytest.approx(DEFAULT_BLEND.weights[HistorySignal.REGION], abs=1e-6)


def test_who_is_no_candidate_teaches_nothing() -> None:
    """Whatever the signals of the given organisation are, the weights are the same."""
    choices = choose(50)
    expected = learn_blend(choices).as_array()
    for choice in choices:
        choice.signals[0] = 50.0

    assert learn_blend(choices).as_array() == pytest.approx(expected)


def test_a_score_is_the_sum_of_weighted_signals() -> None:
    """Weights meet signals in the order of their names, over any number of given members."""
    weights = dict(zip(HistorySignal, [1.0, 10, 100, 1000, 10_000, 100_000, 1_000_000], strict=True))
    signals = np.array([[[1.0, 2, 3, 4, 5, 6, 7], [0, 0, 0, 0, 0, 0, 1]]])

    assert Blend(weights).score(signals).tolist() == [[7_654_321, 1_000_000]]
