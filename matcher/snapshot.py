"""The state that answers are given from: replaced as a whole, never changed, so that readers need no lock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock
from typing import Final

import numpy as np
from numpy.typing import NDArray

from matcher.calibration import PRIOR_WEIGHT
from matcher.catalogue import Catalogue, read_catalogue
from matcher.embedding import CachedEncoder
from matcher.languages import identify_language
from matcher.lemmas import fold_words, lemmatise
from matcher.match_run import record_match
from matcher.pipeline import Background, index_meaning, index_sentences, index_words
from matcher.ports import Database, Encoder, ReportProgress
from matcher.search import search_ideas
from matcher.search_index import SearchIndex
from matcher.similar_ideas import find_similar
from models.idea import IdeaId
from models.language import FINNISH, SWEDISH, LanguageCode
from models.search import SearchFilters, SearchHit, SearchResult

_WARM_UP: Final = ((FINNISH, "kunnan"), (SWEDISH, "kommunens"))


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """The catalogue of one data version and the search index over its ideas."""

    catalogue: Catalogue
    index: SearchIndex


class SnapshotKeeper:
    """Holds the current snapshot and brings it up to date.

    `open` gives a snapshot for pages and plain word search at once; `refresh` adds lemmas and meaning, which waits for
    the dictionaries and the model, and afterwards does only what a change of the data asks for.
    """

    def __init__(self, database: Database, encoder: Encoder, background: Background) -> None:
        self._database = database
        self._encoder = encoder
        self._cached_encoder = CachedEncoder(encoder, database)
        self._background = background
        self._refreshing = Lock()
        self._snapshot: Snapshot | None = None

    @property
    def current(self) -> Snapshot:
        """Return the current snapshot, opening it at the first use."""
        if self._snapshot is None:
            self.open()
        assert self._snapshot is not None  # noqa: S101 - open() has set it
        return self._snapshot

    @property
    def is_ready(self) -> bool:
        """Return whether searches go by meaning."""
        return self._snapshot is not None and self._snapshot.index.vectors is not None

    @property
    def _is_complete(self) -> bool:
        """Return whether every step was done, sentences included; one that failed is tried again."""
        return self._snapshot is not None and self._snapshot.index.sentence_vectors is not None

    def open(self) -> None:
        """Read the catalogue and index plain words; takes no dictionary and no model."""
        catalogue = self._read_catalogue()
        index = index_words(
            tuple(catalogue.ideas.values()),
            background=self._background,
            organisations=catalogue.organisations,
            lemmatiser=fold_words,
        )
        self._snapshot = Snapshot(catalogue, index)

    def refresh(self, report: ReportProgress | None = None) -> bool:
        """Bring the snapshot up to date, with lemmas and meaning; return whether anything was done."""
        with self._refreshing:
            if self._is_complete and self.current.catalogue.version == self._read_version():
                return False
            started_at = datetime.now(UTC)
            for language, word in _WARM_UP:
                lemmatise(word, language)
            identify_language(_WARM_UP[0][1])
            catalogue = self._read_catalogue()
            ideas = tuple(catalogue.ideas.values())
            previous = None if self._snapshot is None else self._snapshot.index
            index = index_words(
                ideas, background=self._background, organisations=catalogue.organisations, previous=previous
            )
            if previous is None or previous.vectors is None:
                self._snapshot = Snapshot(catalogue, index)
            for step in (index_meaning, index_sentences):
                index = step(index, encoder=self._cached_encoder, background=self._background, report=report)
                self._snapshot = Snapshot(catalogue, index)
            record_match(
                self._database,
                data_version=catalogue.version,
                model=self._encoder.model,
                started_at=started_at,
                parameters={"prior_weight": PRIOR_WEIGHT},
                results={"ideas": len(ideas), "sentences": int(index.bounds[-1])},
            )
            return True

    def search(
        self,
        query: str,
        *,
        filters: SearchFilters | None = None,
        language: LanguageCode | None = None,
        n_hits: int = 20,
        n_skipped: int = 0,
    ) -> SearchResult:
        """Return the ideas that answer `query`, by meaning where the model is ready, by words before that."""
        snapshot = self.current
        vector: NDArray[np.float32] | None = None
        if snapshot.index.vectors is not None and query.strip():
            vector = self._encoder.encode([query])[0]
        if language is None:
            language = identify_language(query) if snapshot.index.vectors is not None else FINNISH
        return search_ideas(
            snapshot.index,
            query,
            language=language,
            query_vector=vector,
            organisations=snapshot.catalogue.organisations,
            filters=filters,
            n_hits=n_hits,
            n_skipped=n_skipped,
        )

    def similar(self, idea_id: IdeaId, *, n_hits: int = 5) -> Sequence[SearchHit]:
        """Return the ideas most similar to one; raise UnknownIdeaError where it is not."""
        snapshot = self.current
        snapshot.catalogue.get_idea(idea_id)
        return find_similar(snapshot.index, idea_id, n_hits=n_hits)

    def _read_catalogue(self) -> Catalogue:
        with self._database.reading() as stores:
            return read_catalogue(stores)

    def _read_version(self) -> int:
        with self._database.reading() as stores:
            return stores.audit.version()
