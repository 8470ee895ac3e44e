"""Hybrid search: the ideas that answer a query by meaning, words and wording, with what matched."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from matcher.highlights import find_best_sentence, find_matched_words, find_telling_lemmas, has_one_mention
from matcher.lemmas import split_words
from matcher.lexical import Scores
from matcher.relevance import RELEVANCE_MIN, QueryEvidence, weigh_evidence
from matcher.search_index import SearchIndex
from models.errors import EmptyQueryError
from models.folding import fold_name
from models.idea import Idea
from models.language import LanguageCode
from models.organisation import Organisation, OrganisationId
from models.search import SearchFilters, SearchHit, SearchMode, SearchResult

MENTION_BELOW: Final = 0.15
"""Similarity below which an idea that has words of the query in one sentence merely mentions them; docs/method.md."""
N_NEAREST: Final = 3
"""How many ideas are named as the nearest where none is a hit; taste: enough to see what they are about."""


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
    SearchResult, hits by descending relevance (see weigh_evidence), ties by idea id, none below `RELEVANCE_MIN`.
    Ideas of which the whole query is the reference, the title or the name of a party come first, with relevance 1.
    Where the query has no answer (see judge_answer) there are no others.
    Where there is no hit and meaning counts, `nearest` has the best of the others that meet the filters.

    Raises
    ------
    EmptyQueryError : if the query has no words
    """
    if not split_words(query):
        raise EmptyQueryError(query)
    evidence = weigh_evidence(index, query, language=language, query_vector=query_vector)
    is_named = np.zeros(len(index.ideas), dtype=np.bool_)
    is_named[list(index.named_rows.get(fold_name(query), ()))] = True
    evidence = replace(evidence, relevance=np.where(is_named, np.float32(1), evidence.relevance))
    order = [
        row
        for row in np.lexsort((-evidence.points, ~is_named)).tolist()
        if _meets(index.ideas[row], filters, organisations)
    ]
    is_hit = is_named | (evidence.is_answered & (evidence.relevance >= RELEVANCE_MIN))
    best = [row for row in order if is_hit[row]]
    has_meaning = evidence.similarity is not None
    nearest = order[:N_NEAREST] if has_meaning and not best else []
    telling = find_telling_lemmas(index, evidence.matches)
    shown = best[n_skipped : n_skipped + n_hits]
    return SearchResult(
        query=query,
        language=language,
        mode=SearchMode.HYBRID if has_meaning else SearchMode.WORDS,
        hits=tuple(_describe_hit(index, row, query=query, evidence=evidence, telling=telling) for row in shown),
        n_found=len(best),
        nearest=tuple(_describe_hit(index, row, query=query, evidence=evidence, telling=telling) for row in nearest),
    )


def measure_relevance(
    index: SearchIndex, text: str, *, language: LanguageCode, query_vector: NDArray[np.float32]
) -> Scores | None:
    """Return how well each idea answers a short text, shape (n_ideas,), in [0, 1]; None where nothing answers it.

    0 where an idea is no hit, or merely mentions a word.

    Parameters
    ----------
    index, language, query_vector : as for `search_ideas`
    text : at least one word
    """
    evidence = weigh_evidence(index, text, language=language, query_vector=query_vector)
    if not evidence.is_answered:
        return None
    telling = find_telling_lemmas(index, evidence.matches)
    relevance = np.where(evidence.relevance >= RELEVANCE_MIN, evidence.relevance, np.float32(0))
    for row in np.flatnonzero(relevance).tolist():
        if _is_mention(index, row, evidence=evidence, telling=telling):
            relevance[row] = 0
    return relevance


def _is_mention(index: SearchIndex, row: int, *, evidence: QueryEvidence, telling: Mapping[str, float]) -> bool:
    """Tell whether an idea has words of the query in one sentence only and as a whole is not near to it."""
    is_far = evidence.similarity is not None and float(evidence.similarity[row]) < MENTION_BELOW
    return is_far and has_one_mention(index, row, telling)


def _describe_hit(
    index: SearchIndex, row: int, *, query: str, evidence: QueryEvidence, telling: Mapping[str, float]
) -> SearchHit:
    """Return the hit of one idea, with what matched; its reference is among the words where that was asked for."""
    idea = index.ideas[row]
    words = find_matched_words(index, row, telling)
    if idea.reference is not None and fold_name(idea.reference) == fold_name(query):
        words = (idea.reference, *words)
    return SearchHit(
        idea_id=idea.id,
        relevance=float(evidence.relevance[row]),
        similarity=None if evidence.similarity is None else float(np.clip(evidence.similarity[row], -1, 1)),
        word_score=float(evidence.words[row]),
        matched_words=words,
        best_sentence=find_best_sentence(index, row, telling=telling, vector=evidence.vector),
        is_mention=bool(evidence.relevance[row] < 1) and _is_mention(index, row, evidence=evidence, telling=telling),
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
