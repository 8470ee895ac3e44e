"""How near sentences are in meaning to the subjects of the lexicon: beside words, never in their place."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from matcher.calibration import Calibrator, find_kind
from matcher.embedding import average_main
from matcher.ports import Encoder
from models.embeddings import Vectors
from models.language import LANGUAGES
from models.lexicon import Lexicon, SubjectId


@dataclass(frozen=True, slots=True, eq=False)
class SubjectCloseness:
    """How near one text is to the subjects.

    `sentences` (n_sentences, n_subjects) are the similarities of each, `whole` (n_subjects,) that of the mean of its
    main sentences, in [-1, 1]; columns are in the order of `subjects`.
    """

    subjects: tuple[SubjectId, ...]
    sentences: NDArray[np.float32]
    whole: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class SubjectSeeds:
    """The vectors of the lexicon's seeds.

    Row i of `vectors` (n_seeds, n_dims) is the mean of the three languages of seed i, not scaled, so that a product
    with it is the mean similarity; `owners[i]` is the place of its subject in `subjects`.
    """

    subjects: tuple[SubjectId, ...]
    owners: NDArray[np.intp]
    vectors: Vectors

    @classmethod
    def encode(cls, lexicon: Lexicon, *, encoder: Encoder, calibrator: Calibrator) -> Self:
        """Return the seeds of a lexicon, calibrated as the sentences are that they will be compared with."""
        subjects = tuple(lexicon.seeds)
        seeds = [(place, seed) for place, subject in enumerate(subjects) for seed in lexicon.seeds[subject]]
        texts = [seed.in_language(language) for _, seed in seeds for language in LANGUAGES]
        kinds = [find_kind(text, language) for text, language in zip(texts, LANGUAGES * len(seeds), strict=True)]
        vectors = calibrator.calibrate(encoder.encode(texts), kinds)
        means: Vectors = vectors.reshape(len(seeds), len(LANGUAGES), vectors.shape[1]).mean(axis=1)
        return cls(subjects, np.array([place for place, _ in seeds], dtype=np.intp), means)

    def measure(self, sentence_vectors: Vectors) -> NDArray[np.float32]:
        """Return how near sentences are to each subject: the similarity with the nearest of its seeds.

        c(x, s) = max over seeds d of s of the mean over languages l of x · d_l, all vectors calibrated.

        Parameters
        ----------
        sentence_vectors : shape (n_sentences, n_dims), calibrated, unit length

        Returns
        -------
        shape (n_sentences, n_subjects), in [-1, 1], in the order of `subjects`
        """
        similarity = sentence_vectors @ self.vectors.T
        firsts = np.flatnonzero(np.diff(self.owners, prepend=-1))  # the seeds of a subject stand together
        nearest: NDArray[np.float32] = np.maximum.reduceat(similarity, firsts, axis=1)
        return nearest

    def measure_texts(
        self, sentence_vectors: Vectors, *, bounds: NDArray[np.intp], n_main: NDArray[np.intp]
    ) -> list[SubjectCloseness]:
        """Return how near the main sentences of each text are to each subject, and each text as a whole.

        Parameters
        ----------
        sentence_vectors, bounds, n_main : as for `average_main`
        """
        near = self.measure(sentence_vectors)
        wholes = self.measure(average_main(sentence_vectors, bounds=bounds, n_main=n_main))
        return [
            SubjectCloseness(self.subjects, near[begin : begin + n_own], whole)
            for begin, n_own, whole in zip(bounds[:-1], n_main, wholes, strict=True)
        ]
