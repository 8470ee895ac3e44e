"""Searches: what was asked, what was found, and why each hit is there."""

from dataclasses import dataclass
from enum import StrEnum

from models.idea import IdeaId, IdeaStatus
from models.language import LanguageCode
from models.organisation import RegionId, SizeClass


class SearchMode(StrEnum):
    """Whether meaning counted: `words` is the answer while the model is still loading."""

    HYBRID = "hybrid"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFilters:
    """Conditions that every hit meets; None asks for nothing."""

    region_id: RegionId | None = None
    size_class: SizeClass | None = None
    language: LanguageCode | None = None
    status: IdeaStatus | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """One idea found.

    `relevance` is in [0, 1] and orders the hits; `similarity` the calibrated cosine in [-1, 1], None in word mode;
    `word_score` the share in [0, 1] of the query's weighted words that the idea contains;
    `matched_words` the words of the idea, as written there, that the query asked for, then those of its parties' names;
    `best_sentence` the sentence of the idea that answers the query best. `is_mention` tells that words of the query
    stand in a single sentence that is not the title, and that the idea as a whole is not near to it.
    """

    idea_id: IdeaId
    relevance: float
    similarity: float | None
    word_score: float
    matched_words: tuple[str, ...] = ()
    best_sentence: str = ""
    is_mention: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """The hits of one search, best first, of `n_found` in all.

    Where nothing clearly answers, `nearest` are the few ideas that come nearest, best first; they are no hits.
    """

    query: str
    language: LanguageCode
    mode: SearchMode
    hits: tuple[SearchHit, ...]
    n_found: int
    nearest: tuple[SearchHit, ...] = ()
