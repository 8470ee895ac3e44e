"""Hybrid search: the ideas that answer a query by meaning, words and wording, with what matched."""

from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from matcher.highlights import find_best_sentence, find_matched_words, find_telling_lemmas
from matcher.lemmas import split_words
from matcher.relevance import Evidence, weigh_evidence
from matcher.search_index import SearchIndex
from models.errors import EmptyQueryError
from models.idea import Idea
from models.language import LanguageCode
from models.organisation import Organisation, OrganisationId
from models.search import SearchFilters, SearchHit, SearchMode, SearchResult

RELEVANCE_MIN: Final = 0.2
"""Relevance below which an idea is not a hit; measured on queries about things no idea mentions, docs/method.md."""


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
    SearchResult, hits by descending relevance (see weigh_evidence), ties by idea id, none below `RELEVANCE_MIN`

    Raises
    ------
    EmptyQueryError : if the query has no words
    """
    if not split_words(query):
        raise EmptyQueryError
    evidence = weigh_evidence(index, query, language=language, query_vector=query_vector)
    near = np.flatnonzero(evidence.relevance >= RELEVANCE_MIN).tolist()
    found = np.array([row for row in near if _meets(index.ideas[row], filters, organisations)], dtype=np.intp)
    best = found[np.argsort(-evidence.points[found], kind="stable")]
    telling = find_telling_lemmas(index, evidence.matches)
    shown = best[n_skipped : n_skipped + n_hits]
    return SearchResult(
        query=query,
        language=language,
        mode=SearchMode.WORDS if evidence.similarity is None else SearchMode.HYBRID,
        hits=tuple(_describe_hit(index, int(row), evidence=evidence, telling=telling) for row in shown),
        n_found=len(found),
    )


def _describe_hit(index: SearchIndex, row: int, *, evidence: Evidence, telling: Mapping[str, float]) -> SearchHit:
    """Return the hit of one idea, with what matched."""
    return SearchHit(
        idea_id=index.ideas[row].id,
        relevance=float(evidence.relevance[row]),
        similarity=None if evidence.similarity is None else float(np.clip(evidence.similarity[row], -1, 1)),
        word_score=float(evidence.words[row]),
        matched_words=find_matched_words(index, row, telling),
        best_sentence=find_best_sentence(index, row, telling=telling, vector=evidence.vector),
    )


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
