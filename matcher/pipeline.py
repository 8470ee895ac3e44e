"""The steps from ideas to a search index, in order and nothing else; what is cached or unchanged is not done again."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from matcher.calibration import fit_calibrator
from matcher.embedding import find_bounds, find_vectors
from matcher.lemmas import Lemmatiser, lemmatise
from matcher.lexical import build_lexical_index
from matcher.passage import read_passage
from matcher.ports import Database, Encoder, ReportProgress
from matcher.search_index import SearchIndex
from models.embeddings import Vectors
from models.idea import Idea
from models.language import LanguageCode

Background = Mapping[LanguageCode, Sequence[str]]
"""The shipped sentences by language, that every language's mean is shrunk towards."""


def index_words(
    ideas: Sequence[Idea], *, previous: SearchIndex | None = None, lemmatiser: Lemmatiser = lemmatise
) -> SearchIndex:
    """Return an index for searching by words; passages of ideas that did not change come from `previous`."""
    known = {}
    if previous is not None and previous.lemmatiser is lemmatiser:
        known = dict(zip(previous.ideas, previous.passages, strict=True))
    passages = [known.get(idea) or read_passage(idea, lemmatiser) for idea in ideas]
    lexical = build_lexical_index([passage.lemmas for passage in passages])
    return SearchIndex(ideas, passages, lexical, find_bounds(passages), lemmatiser)


def index_meaning(
    index: SearchIndex,
    *,
    encoder: Encoder,
    database: Database,
    background: Background,
    report: ReportProgress | None = None,
) -> SearchIndex:
    """Return `index` with the calibrated vectors of its passages: enough to search by meaning."""
    texts = [passage.text for passage in index.passages]
    languages = [passage.language for passage in index.passages]
    own, shipped = _find_vectors_with_background(texts, encoder, database, background, report)
    calibrator = fit_calibrator(own, languages, background=shipped)
    return replace(index, vectors=calibrator.calibrate(own, languages), calibrator=calibrator)


def index_sentences(
    index: SearchIndex,
    *,
    encoder: Encoder,
    database: Database,
    background: Background,
    report: ReportProgress | None = None,
) -> SearchIndex:
    """Return `index` with the calibrated vectors of its sentences: enough to show which one matched."""
    texts = [sentence for passage in index.passages for sentence in passage.sentences]
    languages = [passage.language for passage in index.passages for _ in passage.sentences]
    own, shipped = _find_vectors_with_background(texts, encoder, database, background, report)
    calibrator = fit_calibrator(own, languages, background=shipped)
    return replace(index, sentence_vectors=calibrator.calibrate(own, languages))


def _find_vectors_with_background(
    texts: Sequence[str],
    encoder: Encoder,
    database: Database,
    background: Background,
    report: ReportProgress | None,
) -> tuple[Vectors, dict[LanguageCode, Vectors]]:
    """Return raw vectors of texts, and of the background by language, in one go."""
    languages = sorted(background)
    shipped = [sentence for language in languages for sentence in background[language]]
    raw = find_vectors([*texts, *shipped], encoder=encoder, database=database, report=report)
    bounds = np.cumsum([len(texts), *(len(background[language]) for language in languages)])
    return raw[: len(texts)], dict(zip(languages, np.split(raw, bounds)[1:-1], strict=True))
