"""The steps from ideas to a search index, in order and nothing else; what is cached or unchanged is not done again."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

import numpy as np

from matcher.calibration import Calibrator, find_kind, fit_calibrator
from matcher.closeness import measure_crowding
from matcher.concept_vectors import ConceptVectors, add_concepts
from matcher.concepts import ConceptReader
from matcher.embedding import find_bounds
from matcher.lemmas import Lemmatiser, lemmatise
from matcher.lexical import build_lexical_index
from matcher.named import name_ideas
from matcher.passage import name_parties, read_name, read_passage
from matcher.ports import Encoder, ReportProgress
from matcher.search_index import SearchIndex
from matcher.similar_ideas import make_profiles
from matcher.translations import Translations
from matcher.wording import build_wording_index
from models.embeddings import Vectors
from models.idea import Idea
from models.language import LanguageCode
from models.organisation import Organisation, OrganisationId
from models.vocabulary import NO_VOCABULARY, Vocabulary

Background = Mapping[LanguageCode, Sequence[str]]
"""The shipped sentences by language, that every language's mean is shrunk towards."""
NO_BACKGROUND: Final[Background] = MappingProxyType({})
NO_ORGANISATIONS: Final[Mapping[OrganisationId, Organisation]] = MappingProxyType({})


def index_words(
    ideas: Sequence[Idea],
    *,
    background: Background = NO_BACKGROUND,
    organisations: Mapping[OrganisationId, Organisation] = NO_ORGANISATIONS,
    vocabulary: Vocabulary = NO_VOCABULARY,
    previous: SearchIndex | None = None,
    lemmatiser: Lemmatiser = lemmatise,
) -> SearchIndex:
    """Return an index for searching by words; passages of ideas that did not change come from `previous`.

    `background` tells which words are common in each language, `organisations` the names of the parties, `vocabulary`
    what things are called in other languages.
    """
    known = {}
    if previous is not None and previous.lemmatiser is lemmatiser:
        known = dict(zip(previous.ideas, previous.passages, strict=True))
    passages = [
        replace(known.get(idea) or read_passage(idea, lemmatiser), names=name_parties(idea, organisations))
        for idea in ideas
    ]
    lexical = build_lexical_index(
        [passage.lemmas for passage in passages],
        background=[[lemmatiser(text, language) for text in texts] for language, texts in background.items()],
        names=[{word for name in passage.names for word in read_name(name, lemmatiser)} for passage in passages],
    )
    wording = build_wording_index([passage.text for passage in passages])
    languages = np.array([idea.language for idea in ideas], dtype=np.str_)
    return SearchIndex(
        ideas,
        passages,
        lexical,
        wording,
        find_bounds(passages),
        languages,
        lemmatiser,
        Translations.build(vocabulary, lemmatiser),
        name_ideas(ideas, passages),
    )


def index_meaning(
    index: SearchIndex, *, encoder: Encoder, background: Background, report: ReportProgress | None = None
) -> SearchIndex:
    """Return `index` with the calibrated vectors of its passages: enough to search by meaning."""
    texts = [passage.text for passage in index.passages]
    languages = [passage.language for passage in index.passages]
    raw = encoder.encode([*texts, *_list_texts(background)], report)
    vectors, calibrator = calibrate_texts(texts, languages, raw=raw, background=background)
    return replace(index, vectors=vectors, calibrator=calibrator)


def index_sentences(
    index: SearchIndex,
    *,
    encoder: Encoder,
    background: Background,
    vocabulary: Vocabulary = NO_VOCABULARY,
    report: ReportProgress | None = None,
) -> SearchIndex:
    """Return `index`, which has vectors, with those of its sentences: enough to compare ideas and show what matched.

    By the concepts of `vocabulary` ideas are compared across words and languages.
    """
    texts = [sentence for passage in index.passages for sentence in passage.sentences]
    languages = [passage.language for passage in index.passages for _ in passage.sentences]
    words = vocabulary.describe_concepts()
    raw = encoder.encode([*words, *texts, *_list_texts(background)], report)
    sentence_vectors, calibrator = calibrate_texts(texts, languages, raw=raw[len(words) :], background=background)
    n_main = np.array([passage.n_main for passage in index.passages], dtype=np.intp)
    vectors = sentence_vectors[:0] if index.vectors is None else index.vectors
    plain_profiles = make_profiles(vectors, sentence_vectors, bounds=index.bounds, n_main=n_main)
    reader = ConceptReader.build(vocabulary, lemmatiser=index.lemmatiser)
    concepts = ConceptVectors.build(reader, raw[: len(words)])
    profiles = add_concepts(plain_profiles, concepts.sum_up(index.passages))
    return replace(
        index,
        sentence_vectors=sentence_vectors,
        plain_profiles=plain_profiles,
        plain_crowding=measure_crowding(plain_profiles),
        profiles=profiles,
        crowding=measure_crowding(profiles),
        sentence_calibrator=calibrator,
        concepts=concepts,
    )


def calibrate_texts(
    texts: Sequence[str], languages: Sequence[LanguageCode], *, raw: Vectors, background: Background
) -> tuple[Vectors, Calibrator]:
    """Return the calibrated vectors of texts, and what calibrated them.

    Parameters
    ----------
    texts : of the corpus
    languages : one a text
    raw : shape (n_texts + n_background, n_dims), the vectors of the texts, then of `background` in its order
    background : the shipped sentences
    """
    kinds = [find_kind(text, language) for text, language in zip(texts, languages, strict=True)]
    shipped_kinds = [find_kind(text, language) for language, shipped in background.items() for text in shipped]
    own, shipped = raw[: len(texts)], raw[len(texts) :]
    calibrator = fit_calibrator(own, kinds, background=shipped, background_kinds=shipped_kinds)
    return calibrator.calibrate(own, kinds), calibrator


def _list_texts(background: Background) -> list[str]:
    """Return the background of all languages, one after another."""
    return [text for texts in background.values() for text in texts]
