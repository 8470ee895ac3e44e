"""Takes the language out of embeddings: vectors of one language lose that language's mean.

Raw vectors of a multilingual model cluster by language, and unrelated texts are nearly as similar as related ones.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from models.embeddings import Vectors
from models.language import LanguageCode

PRIOR_WEIGHT: Final = 50.0
"""How many texts the background counts for against the corpus when a language's mean is estimated."""


def normalise_rows(vectors: NDArray[np.float32]) -> Vectors:
    """Return rows scaled to unit length; a row of zeros stays zeros."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: Vectors = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)
    return scaled


@dataclass(frozen=True, slots=True, eq=False)
class Calibrator:
    """The mean vector of each language; `calibrate` subtracts it and renormalises."""

    means: Mapping[LanguageCode, NDArray[np.float32]]

    def calibrate(self, vectors: Vectors, languages: Sequence[LanguageCode]) -> Vectors:
        """Return calibrated vectors: v' = (v − m_l) / |v − m_l| with m_l the mean of the text's language.

        Parameters
        ----------
        vectors : shape (n_texts, n_dims), unit length
        languages : one a text; a language without a mean is left as it is

        Returns
        -------
        shape (n_texts, n_dims), unit length
        """
        none = np.zeros(vectors.shape[1], dtype=np.float32)
        means = np.stack([self.means.get(language, none) for language in languages]) if languages else vectors
        return normalise_rows(vectors - means)


def fit_calibrator(
    vectors: Vectors,
    languages: Sequence[LanguageCode],
    *,
    background: Mapping[LanguageCode, Vectors],
    prior_weight: float = PRIOR_WEIGHT,
) -> Calibrator:
    """Return the calibrator of a corpus, its means shrunk towards those of a background set.

    m_l = (Σ v + w · b_l) / (n_l + w), with n_l texts v in language l, b_l the background's mean and w `prior_weight`.

    Parameters
    ----------
    vectors : shape (n_texts, n_dims), unit length
    languages : one a text
    background : vectors of background texts by language, shape (n, n_dims) each
    prior_weight : number of texts, ≥ 0; 0 trusts the corpus alone

    Returns
    -------
    Calibrator with a mean for each language of the corpus or the background
    """
    means = {}
    codes = np.asarray(languages, dtype=object)
    for language in sorted({*languages, *background}):
        own = vectors[codes == language]
        shipped = background.get(language)
        weight = 0.0 if shipped is None else prior_weight
        prior = 0.0 if shipped is None else shipped.mean(axis=0, dtype=np.float64) * weight
        total = own.sum(axis=0, dtype=np.float64) + prior
        means[language] = (total / max(len(own) + weight, 1.0)).astype(np.float32)
    return Calibrator(means)
