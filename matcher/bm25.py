"""BM25 over words as they are written: how much texts have of the words of another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from sklearn.feature_extraction.text import CountVectorizer

_SATURATION: Final = 1.2
_LENGTH_PENALTY: Final = 0.75  # k1 and b of BM25, its usual values


@dataclass(frozen=True, slots=True, eq=False)
class Bm25Index:
    """Weights of words in texts, shape (n_texts, n_words), by which a text is compared word by word."""

    vectorizer: CountVectorizer
    weights: csr_array

    def score(self, text: str) -> NDArray[np.float64]:
        """Return the BM25 score of each text for the distinct words of a text, shape (n_texts,), ≥ 0."""
        asked = self.vectorizer.transform([text])
        asked.data[:] = 1
        scores: NDArray[np.float64] = (self.weights @ asked.T).toarray().ravel()
        return scores


def index_bm25(texts: Sequence[str]) -> Bm25Index:
    """Return the index of texts.

    References
    ----------
    Robertson and Zaragoza (2009), The Probabilistic Relevance Framework: BM25 and Beyond,
    https://doi.org/10.1561/1500000019
    """
    vectorizer = CountVectorizer(analyzer=_split)
    counts = csr_array(vectorizer.fit_transform(texts), dtype=np.float64)
    n_texts, lengths = counts.shape[0], np.asarray(counts.sum(axis=1)).ravel()
    n_with = np.bincount(counts.indices, minlength=counts.shape[1])
    rarity = np.log(1 + (n_texts - n_with + 0.5) / (n_with + 0.5))
    rows = np.repeat(np.arange(n_texts), np.diff(counts.indptr))
    norm = 1 - _LENGTH_PENALTY + _LENGTH_PENALTY * lengths / max(lengths.mean(), 1)
    counts.data = rarity[counts.indices] * counts.data * (_SATURATION + 1) / (counts.data + _SATURATION * norm[rows])
    return Bm25Index(vectorizer, counts)


def _split(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return re.findall(r"\w+", text.casefold())
