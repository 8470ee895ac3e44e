"""What the blend has to beat: rankings of organisations by one thing at a time, and by three of them fused by hand."""

from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from matcher.history_signals import Values, favour_alike, find_walk_signal
from matcher.known_projects import KnownProjects, ProjectQuestion
from models.partner_evaluation import Ranker

_SHARPNESS: Final = 2.0
"""What a project one standard deviation more like the text counts more, as a logarithm; of 1, 2 and 3 the best for the
baselines of text on either benchmark.
"""


def score_baselines(
    known: KnownProjects, question: ProjectQuestion, *, chance: np.random.Generator
) -> Mapping[Ranker, Values]:
    """Return what each baseline gives every organisation from each member, shape (n_given, n_organisations) each."""
    membership, is_seen = known.membership, question.is_seen
    n_given, n_organisations = len(question.members), membership.shape[1]
    every = np.ones((n_given, 1))
    start = np.zeros((n_organisations, n_given))
    start[question.members, np.arange(n_given)] = 1
    popularity = membership.T @ is_seen.astype(np.float64)
    shared = membership.T @ ((membership @ start) * is_seen[:, None])
    characters = _spread(question.wording, membership, is_seen)
    return {
        Ranker.RANDOM: chance.random((n_given, n_organisations)),
        Ranker.POPULARITY: every * popularity,
        Ranker.BM25: every * _spread(question.words, membership, is_seen),
        Ranker.CHARACTERS: every * characters,
        Ranker.EMBEDDINGS: every * _spread(question.dense, membership, is_seen),
        Ranker.CO_OCCURRENCE: shared.T,
        Ranker.WALK: find_walk_signal(start, question.likeness, membership, is_seen).T,
        Ranker.FUSED: _standardise(every * characters) + _standardise(shared.T) + _standardise(every * popularity),
    }


def _spread(similarity: Values, membership: csr_array, is_seen: NDArray[np.bool_]) -> Values:
    """Return the sum over an organisation's projects of exp(2 z), z the similarity in standard deviations."""
    spread = float(similarity[is_seen].std()) or 1.0
    sums: Values = membership.T @ favour_alike(_SHARPNESS / spread * similarity, is_seen)
    return sums


def _standardise(values: Values) -> Values:
    """Return each row in standard deviations from its mean; zeros where all are alike."""
    spread = values.std(axis=1, keepdims=True)
    scaled: Values = np.divide(
        values - values.mean(axis=1, keepdims=True), spread, out=np.zeros_like(values), where=spread > 0
    )
    return scaled
