"""Takes language and length out of embeddings: a vector loses the mean of the texts of its kind.

Raw vectors of a multilingual model cluster by language and by length, not by meaning, and unrelated texts are nearly
as similar as related ones.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from models.embeddings import Vectors
from models.language import LanguageCode

PRIOR_WEIGHT: Final = 20.0
"""How many texts the background of a kind counts for against the corpus when the mean of the kind is estimated.

Measured on SIB-200 sentences and on the illustrative ideas: anything from 10 to 50 is as good; see docs/method.md.
"""
_SHORT_MAX: Final = 50
_MEDIUM_MAX: Final = 140
"""Most characters of a short text (titles, what people search for) and of a medium one (a sentence).

The background's own lengths part here in all three languages: titles 16-55 characters, sentences 47-118, paragraphs
174-296; see data/background/README.md.
"""


class LengthClass(StrEnum):
    """How long a text is; vectors of titles, sentences and paragraphs lie apart as those of languages do."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class TextKind:
    """What calibration needs to know of a text."""

    language: LanguageCode
    length: LengthClass


def find_kind(text: str, language: LanguageCode) -> TextKind:
    """Return the kind of a text in a known language.

    Examples
    --------
    >>> find_kind("Koulukyydit yhteen", "fi").length.value
    'short'
    """
    if len(text) <= _SHORT_MAX:
        return TextKind(language, LengthClass.SHORT)
    return TextKind(language, LengthClass.MEDIUM if len(text) <= _MEDIUM_MAX else LengthClass.LONG)


def normalise_rows(vectors: NDArray[np.float32]) -> Vectors:
    """Return rows scaled to unit length; a row of zeros stays zeros."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: Vectors = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)
    return scaled


@dataclass(frozen=True, slots=True, eq=False)
class Calibrator:
    """The mean vector of each kind of text; `calibrate` subtracts it and renormalises."""

    means: Mapping[TextKind, NDArray[np.float32]]

    def calibrate(self, vectors: Vectors, kinds: Sequence[TextKind]) -> Vectors:
        """Return calibrated vectors: v' = (v − m_k) / |v − m_k| with m_k the mean of the text's kind.

        Parameters
        ----------
        vectors : shape (n_texts, n_dims), unit length
        kinds : one a text; texts of a kind without a mean are left as they are

        Returns
        -------
        shape (n_texts, n_dims), unit length; a text that is its kind's mean becomes zeros, similar to nothing
        """
        if not kinds:
            return vectors
        none = np.zeros(vectors.shape[1], dtype=np.float32)
        return normalise_rows(vectors - np.stack([self.means.get(kind, none) for kind in kinds]))


def fit_calibrator(
    vectors: Vectors,
    kinds: Sequence[TextKind],
    *,
    background: Vectors,
    background_kinds: Sequence[TextKind],
    prior_weight: float = PRIOR_WEIGHT,
) -> Calibrator:
    """Return the calibrator of a corpus, its means shrunk towards those of a background set.

    m_k = (Σ v + w · b_k) / (n_k + w), with n_k texts v of kind k, b_k the background's mean of that kind and w
    `prior_weight`. In a language without a background b_k is the mean of all the corpus's texts in that language.

    Parameters
    ----------
    vectors : of the corpus, shape (n_texts, n_dims), unit length
    kinds : one a text
    background : of the background texts, shape (n_background, n_dims), unit length
    background_kinds : one a background text
    prior_weight : number of texts, > 0; the smaller, the more the corpus is trusted

    Returns
    -------
    Calibrator with a mean for every length in each language of the corpus or the background

    Notes
    -----
    The order of the texts does not matter beyond rounding. Cost is linear in the number of texts.

    References
    ----------
    Shrinkage of a small group's mean: Efron and Morris (1977), Stein's Paradox in Statistics. Means by kind are our
    own choice, see docs/adr/texts-are-centred-by-language-and-length.md.
    """
    own_sums, own_counts = _sum_by_kind(vectors, kinds)
    shipped_sums, shipped_counts = _sum_by_kind(background, background_kinds)
    means = {}
    for language in sorted({kind.language for kind in (*own_counts, *shipped_counts)}):
        lengths = [TextKind(language, length) for length in LengthClass]
        is_shipped = any(kind in shipped_counts for kind in lengths)
        sums, counts = (shipped_sums, shipped_counts) if is_shipped else (own_sums, own_counts)
        everything = sum(sums[kind] for kind in lengths if kind in sums)
        overall = everything / sum(counts.get(kind, 0) for kind in lengths)
        for kind in lengths:
            prior = shipped_sums[kind] / shipped_counts[kind] if kind in shipped_counts else overall
            total = own_sums.get(kind, 0.0) + prior_weight * prior
            means[kind] = np.asarray(total / (own_counts.get(kind, 0) + prior_weight), dtype=np.float32)
    return Calibrator(means)


def _sum_by_kind(
    vectors: Vectors, kinds: Sequence[TextKind]
) -> tuple[dict[TextKind, NDArray[np.float64]], dict[TextKind, int]]:
    """Return the sum of the vectors, and the number of the texts, of each kind there is."""
    rows: dict[TextKind, list[int]] = {}
    for row, kind in enumerate(kinds):
        rows.setdefault(kind, []).append(row)
    sums = {kind: vectors[own].sum(axis=0, dtype=np.float64) for kind, own in rows.items()}
    return sums, {kind: len(own) for kind, own in rows.items()}
