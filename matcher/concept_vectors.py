"""What the concepts that a text names mean together: the same direction in whichever language they are named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from matcher.calibration import normalise_rows
from matcher.concepts import ConceptReader
from matcher.lemmas import Lemmatiser
from matcher.passage import Passage, read_passage
from matcher.shared_words import read_mentions
from models.embeddings import Vectors
from models.idea import IdeaDraft
from models.language import LANGUAGES
from models.theme import Keyword

CONCEPT_WEIGHT: Final = 0.3
"""How far a text is turned towards what it names; from 0.2 to 0.6 it is much the same, docs/method.md."""


@dataclass(frozen=True, slots=True, eq=False)
class ConceptVectors:
    """The concepts that `reader` knows, each with its vector: `vectors` (n_concepts, n_dims), of unit length.

    `rows` numbers the concepts by their terms.
    """

    reader: ConceptReader
    rows: Mapping[Keyword, int]
    vectors: Vectors

    @classmethod
    def build(cls, reader: ConceptReader, raw: Vectors) -> Self:
        """Return the vectors of concepts less their mean, which is what all words of a vocabulary have in common.

        Parameters
        ----------
        reader : of a vocabulary
        raw : vectors of `describe_concepts()` of that vocabulary, shape (n_concepts, n_dims)
        """
        rows = {term: row for row, term in enumerate(reader.concepts)}
        return cls(reader, rows, normalise_rows(raw - raw.mean(axis=0)) if len(raw) else raw)

    def sum_up(self, passages: Sequence[Passage]) -> Vectors:
        """Return the direction of what each text names: Σ_t strength(t) · v_t over the concepts t named, scaled to 1.

        Parameters
        ----------
        passages : their main sentences are read; a compound counts half for each part that the vocabulary knows

        Returns
        -------
        shape (n_texts, n_dims); unit length, zeros for a text that names no concept
        """
        return normalise_rows(self._read(passages) @ self.vectors)

    def sum_up_query(self, query: str, lemmatiser: Lemmatiser) -> Vectors:
        """Return the direction of what a query names, read in every language, for its own is not certain.

        Returns
        -------
        shape (1, n_dims); unit length, or zeros
        """
        read = [read_passage(IdeaDraft(title=query, language=each), lemmatiser) for each in LANGUAGES]
        return normalise_rows(self._read(read).max(axis=0, keepdims=True) @ self.vectors)

    def _read(self, passages: Sequence[Passage]) -> NDArray[np.float32]:
        """Return how surely each text is about each concept, shape (n_texts, n_concepts), in [0, 1]."""
        strengths = np.zeros((len(passages), len(self.rows)), dtype=np.float32)
        for row, passage in enumerate(passages):
            for term, mention in read_mentions(passage, self.reader).items():
                if term in self.rows:
                    strengths[row, self.rows[term]] = mention.strength
        return strengths


def add_concepts(vectors: Vectors, named: Vectors) -> Vectors:
    """Return vectors turned a little towards what their texts name, which is the same in all languages.

    Parameters
    ----------
    vectors : shape (n_texts, n_dims), unit length
    named : of `ConceptVectors`, of the same shape; where it is zeros the vector stays as it is

    Returns
    -------
    shape (n_texts, n_dims), unit length
    """
    if not named.any():
        return vectors
    is_naming = named.any(axis=1, keepdims=True)
    return np.where(is_naming, normalise_rows(vectors + np.float32(CONCEPT_WEIGHT) * named), vectors)
