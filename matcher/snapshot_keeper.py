"""Keeps the snapshot that answers are given from up to date, and answers from it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from matcher.collector import pause_collector
from matcher.embedding import CachedEncoder
from matcher.languages import identify_language
from matcher.match_run import match_ideas, replay_match
from matcher.partners import suggest_for_idea, suggest_for_organisation, suggest_for_text
from matcher.pipeline import Background
from matcher.ports import Database, Encoder, ReportProgress
from matcher.reuse import assess_idea, assess_text
from matcher.search import search_ideas
from matcher.similar_ideas import find_similar, leave_out_padding
from matcher.snapshot import Snapshot
from matcher.snapshot_reader import SnapshotReader
from models.eligibility import EligibilityReport
from models.idea import IdeaId
from models.language import FINNISH, LanguageCode
from models.lexicon import NO_LEXICON, Lexicon
from models.organisation import OrganisationId
from models.reuse import ReuseAnswer
from models.run import RunId
from models.search import SearchFilters, SearchHit, SearchResult
from models.suggestion import PartnerSuggestion
from models.vocabulary import NO_VOCABULARY, Vocabulary


class SnapshotKeeper:
    """Holds the current snapshot and brings it up to date.

    `open` gives a snapshot for pages and plain word search at once; `refresh` adds lemmas and meaning, which waits for
    the dictionaries and the model, and afterwards does only what a change of the data asks for.
    """

    def __init__(
        self,
        database: Database,
        encoder: Encoder,
        background: Background,
        *,
        vocabulary: Vocabulary = NO_VOCABULARY,
        lexicon: Lexicon = NO_LEXICON,
    ) -> None:
        self._database = database
        self._encoder = encoder
        self._reader = SnapshotReader(
            database=database,
            encoder=CachedEncoder(encoder, database),
            background=background,
            vocabulary=vocabulary,
            lexicon=lexicon,
        )
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
    def is_matched(self) -> bool:
        """Return whether partners can be suggested, which needs everything else."""
        return self._snapshot is not None and self._snapshot.partner_index is not None

    def open(self) -> None:
        """Read the catalogue and the newest theme map, and index plain words; takes no dictionary and no model."""
        self._snapshot = self._reader.open()

    def refresh(self, report: ReportProgress | None = None, *, is_anew: bool = False) -> bool:
        """Bring the snapshot up to date, with lemmas and meaning; return whether anything was done.

        `is_anew` draws the theme map as a whole, also where nothing has changed.
        """
        with self._refreshing, pause_collector():
            started_at = datetime.now(UTC)
            before = self.current
            version, run_id = self._read_state()
            is_read = self.is_matched and before.catalogue.version == version
            if is_read and before.map_run_id == run_id and not is_anew:
                return False
            snapshot = before if is_read else self._reader.read(before, show=self._show, report=report)
            kept = match_ideas(
                self._database,
                snapshot.catalogue,
                snapshot.index,
                model=self._encoder.model,
                words=self._reader.read_words(snapshot.catalogue),
                started_at=started_at,
                is_anew=is_anew,
            )
            self._show(replace(snapshot, theme_map=kept.theme_map, map_run_id=kept.run.id))
            return True

    def replay(self, run_id: RunId) -> bool:
        """Compute a recorded match again and return whether the same map comes out."""
        self.refresh()
        snapshot = self.current
        return replay_match(
            self._database,
            snapshot.catalogue,
            snapshot.index,
            model=self._encoder.model,
            words=self._reader.read_words(snapshot.catalogue),
            run_id=run_id,
        )

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
        """Return the ideas worth reading beside one; raise UnknownIdeaError where it is not."""
        snapshot = self.current
        snapshot.catalogue.get_idea(idea_id)
        return leave_out_padding(find_similar(snapshot.index, idea_id, n_hits=n_hits))

    def partners_of_idea(self, idea_id: IdeaId, *, n_suggestions: int = 5) -> Sequence[PartnerSuggestion]:
        """Return the organisations most worth asking along; raise UnknownIdeaError where the idea is not."""
        snapshot = self.current
        snapshot.catalogue.get_idea(idea_id)
        if snapshot.partner_index is None:
            return ()
        return suggest_for_idea(snapshot.index, snapshot.partner_index, idea_id=idea_id, n_suggestions=n_suggestions)

    def partners_for_text(
        self, text: str, *, lead_id: OrganisationId | None, n_suggestions: int = 10
    ) -> Sequence[PartnerSuggestion]:
        """Return the organisations most worth asking along for an idea that is not stored; its lead may be open."""
        snapshot = self.current
        if lead_id is not None:
            snapshot.catalogue.get_organisation(lead_id)
        if snapshot.partner_index is None:
            return ()
        return suggest_for_text(
            snapshot.index,
            snapshot.partner_index,
            text=text,
            language=identify_language(text),
            lead_id=lead_id,
            encoder=self._encoder,
            n_suggestions=n_suggestions,
        )

    def partners_of_organisation(
        self, organisation_id: OrganisationId, *, n_suggestions: int = 5
    ) -> Sequence[PartnerSuggestion]:
        """Return the organisations most worth talking to; raise UnknownOrganisationError where it is not."""
        snapshot = self.current
        snapshot.catalogue.get_organisation(organisation_id)
        if snapshot.partner_index is None:
            return ()
        return suggest_for_organisation(
            snapshot.index, snapshot.partner_index, organisation_id=organisation_id, n_suggestions=n_suggestions
        )

    def reuse_of_idea(self, idea_id: IdeaId, *, today: date) -> ReuseAnswer | None:
        """Return whether an idea has been done, None until that can be told; raise UnknownIdeaError where it is not."""
        snapshot = self.current
        snapshot.catalogue.get_idea(idea_id)
        if snapshot.reuse_index is None:
            return None
        return assess_idea(
            snapshot.index, snapshot.reuse_index, idea_id=idea_id, calls=snapshot.catalogue.calls, today=today
        )

    def reuse_of_text(self, text: str, *, today: date) -> ReuseAnswer | None:
        """Return whether what somebody is writing has been done, None until that can be told."""
        snapshot = self.current
        if snapshot.reuse_index is None:
            return None
        return assess_text(
            snapshot.index,
            snapshot.reuse_index,
            text=text,
            language=identify_language(text),
            encoder=self._encoder,
            calls=snapshot.catalogue.calls,
            today=today,
        )

    def eligibility_of_idea(self, idea_id: IdeaId) -> EligibilityReport | None:
        """Return how an idea stands to each call, None until that was read; raise UnknownIdeaError where it is not."""
        snapshot = self.current
        snapshot.catalogue.get_idea(idea_id)
        return None if snapshot.eligibility is None else snapshot.eligibility.reports.get(idea_id)

    def eligibility_of_text(self, text: str) -> EligibilityReport | None:
        """Return how a text that is not stored stands to each call, None until the model is there."""
        snapshot = self.current
        if snapshot.eligibility is None:
            return None
        return snapshot.eligibility.judge_text(
            text, identify_language(text), catalogue=snapshot.catalogue, encoder=self._encoder
        )

    def _show(self, snapshot: Snapshot) -> None:
        """Answer from a snapshot from now on."""
        self._snapshot = snapshot

    def _read_state(self) -> tuple[int, RunId | None]:
        """Return the version of the data and the run of the newest map."""
        with self._database.reading() as stores:
            return stores.audit.version(), stores.theme_maps.find_newest()
