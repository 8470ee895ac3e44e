"""Answers of searches, each hit with why it is there."""

from typing import Final

from pydantic import BaseModel, Field

from matcher.catalogue import Catalogue
from matcher.similar_ideas import find_similar
from matcher.snapshot import Snapshot
from models.idea import IdeaId
from models.search import SearchHit, SearchMode, SearchResult
from web.api.schemas.idea import IDEA_SUMMARY_EXAMPLE, IdeaSummary, summarise_idea
from web.api.schemas.ranges import keep_within


class HitAnswer(BaseModel):
    """One idea found, and why."""

    relevance: float = Field(ge=0, le=1, description="How well the idea answers, in [0, 1]; orders the hits.")
    similarity: float | None = Field(
        ge=-1, le=1, description="Calibrated cosine of the meanings, in [-1, 1]; null where words alone counted."
    )
    word_score: float = Field(
        ge=0, le=1, description="Share of the weighted words asked for that the idea contains, in [0, 1]."
    )
    matched_words: list[str] = Field(description="The words of the idea that matched, as written there.")
    best_sentence: str = Field(description="The sentence of the idea nearest to what was asked.")
    is_mention: bool = Field(
        description="Whether words asked for stand in one sentence only and the idea is not near in meaning."
    )
    idea: IdeaSummary = Field(description="The idea found.")


class SearchAnswer(BaseModel):
    """The hits of one search, the most relevant first."""

    query: str = Field(description="What was searched for.")
    language: str = Field(description="The language the query was taken for, ISO 639-1.")
    mode: SearchMode = Field(
        description="`hybrid` where meaning and words counted; `words` while the language model is loading."
    )
    n_found: int = Field(ge=0, description="How many ideas were found in all.")
    offset: int = Field(ge=0, description="How many of the best were left out.")
    hits: list[HitAnswer] = Field(description="The most relevant of what was found.")
    nearest: list[HitAnswer] = Field(
        description="Where nothing clearly matches, the few ideas that come nearest; probably about other things."
    )


class SimilarAnswer(BaseModel):
    """The ideas most like one, the most similar first."""

    idea_id: int = Field(description="The idea they are like.")
    mode: SearchMode = Field(
        description="`hybrid` where meanings were compared; `words` while the language model is loading: no hits yet."
    )
    hits: list[HitAnswer] = Field(description="The most similar ideas, itself left out.")


def describe_search(catalogue: Catalogue, result: SearchResult, *, offset: int = 0) -> SearchAnswer:
    """Return what was found, with its ideas."""
    return SearchAnswer(
        query=result.query,
        language=result.language,
        mode=result.mode,
        n_found=result.n_found,
        offset=offset,
        hits=[describe_hit(catalogue, hit) for hit in result.hits],
        nearest=[describe_hit(catalogue, hit) for hit in result.nearest],
    )


def list_similar(snapshot: Snapshot, idea_id: IdeaId, *, n_hits: int) -> SimilarAnswer:
    """Return the ideas most like one; raise UnknownIdeaError where it is not."""
    idea = snapshot.catalogue.get_idea(idea_id)
    hits = find_similar(snapshot.index, idea.id, n_hits=n_hits)
    is_ready = snapshot.index.sentence_vectors is not None
    return SimilarAnswer(
        idea_id=idea.id,
        mode=SearchMode.HYBRID if is_ready else SearchMode.WORDS,
        hits=[describe_hit(snapshot.catalogue, hit) for hit in hits],
    )


def describe_hit(catalogue: Catalogue, hit: SearchHit) -> HitAnswer:
    """Return a hit with its idea."""
    return HitAnswer(
        relevance=keep_within(hit.relevance, least=0),
        similarity=None if hit.similarity is None else keep_within(hit.similarity, least=-1),
        word_score=keep_within(hit.word_score, least=0),
        matched_words=list(hit.matched_words),
        best_sentence=hit.best_sentence,
        is_mention=hit.is_mention,
        idea=summarise_idea(catalogue, catalogue.get_idea(hit.idea_id)),
    )


HIT_EXAMPLE: Final = HitAnswer(
    relevance=0.999994,
    similarity=0.403984,
    word_score=1.0,
    matched_words=["Koulukyytien", "reitit", "reittiluonnoksen"],
    best_sentence="Koulukyytien reitit samaan suunnitelmaan",
    is_mention=False,
    idea=IDEA_SUMMARY_EXAMPLE,
)
SEARCH_EXAMPLE: Final = SearchAnswer(
    query="koulukyytien reitit",
    language="fi",
    mode=SearchMode.HYBRID,
    n_found=1,
    offset=0,
    hits=[HIT_EXAMPLE],
    nearest=[],
)
SIMILAR_EXAMPLE: Final = SimilarAnswer(
    idea_id=7, mode=SearchMode.HYBRID, hits=[HIT_EXAMPLE.model_copy(update={"word_score": 0.0})]
)
