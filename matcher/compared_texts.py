"""Texts that are no ideas (past projects, what somebody typed) made comparable with the ideas of an index."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.calibration import find_kind
from matcher.closeness import average_nearest
from matcher.concept_vectors import add_concepts
from matcher.embedding import find_bounds
from matcher.passage import Passage
from matcher.ports import Encoder
from matcher.search_index import SearchIndex
from matcher.similar_ideas import make_profiles
from models.embeddings import Vectors


@dataclass(frozen=True, slots=True, eq=False)
class ComparedTexts:
    """Passages with their vectors, which mean what those of `SearchIndex` mean for ideas.

    `crowding` and `plain_crowding` (n_texts,) are the mean similarities of each profile with the nearest ideas,
    `raw_vectors` (n_texts, n_dims) those of the whole texts as the encoder gives them.
    """

    passages: Sequence[Passage]
    bounds: NDArray[np.intp]
    sentence_vectors: Vectors
    plain_profiles: Vectors
    plain_crowding: NDArray[np.float32]
    profiles: Vectors
    crowding: NDArray[np.float32]
    raw_vectors: Vectors

    def list_main_vectors(self, row: int) -> Vectors:
        """Return the vectors of the main sentences of one text."""
        begin = self.bounds[row]
        return self.sentence_vectors[begin : begin + self.passages[row].n_main]


def compare_texts(passages: Sequence[Passage], index: SearchIndex, *, encoder: Encoder) -> ComparedTexts | None:
    """Return the vectors of passages as the index has them of ideas; None while it has none, or of no passages.

    Parameters
    ----------
    passages : at least a title each
    index : all ideas, whose calibration is taken, so that no idea is encoded or centred anew
    encoder : the one that made the index; with a cache only what is new is encoded
    """
    calibrator, sentence_calibrator = index.calibrator, index.sentence_calibrator
    if not passages or calibrator is None or sentence_calibrator is None:
        return None
    assert index.plain_profiles is not None  # noqa: S101 - made together with the calibrator of sentences
    assert index.profiles is not None  # noqa: S101
    assert index.concepts is not None  # noqa: S101
    sentences = [(sentence, each.language) for each in passages for sentence in each.sentences]
    texts = [*(each.text for each in passages), *(sentence for sentence, _ in sentences)]
    rows = {text: row for row, text in enumerate(dict.fromkeys(texts))}  # a text of one sentence is that sentence
    raw = encoder.encode(list(rows))[[rows[text] for text in texts]]
    vectors = calibrator.calibrate(raw[: len(passages)], [find_kind(each.text, each.language) for each in passages])
    kinds = [find_kind(sentence, language) for sentence, language in sentences]
    sentence_vectors = sentence_calibrator.calibrate(raw[len(passages) :], kinds)
    bounds = find_bounds(passages)
    n_main = np.array([each.n_main for each in passages], dtype=np.intp)
    plain_profiles = make_profiles(vectors, sentence_vectors, bounds=bounds, n_main=n_main)
    profiles = add_concepts(plain_profiles, index.concepts.sum_up(passages))
    n_ideas = len(index.ideas)
    return ComparedTexts(
        passages,
        bounds,
        sentence_vectors,
        plain_profiles,
        average_nearest(plain_profiles @ index.plain_profiles.T, n_others=n_ideas),
        profiles,
        average_nearest(profiles @ index.profiles.T, n_others=n_ideas),
        raw[: len(passages)],
    )
