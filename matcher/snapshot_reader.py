"""Reads what is stored into snapshots, step by step, without doing again what has not changed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from matcher.catalogue import Catalogue, read_catalogue
from matcher.eligibility_index import EligibilityIndex
from matcher.languages import identify_language
from matcher.lemmas import fold_words, lemmatise
from matcher.match_run import read_newest_map
from matcher.partner_index import index_partners
from matcher.pipeline import Background, index_meaning, index_sentences, index_words
from matcher.ports import Database, Encoder, ReportProgress
from matcher.reuse_index import index_reuse
from matcher.search_index import SearchIndex
from matcher.snapshot import Snapshot
from matcher.theme_words import Words, list_place_names
from models.language import FINNISH, SWEDISH
from models.lexicon import Lexicon
from models.vocabulary import Vocabulary

ShowSnapshot = Callable[[Snapshot], None]
"""Is handed each snapshot that answers more than the one before."""

_FEW_NEW: Final = 0.1
"""Up to this share of new ideas the snapshot before answers until all is done; taste: that takes seconds."""
_WARM_UP: Final = ((FINNISH, "kunnan"), (SWEDISH, "kommunens"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotReader:
    """Where snapshots are read from: what is stored, the model with its cache, and what is known of language."""

    database: Database
    encoder: Encoder
    background: Background
    vocabulary: Vocabulary
    lexicon: Lexicon

    def open(self) -> Snapshot:
        """Return the catalogue with the newest theme map and plain words; takes no dictionary and no model."""
        with self.database.reading() as stores:
            catalogue = read_catalogue(stores)
            kept = read_newest_map(stores)
        index = index_words(
            tuple(catalogue.ideas.values()),
            background=self.background,
            organisations=catalogue.organisations,
            vocabulary=self.vocabulary,
            lemmatiser=fold_words,
        )
        snapshot = Snapshot(catalogue, index)
        return snapshot if kept is None else replace(snapshot, theme_map=kept.theme_map, map_run_id=kept.run.id)

    def read(self, before: Snapshot, *, show: ShowSnapshot, report: ReportProgress | None = None) -> Snapshot:
        """Return the whole snapshot of what is stored now, but for the theme map, which is that of before.

        Parameters
        ----------
        before : what did not change since is taken from it
        show : is handed what can answer already, at the start and where many ideas have come; partners then wait for
            the rest, for those of one moment may not be told from the ideas of another
        report : called with how many texts are encoded, and of how many
        """
        for language, word in _WARM_UP:
            lemmatise(word, language)
        identify_language(_WARM_UP[0][1])
        with self.database.reading() as stores:
            catalogue = read_catalogue(stores)
        n_new = len(set(catalogue.ideas.values()).difference(before.catalogue.ideas.values()))
        is_small = before.partner_index is not None and n_new <= _FEW_NEW * len(catalogue.ideas)

        def show_step(step: SearchIndex) -> None:
            if not is_small:
                show(Snapshot(catalogue, step, before.theme_map, before.map_run_id))

        index = index_words(
            tuple(catalogue.ideas.values()),
            background=self.background,
            organisations=catalogue.organisations,
            vocabulary=self.vocabulary,
            previous=before.index,
        )
        if before.index.vectors is None:
            show_step(index)
        index = index_meaning(index, encoder=self.encoder, background=self.background, report=report)
        show_step(index)
        index = index_sentences(
            index, encoder=self.encoder, background=self.background, vocabulary=self.vocabulary, report=report
        )
        show_step(index)
        return self._complete(before, catalogue, index)

    def read_words(self, catalogue: Catalogue) -> Words:
        """Return what the themes of a catalogue are named from."""
        return Words(self.vocabulary, self.background, list_place_names(catalogue))

    def _complete(self, before: Snapshot, catalogue: Catalogue, index: SearchIndex) -> Snapshot:
        """Return the snapshot of an index with all that is told from it."""
        partner_index = index_partners(catalogue, index, encoder=self.encoder, vocabulary=self.vocabulary)
        return Snapshot(
            catalogue,
            index,
            before.theme_map,
            before.map_run_id,
            partner_index,
            index_reuse(catalogue, index, partner_index, vocabulary=self.vocabulary),
            EligibilityIndex.build(
                catalogue, index, lexicon=self.lexicon, encoder=self.encoder, previous=before.eligibility
            ),
        )
