"""How all ideas stand to all calls, kept with the snapshot; sentences that did not change are not read again."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from matcher.calibration import Calibrator, find_kind
from matcher.call_rules import RuleBook
from matcher.catalogue import Catalogue
from matcher.eligibility import judge_calls
from matcher.ports import Encoder
from matcher.search_index import SearchIndex
from matcher.sentences import split_sentences
from matcher.subject_closeness import SubjectSeeds
from matcher.subject_reader import SentenceReading, SubjectReader
from matcher.subject_text import weigh_text
from models.call import CallId
from models.eligibility import EligibilityReport, Verdict
from models.errors import EmptyQueryError
from models.idea import IdeaId
from models.language import LanguageCode
from models.lexicon import Lexicon


@dataclass(frozen=True, slots=True, eq=False)
class EligibilityIndex:
    """What is read out of each idea against each call.

    `seeds` and `calibrator` are None where there is no model yet. `readings` are what the words of sentences say, kept
    for the next index.
    """

    lexicon: Lexicon
    reader: SubjectReader
    seeds: SubjectSeeds | None = None
    calibrator: Calibrator | None = None
    reports: Mapping[IdeaId, EligibilityReport] = field(default_factory=dict)
    readings: Mapping[tuple[LanguageCode, str], SentenceReading] = field(default_factory=dict)

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
        for row, (idea, passage) in enumerate(zip(index.ideas, index.passages, strict=True)):
            sentences = passage.sentences[: passage.n_main]
            for sentence in sentences:
                key = (passage.language, sentence)
                readings[key] = known.get(key) or readings.get(key) or reader.read(sentence, passage.language)
            vectors = index.sentence_vectors
            begin = index.bounds[row]
            text = weigh_text(
                sentences,
                [readings[passage.language, sentence] for sentence in sentences],
                seeds=seeds,
                sentence_vectors=None if vectors is None else vectors[begin : begin + passage.n_main],
            )
            reports[idea.id] = judge_calls(text, rules, parties=idea.parties, organisations=catalogue.organisations)
        return cls(lexicon, reader, seeds, calibrator, reports, readings)

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
            raise EmptyQueryError
        vectors = None
        if encoder is not None and self.calibrator is not None:
            kinds = [find_kind(sentence, language) for sentence in sentences]
            vectors = self.calibrator.calibrate(encoder.encode(sentences), kinds)
        weighed = weigh_text(
            sentences,
            [self.reader.read(sentence, language) for sentence in sentences],
            seeds=self.seeds,
            sentence_vectors=vectors,
        )
        return judge_calls(weighed, RuleBook.read(catalogue.calls.values(), self.lexicon))

    def count_verdicts(self, call_id: CallId) -> Mapping[Verdict, int]:
        """Return how many ideas have each verdict for a call; all verdicts are there."""
        counts = Counter(
            each.verdict for report in self.reports.values() for each in report.by_call if each.call_id == call_id
        )
        return {verdict: counts[verdict] for verdict in Verdict}

    def list_ideas(self, call_id: CallId, verdict: Verdict) -> Sequence[IdeaId]:
        """Return the ideas with a verdict for a call, by id."""
        return [
            idea_id
            for idea_id, report in sorted(self.reports.items())
            if any(each.call_id == call_id and each.verdict is verdict for each in report.by_call)
        ]
