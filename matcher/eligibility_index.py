"""How all ideas stand to all calls, kept with the snapshot; sentences that did not change are not read again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

import numpy as np
from numpy.typing import NDArray

from matcher.calibration import Calibrator, find_kind
from matcher.call_rules import RuleBook
from matcher.catalogue import Catalogue
from matcher.eligibility import judge_calls
from matcher.named_places import list_mentioned, list_names
from matcher.ports import Encoder
from matcher.search_index import SearchIndex
from matcher.sentences import split_sentences
from matcher.subject_closeness import SubjectCloseness, SubjectSeeds
from matcher.subject_reader import SentenceReading, SubjectReader
from matcher.subject_text import SubjectText
from models.call import CallId
from models.eligibility import Eligibility, EligibilityReport
from models.embeddings import Vectors
from models.errors import EmptyQueryError
from models.idea import IdeaId
from models.language import LanguageCode
from models.lexicon import Lexicon


@dataclass(frozen=True, slots=True, eq=False)
class EligibilityIndex:
    """What is read out of each idea against each call.

    `seeds` and `calibrator` are None where there is no model yet. `readings` are what the words of sentences say, kept
    for the next index. `places` are the names of municipalities, see `list_names`.
    """

    lexicon: Lexicon
    reader: SubjectReader
    seeds: SubjectSeeds | None = None
    calibrator: Calibrator | None = None
    reports: Mapping[IdeaId, EligibilityReport] = field(default_factory=dict)
    readings: Mapping[tuple[LanguageCode, str], SentenceReading] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def build(
        cls,
        catalogue: Catalogue,
        index: SearchIndex,
        *,
        lexicon: Lexicon,
        encoder: Encoder,
        previous: Self | None = None,
    ) -> Self:
        """Return how the ideas of a catalogue stand to its calls.

        Parameters
        ----------
        catalogue, index : of one moment; without sentence vectors words alone decide
        lexicon : the words of subjects, and the subjects of rules
        encoder : for the few seeds of the lexicon
        previous : the index before; sentences it has read are not read again where the lexicon is the same
        """
        is_same = previous is not None and previous.lexicon is lexicon
        reader = previous.reader if previous is not None and is_same else SubjectReader.build(lexicon)
        known = previous.readings if previous is not None and is_same else {}
        calibrator = index.sentence_calibrator
        seeds = None
        if calibrator is not None and lexicon.seeds:
            seeds = SubjectSeeds.encode(lexicon, encoder=encoder, calibrator=calibrator)
        readings: dict[tuple[LanguageCode, str], SentenceReading] = {}
        reports = {}
        rules = RuleBook.read(catalogue.calls.values(), lexicon)
        n_main = np.array([passage.n_main for passage in index.passages], dtype=np.intp)
        near = _measure_texts(seeds, index.sentence_vectors, bounds=index.bounds, n_main=n_main)
        for idea, passage, closeness in zip(index.ideas, index.passages, near, strict=True):
            sentences = passage.sentences[: passage.n_main]
            for sentence in sentences:
                key = (passage.language, sentence)
                readings[key] = known.get(key) or readings.get(key) or reader.read(sentence, passage.language)
            text = SubjectText(sentences, tuple(readings[passage.language, each] for each in sentences), closeness)
            reports[idea.id] = judge_calls(text, rules, parties=idea.parties, organisations=catalogue.organisations)
        places = list_names(list(catalogue.organisations.values()))
        return cls(lexicon, reader, seeds, calibrator, reports, readings, places)

    def judge_text(
        self, text: str, language: LanguageCode, *, catalogue: Catalogue, encoder: Encoder | None
    ) -> EligibilityReport:
        """Return how a text that is not stored stands to each call; its first sentence stands for the title.

        Parameters
        ----------
        text : in one language
        language : of the text
        catalogue : for its calls
        encoder : None to go by words alone

        Raises
        ------
        EmptyQueryError : if the text has no word
        """
        sentences = split_sentences(text)
        if not sentences:
            raise EmptyQueryError(text)
        vectors = None
        if encoder is not None and self.calibrator is not None:
            kinds = [find_kind(sentence, language) for sentence in sentences]
            vectors = self.calibrator.calibrate(encoder.encode(sentences), kinds)
        n_sentences = np.array([len(sentences)], dtype=np.intp)
        near = _measure_texts(self.seeds, vectors, bounds=np.append(0, n_sentences), n_main=n_sentences)
        readings = tuple(self.reader.read(sentence, language) for sentence in sentences)
        rules = RuleBook.read(catalogue.calls.values(), self.lexicon)
        mentioned = tuple(list_mentioned(sentence, language, self.places) for sentence in sentences)
        return judge_calls(SubjectText(tuple(sentences), readings, near[0], mentioned), rules)

    def list_readings(self, call_id: CallId) -> Sequence[Eligibility]:
        """Return how each idea stands to a call, by the id of the idea; nothing for a call that is not known."""
        found = (report.find(call_id) for _, report in sorted(self.reports.items()))
        return [each for each in found if each is not None]


def _measure_texts(
    seeds: SubjectSeeds | None, sentence_vectors: Vectors | None, *, bounds: NDArray[np.intp], n_main: NDArray[np.intp]
) -> Sequence[SubjectCloseness | None]:
    """Return how near each text is to each subject, None of each where meaning is not known."""
    if seeds is None or sentence_vectors is None or not len(sentence_vectors):
        return [None] * len(n_main)
    return seeds.measure_texts(sentence_vectors, bounds=bounds, n_main=n_main)
