"""Words in common: BM25 over lemmas, as a share of the most that the query could score."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import bm25s
import numpy as np
from numpy.typing import NDArray

_SATURATION: Final = 1.2  # k1 of BM25, its usual value
_LENGTH_PENALTY: Final = 0.5  # b; below the usual 0.75 because ideas of 60 and of 200 words are equally good


@dataclass(frozen=True, slots=True, eq=False)
class LexicalIndex:
    """BM25 over texts given as lemmas; `rarity` is the inverse document frequency of each lemma, > 0."""

    n_texts: int
    rarity: dict[str, float]
    ranker: bm25s.BM25 | None

    def score(self, lemmas: Sequence[str]) -> NDArray[np.float32]:
        """Return how much of the query each text has.

        s(q, d) = Σ_t idf_t · f / (f + k1 · (1 − b + b · |d| / mean |d|)) / Σ_t idf_t over the distinct lemmas t of q.
        A lemma that no text has counts in the divisor with the rarity of one that a single text has.

        Parameters
        ----------
        lemmas : those of the query, in any order; may be empty

        Returns
        -------
        float32 array of shape (n_texts,), in [0, 1)
        """
        unseen = _rarity(0, self.n_texts)
        most = sum(self.rarity.get(lemma, unseen) for lemma in set(lemmas))
        known = sorted({lemma for lemma in lemmas if lemma in self.rarity})
        if self.ranker is None or not known:
            return np.zeros(self.n_texts, dtype=np.float32)
        scores: NDArray[np.float32] = self.ranker.get_scores(known)
        return scores / np.float32(most)


def build_lexical_index(texts: Sequence[Sequence[str]]) -> LexicalIndex:
    """Return the index of texts given as lemmas.

    Notes
    -----
    Cost is linear in the number of lemmas.

    References
    ----------
    Robertson and Zaragoza (2009), The Probabilistic Relevance Framework: BM25 and Beyond,
    https://doi.org/10.1561/1500000019; the inverse document frequency is the variant that is never negative,
    log(1 + (n − n_t + 0.5) / (n_t + 0.5)).
    """
    n_texts = len(texts)
    frequency = Counter(lemma for lemmas in texts for lemma in set(lemmas))
    rarity = {lemma: _rarity(count, n_texts) for lemma, count in frequency.items()}
    if not rarity:
        return LexicalIndex(n_texts, {}, None)
    ranker = bm25s.BM25(k1=_SATURATION, b=_LENGTH_PENALTY, method="lucene")
    ranker.index([list(lemmas) for lemmas in texts], show_progress=False)
    return LexicalIndex(n_texts, rarity, ranker)


def _rarity(n_with: int, n_texts: int) -> float:
    """Return the inverse document frequency of a lemma that `n_with` of `n_texts` have."""
    return float(np.log(1 + (n_texts - n_with + 0.5) / (n_with + 0.5)))
