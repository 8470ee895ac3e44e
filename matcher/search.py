"""Hybrid search: meaning and words, fused into one relevance, with what matched."""

from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from matcher.lemmas import split_words
from matcher.search_index import SearchIndex
from models.embeddings import Vectors
from models.errors import EmptyQueryError
from models.idea import Idea, IdeaId
from models.language import LanguageCode
from models.organisation import Organisation, OrganisationId
from models.search import SearchFilters, SearchHit, SearchMode, SearchResult

MEANING_WEIGHT: Final = 0.6
"""Share of meaning in the relevance; the rest is words."""
_FLOOR: Final = 0.05
"""Relevance below which an idea is not a hit."""


def search_ideas(
    index: SearchIndex,
    query: str,
    *,
    language: LanguageCode,
    query_vector: NDArray[np.float32] | None = None,
    organisations: Mapping[OrganisationId, Organisation],
    filters: SearchFilters | None = None,
    n_hits: int = 20,
    n_skipped: int = 0,
) -> SearchResult:
    """Return the ideas that answer `query`, the most relevant first.

    relevance = w · max(0, cosine) + (1 − w) · word score where meaning counts, the word score alone where it does not.

    Parameters
    ----------
    index : the ideas
    query : what somebody typed; at least one letter or digit
    language : the language the query is in
    query_vector : raw vector of the query, shape (n_dims,), or None to search by words alone
    organisations : by id, for filters by region and size
    filters : conditions every hit meets, None for none
    n_hits : int > 0, the most hits to return
    n_skipped : int ≥ 0, how many of the best to leave out, for paging

    Returns
    -------
    SearchResult, hits by descending relevance, ties by idea id

    Raises
    ------
    EmptyQueryError : if the query has no words
    """
    if not split_words(query):
        raise EmptyQueryError
    lemmas = index.lemmatiser(query, language)
    words = index.lexical.score(lemmas)
    similarity = _similarity(index, query_vector, language)
    relevance = (
        words if similarity is None else (MEANING_WEIGHT * np.maximum(similarity, 0) + (1 - MEANING_WEIGHT) * words)
    )
    allowed = np.array([_meets(idea, filters, organisations) for idea in index.ideas], dtype=bool)
    found = np.flatnonzero(allowed & (relevance > _FLOOR))
    best = found[np.argsort(-relevance[found], kind="stable")]
    shown = best[n_skipped : n_skipped + n_hits]
    calibrated = None if similarity is None else _calibrate(index, query_vector, language)
    hits = tuple(
        SearchHit(
            idea_id=index.ideas[row].id,
            relevance=float(min(relevance[row], 1.0)),
            similarity=None if similarity is None else float(similarity[row]),
            word_score=float(words[row]),
            matched_words=find_matched_words(index, int(row), set(lemmas)),
            best_sentence=find_best_sentence(index, int(row), set(lemmas), calibrated),
        )
        for row in shown
    )
    mode = SearchMode.WORDS if similarity is None else SearchMode.HYBRID
    return SearchResult(query=query, language=language, mode=mode, hits=hits, n_found=len(found))


def find_similar(index: SearchIndex, idea_id: IdeaId, *, n_hits: int = 5) -> tuple[SearchHit, ...]:
    """Return the ideas most similar to one, best first, itself left out; empty while only words can be searched."""
    if index.vectors is None or index.sentence_vectors is None:
        return ()
    row = next(position for position, idea in enumerate(index.ideas) if idea.id == idea_id)
    similarity = index.vectors @ index.vectors[row]
    words = set(index.passages[row].lemmas)
    order = [other for other in np.argsort(-similarity, kind="stable") if other != row][:n_hits]
    return tuple(
        SearchHit(
            idea_id=index.ideas[other].id,
            relevance=float(np.clip(similarity[other], 0, 1)),
            similarity=float(similarity[other]),
            word_score=0.0,
            matched_words=find_matched_words(index, int(other), words),
            best_sentence=find_best_sentence(index, int(other), words, index.vectors[row]),
        )
        for other in order
    )


def find_matched_words(index: SearchIndex, row: int, lemmas: set[str]) -> tuple[str, ...]:
    """Return the words of an idea, as written and each once, whose lemma is among `lemmas`."""
    passage = index.passages[row]
    matched = [
        word
        for sentence in passage.sentences
        for word in split_words(sentence)
        if lemmas.intersection(index.lemmatiser(word, passage.language))
    ]
    return tuple(dict.fromkeys(matched))


def find_best_sentence(index: SearchIndex, row: int, lemmas: set[str], query_vector: NDArray[np.float32] | None) -> str:
    """Return the sentence of an idea nearest to a calibrated query vector, or with most lemmas without one."""
    passage = index.passages[row]
    shared = np.array(
        [sum(lemma in lemmas for lemma in set(index.lemmatiser(each, passage.language))) for each in passage.sentences],
        dtype=np.float32,
    )
    if query_vector is None or index.sentence_vectors is None:
        return passage.sentences[int(np.argmax(shared))]
    own = index.sentence_vectors[index.bounds[row] : index.bounds[row + 1]]
    return passage.sentences[int(np.argmax(own @ query_vector))]


def _calibrate(
    index: SearchIndex, query_vector: NDArray[np.float32] | None, language: LanguageCode
) -> NDArray[np.float32] | None:
    """Return the query's vector with its language's mean taken out."""
    if query_vector is None or index.calibrator is None:
        return None
    calibrated: Vectors = index.calibrator.calibrate(query_vector[None, :], [language])
    return calibrated[0]


def _similarity(
    index: SearchIndex, query_vector: NDArray[np.float32] | None, language: LanguageCode
) -> NDArray[np.float32] | None:
    """Return the cosine of every idea with the query, None where meaning can't be searched."""
    calibrated = _calibrate(index, query_vector, language)
    if calibrated is None or index.vectors is None:
        return None
    similarity = index.vectors @ calibrated
    return np.asarray(similarity, dtype=np.float32)


def _meets(idea: Idea, filters: SearchFilters | None, organisations: Mapping[OrganisationId, Organisation]) -> bool:
    """Return whether an idea meets the filters; region and size are those of any resolved party."""
    if filters is None:
        return True
    if filters.language is not None and idea.language != filters.language:
        return False
    if filters.status is not None and idea.status != filters.status:
        return False
    if filters.year is not None and idea.year != filters.year:
        return False
    if filters.region_id is None and filters.size_class is None:
        return True
    ids = [each.organisation_id for each in idea.parties if each.organisation_id is not None]
    parties = [organisations[each] for each in ids]
    return any(
        (filters.region_id is None or party.region_id == filters.region_id)
        and (filters.size_class is None or party.size_class == filters.size_class)
        for party in parties
    )
