"""What the blend has to beat: rankings of organisations by one thing at a time, and by three of them fused by hand."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from sklearn.feature_extraction.text import CountVectorizer

from matcher.history_signals import Values, favour_alike, find_walk_signal
from matcher.known_projects import KnownProjects, ProjectQuestion, read_text
from models.partner_evaluation import Ranker

_SATURATION: Final = 1.2
_LENGTH_PENALTY: Final = 0.75  # k1 and b of BM25, its usual values
_SHARPNESS: Final = 2.0
"""What a project one standard deviation more like the text counts more, as a logarithm; of 1, 2 and 3 the best for the
baselines of text on either benchmark.
"""


@dataclass(frozen=True, slots=True, eq=False)
class Bm25Index:
    """Weights of words in past projects, shape (n_projects, n_words), by which a text is compared word by word."""

    vectorizer: CountVectorizer
    weights: csr_array

    def score(self, text: str) -> Values:
        """Return the BM25 score of each project for the distinct words of a text, shape (n_projects,), ≥ 0."""
        asked = self.vectorizer.transform([text])
        asked.data[:] = 1
        scores: Values = (self.weights @ asked.T).toarray().ravel()
        return scores


def index_bm25(known: KnownProjects) -> Bm25Index:
    """Return the index of the texts of past projects.

    References
    ----------
    Robertson and Zaragoza (2009), The Probabilistic Relevance Framework: BM25 and Beyond,
    https://doi.org/10.1561/1500000019
    """
    vectorizer = CountVectorizer(analyzer=_split)
    counts = csr_array(vectorizer.fit_transform([read_text(project) for project in known.projects]), dtype=np.float64)
    n_texts, lengths = counts.shape[0], np.asarray(counts.sum(axis=1)).ravel()
    n_with = np.bincount(counts.indices, minlength=counts.shape[1])
    rarity = np.log(1 + (n_texts - n_with + 0.5) / (n_with + 0.5))
    rows = np.repeat(np.arange(n_texts), np.diff(counts.indptr))
    norm = 1 - _LENGTH_PENALTY + _LENGTH_PENALTY * lengths / max(lengths.mean(), 1)
    counts.data = rarity[counts.indices] * counts.data * (_SATURATION + 1) / (counts.data + _SATURATION * norm[rows])
    return Bm25Index(vectorizer, counts)


def score_baselines(
    known: KnownProjects, question: ProjectQuestion, *, bm25: Bm25Index, chance: np.random.Generator
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
        Ranker.BM25: every * _spread(bm25.score(read_text(question.project)), membership, is_seen),
        Ranker.CHARACTERS: every * characters,
        Ranker.EMBEDDINGS: every * _spread(question.dense, membership, is_seen),
        Ranker.CO_OCCURRENCE: shared.T,
        Ranker.WALK: find_walk_signal(start, question.likeness, membership, is_seen).T,
        Ranker.FUSED: _standardise(every * characters) + _standardise(shared.T) + _standardise(every * popularity),
    }


def _split(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return re.findall(r"\w+", text.casefold())


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
