"""Weighs the signals of past projects: weights learned from history where there is enough, shipped ones beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import log_softmax

from models.partner_evaluation import HistorySignal

RIDGE: Final = 5.0
"""How strongly learned weights are held to the shipped ones, in projects; measured: 3 and 10 are as good where there is
much to learn, and where there is little, 30 is worse; see docs/method.md.
"""
FEWEST_PROJECTS: Final = 10
"""Fewer projects than this teach nothing: the shipped weights stay; taste, seven weights are learned."""
DEFAULT_HISTORY_WEIGHTS: Final[Mapping[HistorySignal, float]] = MappingProxyType(
    {
        HistorySignal.TEXT: 0.5,
        HistorySignal.NEAREST: 0.5,
        HistorySignal.WALK: 0.1,
        HistorySignal.NAMED: 3.0,
        HistorySignal.NAME_LIKENESS: 1.5,
        HistorySignal.EXPERIENCE: 0.4,
        HistorySignal.REGION: 0.7,
    }
)
"""Weights where there is no history to learn from: those of Danish projects in round numbers, with less for text
and walk and more for the nearest and experience, as small histories and municipalities ask for; see
docs/adr/partners-are-weighed-by-what-history-teaches.md.
"""


@dataclass(frozen=True, slots=True, eq=False)
class TaughtChoice:
    """One past project seen from one member: which of the others were in it.

    `signals` (n_organisations, n_signals) are those of the past without the project; `is_partner` and `is_candidate`
    (n_organisations,) tell who was in it besides, and who could have been. `weight` > 0 is how much it counts; those of
    a project sum to 1.
    """

    signals: NDArray[np.float32]
    is_partner: NDArray[np.bool_]
    is_candidate: NDArray[np.bool_]
    weight: float


@dataclass(frozen=True, slots=True)
class Blend:
    """Weights of the signals, and of how many projects they were learned; 0 for the shipped ones."""

    weights: Mapping[HistorySignal, float]
    n_learned_from: int = 0

    def score(self, signals: NDArray[np.floating]) -> NDArray[np.float64]:
        """Return Σ_k weight_k · signal_k over the last axis, which is in the order of `HistorySignal`."""
        scores: NDArray[np.float64] = signals.astype(np.float64) @ self.as_array()
        return scores

    def as_array(self) -> NDArray[np.float64]:
        """Return the weights in the order of `HistorySignal`, shape (n_signals,)."""
        return np.array([self.weights[signal] for signal in HistorySignal])


DEFAULT_BLEND: Final = Blend(DEFAULT_HISTORY_WEIGHTS)


def forget_signal(choices: Sequence[TaughtChoice], signal: HistorySignal) -> list[TaughtChoice]:
    """Return choices in which a signal tells nothing, from which to learn what the others are worth without it."""
    kept = np.array([each is not signal for each in HistorySignal], dtype=np.float32)
    return [replace(choice, signals=choice.signals * kept) for choice in choices]


def learn_blend(choices: Sequence[TaughtChoice], *, ridge: float = RIDGE) -> Blend:
    """Return the weights under which the members that projects really had are likeliest to be chosen.

    They minimise Σ_q v_q · mean_{c ∈ partners(q)} −log softmax_c(Σ_k w_k · x_qck) + ρ / 2 · Σ_k s_k² (w_k − w⁰_k)²
    over the candidates c of each choice q, with v its weight, s_k the standard deviation of signal k and w⁰
    the shipped weights.
    The sum is over projects and the penalty is not, so little history changes little.

    Parameters
    ----------
    choices : any number; fewer than `FEWEST_PROJECTS` projects give the shipped weights
    ridge : ρ > 0, in projects

    References
    ----------
    McFadden (1974), Conditional logit analysis of qualitative choice behavior, in Frontiers in Econometrics
    """
    n_projects = round(sum(choice.weight for choice in choices))
    if n_projects < FEWEST_PROJECTS:
        return DEFAULT_BLEND
    shipped = DEFAULT_BLEND.as_array()
    spread = np.std(
        np.concatenate([choice.signals[choice.is_candidate] for choice in choices]), axis=0, dtype=np.float64
    )

    def measure_loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        away = weights - shipped
        loss, gradient = ridge / 2 * float(((spread * away) ** 2).sum()), ridge * spread**2 * away
        narrow = weights.astype(np.float32)
        for choice in choices:
            scores = np.where(choice.is_candidate, choice.signals @ narrow, -np.inf)
            chances = log_softmax(scores)
            share = choice.is_partner / choice.is_partner.sum()
            loss -= choice.weight * float(chances[choice.is_partner].mean())
            gradient = gradient + choice.weight * (choice.signals.T @ (np.exp(chances) - share))
        return loss, gradient

    found = minimize(measure_loss, shipped, jac=True, method="L-BFGS-B", options={"maxiter": 60, "ftol": 1e-7})
    return Blend(MappingProxyType(dict(zip(HistorySignal, found.x.tolist(), strict=True))), n_projects)
