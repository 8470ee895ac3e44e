"""Measures search on pairs of texts that say the same: the second one should be found by the first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

import numpy as np
from numpy.typing import NDArray

from matcher.bootstrap import estimate_mean
from matcher.concept_vectors import ConceptVectors
from matcher.concepts import ConceptReader
from matcher.languages import identify_language
from matcher.pipeline import Background, calibrate_texts, index_words
from matcher.ports import Encoder, ReportProgress
from matcher.relevance import weigh_evidence
from matcher.search_index import SearchIndex
from models.embeddings import Vectors
from models.evaluation import Channel, SearchEvaluation, SearchFigures, TextPair
from models.idea import Idea, IdeaId
from models.language import LanguageCode
from models.vocabulary import NO_VOCABULARY, Vocabulary

N_RANKED: Final = 100
"""How many of the best texts a ranking keeps."""
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def evaluate_search(
    pairs: Sequence[TextPair],
    *,
    encoder: Encoder,
    background: Background,
    vocabulary: Vocabulary = NO_VOCABULARY,
    report: ReportProgress | None = None,
) -> SearchEvaluation:
    """Return how often, and how near the top, the product's search finds the second text of a pair by the first.

    What is found is a text: where the second text of another pair is the same letter for letter, it is as right, for
    nobody who searches could tell the two apart. Its rank is that of the first of them.

    Parameters
    ----------
    pairs : at least one; the second texts of all pairs are searched, each by the first of every pair
    encoder : the model
    background : the shipped sentences
    vocabulary : what things are called in each language
    report : called with how many texts are encoded, and of how many

    Returns
    -------
    SearchEvaluation with hit@1 and mean reciprocal rank by channel, and the rankings of the fused one

    Notes
    -----
    Texts are read as titles of ideas, with the weights of the running product; equal scores rank by row.
    Cost is quadratic in the number of pairs.
    """
    languages = [pair.language or identify_language(pair.second) for pair in pairs]
    ideas = [
        Idea(id=IdeaId(row), title=pair.second, language=language, created_at=_EPOCH, updated_at=_EPOCH)
        for row, (pair, language) in enumerate(zip(pairs, languages, strict=True))
    ]
    firsts = [pair.first for pair in pairs]
    numbers: dict[str, int] = {}
    texts = np.array([numbers.setdefault(pair.second, len(numbers)) for pair in pairs])
    shipped = [text for texts in background.values() for text in texts]
    concepts = vocabulary.describe_concepts()
    raw = encoder.encode([*concepts, *(pair.second for pair in pairs), *shipped, *firsts], report)
    raw_concepts, raw = raw[: len(concepts)], raw[len(concepts) :]
    n_indexed = len(pairs) + len(shipped)
    index = _index_vectors(
        index_words(ideas, background=background, vocabulary=vocabulary), raw[:n_indexed], background=background
    )
    index = replace(index, concepts=ConceptVectors.build(ConceptReader.build(vocabulary), raw_concepts))
    ranks: dict[Channel, list[int]] = {channel: [] for channel in Channel}
    rankings = []
    for row, pair in enumerate(pairs):
        language = pair.language or identify_language(pair.first)
        scores = _score(index, pair.first, language=language, vector=raw[n_indexed + row])
        for channel, values in scores.items():
            order = np.argsort(-values, kind="stable")
            ranks[channel].append(int(np.flatnonzero(texts[order] == texts[row])[0]) + 1)
            if channel is Channel.FUSED:
                rankings.append([int(other) for other in order[:N_RANKED]])
    figures = {channel: _summarise(np.asarray(found, dtype=np.float64)) for channel, found in ranks.items()}
    return SearchEvaluation(len(pairs), encoder.model, figures, rankings)


def _index_vectors(index: SearchIndex, raw: Vectors, *, background: Background) -> SearchIndex:
    """Return the index with the calibrated vectors of its texts; a title is its own only sentence."""
    texts = [passage.text for passage in index.passages]
    languages = [passage.language for passage in index.passages]
    vectors, calibrator = calibrate_texts(texts, languages, raw=raw, background=background)
    return replace(index, vectors=vectors, calibrator=calibrator)


def _score(
    index: SearchIndex, query: str, *, language: LanguageCode, vector: NDArray[np.float32]
) -> dict[Channel, NDArray[np.float64]]:
    """Return the scores of all texts by channel, shape (n_texts,) each."""
    evidence = weigh_evidence(index, query, language=language, query_vector=vector)
    assert evidence.similarity is not None  # noqa: S101 - the index has vectors
    return {
        Channel.DENSE: evidence.similarity.astype(np.float64),
        Channel.LEXICAL: evidence.lexical_points,
        Channel.FUSED: evidence.points,
    }


def _summarise(ranks: NDArray[np.float64]) -> SearchFigures:
    """Return hit@1 and mean reciprocal rank of ranks counted from 1."""
    return SearchFigures(estimate_mean((ranks == 1).astype(np.float64)), estimate_mean(1 / ranks))
